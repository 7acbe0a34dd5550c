import { calculate, negate } from './arithmetic.ts';
import { combine } from './combine.ts';
import type { Literal, Node, NodeOf, Operator } from './syntax.ts';
import { TypeMismatch } from './type-mismatch.ts';
import { isInt, isNumeric } from './values.ts';

/**
 * What expr-lang makes of a checked expression before it runs (optimizer/fold.go, predicate_combination.go, sum_array.go). It has
 * to be done here too, as it changes what an expression comes to: `x && false` never evaluates x, which may be an error.
 * Pure. Throws TypeMismatch for `1 % 0`, though nobody may ever come there, and ConditionError.
 */
export function optimize(node: Node): Node {
  return rebuild(rebuild(rebuild(node, fold), combine), unrollSum);
}

/** The tree with every part replaced, the innermost first. */
function rebuild(node: Node, replace: (node: Node) => Node): Node {
  const inner = (part: Node): Node => rebuild(part, replace);
  switch (node.kind) {
    case 'literal':
    case 'result':
    case 'element':
      return replace(node);
    case 'list':
      return replace({ ...node, items: node.items.map(inner) });
    case 'member':
      return replace({ ...node, of: inner(node.of), key: inner(node.key) });
    case 'chain':
    case 'unary':
      return replace({ ...node, of: inner(node.of) });
    case 'binary':
      return replace({ ...node, left: inner(node.left), right: inner(node.right) });
    case 'choice':
      return replace({ ...node, test: inner(node.test), yes: inner(node.yes), no: inner(node.no) });
    case 'call':
      return replace({ ...node, args: node.args.map(inner) });
    case 'each':
      return replace({ ...node, of: inner(node.of), ...(node.test && { test: inner(node.test) }) });
  }
}

function fold(node: Node): Node {
  if (node.kind === 'unary') return foldUnary(node);
  if (node.kind === 'binary') return foldBinary(node);
  if (node.kind === 'list' && node.items.length > 0 && node.items.every(isSettled))
    return { ...node, settled: true };
  return node;
}

function isSettled(node: Node): boolean {
  return node.kind === 'literal' && node.value !== null;
}

// The sum of a list of two or more parts, not all of them literals, is these parts added from behind (sum_array.go).
function unrollSum(node: Node): Node {
  const [list] = node.kind === 'call' && node.name === 'sum' ? node.args : [];
  if (list?.kind !== 'list' || list.settled === true || list.items.length < 2) return node;
  return list.items.reduceRight((right, left) => ({ kind: 'binary', op: '+', left, right, at: node.at }));
}

function foldUnary(node: NodeOf<'unary'>): Node {
  if (node.of.kind !== 'literal') return node;
  const { value } = node.of;
  if (node.op === '!') return typeof value === 'boolean' ? literal(node, !value) : node;
  if (!isNumeric(value)) return node;
  return literal(node, node.op === '-' ? (negate(value) as Literal) : value);
}

function foldBinary(node: NodeOf<'binary'>): Node {
  const { op, left, right } = node;
  if (op === '&&' || op === '||') return foldLogic(node, op === '&&');
  if (left.kind !== 'literal' || right.kind !== 'literal') return node;
  const [a, b] = [left.value, right.value];
  if (op === '==') return isEqualFolded(a, b) ? literal(node, same(a, b)) : node;
  if (!isFoldable(op, a, b)) return node;
  if (op === '%' && isInt(b) && b.value === 0n) throw new TypeMismatch('"%" cannot divide by zero', node.at);
  return literal(node, calculate(op, a, b) as Literal);
}

function isFoldable(op: Operator, a: Literal, b: Literal): boolean {
  if (op === '%') return isInt(a) && isInt(b);
  if (op === '+' && typeof a === 'string' && typeof b === 'string') return true;
  return (op === '+' || op === '-' || op === '*' || op === '/') && isNumeric(a) && isNumeric(b);
}

// Of two floats `==` is left to the run time, of anything else alike it is known.
function isEqualFolded(a: Literal, b: Literal): boolean {
  return (
    (isInt(a) && isInt(b)) || (typeof a === typeof b && (typeof a === 'string' || typeof a === 'boolean'))
  );
}

function same(a: Literal, b: Literal): boolean {
  return isInt(a) && isInt(b) ? a.value === b.value : a === b;
}

/** `neutral` is the side that changes nothing: true under &&, false under ||. */
function foldLogic(node: NodeOf<'binary'>, neutral: boolean): Node {
  const [a, b] = [boolOf(node.left), boolOf(node.right)];
  if (a === neutral) return node.right;
  if (b === neutral) return node.left;
  return a === undefined && b === undefined ? node : literal(node, !neutral);
}

function boolOf(node: Node): boolean | undefined {
  return node.kind === 'literal' && typeof node.value === 'boolean' ? node.value : undefined;
}

function literal({ at }: Node, value: Literal): Node {
  return { kind: 'literal', value, at };
}
