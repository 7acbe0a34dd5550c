import type { Checked } from './check.ts';
import type { Node, NodeOf, Operator } from './syntax.ts';
import { TypeMismatch } from './type-mismatch.ts';
import {
  BOOL,
  FLOAT,
  INT,
  STRING,
  type Type,
  UNKNOWN,
  isAssignable,
  isComparable,
  isInteger,
  isNumber,
  isUnknown,
  nameType,
} from './types.ts';
import { isInt } from './values.ts';

/** Checks the types of an operator's operands (binaryNode of the checker). Pure. Throws TypeMismatch. */
export function checkBinary(node: NodeOf<'binary'>, left: Checked, right: Checked): Checked {
  const type = typeOf(node.op, left.type, right.type);
  if (type === undefined)
    throw new TypeMismatch(
      `"${node.op}" cannot take ${nameType(left.type)} and ${nameType(right.type)}`,
      node.at,
      hint(node, left.type, right.type),
    );
  const exact = exactType(node, left, right);
  return { node: { ...node, left: left.node, right: right.node, ...(exact && { exact }) }, type };
}

function typeOf(op: Operator, a: Type, b: Type): Type | undefined {
  switch (op) {
    case '==':
    case '!=':
      return isComparable(a, b) ? BOOL : undefined;
    case '&&':
    case '||':
      return fits(a, b, isBool) ? BOOL : undefined;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return fits(a, b, isNumber) || fits(a, b, isString) ? BOOL : undefined;
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return fits(a, b, isString) ? BOOL : undefined;
    case 'in':
      return isMembership(a, b) ? BOOL : undefined;
    case '+':
      if (isString(a) && isString(b)) return STRING;
      return fits(a, b, isNumber) || fits(a, b, isString) ? promoted(a, b) : undefined;
    case '-':
    case '*':
      return fits(a, b, isNumber) ? promoted(a, b) : undefined;
    case '/':
      return fits(a, b, isNumber) ? FLOAT : undefined;
    case '%':
      return fits(a, b, isInteger) ? INT : undefined;
    case '??':
      return typeOfDefault(a, b);
  }
}

/** Both are of the kind, or what is unknown may be. */
function fits(a: Type, b: Type, is: (type: Type) => boolean): boolean {
  return (is(a) || isUnknown(a)) && (is(b) || isUnknown(b));
}

function promoted(a: Type, b: Type): Type {
  if (!isNumber(a) || !isNumber(b)) return UNKNOWN;
  return a.kind === 'float' || b.kind === 'float' ? FLOAT : INT;
}

function isMembership(a: Type, b: Type): boolean {
  if (b.kind === 'map') return isUnknown(a) || isString(a);
  if (b.kind === 'list') return isComparable(a, b.of);
  return isUnknown(b) || (isUnknown(a) && isString(b));
}

function typeOfDefault(a: Type, b: Type): Type {
  if (a.kind === 'nil') return b;
  if (b.kind === 'nil') return a;
  return isAssignable(b, a) ? a : UNKNOWN;
}

// What expr-lang compiles for operands of one type: `==` of two ints or two strings (compiler.equalBinaryNode), and `in`
// a list of nothing but such literals, which becomes a set (optimizer.inArray).
function exactType(node: NodeOf<'binary'>, left: Checked, right: Checked): 'int' | 'string' | undefined {
  const [a, b] = [left.type.kind, right.type.kind];
  if (node.op === '==' || node.op === '!=') return a === b && (a === 'int' || a === 'string') ? a : undefined;
  if (node.op !== 'in' || right.node.kind !== 'list' || right.node.items.length === 0) return undefined;
  const { items } = right.node;
  if (a === 'int' && items.every(isIntLiteral)) return 'int';
  return items.every((item) => item.kind === 'literal' && typeof item.value === 'string')
    ? 'string'
    : undefined;
}

function isIntLiteral(node: Node): boolean {
  return node.kind === 'literal' && isInt(node.value);
}

function isBool({ kind }: Type): boolean {
  return kind === 'bool';
}

function isString({ kind }: Type): boolean {
  return kind === 'string';
}

function hint({ op }: NodeOf<'binary'>, a: Type, b: Type): string | undefined {
  if (op === '%') return 'it takes integers: int(result) % 2';
  const one = (is: (type: Type) => boolean): boolean => is(a) || is(b);
  if (one(isString) && one(isNumber)) return 'asFloat(…) reads a string as a number';
  if (one(({ kind }) => kind === 'list') && one(isNumber)) return 'an item of a list is result[0]';
  return undefined;
}
