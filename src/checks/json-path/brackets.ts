import { type Step, parsePart } from './parse.ts';
import { JsonPathError, type Scanner } from './scanner.ts';

/** Reads `[0]`, `[-1]`, `[1:3]`, `[::2]`, `[*]`, `['name']` or a union of them, `[0,2]`. Throws JsonPathError. */
export function parseBrackets(source: Scanner): readonly Step[] {
  const text = source.takeMatch(/^\[([^\]\n]*)\]/)?.[1];
  if (text === undefined) throw new JsonPathError('has a `[` that is not closed');
  const entries = text.split(',');
  if (entries.length > 1)
    return [{ kind: 'union', paths: entries.map((entry) => parsePart(`[${entry.trim()}]`)) }];
  const key = /^'([^']*)'$/.exec(text)?.[1];
  // As Kubernetes does it: a dot in the name needs a backslash, or it divides the name.
  if (key !== undefined) return parsePart(`.${key}`);
  return [text === '*' ? { kind: 'slice' } : parseIndex(text)];
}

function parseIndex(text: string): Step {
  const match = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(text);
  if (match === null || text === '')
    throw new JsonPathError(`has \`[${text}]\`, which is neither an index nor a name in single quotes`);
  const [start, end, by] = [match[1], match[2]?.slice(1), match[3]?.slice(1)].map(wholeNumber);
  if (match[2] === undefined) return { kind: 'index', index: start ?? 0 };
  if (by !== undefined && by <= 0) throw new JsonPathError(`has \`[${text}]\`, whose step is not above 0`);
  return {
    kind: 'slice',
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(by === undefined ? {} : { by }),
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === '-') throw new JsonPathError('has a `-` where an index is expected');
  return Number(text);
}
