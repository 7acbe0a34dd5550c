import type { Operator } from './syntax.ts';
import { type Int, type Value, describe, int, isInt, isNumeric, toFloat } from './values.ts';

/** `+ - * / %`: integers stay integers except under `/`, and `%` takes nothing else. Throws Error. Pure. */
export function calculate(op: Operator, a: Value, b: Value): Value {
  if (op === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  if (!isNumeric(a) || !isNumeric(b))
    throw new Error(`"${op}" cannot take ${describe(a)} and ${describe(b)}`);
  if (op === '%') return modulo(a, b);
  if (op !== '/' && isInt(a) && isInt(b)) return ofIntegers(op, a.value, b.value);
  return ofFloats(op, toFloat(a), toFloat(b));
}

/** Unary minus. Throws Error for what is no number. Pure. */
export function negate(value: Value): Value {
  if (!isNumeric(value)) throw new Error(`"-" cannot take ${describe(value)}`);
  if (!isInt(value)) return -value;
  if (value.go === 'uint8') return { go: 'uint8', value: BigInt.asUintN(8, -value.value) };
  return { go: value.go, value: BigInt.asIntN(64, -value.value) };
}

function ofIntegers(op: Operator, a: bigint, b: bigint): Int {
  if (op === '+') return int(a + b);
  return int(op === '-' ? a - b : a * b);
}

function ofFloats(op: Operator, a: number, b: number): number {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  return op === '*' ? a * b : a / b;
}

function modulo(a: number | Int, b: number | Int): Int {
  if (!isInt(a) || !isInt(b)) throw new Error('"%" takes integers only: int(result) % 2');
  if (b.value === 0n) throw new Error('"%" cannot divide by zero');
  return int(a.value % b.value);
}
