import { type ConditionError, mistake, unsupported } from './condition-error.ts';
import type { Node } from './syntax.ts';
import type { Token } from './tokens.ts';

/** What expr-lang takes at most (conf.DefaultMaxNodes); fewer here, as what it counts is not counted part by part. */
const MOST_TOKENS = 2_000;
/** So deep nobody writes, and no stack of ours runs over. */
const DEEPEST = 100;

/** Reads as far as operators bind at least this tight; 0 reads a whole expression. */
export type ReadExpression = (precedence: number) => Node;

/** The words of an expression that are still to be read. */
export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  /** How many predicates are around: `#` and `.field` have a meaning only within one. */
  #predicates = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    const last = tokens[MOST_TOKENS];
    if (last) throw unsupported(`an expression of more than ${String(MOST_TOKENS)} words`, last.at);
  }

  /** The next word. */
  get current(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', at: 0 };
  }

  /** The word after the next one. */
  get following(): Token {
    return this.#tokens[this.#at + 1] ?? this.current;
  }

  get inPredicate(): boolean {
    return this.#predicates > 0;
  }

  /** Takes the next word. */
  next(): Token {
    const token = this.current;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Whether the next word is this operator or bracket. */
  is(text: string): boolean {
    return isWord(this.current, text);
  }

  /** Takes the next word if it is this operator or bracket. */
  take(text: string): boolean {
    const found = this.is(text);
    if (found) this.next();
    return found;
  }

  /** Takes this operator or bracket; throws ConditionError if something else comes. */
  expect(text: string, hint?: string): void {
    if (!this.take(text)) throw this.unexpected(`"${text}" is missing`, hint);
  }

  /** Reads something that nests, within the depth that is allowed. */
  nested(read: () => Node): Node {
    if (++this.#depth > DEEPEST)
      throw unsupported(`an expression nested more than ${String(DEEPEST)} times`, this.current.at);
    const node = read();
    this.#depth--;
    return node;
  }

  /** Reads the body of a predicate. */
  predicate(read: () => Node): Node {
    this.#predicates++;
    const node = this.nested(read);
    this.#predicates--;
    return node;
  }

  /** That the next word does not belong here. */
  unexpected(what: string, hint?: string): ConditionError {
    const { kind, text, at } = this.current;
    return mistake(
      `${what}, found ${kind === 'end' ? 'the end' : `"${text}"`}`,
      at,
      hint ?? slip(this.current, this.#tokens[this.#at - 1]),
    );
  }
}

/** Whether a word is this operator or bracket, and not a string or name that reads the same. */
export function isWord({ kind, text }: Token, wanted: string): boolean {
  return (kind === 'operator' || kind === 'bracket') && text === wanted;
}

const SLIPS: ReadonlyMap<string, string> = new Map([
  ['=', 'compare with ==, >= or <='],
  ['&', 'write && or and'],
  ['AND', 'write and'],
  ['OR', 'write or'],
  ['NOT', 'write not'],
  ['IN', 'write in'],
  ['is', 'write =='],
  ['mod', 'write %'],
  [',', 'decimals are written with a dot, and only lists and calls have commas'],
  ['.', '.field without a value before it has a meaning only within all(list, …) and its like'],
]);

/** What people mean who write this word. */
function slip({ kind, text }: Token, before?: Token): string | undefined {
  if (text === '>' && before?.text === '<') return 'unequal is written !=';
  return kind === 'string' ? undefined : SLIPS.get(text);
}
