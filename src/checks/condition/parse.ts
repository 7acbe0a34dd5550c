import { mistake, unsupported } from './condition-error.ts';
import { readOperand } from './operand.ts';
import { Reader } from './reader.ts';
import type { Node, Operator } from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

// Of expr-lang 1.17.7 (parser/operator/operator.go): `not` binds tighter than `==` and `in`, unary minus tighter than
// `*`, and `??` tighter than all.
const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ['|', 0],
  ['or', 10],
  ['||', 10],
  ['and', 15],
  ['&&', 15],
  ...['==', '!=', '<', '>', '<=', '>=', 'in', 'matches', 'contains', 'startsWith', 'endsWith'].map(
    (operator) => [operator, 20] as const,
  ),
  ['..', 25],
  ['+', 30],
  ['-', 30],
  ['*', 60],
  ['/', 60],
  ['%', 60],
  ['**', 100],
  ['^', 100],
  ['??', 500],
]);

const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['|', 'a pipe ("|")'],
  ['matches', 'a regular expression ("matches")'],
  ['..', 'a range ("..")'],
  ['**', 'a power ("**")'],
  ['^', 'a power ("^")'],
]);

const COMPARISONS: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);
const NEGATED: ReadonlySet<string> = new Set(['in', 'matches', 'contains', 'startsWith', 'endsWith']);
const SPELLED: ReadonlyMap<string, Operator> = new Map([
  ['or', '||'],
  ['and', '&&'],
]);

/** The tree of an expression, read with the precedences of expr-lang 1.17.7. Pure. Throws ConditionError. */
export function parse(text: string): Node {
  const reader = new Reader(tokenize(text));
  const { kind, at } = reader.current;
  if (kind === 'end') throw mistake('an empty expression', at, 'write for example result >= 0.95');
  const node = readExpression(reader, 0);
  if (reader.is(';')) throw unsupported('a sequence (";")', reader.current.at);
  if (reader.current.kind !== 'end') throw reader.unexpected('an operator or the end is expected');
  return node;
}

/** Reads as far as operators bind at least this tight; 0 reads a whole expression. Throws ConditionError. */
function readExpression(reader: Reader, precedence: number): Node {
  for (const word of ['let', 'if']) if (reader.is(word)) throw unsupported(`"${word}"`, reader.current.at);
  const node = reader.nested(() => readOperators(reader, precedence));
  return precedence === 0 ? readChoice(reader, node) : node;
}

function readOperators(reader: Reader, precedence: number): Node {
  let left = readOperand(reader, (tightness) => readExpression(reader, tightness));
  let before = '';
  for (;;) {
    const negated = reader.is('not');
    const token = negated ? reader.following : reader.current;
    if (negated && !NEGATED.has(token.text)) throw reader.unexpected('an operator is expected');
    const own = token.kind === 'operator' ? PRECEDENCE.get(token.text) : undefined;
    if (own === undefined || own < precedence) return left;
    const refused = UNSUPPORTED.get(token.text);
    if (refused !== undefined) throw unsupported(refused, token.at);
    if (before === '??' && token.text !== '??')
      throw mistake(`"${token.text}" beside "??"`, token.at, 'put one of them in parentheses');
    if (negated) reader.next();
    reader.next();
    left = COMPARISONS.has(token.text)
      ? readComparisons(reader, left, token, own)
      : binary(left, token, readExpression(reader, own + 1));
    if (negated) left = { kind: 'unary', op: '!', of: left, at: token.at };
    before = token.text;
  }
}

/** `1 < result < 5` is both comparisons. */
function readComparisons(reader: Reader, first: Node, operator: Token, precedence: number): Node {
  let left = readExpression(reader, precedence + 1);
  let all = binary(first, operator, left);
  while (reader.current.kind === 'operator' && COMPARISONS.has(reader.current.text)) {
    const token = reader.next();
    const right = readExpression(reader, precedence + 1);
    all = { kind: 'binary', op: '&&', left: all, right: binary(left, token, right), at: token.at };
    left = right;
  }
  return all;
}

function binary(left: Node, { text, at }: Token, right: Node): Node {
  return { kind: 'binary', op: SPELLED.get(text) ?? (text as Operator), left, right, at };
}

function readChoice(reader: Reader, first: Node): Node {
  let node = first;
  while (reader.is('?')) {
    const { at } = reader.next();
    const test = node;
    // `a ?: b` is `a ? a : b`.
    const yes = reader.is(':') ? test : readExpression(reader, 0);
    reader.expect(':', 'a choice is condition ? one : other');
    node = { kind: 'choice', test, yes, no: readExpression(reader, 0), at };
  }
  return node;
}
