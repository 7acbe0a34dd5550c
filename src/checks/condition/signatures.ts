import type { Checked } from './check.ts';
import type { Node, NodeOf } from './syntax.ts';
import { TypeMismatch } from './type-mismatch.ts';
import {
  ANY,
  BOOL,
  FLOAT,
  INT,
  INT64,
  STRING,
  type Type,
  UNKNOWN,
  isInteger,
  isNumber,
  isUnknown,
  nameType,
} from './types.ts';
import { isInt, toFloat } from './values.ts';

interface Signature {
  /** How many arguments at least and at most. */
  readonly count: readonly [number, number];
  /** Which arguments it takes, besides values of which nothing is known. */
  readonly takes: (type: Type) => boolean;
  /** What it gives. */
  readonly gives: (first: Type, others: readonly Type[]) => Type;
  /** Arguments behind the first of this type, or of which nothing is known, are not looked at. */
  readonly until?: (type: Type) => boolean;
}

const isString = ({ kind }: Type): boolean => kind === 'string';
const isFloat = (type: Type): boolean => type.kind === 'float';
const isAny = (): boolean => true;
const hasLength = ({ kind }: Type): boolean => kind === 'list' || kind === 'map' || kind === 'string';
const isList = ({ kind }: Type): boolean => kind === 'list';
const isReadable = (type: Type): boolean => isNumber(type) || isString(type);

// Of builtin.Builtins of expr-lang 1.17.7, and of the environment that Argo gives (utils/evaluate/evaluate.go).
const SIGNATURES: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['len', { count: [1, 1], takes: hasLength, gives: () => INT }],
  ['abs', { count: [1, 1], takes: isNumber, gives: (arg) => (isUnknown(arg) ? ANY : arg) }],
  ['ceil', { count: [1, 1], takes: isNumber, gives: () => FLOAT }],
  ['floor', { count: [1, 1], takes: isNumber, gives: () => FLOAT }],
  ['round', { count: [1, 1], takes: isNumber, gives: () => FLOAT }],
  ['int', { count: [1, 1], takes: isReadable, gives: () => INT }],
  ['float', { count: [1, 1], takes: isReadable, gives: () => FLOAT }],
  ['string', { count: [1, 1], takes: isAny, gives: () => STRING }],
  ['trim', { count: [1, 2], takes: isString, gives: () => STRING }],
  ['lower', { count: [1, 1], takes: isString, gives: () => STRING }],
  ['upper', { count: [1, 1], takes: isString, gives: () => STRING }],
  ['max', { count: [1, Infinity], takes: isNumber, gives: typeOfExtreme, until: isList }],
  ['min', { count: [1, Infinity], takes: isNumber, gives: typeOfExtreme, until: isList }],
  ['mean', { count: [1, Infinity], takes: isNumber, gives: typeOfExtreme, until: isList }],
  ['sum', { count: [1, 1], takes: isList, gives: (arg) => (arg.kind === 'list' ? arg.of : UNKNOWN) }],
  ['first', { count: [1, 1], takes: isList, gives: typeOfItem }],
  ['last', { count: [1, 1], takes: isList, gives: typeOfItem }],
  ['isNaN', { count: [1, 1], takes: isFloat, gives: () => BOOL }],
  ['isInf', { count: [1, 1], takes: isFloat, gives: () => BOOL }],
  ['isNil', { count: [1, 1], takes: isAny, gives: () => BOOL }],
  ['default', { count: [2, 2], takes: isAny, gives: () => ANY }],
  ['asInt', { count: [1, 1], takes: isAny, gives: () => INT64 }],
  ['asFloat', { count: [1, 1], takes: isAny, gives: () => FLOAT }],
]);

/** Checks how many arguments a call has, and their types (checkFunction of the checker). Pure. Throws TypeMismatch. */
export function checkCall(node: NodeOf<'call'>, args: readonly Checked[]): Checked {
  const signature = SIGNATURES.get(node.name);
  if (!signature) throw new TypeMismatch(`there is no function "${node.name}"`, node.at);
  const [least, most] = signature.count;
  if (args.length < least || args.length > most)
    throw new TypeMismatch(`${node.name} takes ${howMany(least, most)}, not ${String(args.length)}`, node.at);
  const floats = signature.takes === isFloat;
  const wrong = lookedAt(signature, args).find(
    ({ type }) => !signature.takes(type) && !isUnknown(type) && !(floats && isInteger(type)),
  );
  if (wrong) throw new TypeMismatch(`${node.name} cannot take ${nameType(wrong.type)}`, wrong.node.at);
  const given = args.map((arg) => (floats && isInteger(arg.type) ? withFloats(arg.node) : arg.node));
  return { node: { ...node, args: given }, type: typeOfCall(signature, args) };
}

function typeOfCall({ gives }: Signature, args: readonly Checked[]): Type {
  const [first = ANY, ...others] = args.map(({ type }) => type);
  return gives(first, others);
}

function howMany(least: number, most: number): string {
  if (least === most) return `${String(least)} argument${most === 1 ? '' : 's'}`;
  return most === Infinity
    ? `at least ${String(least)} argument`
    : `${String(least)} or ${String(most)} arguments`;
}

function lookedAt({ until }: Signature, args: readonly Checked[]): readonly Checked[] {
  const end = until ? args.findIndex(({ type }) => until(type) || isUnknown(type)) : -1;
  return end === -1 ? args : args.slice(0, end);
}

// Even the mean of integers passes for an integer (validateAggregateFunc).
function typeOfExtreme(first: Type, others: readonly Type[]): Type {
  return [first, ...others].every(isNumber) ? first : ANY;
}

function typeOfItem(list: Type): Type {
  return list.kind === 'list' && list.vector ? list.of : ANY;
}

// Where a function of Go wants a float, integer literals are made floats, under signs, + - and * alone
// (traverseAndReplaceIntegerNodesWithFloatNodes); any other integer is an error when it is called.
function withFloats(node: Node): Node {
  if (node.kind === 'literal' && isInt(node.value)) return { ...node, value: toFloat(node.value) };
  if (node.kind === 'unary') return { ...node, of: withFloats(node.of) };
  if (node.kind === 'binary' && ['+', '-', '*'].includes(node.op))
    return { ...node, left: withFloats(node.left), right: withFloats(node.right) };
  return node;
}
