import { mistake } from './condition-error.ts';

/** A string literal: what it stands for, and how many characters of the expression it takes. */
export interface StringLiteral {
  readonly value: string;
  readonly length: number;
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
]);
const CODES = /x([\da-fA-F]{2})|u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-3][0-7]{2})/y;

/** Reads `"…"` or `'…'` with the escapes of expr-lang (parser/lexer/utils.go). Pure. Throws ConditionError. */
export function readQuoted(text: string, start: number): StringLiteral {
  const quote = text.charAt(start);
  let value = '';
  let at = start + 1;
  for (;;) {
    const character = text.charAt(at);
    if (character === '' || character === '\n') throw unfinished(start);
    if (character === quote) return { value, length: at + 1 - start };
    if (character === '\\') {
      const escaped = readEscape(text, at, quote);
      value += escaped.value;
      at += escaped.length;
    } else {
      // A lone carriage return is read as a line's end.
      value += character === '\r' ? '\n' : character;
      at++;
    }
  }
}

/** Reads a raw string between backticks; a doubled one stands for one. Pure. Throws ConditionError. */
export function readRaw(text: string, start: number): StringLiteral {
  let value = '';
  let at = start + 1;
  for (;;) {
    const character = text.charAt(at);
    if (character === '') throw unfinished(start);
    if (character !== '`') {
      value += character;
      at++;
    } else if (text.charAt(at + 1) === '`') {
      value += '`';
      at += 2;
    } else return { value, length: at + 1 - start };
  }
}

function readEscape(text: string, at: number, quote: string): StringLiteral {
  const letter = text.charAt(at + 1);
  const simple = letter === quote ? quote : SIMPLE.get(letter);
  if (simple !== undefined) return { value: simple, length: 2 };
  CODES.lastIndex = at + 1;
  const found = CODES.exec(text);
  const digits = found?.slice(1, 5).find((group) => group !== undefined);
  const code = digits === undefined ? Number.parseInt(found?.[5] ?? '', 8) : Number.parseInt(digits, 16);
  if (!found || !(code <= 0x10ffff))
    throw mistake(
      `the escape "\\${letter}", which strings do not know,`,
      at,
      'write a backslash as \\\\, or the string between backticks',
    );
  // Half of a surrogate pair is no character: Go writes the replacement character instead.
  return { value: String.fromCodePoint(code).toWellFormed(), length: found[0].length + 1 };
}

function unfinished(start: number): Error {
  return mistake('a string that never ends', start, 'close it with the same quote, on the same line');
}
