import { type Value, describe, isInt, isList, isMap, isNumeric, toFloat } from './values.ts';

/** `==` (runtime.Equal): numbers by value, lists item by item, all else as reflect.DeepEqual has it. Pure. */
export function equal(a: Value, b: Value): boolean {
  if (isInt(a) && isInt(b)) return a.value === b.value;
  if (isNumeric(a) && isNumeric(b)) return toFloat(a) === toFloat(b);
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => equal(item, at(b, i)));
  return deepEqual(a, b);
}

// Within maps nothing is converted, and the same map is equal to itself whatever is in it.
function deepEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (isMap(a) && isMap(b))
    return (
      a.size === b.size && [...a].every(([key, value]) => b.has(key) && deepEqual(value, b.get(key) ?? null))
    );
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item: Value, i) => deepEqual(item, at(b, i)));
  return false;
}

/**
 * Less, equal or more than 0 as `a` stands before, with or behind `b`; NaN where one of them is none. Throws Error for
 * what has no order. Pure.
 */
export function order(a: Value, b: Value, operator: string): number {
  if (isInt(a) && isInt(b)) return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  if (isNumeric(a) && isNumeric(b)) {
    const [x, y] = [toFloat(a), toFloat(b)];
    return x === y ? 0 : x < y ? -1 : x > y ? 1 : Number.NaN;
  }
  // Go orders strings by their bytes in UTF-8, which is not the order of UTF-16.
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  throw new Error(`"${operator}" cannot compare ${describe(a)} with ${describe(b)}`);
}

/** `in` (runtime.In): an item of a list, or a key of a map. Throws Error for what holds nothing. */
export function isIn(needle: Value, holder: Value): boolean {
  if (holder === null) return false;
  if (isList(holder)) return holder.some((item) => equal(item, needle));
  if (!isMap(holder)) throw new Error(`"in" needs a list or a map, not ${describe(holder)}`);
  return holder.has(keyOf(needle));
}

/** The key of a map that a value asks for: nil asks for the empty one. Throws Error for what is no string. */
export function keyOf(value: Value): string {
  if (value !== null && typeof value !== 'string')
    throw new Error(`the keys of a map are strings, and ${describe(value)} is none`);
  return value ?? '';
}

function at(list: Float64Array | readonly Value[], i: number): Value {
  return list[i] ?? null;
}

/** Whether a string has another in it, at its start or at its end; never where one is nil. Throws Error. Pure. */
export function compareText(op: 'contains' | 'startsWith' | 'endsWith', a: Value, b: Value): boolean {
  if (a === null || b === null) return false;
  if (typeof a !== 'string' || typeof b !== 'string')
    throw new Error(`"${op}" takes strings, not ${describe(a)} and ${describe(b)}`);
  if (op === 'contains') return a.includes(b);
  return op === 'startsWith' ? a.startsWith(b) : a.endsWith(b);
}
