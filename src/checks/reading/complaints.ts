import type { FilePlace } from '../../ends.ts';
import type { InputMistake } from '../../errors.ts';
import { isFields } from '../../support/fields.ts';
import type { Complain, SpecPath } from '../provider.ts';
import type { YamlText } from './yaml-text.ts';

/** A mistake in the input `checks`. */
export function checkMistake(found: string, next?: string, at?: FilePlace): InputMistake {
  return {
    input: 'checks',
    given: '',
    allowed: '',
    found,
    ...(next !== undefined && { next }),
    ...(at && { at }),
  };
}

/** Collects complaints about a text: each with its place, and the name of the metric that it is in. */
export interface Teller {
  readonly complain: Complain;
  /** What was told, in the order of the text. */
  readonly mistakes: () => readonly InputMistake[];
}

/** Collects what is wrong with a text. */
export function teller({ value, place, at, offset, comment }: YamlText): Teller {
  const told: { readonly at: number; readonly mistake: InputMistake }[] = [];
  return {
    complain: (path, what, next) => {
      const found = `${place(path)}: ${[describeIn(value, path), what].filter((part) => part !== '').join(' ')}`;
      // `all(result, # == 0)` without quotes is a condition and a comment.
      const behind = String(path.at(-1)).endsWith('Condition') ? comment(path) : undefined;
      const hint = behind === undefined ? undefined : `to YAML, #${behind} is a comment: quote the whole`;
      told.push({ at: offset(path), mistake: checkMistake(found, next ?? hint, at(path)) });
    },
    mistakes: () => told.toSorted((one, other) => one.at - other.at).map(({ mistake }) => mistake),
  };
}

/** `error-rate.provider.web.url`, `args.host`: a path as people read it, with names in place of indexes. */
function describeIn(value: unknown, path: SpecPath): string {
  const [first, ...rest] = path;
  // Where a spec stands in its manifest is plain from its place.
  if (first === 'spec' && rest.length > 0 && isFields(value)) return describeIn(value['spec'], rest);
  if (typeof first === 'number') return describeIn({ metrics: value }, ['metrics', ...path]);
  const [index] = rest;
  const name = typeof index === 'number' ? nameOf([first ?? '', index].reduce(step, value)) : undefined;
  if (name === undefined) return describePath(path);
  const isMetric = first === 'metrics' || first === 'templates';
  return describePath([...(isMetric ? [] : [first ?? '']), name, ...rest.slice(1)]);
}

/** A path as people read it: `headers[0].key`. Pure. */
export function describePath(path: SpecPath): string {
  return path
    .map((word, index) => (typeof word === 'number' ? `[${String(word)}]` : index === 0 ? word : `.${word}`))
    .join('');
}

function step(node: unknown, key: string | number): unknown {
  return (node as Readonly<Record<string | number, unknown>> | null | undefined)?.[key];
}

function nameOf(entry: unknown): string | undefined {
  const name = isFields(entry) ? (entry['name'] ?? entry['templateName']) : undefined;
  return typeof name === 'string' ? name : undefined;
}
