import { types } from 'node:util';

/** An integer of Go, of 64 bits or a byte. Floats are plain numbers: whatever JSON or Prometheus says is a float. */
export interface Int {
  /** Its type in Go: asInt() gives an int64, an index into a string a uint8. */
  readonly go: 'int' | 'int64' | 'uint8';
  readonly value: bigint;
}

/** What a part of an expression can be worth. A Float64Array is a vector of Prometheus, in Go a []float64. */
export type Value =
  null | boolean | string | number | Int | Float64Array | readonly Value[] | ReadonlyMap<string, Value>;

/** An int of Go; what is beyond 64 bits wraps around, as there. */
export function int(value: bigint): Int {
  return { go: 'int', value: BigInt.asIntN(64, value) };
}

export function isInt(value: Value): value is Int {
  return typeof value === 'object' && value !== null && 'go' in value;
}

export function isNumeric(value: Value): value is number | Int {
  return typeof value === 'number' || isInt(value);
}

export function isList(value: Value): value is Float64Array | readonly Value[] {
  return Array.isArray(value) || types.isFloat64Array(value);
}

export function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return types.isMap(value);
}

/** As a float; an int beyond 2^53 loses digits, as in Go. */
export function toFloat(value: number | Int): number {
  return typeof value === 'number' ? value : Number(value.value);
}

/**
 * As an int, cut towards zero. Throws Error for what is no number, and for a float that no int holds: what Go makes of
 * that differs between processors (`Conversions` in the Go specification), so nobody knows which the controller gives.
 */
export function toInt(value: Value): bigint {
  if (isInt(value)) return value.value;
  if (typeof value !== 'number') throw new Error(`${describe(value)} is no number`);
  if (!(value >= -(2 ** 63) && value < 2 ** 63))
    throw new Error(`${String(value)} fits no integer, and what becomes of it depends on the processor`);
  return BigInt(Math.trunc(value));
}

/** A measured result as Go's decoder of JSON gives it: every number a float. Throws Error for what is no JSON. */
export function fromJson(result: unknown): Value {
  if (result === null || result === undefined) return null;
  if (typeof result === 'boolean' || typeof result === 'number') return result;
  // Half of a surrogate pair is no character: Go's decoder puts the replacement character in its place.
  if (typeof result === 'string') return result.toWellFormed();
  if (types.isFloat64Array(result)) return result;
  if (Array.isArray(result)) return result.map(fromJson);
  if (typeof result === 'object')
    return new Map(Object.entries(result).map(([key, value]) => [key.toWellFormed(), fromJson(value)]));
  throw new Error(`a ${typeof result} is no result that a condition can be asked about`);
}

/** What kind of value it is, in words. */
export function describe(value: Value): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'boolean') return String(value);
  if (isNumeric(value)) return isInt(value) ? 'an integer' : 'a number';
  return isList(value) ? 'a list' : 'a map';
}

/** Whether it is true; throws Error if it is neither true nor false. */
export function isTrue(value: Value, operator: string): boolean {
  if (typeof value !== 'boolean')
    throw new Error(`"${operator}" takes true or false, not ${describe(value)}`);
  return value;
}
