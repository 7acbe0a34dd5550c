import { unsupported } from './condition-error.ts';
import { isQuantifier, requireFunction, unknownValue } from './names.ts';
import { readNumber } from './numbers.ts';
import { readMembers } from './postfix.ts';
import { type ReadExpression, type Reader, isWord } from './reader.ts';
import type { Literal, Node } from './syntax.ts';
import type { Token } from './tokens.ts';

const UNARY: ReadonlyMap<string, readonly ['!' | '-' | '+', number]> = new Map([
  ['not', ['!', 50]],
  ['!', ['!', 50]],
  ['-', ['-', 90]],
  ['+', ['+', 90]],
]);

const CONSTANTS: ReadonlyMap<string, Literal> = new Map([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

/** Reads what stands beside operators, with its signs before and its members behind. Throws ConditionError. */
export function readOperand(reader: Reader, expression: ReadExpression): Node {
  const { kind, text, at } = reader.current;
  const sign = kind === 'operator' ? UNARY.get(text) : undefined;
  if (sign) {
    reader.next();
    const node: Node = { kind: 'unary', op: sign[0], of: expression(sign[1]), at };
    return readMembers(reader, node, expression);
  }
  // Neither a number nor a constant has members: `true.x` and `1[0]` are errors, `"x"[0]` is none yet.
  if (kind === 'number') return { kind: 'literal', value: readNumber(reader.next()), at };
  const constant = kind === 'name' ? CONSTANTS.get(text) : undefined;
  if (constant === undefined) return readMembers(reader, readBase(reader, expression), expression);
  reader.next();
  return { kind: 'literal', value: constant, at };
}

function readBase(reader: Reader, expression: ReadExpression): Node {
  const token = reader.current;
  if (reader.inPredicate && (reader.is('#') || reader.is('.'))) return readElement(reader);
  if (token.kind === 'name') return readName(reader, expression);
  if (token.kind === 'string') return { kind: 'literal', value: reader.next().text, at: token.at };
  if (reader.take('(')) {
    const node = expression(0);
    if (reader.is(';')) throw unsupported('a sequence (";")', reader.current.at);
    reader.expect(')');
    return node;
  }
  if (reader.is('[')) return { kind: 'list', items: readItems(reader, '[', ']', expression), at: token.at };
  if (isWord(token, '{')) throw brace(reader);
  if (isWord(token, '::')) throw unsupported('"::"', token.at);
  if (isWord(token, '#'))
    throw reader.unexpected('a value is expected', '# has a meaning only within all(list, …) and its like');
  throw reader.unexpected('a value is expected');
}

function brace(reader: Reader): Error {
  return isWord(reader.following, '{')
    ? reader.unexpected('a value is expected', 'an argument {{args.name}} was not filled in')
    : unsupported('a map ("{")', reader.current.at);
}

/** `#`, or nothing before `.field`, which stands for `#.field`. */
function readElement(reader: Reader): Node {
  const { at } = reader.current;
  const { kind, text } = reader.take('#') ? reader.current : { kind: 'operator', text: '' };
  if (kind === 'name') throw unsupported(`"#${text}"`, at);
  return { kind: 'element', at };
}

function readName(reader: Reader, expression: ReadExpression): Node {
  const token = reader.next();
  const { text, at } = token;
  if (!reader.is('(')) {
    if (text === 'result') return { kind: 'result', at };
    throw unknownValue(token);
  }
  if (isQuantifier(text)) return readEach(reader, token, expression);
  requireFunction(token);
  if (text === 'sum') return readSum(reader, at, expression);
  return { kind: 'call', name: text, args: readItems(reader, '(', ')', expression), at };
}

/** `sum(list)`; with a predicate it is a thing of its own. */
function readSum(reader: Reader, at: number, expression: ReadExpression): Node {
  reader.expect('(');
  const list = expression(0);
  if (reader.is(',')) throw unsupported('a sum with a predicate', at);
  reader.expect(')');
  return { kind: 'call', name: 'sum', args: [list], at };
}

function readEach(reader: Reader, { text, at }: Token, expression: ReadExpression): Node {
  reader.expect('(');
  const of = expression(0);
  const name = isQuantifier(text) ? text : 'all';
  if (name === 'count' && reader.take(')')) return { kind: 'each', name, of, at };
  reader.expect(',', `${name} takes a list and a predicate, such as ${name}(result, # > 0)`);
  const test = reader.predicate(() => readPredicate(reader, expression));
  reader.take(',');
  reader.expect(')');
  return { kind: 'each', name, of, test, at };
}

function readPredicate(reader: Reader, expression: ReadExpression): Node {
  const braces = reader.take('{');
  const node = expression(0);
  if (reader.is(';')) throw unsupported('a sequence (";")', reader.current.at);
  if (braces) reader.expect('}');
  return node;
}

/** Items between brackets; a comma may follow the last one. */
function readItems(reader: Reader, open: string, close: string, expression: ReadExpression): readonly Node[] {
  reader.expect(open);
  const items: Node[] = [];
  while (!reader.is(close)) {
    items.push(expression(0));
    if (!reader.is(close)) reader.expect(',');
  }
  reader.expect(close);
  return items;
}
