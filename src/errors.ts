import { types } from 'node:util';
import type { Annotation, FilePlace, Reason } from './ends.ts';

/** The three parts that every error of this action has, so that nobody needs the source to act on it. */
export interface ErrorParts {
  /** What happened, in one sentence. */
  readonly what: string;
  /** What the action was doing or was asked to do; left out where `what` says it already. */
  readonly asked?: string;
  /** What the reader can do now; may have several lines (a rule to add, names to choose from). */
  readonly next: string;
  /** The word for the `reason` output, where the error ends a run. */
  readonly reason?: Reason;
  /** What is wrong in files of the repository, for GitHub to point at; `what` tells it too. */
  readonly annotations?: readonly Annotation[];
}

/** An error for people: `message` holds what happened, what was asked and what to do next, a line each. */
export class ActionableError extends Error {
  override readonly name: string = 'ActionableError';
  /** The parts that `message` was made of. */
  readonly parts: ErrorParts;

  constructor(parts: ErrorParts, options?: ErrorOptions) {
    const asked = parts.asked === undefined ? [] : [`Asked: ${parts.asked}`];
    super([parts.what, ...asked, `What to do: ${parts.next}`].join('\n'), options);
    this.parts = parts;
  }
}

/** What is wrong with one input: every mistake is collected, and all are told together. */
export interface InputMistake {
  /** The input's name as typed in the workflow, kebab-case. */
  readonly input: string;
  /** What was given, as given; empty for nothing. */
  readonly given: string;
  /** What is allowed. */
  readonly allowed: string;
  /** What to do, where it is not plain from `allowed`. */
  readonly next?: string;
  /**
   * Of an input with many lines: the place and what is wrong there, such as `line 3, column 5: …`. It is told in place
   * of what was given and what is allowed.
   */
  readonly found?: string;
  /** Where that is, if it is in a file. */
  readonly at?: FilePlace;
}

/** All mistakes in the inputs of a step, told at once and before any request. */
export class InputError extends ActionableError {
  override readonly name = 'InputError';
  /** The mistakes, in the order of action.yml. */
  readonly mistakes: readonly InputMistake[];

  constructor(mistakes: readonly InputMistake[]) {
    const file = mistakes.some(({ found }) => found !== undefined) ? ', or the file that it names' : '';
    super({
      what: [headline(mistakes), ...mistakes.map(describeMistake)].join('\n'),
      next: `correct the \`with:\` block of this step${file}; nothing was changed in the cluster.`,
      reason: 'bad-input',
      annotations: mistakes.flatMap(annotationOf),
    });
    this.mistakes = mistakes;
  }
}

function headline(mistakes: readonly InputMistake[]): string {
  const inputs = new Set(mistakes.map(({ input }) => input)).size;
  const what = inputs === 1 ? 'One input is wrong' : `${String(inputs)} inputs are wrong`;
  return mistakes.length > inputs ? `${what}, in ${String(mistakes.length)} places:` : `${what}:`;
}

function describeMistake({ input, given, allowed, next, found }: InputMistake): string {
  if (found !== undefined) return `- ${input}: ${sentence(found, next)}`;
  const was = given === '' ? 'nothing was given' : `"${given}" was given`;
  return `- ${input}: ${was}; allowed: ${allowed}.${next === undefined ? '' : ` ${next}`}`;
}

function sentence(found: string, next: string | undefined): string {
  return `${found}${next === undefined ? '' : `; ${next}`}.`.replace(/([?.])\.$/, '$1');
}

function annotationOf({ input, found, next, at }: InputMistake): readonly Annotation[] {
  if (at === undefined || found === undefined) return [];
  // It stands at the place that `found` begins with.
  const place = `:${String(at.line)}:${String(at.column)}: `;
  const start = found.indexOf(place);
  const what = start < 0 ? found : found.slice(start + place.length);
  return [{ ...at, title: `The input ${input} is wrong`, message: sentence(what, next) }];
}

/** Any thrown value as an Error: a thrown string must not leave the step green or print `{}`. */
export function asError(thrown: unknown): Error {
  // An error of node's own may be of another realm, where `instanceof` is false.
  return types.isNativeError(thrown) ? thrown : new Error(String(thrown));
}

/** Several mistakes that were found before anything was sent, as one error. */
export function joinMistakes(errors: readonly ActionableError[]): ActionableError {
  const [first, ...others] = errors;
  const all = (part: 'what' | 'next'): string => errors.map(({ parts }) => parts[part]).join('\n');
  if (first !== undefined && others.length === 0 && first.parts.reason !== undefined) return first;
  const annotations = errors.flatMap(({ parts }) => parts.annotations ?? []);
  return new ActionableError(
    { what: all('what'), next: all('next'), reason: 'bad-input', annotations },
    { cause: first },
  );
}
