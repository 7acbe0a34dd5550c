import type { Operator } from './parse.ts';
import type { Found, WalkOptions } from './walk.ts';

/** Compares two values of a filter, as Go's templates do. Throws Error for types that do not fit. */
export function compare(left: Found, operator: Operator, right: Found, options: WalkOptions): boolean {
  const kinds = [kindOf(left, options), kindOf(right, options)];
  if (kinds[0] !== kinds[1]) throw incompatible(kinds);
  switch (operator) {
    case '==':
      return left.value === right.value;
    case '!=':
      return left.value !== right.value;
    case '<':
      return order(left.value, right.value) < 0;
    case '<=':
      return order(left.value, right.value) <= 0;
    case '>':
      return order(left.value, right.value) > 0;
    case '>=':
      return order(left.value, right.value) >= 0;
  }
}

function kindOf({ value, whole }: Found, { numbers }: WalkOptions): string {
  if (typeof value === 'number') return whole === true && numbers !== 'any' ? 'a whole number' : 'a number';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'a boolean';
  throw new Error('invalid type for comparison: only numbers, texts and booleans can be compared');
}

function incompatible(kinds: readonly (string | undefined)[]): Error {
  const dot = kinds.includes('a whole number') && kinds.includes('a number');
  const next = dot ? '; write the number with a dot, such as 200.0' : '';
  return new Error(`incompatible types for comparison: ${kinds.join(' and ')}${next}`);
}

function order(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'));
  throw new Error('invalid type for comparison: only numbers and texts have an order');
}
