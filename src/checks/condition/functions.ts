import { extreme, itemOf, mean, sum } from './aggregates.ts';
import { readFloat, readInt, trim, upper, lower, format } from './text.ts';
import {
  type Int,
  type Value,
  describe,
  int,
  isInt,
  isList,
  isMap,
  isNumeric,
  toFloat,
  toInt,
} from './values.ts';

/** A function of expressions: the values of its arguments, and the whole result, to its own value. Throws Error. */
export type Call = (args: readonly Value[], result: Value) => Value;

/** The functions by name; how many arguments of which type each takes is in signatures.ts. */
export const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['len', ([value = null]) => int(BigInt(length(value)))],
  ['abs', ([value = null]) => absolute(value)],
  ['ceil', ([value = null]) => Math.ceil(number(value, 'ceil'))],
  ['floor', ([value = null]) => Math.floor(number(value, 'floor'))],
  ['round', ([value = null]) => round(number(value, 'round'))],
  ['int', ([value = null]) => int(toInteger(value, 'int'))],
  ['float', ([value = null]) => toNumber(value, 'float')],
  ['string', ([value = null]) => format(value)],
  [
    'trim',
    ([text = null, ...set]) => trim(string(text, 'trim'), ...set.map((value) => string(value, 'trim'))),
  ],
  ['lower', ([text = null]) => lower(string(text, 'lower'))],
  ['upper', ([text = null]) => upper(string(text, 'upper'))],
  ['isNaN', ([value = null]) => Number.isNaN(float(value, 'isNaN'))],
  ['isInf', ([value = null]) => Math.abs(float(value, 'isInf')) === Infinity],
  ['max', (args) => extreme('max', args)],
  ['min', (args) => extreme('min', args)],
  ['mean', mean],
  ['sum', ([list = null]) => sum(list)],
  ['first', ([list = null]) => itemOf(list, 0)],
  ['last', ([list = null]) => itemOf(list, -1)],
  // Argo's own two look at the result whatever is given to them (isNilFunc and defaultFunc in utils/evaluate).
  ['isNil', (_, result) => result === null],
  ['default', ([, instead = null], result) => result ?? instead],
  ['asInt', ([value = null]) => ({ go: 'int64', value: toInteger(value, 'asInt') })],
  ['asFloat', ([value = null]) => toNumber(value, 'asFloat')],
]);

function length(value: Value): number {
  if (typeof value === 'string') return [...value].length;
  if (isMap(value)) return value.size;
  if (isList(value)) return value.length;
  throw new Error(`len takes a list, a map or a string, not ${describe(value)}`);
}

function absolute(value: Value): number | Int {
  if (!isNumeric(value)) throw notFor('abs', value);
  if (!isInt(value)) return value < 0 ? -value : value;
  return value.value < 0n ? { go: value.go, value: BigInt.asIntN(64, -value.value) } : value;
}

// Half away from zero. Adding 0.5 first would round 0.49999999999999994 up.
function round(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

function toInteger(value: Value, name: string): bigint {
  if (typeof value !== 'string') {
    if (!isNumeric(value)) throw notFor(name, value);
    return toInt(value);
  }
  const read = readInt(value);
  if (read === undefined)
    throw new Error(`${name} cannot read the string ${JSON.stringify(value)} as an integer`);
  return read;
}

function toNumber(value: Value, name: string): number {
  if (typeof value !== 'string') return number(value, name);
  const read = readFloat(value);
  if (read === undefined)
    throw new Error(`${name} cannot read the string ${JSON.stringify(value)} as a number`);
  return read;
}

function number(value: Value, name: string): number {
  if (!isNumeric(value)) throw notFor(name, value);
  return toFloat(value);
}

// An integer that is not a literal is not made a float: `isNaN(len(result))` is an error in Go at run time.
function float(value: Value, name: string): number {
  if (typeof value !== 'number') throw notFor(name, value);
  return value;
}

function string(value: Value, name: string): string {
  if (typeof value !== 'string') throw notFor(name, value);
  return value;
}

function notFor(name: string, value: Value): Error {
  return new Error(`${name} cannot take ${describe(value)}`);
}
