import type { Inputs } from './inputs.ts';
import type { Expectation, WantedImage } from './plan.ts';
import { parseDuration } from './support/duration.ts';
import { isTargetKind, targetKinds } from './targets/index.ts';

/** Says of one value what would have been allowed. */
export class NotAllowed extends Error {
  /** What is allowed, for the error. */
  readonly allowed: string;
  /** What to do, where that is not plain. */
  readonly next: string | undefined;

  constructor(allowed: string, next?: string) {
    super(allowed);
    this.allowed = allowed;
    this.next = next;
  }
}

/** One of these words, as it stands. Throws NotAllowed with all of them. */
export function oneOf<Word extends string>(words: readonly Word[]): (given: string) => Word {
  return (given) => {
    const word = words.find((one) => one === given);
    if (word === undefined) throw new NotAllowed(words.join(', '));
    return word;
  };
}

/** Nothing for an empty value, else what the form says. */
export function optional<Value>(parse: (given: string) => Value): (given: string) => Value | undefined {
  return (given) => (given === '' ? undefined : parse(given));
}

/** `rollout/web`. Throws NotAllowed. */
export function parseTarget(given: string): Inputs['target'] {
  const kinds = Object.keys(targetKinds);
  const allowed = `KIND/NAME, where KIND is ${kinds.join(', ')} and NAME is the object's name, such as ${kinds[0] ?? ''}/web`;
  const [kind = '', name = '', ...rest] = given.split('/');
  if (!isTargetKind(kind) || rest.length > 0 || !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
    throw new NotAllowed(
      allowed,
      rest.length > 0 ? 'One step has one target: use a matrix for more.' : undefined,
    );
  }
  return { kind, name };
}

/** The name of a namespace, or nothing. Throws NotAllowed. */
export function parseNamespace(given: string): string {
  if (given !== '' && !/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(given)) {
    throw new NotAllowed('the name of a namespace (lower case letters, digits and "-")');
  }
  return given;
}

/** An image reference has no white space, and `=` only before it; what else is valid, the kubelet knows. */
export function parseImages(given: string): readonly WantedImage[] {
  const lines = given.split('\n').map((line) => line.trim());
  const images = lines.filter((line) => line !== '').map(parseImage);
  const names = images.map(({ container }) => container ?? '');
  if (
    new Set(names).size !== names.length ||
    (images.length > 1 && names.some((name) => name === '' || name === '*'))
  ) {
    throw new NotAllowed(
      'one line for each container, each container once',
      'A bare image or "*" stands alone.',
    );
  }
  return images;
}

function parseImage(line: string): WantedImage {
  const allowed = 'container=image, one a line, or a bare image such as ghcr.io/acme/web@sha256:…';
  const match = /^(?:(\*|[a-z0-9]([-a-z0-9]*[a-z0-9])?)=)?([^\s=]+)$/.exec(line);
  const image = match?.[3];
  if (image === undefined) throw new NotAllowed(allowed);
  if (/[@:/]$|^[@:/]/.test(image)) {
    throw new NotAllowed(allowed, `"${image}" is cut off: is the output that it was made from empty?`);
  }
  return match?.[1] === undefined ? { image } : { container: match[1], image };
}

/** A time above zero, in milliseconds. Throws NotAllowed. */
export function parseTime(given: string): number {
  try {
    const time = parseDuration(given);
    if (time > 0) return time;
  } catch {
    // The reason of the parser is the same for every bad duration: what is allowed says it.
  }
  throw new NotAllowed('a time above zero such as 90s, 30m or 1h30m');
}

/** `any`, or a state that an earlier step gave. Throws NotAllowed. */
export function parseExpect(given: string): Expectation {
  if (given === 'any') return { kind: 'any' };
  const hash = /^([a-z0-9]+)\.(\d+|-)\.([a-z0-9]+|-)$/.exec(given)?.[1];
  if (hash === undefined) {
    throw new NotAllowed('any, or the `state` output of an earlier step, such as 7d9c5b8f6.3.t0xk1b');
  }
  return { kind: 'state', state: given, hash };
}

/** `true` or `false`, in any case. Throws NotAllowed. */
export function parseFlag(given: string): boolean {
  return oneOf(['true', 'false'])(given.toLowerCase()) === 'true';
}

/** The number of a revision, as `kubectl argo rollouts get rollout` shows it. Throws NotAllowed. */
export function parseRevision(given: string): number {
  const revision = Number(given);
  if (Number.isSafeInteger(revision) && revision > 0 && /^\d+$/.test(given)) return revision;
  throw new NotAllowed('the number of a revision, such as 3');
}
