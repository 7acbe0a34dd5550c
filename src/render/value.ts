/** Significant digits that people are shown, unless a condition needs more to be understood. */
const usual = 4;
/** As many digits as a float64 has; more are not there. */
const most = 17;
/** From here on digits are grouped: 10,000. */
const grouped = 10_000;
/** As many values of a vector are shown whole. */
const wholeVector = 5;
/** The first values of a longer one. */
const beginning = 3;
/** A web metric may measure a whole JSON document. */
const longest = 60;

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const noNumber = /^(?:nan|[+-]?inf(?:inity)?)$/i;

/**
 * A measured value for people: `0.9934567` as `0.9935`, `1234567.2` as `1,234,567`; whole numbers keep all digits, and
 * long vectors and documents only begin. Never rounded to or across a number in one of the conditions: `0.94999` stays
 * below the 0.95 that it was asked to reach. Pure.
 */
export function showValue(value: string, conditions: readonly (string | undefined)[] = []): string {
  const text = value.trim();
  const limits = conditions.flatMap((condition) => numbersIn(condition ?? ''));
  if (number.test(text)) return group(round(text, limits));
  return showVector(text, limits) ?? shorten(text, longest);
}

/** Groups are for one number: within a vector a comma is the end of a value. */
function showVector(text: string, limits: readonly number[]): string | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const inside = text.slice(1, -1).trim();
  if (inside === '') return '[] (empty)';
  const items = inside.split(',').map((item) => item.trim());
  if (!items.every((item) => number.test(item) || noNumber.test(item))) return undefined;
  const shown = (some: readonly string[]): string =>
    some.map((item) => (number.test(item) ? round(item, limits) : item)).join(', ');
  if (items.length <= wholeVector) return `[${shown(items)}]`;
  const sorted = items.filter((item) => number.test(item)).toSorted((a, b) => Number(a) - Number(b));
  const [least, greatest] = [sorted.at(0), sorted.at(-1)];
  const range =
    least === undefined || greatest === undefined ? '' : `; ${shown([least])} to ${shown([greatest])}`;
  return `[${shown(items.slice(0, beginning))}, … ${String(items.length - beginning)} more${range}]`;
}

/** With as few digits as leave it on its side of every limit; whole numbers as they are. */
function round(text: string, limits: readonly number[]): string {
  const exact = Number(text);
  // Identifiers and counters may have more digits than a float64 can hold.
  if (/^[+-]?\d+$/.test(text) || !Number.isFinite(exact)) return text;
  const sides = (candidate: number): string => limits.map((limit) => Math.sign(candidate - limit)).join();
  const wholeDigits = Math.floor(Math.log10(Math.abs(exact) || 1)) + 1;
  for (let digits = Math.max(usual, wholeDigits); digits < most; digits += 1) {
    const rounded = Number(exact.toPrecision(digits));
    if (sides(rounded) === sides(exact)) return String(rounded);
  }
  return String(exact);
}

/** The numbers that a condition compares with, and their negatives: the sign is an operator there. */
function numbersIn(condition: string): readonly number[] {
  const found = condition.match(/(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi) ?? [];
  return found.flatMap((text) => [Number(text), -Number(text)]);
}

function group(text: string): string {
  const [, sign = '', whole, rest = ''] = /^([+-]?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  if (whole === undefined || Number(whole) < grouped) return text;
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${rest}`;
}

/** The first letters of a text, and a sign that there are more. Pure. */
export function shorten(text: string, letters: number): string {
  // An emoji is two units of a string, and half of one is no text.
  const first = [...text.slice(0, 2 * letters + 2)];
  return first.length > letters ? `${first.slice(0, letters).join('')}…` : text;
}
