import { isFields } from '../../support/fields.ts';

/** A value as JSON, keys in order, as Go writes it: equal values are equal texts. Pure. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  if (!isFields(value)) return JSON.stringify(value);
  // Not as an object whose keys are put in order: JavaScript has numbers before all other keys.
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stableJson(inner)}`).join(',')}}`;
}
