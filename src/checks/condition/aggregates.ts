import { calculate } from './arithmetic.ts';
import { order } from './compare.ts';
import { elements } from './elements.ts';
import { type Value, describe, int, isList, isNumeric, toFloat } from './values.ts';

/**
 * The largest or the smallest of numbers and of lists of them, however deep; nil of no numbers at all. NaN is never
 * larger or smaller, so it stays only where it comes first. Throws Error for what is no number. Pure.
 */
export function extreme(name: 'max' | 'min', args: readonly Value[]): Value {
  let found: Value = null;
  for (const arg of args) {
    const numbers = isList(arg) ? Array.from<Value, Value>(arg, (item) => numberIn(name, item)) : [arg];
    // A single value that is no number comes back as it is.
    if (!isList(arg) && !isNumeric(arg)) {
      if (args.length === 1) return arg;
      throw notFor(name, arg);
    }
    for (const number of numbers) if (found === null || isBeyond(name, found, number)) found = number;
  }
  return found;
}

function numberIn(name: 'max' | 'min', item: Value): Value {
  const number = extreme(name, [item]);
  if (!isNumeric(number)) throw notFor(name, number);
  return number;
}

function isBeyond(name: 'max' | 'min', found: Value, number: Value): boolean {
  return name === 'max' ? order(found, number, name) < 0 : order(found, number, name) > 0;
}

/** The mean of numbers and of lists of them, however deep; 0 of no numbers at all. Throws Error. Pure. */
export function mean(args: readonly Value[]): number {
  const { total, count } = add(args);
  return count === 0 ? 0 : total / count;
}

// Added list by list, as Go does it: in another order the last digits would differ.
function add(values: Float64Array | readonly Value[]): { readonly total: number; readonly count: number } {
  let [total, count] = [0, 0];
  for (const value of values) {
    if (!isList(value) && !isNumeric(value)) throw notFor('mean', value);
    const one = isList(value) ? add(value) : { total: toFloat(value), count: 1 };
    total += one.total;
    count += one.count;
  }
  return { total, count };
}

/** The sum of a list; the integer 0 of an empty one. Throws Error for what is no number. Pure. */
export function sum(list: Value): Value {
  const { length, item } = elements(list, 'sum');
  let total: Value = int(0n);
  for (let i = 0; i < length; i++) total = calculate('+', item(i), total);
  return total;
}

/** An item of a list, counted from its end if negative; nil where there is none, and of all that has no items. Pure. */
export function itemOf(list: Value, index: 0 | -1): Value {
  if (typeof list === 'string') {
    const byte = Buffer.from(list).at(index);
    return byte === undefined ? null : { go: 'uint8', value: BigInt(byte) };
  }
  return isList(list) ? (list.at(index) ?? null) : null;
}

function notFor(name: string, value: Value): Error {
  return new Error(`${name} cannot take ${describe(value)}`);
}
