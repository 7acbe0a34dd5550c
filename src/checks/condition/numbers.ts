import { mistake } from './condition-error.ts';
import type { Token } from './tokens.ts';
import type { Int } from './values.ts';

/**
 * A number literal: a float where it has a dot or an exponent, else an integer, decimal (`017` is 17), hexadecimal
 * (0x), octal (0o) or binary (0b). Underscores stand where they like. Pure. Throws ConditionError.
 */
export function readNumber({ text, at }: Token): number | Int {
  const digits = text.replaceAll('_', '').toLowerCase();
  if (/[.e]/.test(digits) && !digits.startsWith('0x')) {
    // A number that only JavaScript reads (`0x1p4`, `Infinity`) is no token, so Number and Go's ParseFloat agree.
    const float = Number(digits);
    if (!Number.isFinite(float)) throw mistake(`"${text}", which is no number,`, at);
    return float;
  }
  const value = /^(?:0x[\da-f]+|0o[0-7]+|0b[01]+|\d+)$/.test(digits) ? BigInt(digits) : undefined;
  if (value === undefined || value > 0x7fff_ffff_ffff_ffffn)
    throw mistake(`"${text}", which is ${value === undefined ? 'no number' : 'too large an integer'},`, at);
  return { go: 'int', value };
}
