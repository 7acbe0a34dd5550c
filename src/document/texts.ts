/** A value of JSON with each of its texts changed; names of fields stay. Pure. */
export function withTexts<Value>(value: Value, change: (text: string) => string): Value {
  return mapped(value, change) as Value;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapped(item, change)]));
}

/** At most so many characters, the last of them `…` where something was cut. Pure. */
export function shortened(text: string, most: number): string {
  // A pair of surrogates that is cut in two would be no character.
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
