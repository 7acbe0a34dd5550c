import type { InputMistake } from './errors.ts';
import { type Operation, operations } from './model.ts';
import {
  type Expectation,
  type FailurePolicy,
  type OnPause,
  type WantedImage,
  failurePolicies,
  onPauseWords,
} from './plan.ts';
import { parseDuration } from './support/duration.ts';
import { type TargetKindName, isTargetKind, targetKinds } from './targets/index.ts';

/** The environment of a step, as the runner gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The inputs and what they default to when a step leaves them out; action.yml says the same. */
export const inputDefaults = {
  operation: 'deploy',
  target: '',
  namespace: '',
  context: '',
  kubeconfig: '',
  image: '',
  'on-pause': 'stop',
  'on-failure': '',
  'on-timeout': '',
  timeout: '30m',
  'pause-timeout': '1h',
  expect: '',
  'dry-run': 'false',
} as const satisfies Record<string, string>;

/** The name of an input. */
export type InputName = keyof typeof inputDefaults;

/** The inputs, each valid by itself; the rules between them are in plan.ts. */
export interface Inputs {
  readonly operation: Operation;
  readonly target: { readonly kind: TargetKindName; readonly name: string };
  readonly namespace: string;
  readonly images: readonly WantedImage[];
  readonly onPause: OnPause;
  readonly onFailure: FailurePolicy | undefined;
  readonly onTimeout: FailurePolicy | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly pauseTimeout: number;
  readonly expect: Expectation | undefined;
  readonly dryRun: boolean;
}

/** The inputs that could be read, and every mistake in the others. */
export interface ReadInputs {
  readonly inputs: Partial<Inputs>;
  readonly mistakes: readonly InputMistake[];
}

/** Reads every input of the step; nothing else in the action reads the environment for one. Pure. */
export function readInputs(env: Environment): ReadInputs {
  const mistakes: InputMistake[] = [];
  const read = <Value>(input: InputName, parse: (given: string) => Value): Value | undefined => {
    const given = givenInput(env, input);
    try {
      return parse(given === '' ? inputDefaults[input] : given);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      mistakes.push({
        input,
        given,
        allowed: error.allowed,
        ...(error.next === undefined ? {} : { next: error.next }),
      });
      return undefined;
    }
  };
  const inputs = {
    operation: read('operation', oneOf(operations)),
    target: read('target', parseTarget),
    namespace: read('namespace', parseNamespace),
    images: read('image', parseImages),
    onPause: read('on-pause', oneOf(onPauseWords)),
    onFailure: read('on-failure', optional(oneOf(failurePolicies))),
    onTimeout: read('on-timeout', optional(oneOf(failurePolicies))),
    timeout: read('timeout', parseTime),
    pauseTimeout: read('pause-timeout', parseTime),
    expect: read('expect', optional(parseExpect)),
    dryRun: read('dry-run', (given) => oneOf(['true', 'false'])(given.toLowerCase()) === 'true'),
  };
  return {
    inputs: Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)),
    mistakes,
  };
}

/** The inputs that the step typed, or that action.yml gave it, by name. */
export function givenInput(env: Environment, input: InputName): string {
  return (env[`INPUT_${input.toUpperCase()}`] ?? '').trim();
}

/** Says of one value what would have been allowed. */
class NotAllowed extends Error {
  readonly allowed: string;
  readonly next: string | undefined;

  constructor(allowed: string, next?: string) {
    super(allowed);
    this.allowed = allowed;
    this.next = next;
  }
}

function oneOf<Word extends string>(words: readonly Word[]): (given: string) => Word {
  return (given) => {
    const word = words.find((one) => one === given);
    if (word === undefined) throw new NotAllowed(words.join(', '));
    return word;
  };
}

function optional<Value>(parse: (given: string) => Value): (given: string) => Value | undefined {
  return (given) => (given === '' ? undefined : parse(given));
}

function parseTarget(given: string): Inputs['target'] {
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

function parseNamespace(given: string): string {
  if (given !== '' && !/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(given)) {
    throw new NotAllowed('the name of a namespace (lower case letters, digits and "-")');
  }
  return given;
}

/** An image reference has no white space, and `=` only before it; what else is valid, the kubelet knows. */
function parseImages(given: string): readonly WantedImage[] {
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

function parseTime(given: string): number {
  try {
    const time = parseDuration(given);
    if (time > 0) return time;
  } catch {
    // The reason of the parser is the same for every bad duration: what is allowed says it.
  }
  throw new NotAllowed('a time above zero such as 90s, 30m or 1h30m');
}

function parseExpect(given: string): Expectation {
  if (given === 'any') return { kind: 'any' };
  const hash = /^([a-z0-9]+)\.(\d+|-)\.([a-z0-9]+|-)$/.exec(given)?.[1];
  if (hash === undefined) {
    throw new NotAllowed('any, or the `state` output of an earlier step, such as 7d9c5b8f6.3.t0xk1b');
  }
  return { kind: 'state', state: given, hash };
}
