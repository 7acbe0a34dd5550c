import { calculate, negate } from './arithmetic.ts';
import { compareText, equal, isIn, order } from './compare.ts';
import { isAlike, requireKey } from './exact.ts';
import { CALLS } from './functions.ts';
import { evaluateMember } from './members.ts';
import { evaluateEach } from './quantifiers.ts';
import { type Sight, countSize, makeList } from './sight.ts';
import type { Node, NodeOf } from './syntax.ts';
import { type Value, isTrue } from './values.ts';

/** The value of an optimized expression, as expr-lang's machine computes it (vm/vm.go). Throws Error. */
export function evaluate(node: Node, sight: Sight): Value {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'result':
      return sight.result;
    case 'element':
      if (!sight.element) throw new Error('# has a meaning only within a predicate');
      return sight.element();
    case 'list':
      return makeList(
        node.items.map((item) => evaluate(item, sight)),
        node.settled === true ? undefined : sight.memory,
      );
    case 'member':
    case 'chain':
      return evaluateMember(node, (part) => evaluate(part, sight));
    case 'unary':
      return evaluateUnary(node, sight);
    case 'binary':
      return evaluateBinary(node, sight);
    case 'choice':
      return evaluate(truth(node.test, sight, '?') ? node.yes : node.no, sight);
    case 'call':
      return evaluateCall(node, sight);
    case 'each':
      return evaluateEach(node, sight, evaluate);
  }
}

function truth(node: Node, sight: Sight, operator: string): boolean {
  return isTrue(evaluate(node, sight), operator);
}

function evaluateUnary({ op, of }: NodeOf<'unary'>, sight: Sight): Value {
  if (op === '!') return !truth(of, sight, 'not');
  const value = evaluate(of, sight);
  // A plus sign is not compiled at all: it lets through whatever comes.
  return op === '-' ? negate(value) : value;
}

function evaluateCall({ name: called, args }: NodeOf<'call'>, sight: Sight): Value {
  const call = CALLS.get(called);
  if (!call) throw new Error(`there is no function "${called}"`);
  const values = args.map((arg) => evaluate(arg, sight));
  for (const value of values) countSize(sight.memory, value);
  return call(values, sight.result);
}

function evaluateBinary(node: NodeOf<'binary'>, sight: Sight): Value {
  const { op, left, right, exact } = node;
  const a = evaluate(left, sight);
  if (op === '??') return a ?? evaluate(right, sight);
  // What the right side gives is not looked at here: whoever takes it does that.
  if (op === '&&') return isTrue(a, op) ? evaluate(right, sight) : false;
  if (op === '||') return isTrue(a, op) ? true : evaluate(right, sight);
  const b = evaluate(right, sight);
  countSize(sight.memory, a);
  countSize(sight.memory, b);
  switch (op) {
    case '==':
      return isAlike(exact, a, b) && equal(a, b);
    case '!=':
      return !(isAlike(exact, a, b) && equal(a, b));
    case '<':
      return order(a, b, op) < 0;
    case '>':
      return order(a, b, op) > 0;
    case '<=':
      return order(a, b, op) <= 0;
    case '>=':
      return order(a, b, op) >= 0;
    case 'in':
      return exact ? isIn(requireKey(exact, a), b) : isIn(a, b);
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return compareText(op, a, b);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return calculate(op, a, b);
  }
}
