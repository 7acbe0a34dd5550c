import { mistake } from './condition-error.ts';
import { readQuoted, readRaw } from './strings.ts';

/** A word of an expression. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'bracket' | 'end';
  /** As written; of a string, what it stands for. */
  readonly text: string;
  /** Where it begins, counted from 0. */
  readonly at: number;
}

// The classes of characters are Go's: unicode.IsSpace, IsLetter, IsDigit.
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\//y;
const NUMBER =
  /(?:0[xX][\da-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|[\d_]*)(?:\.(?!\.)[\d_]*)?(?:[eE][+-]?[\d_]*)?/y;
const HEX = /0[xX][\da-fA-F_]*(?:\.(?!\.)[\da-fA-F_]*)?(?:[eE][+-]?[\da-fA-F_]*)?/y;
const NAME = /[\p{L}\p{Nd}_$]+/uy;
const OPERATOR = /\|\|?|::?|\?[.?]?|[&!=*<>][&=*]?|\.\.?|##?|[,;%+\-^/]/y;
const BRACKET = /[()[\]{}]/y;

/** Words that are operators and never names, except after a dot. */
const WORDS = new Set('not in or and matches contains startsWith endsWith let if else'.split(' '));

/**
 * The words of an expression, split as the lexer of expr-lang 1.17.7 splits them (parser/lexer/state.go): what it reads
 * as one operator, such as `?.5`, is one here. The last one is the end. Pure. Throws ConditionError.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const skipped = match(SPACE, text, at) || match(COMMENT, text, at);
    if (skipped !== '') {
      at += skipped.length;
      continue;
    }
    const { token, length } = tokenAt(text, at);
    const before = tokens.at(-1);
    // A word right behind # is the name of a pointer, `in` and `and` too: `#in list` is no membership.
    const pointer =
      before?.text.startsWith('#') === true && before.kind === 'operator' && text.charAt(at - 1) === '#';
    tokens.push(pointer && WORDS.has(token.text) ? { ...token, kind: 'name' } : token);
    at += length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}

function tokenAt(text: string, at: number): { readonly token: Token; readonly length: number } {
  const first = text.charAt(at);
  if (first === '"' || first === "'" || first === '`') {
    const { value, length } = first === '`' ? readRaw(text, at) : readQuoted(text, at);
    return { token: { kind: 'string', text: value, at }, length };
  }
  if (text.startsWith('/*', at)) throw mistake('a comment that never ends', at, 'close it with `*/`');
  const [kind, found] = /^\.?\d/.test(text.slice(at, at + 2))
    ? (['number', number(text, at)] as const)
    : word(text, at);
  return { token: { kind, text: found, at }, length: found.length };
}

function word(text: string, at: number): readonly [Token['kind'], string] {
  const name = match(NAME, text, at);
  if (name !== '') return [WORDS.has(name) ? 'operator' : 'name', name];
  const bracket = match(BRACKET, text, at);
  if (bracket !== '') return ['bracket', bracket];
  const operator = match(OPERATOR, text, at);
  if (operator !== '') return ['operator', operator];
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const quotes = /[\u2018-\u201f\u00ab\u00bb]/.test(character);
  throw mistake(
    `"${character}", which no expression has,`,
    at,
    quotes ? 'quote text with " or \', not with typographic quotes' : undefined,
  );
}

function number(text: string, at: number): string {
  const found = match(/^0[xX]/.test(text.slice(at, at + 2)) ? HEX : NUMBER, text, at);
  const tail = match(NAME, text, at + found.length);
  if (tail !== '')
    throw mistake(
      `"${found}${tail}", which is neither a number nor a name,`,
      at,
      'numbers have no units: 500ms is 0.5 or 500, as the result is measured',
    );
  return found;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
