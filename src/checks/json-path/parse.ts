import { parseFilter } from './filter.ts';
import { parseBrackets } from './brackets.ts';
import { JsonPathError, type Scanner, scanner } from './scanner.ts';

/** How two values of a filter are compared. */
export type Operator = '<' | '>' | '==' | '!=' | '<=' | '>=';

/** One step of a path: what it makes of the values that the step before found. */
export type Step =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'slice'; readonly start?: number; readonly end?: number; readonly by?: number }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'recursive' }
  | { readonly kind: 'union'; readonly paths: readonly (readonly Step[])[] }
  | { readonly kind: 'exists'; readonly left: readonly Step[] }
  | {
      readonly kind: 'filter';
      readonly left: readonly Step[];
      readonly operator: Operator;
      readonly right: readonly Step[];
    }
  /** A value that stands in a filter; `whole` is a number without a dot, which Go keeps apart from all others. */
  | { readonly kind: 'literal'; readonly value: string | number | boolean; readonly whole?: true };

/** The steps of a whole path, `{…}`. Throws JsonPathError. */
export function parseSteps(text: string): readonly Step[] {
  if (!text.startsWith('{'))
    throw new JsonPathError('does not begin with `{`: Kubernetes would take it for plain text');
  const source = scanner(text.slice(1));
  const steps = parseAction(source, '}');
  if (source.rest().trim() !== '')
    throw new JsonPathError('has more after its first `}`, which is not supported');
  if (steps.some(({ kind }) => kind === 'literal'))
    throw new JsonPathError('has a value of its own outside of a filter, which is not supported');
  return steps;
}

/** The steps of a part of a path that has no braces: one side of a filter, one entry of a union. */
export function parsePart(text: string): readonly Step[] {
  return parseAction(scanner(text), '');
}

/** Reads until `end`, which is taken too. */
function parseAction(source: Scanner, end: '}' | ''): readonly Step[] {
  const steps: Step[] = [];
  source.takeMatch(/^ +/);
  source.takeMatch(/^[$@]/);
  for (;;) {
    source.takeMatch(/^ +/);
    const rest = source.rest();
    if (rest === '' && end === '') return steps;
    if (rest === '') throw new JsonPathError('has no closing `}`');
    if (end !== '' && rest.startsWith(end)) {
      source.take(1);
      return steps;
    }
    steps.push(...parseStep(source, steps));
  }
}

function parseStep(source: Scanner, before: readonly Step[]): readonly Step[] {
  const rest = source.rest();
  if (rest.startsWith('..')) return parseRecursive(source, before);
  if (rest.startsWith('.')) return [parseField(source)];
  if (rest.startsWith('[?(')) return [parseFilter(source)];
  if (rest.startsWith('[')) return parseBrackets(source);
  if (/^["']/.test(rest)) return [{ kind: 'literal', value: parseQuote(source) }];
  if (/^[-+\d]/.test(rest)) return [parseNumber(source)];
  const word = source.takeMatch(/^[\p{L}\p{Nd}_][^\s.,[\]$@{}]*/u)?.[0];
  if (word === 'true' || word === 'false') return [{ kind: 'literal', value: word === 'true' }];
  if (word === undefined) throw new JsonPathError(`has a \`${[...rest][0] ?? ''}\` where no step can begin`);
  throw new JsonPathError(
    word === 'range' || word === 'end'
      ? `has \`${word}\`, which is not supported`
      : `has \`${word}\` without a dot before it`,
  );
}

function parseRecursive(source: Scanner, before: readonly Step[]): readonly Step[] {
  if (before.at(-1)?.kind === 'recursive') throw new JsonPathError('has `..` twice at the same place');
  source.take(2);
  const field = /^[\p{L}\p{Nd}_]/u.test(source.rest()) ? [fieldOf(takeName(source))] : [];
  return [{ kind: 'recursive' }, ...field];
}

function parseField(source: Scanner): Step {
  source.take(1);
  return fieldOf(takeName(source));
}

function takeName(source: Scanner): string {
  return source.takeMatch(/^(?:\\[^]|[^\\\s.,[\]$@{}])*/)?.[0] ?? '';
}

function fieldOf(written: string): Step {
  if (written === '') throw new JsonPathError('has a dot without a name after it');
  return written === '*' ? { kind: 'wildcard' } : { kind: 'field', name: written.replaceAll('\\', '') };
}

function parseQuote(source: Scanner): string {
  const quoted = source.takeMatch(/^(["'])((?:(?!\1)[^\n\\]|\\.)*)\1/);
  if (quoted === undefined) throw new JsonPathError('has a quote that is not closed');
  const inner = quoted[2] ?? '';
  if (/\\[^\\"']/.test(inner))
    throw new JsonPathError('has a `\\` in quotes that stands before neither a quote nor another `\\`');
  return inner.replaceAll(/\\(.)/g, '$1');
}

function parseNumber(source: Scanner): Step {
  const text = source.takeMatch(/^[-+]?[\d.]*/)?.[0] ?? '';
  const value = Number(text);
  if (!/\d/.test(text) || Number.isNaN(value)) throw new JsonPathError(`has \`${text}\`, which is no number`);
  return { kind: 'literal', value, ...(text.includes('.') ? {} : { whole: true }) };
}
