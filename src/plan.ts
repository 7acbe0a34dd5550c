import { InputError, type InputMistake } from './errors.ts';
import {
  type Environment,
  type InputName,
  type Inputs,
  givenInput,
  inputDefaults,
  readInputs,
} from './inputs.ts';
import type { Operation, RequestName } from './model.ts';
import type { FailurePolicy, OnPause } from './policies.ts';
import { targetKinds } from './targets/index.ts';

/** One line of the `image` input. */
export interface WantedImage {
  /** Container name, `*` for all containers, or absent for a bare image. */
  readonly container?: string;
  readonly image: string;
}

/** What promote, abort or follow were told to expect; `any` is typed, never assumed. */
export type Expectation =
  { readonly kind: 'any' } | { readonly kind: 'state'; readonly state: string; readonly hash: string };

/** Everything that is decided before the first request: readonly, printable, without secrets. */
export interface Plan {
  readonly operation: Operation;
  readonly images: readonly WantedImage[];
  readonly onPause: OnPause;
  /** Follows `on-failure` unless typed. */
  readonly onTimeout: FailurePolicy;
  /** Milliseconds in which the release ought to make progress; pauses and analyses do not count. */
  readonly timeout: number;
  /** Milliseconds at each gate under `on-pause: wait`. */
  readonly pauseTimeout: number;
  readonly expect?: Expectation;
  readonly dryRun: boolean;
}

/** The requests that a plan may come to send; what is not among them need not be allowed. */
export function requestsOf({
  operation,
  onPause,
  onTimeout,
}: Pick<Plan, 'operation' | 'onPause' | 'onTimeout'>): readonly RequestName[] {
  const byPolicy: readonly RequestName[] = [
    ...(onPause === 'promote' ? ['promote' as const] : []),
    ...(onTimeout === 'abort' ? ['abort' as const] : []),
  ];
  switch (operation) {
    case 'deploy':
      return ['deploy', 'retry', ...byPolicy];
    case 'follow':
      return byPolicy;
    case 'status':
      return [];
    case 'promote':
      return [...new Set<RequestName>(['promote', ...byPolicy])];
    case 'abort':
      return ['abort'];
  }
}

/**
 * For how long a step may wait, in milliseconds. No bound: progress begins `timeout` anew, and timed pauses and analyses
 * do not count, but nobody knows them before the first request.
 */
export function longestWait({
  operation,
  onPause,
  timeout,
  pauseTimeout,
}: Pick<Plan, 'operation' | 'onPause' | 'timeout' | 'pauseTimeout'>): number {
  switch (operation) {
    case 'status':
      return 0;
    case 'abort':
      return timeout;
    case 'deploy':
    case 'follow':
    case 'promote':
      return onPause === 'wait' ? timeout + pauseTimeout : timeout;
  }
}

/** What a step is to do, and with what. */
export interface Planned {
  readonly plan: Plan;
  readonly target: Inputs['target'];
  /** Inputs that were typed and that the operation does not use; never an error, because forms pass everything. */
  readonly unused: readonly InputName[];
}

/** The inputs that an operation leaves aside. */
const unusedBy: Readonly<Record<Operation, readonly InputName[]>> = {
  deploy: ['expect'],
  follow: [],
  status: ['on-pause', 'on-failure', 'on-timeout', 'timeout', 'pause-timeout', 'dry-run'],
  promote: [],
  abort: ['on-pause', 'on-failure', 'on-timeout', 'pause-timeout'],
};

/**
 * Turns the inputs of a step into its plan. All rules between inputs live here. Throws one InputError with
 * all mistakes, those of single inputs included.
 */
export function makePlan(env: Environment): Planned {
  const { inputs, mistakes } = readInputs(env);
  const all = [...mistakes, ...ruleMistakes(inputs, (input) => givenInput(env, input) === '')];
  if (all.length > 0 || !isComplete(inputs)) throw new InputError(all);
  const { operation, target, images, onPause, timeout, pauseTimeout, expect, dryRun } = inputs;
  // Whoever only follows did not start the release, so the default leaves it to those who did.
  const onFailure = inputs.onFailure ?? (operation === 'follow' ? 'stop' : 'abort');
  const onTimeout = inputs.onTimeout ?? onFailure;
  return {
    plan: { operation, images, onPause, onTimeout, timeout, pauseTimeout, ...(expect && { expect }), dryRun },
    target,
    unused: unusedBy[operation].filter(
      (input) => !['', inputDefaults[input]].includes(givenInput(env, input)),
    ),
  };
}

function ruleMistakes(
  { operation, target }: Partial<Inputs>,
  isEmpty: (input: InputName) => boolean,
): InputMistake[] {
  const mistakes: InputMistake[] = [];
  if (operation === 'deploy' && isEmpty('image')) {
    mistakes.push({
      input: 'image',
      given: '',
      allowed: 'the image to deploy',
      next: 'operation: deploy sets it.',
    });
  }
  if (operation === 'promote' && isEmpty('expect') && isEmpty('image')) {
    mistakes.push({
      input: 'expect',
      given: '',
      allowed: 'the `state` output of the step that paused, or any; or name the `image` instead',
      next: 'Without either, a promote could pass a release that nobody looked at.',
    });
  }
  if (operation !== undefined && target !== undefined) {
    const known: readonly Operation[] = targetKinds[target.kind].operations;
    if (!known.includes(operation)) {
      mistakes.push({
        input: 'operation',
        given: operation,
        allowed: `for ${target.kind}: ${known.join(', ')}`,
      });
    }
  }
  return mistakes;
}

/** An input that is missing without a mistake does not exist: each of them has a default or a mistake. */
function isComplete(inputs: Partial<Inputs>): inputs is Inputs {
  return inputs.target !== undefined && inputs.operation !== undefined;
}
