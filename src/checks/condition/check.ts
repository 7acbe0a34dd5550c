import { checkBinary } from './check-binary.ts';
import { checkMember } from './check-member.ts';
import { checkCall } from './signatures.ts';
import type { Node, NodeOf } from './syntax.ts';
import { TypeMismatch } from './type-mismatch.ts';
import {
  ANY,
  BOOL,
  FLOAT,
  INT,
  NIL,
  STRING,
  type Type,
  UNKNOWN,
  isAssignable,
  isNumber,
  isSameKind,
  isUnknown,
  listOf,
  nameType,
} from './types.ts';

/** A part with what is known of its value before it is evaluated. */
export interface Checked {
  readonly node: Node;
  readonly type: Type;
}

/** What is known where a part stands. */
export interface Scope {
  readonly result: Type;
  /** Within a predicate: of an element. Undefined elsewhere, and where the collection is unknown. */
  readonly element?: Type;
}

/**
 * Checks the types of an expression for a result of one type, as expr-lang does each time that Argo compiles it
 * (checker/checker.go), and marks what is compiled for one type alone. Pure. Throws TypeMismatch.
 */
export function check(node: Node, scope: Scope): Checked {
  switch (node.kind) {
    case 'literal':
      return { node, type: typeOfLiteral(node.value) };
    case 'result':
      return { node, type: scope.result };
    case 'element':
      return { node, type: scope.element ?? UNKNOWN };
    case 'list':
      return checkList(node, scope);
    case 'member':
      return checkMember(node, check(node.of, scope), check(node.key, scope));
    case 'chain': {
      const of = check(node.of, scope);
      return { node: { ...node, of: of.node }, type: of.type };
    }
    case 'unary':
      return checkUnary(node, scope);
    case 'binary': {
      const [left, right] = [check(node.left, scope), check(node.right, scope)];
      return checkBinary(node, left, right);
    }
    case 'choice':
      return checkChoice(node, scope);
    case 'call':
      return checkCall(
        node,
        node.args.map((arg) => check(arg, scope)),
      );
    case 'each':
      return checkEach(node, scope);
  }
}

function typeOfLiteral(value: NodeOf<'literal'>['value']): Type {
  if (value === null) return NIL;
  if (typeof value === 'boolean') return BOOL;
  if (typeof value === 'string') return STRING;
  return typeof value === 'number' ? FLOAT : INT;
}

function checkList(node: NodeOf<'list'>, scope: Scope): Checked {
  const items = node.items.map((item) => check(item, scope));
  const types = items.map(({ type }) => type);
  const same = types.every((type, i) => i === 0 || isSameKind(type, types[i - 1] ?? UNKNOWN));
  return {
    node: { ...node, items: items.map((item) => item.node) },
    type: listOf(same ? (types.at(-1) ?? UNKNOWN) : ANY),
  };
}

function checkUnary(node: NodeOf<'unary'>, scope: Scope): Checked {
  const of = check(node.of, scope);
  const checked = { ...node, of: of.node };
  const fits = node.op === '!' ? of.type.kind === 'bool' : isNumber(of.type);
  if (!fits && !isUnknown(of.type))
    throw new TypeMismatch(
      `"${node.op === '!' ? 'not' : node.op}" cannot take ${nameType(of.type)}`,
      node.at,
      node.op === '!' ? 'it binds tighter than comparisons: not (a == b)' : undefined,
    );
  if (node.op === '!') return { node: checked, type: BOOL };
  return { node: checked, type: fits ? of.type : UNKNOWN };
}

function checkChoice(node: NodeOf<'choice'>, scope: Scope): Checked {
  const [test, yes, no] = [check(node.test, scope), check(node.yes, scope), check(node.no, scope)];
  if (test.type.kind !== 'bool' && !isUnknown(test.type))
    throw new TypeMismatch(`${nameType(test.type)} decides nothing before "?"`, node.test.at);
  return {
    node: { ...node, test: test.node, yes: yes.node, no: no.node },
    type: typeOfChoice(yes.type, no.type),
  };
}

// The type of the first is taken for both wherever it could be assigned to the second: a choice between 1 and what is
// unknown passes for an integer, and fails at run time where that matters.
function typeOfChoice(yes: Type, no: Type): Type {
  if (yes.kind === 'nil') return no;
  if (no.kind === 'nil') return yes;
  if (!isAssignable(yes, no)) return UNKNOWN;
  if (
    yes.kind === 'list' &&
    no.kind === 'list' &&
    !(isAssignable(yes.of, no.of) && isAssignable(no.of, yes.of))
  )
    return listOf(ANY);
  return yes;
}

function checkEach(node: NodeOf<'each'>, scope: Scope): Checked {
  const of = check(node.of, scope);
  if (of.type.kind !== 'list' && !isUnknown(of.type))
    throw new TypeMismatch(`${node.name} takes a list, not ${nameType(of.type)}`, node.of.at);
  const type = node.name === 'count' ? INT : BOOL;
  if (!node.test) return { node: { ...node, of: of.node }, type };
  const element = of.type.kind === 'list' ? of.type.of : UNKNOWN;
  const test = check(node.test, { ...scope, element });
  if (test.type.kind !== 'bool' && !isUnknown(test.type))
    throw new TypeMismatch(
      `the predicate of ${node.name} gives ${nameType(test.type)} and not true or false`,
      node.test.at,
    );
  return { node: { ...node, of: of.node, test: test.node }, type };
}
