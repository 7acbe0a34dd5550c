import { InputError, type InputMistake } from './errors.ts';
import {
  type Environment,
  type InputName,
  type Inputs,
  givenInput,
  inputDefaults,
  readInputs,
} from './inputs.ts';
import type { Operation } from './model.ts';
import { type RunIdentity, runIdentity } from './note.ts';
import type { CancelPolicy, FailurePolicy, OnBusy, OnPause } from './policies.ts';
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
  readonly onFailure: FailurePolicy;
  readonly onInconclusive: FailurePolicy;
  /** Follows `on-failure` unless typed. */
  readonly onTimeout: FailurePolicy;
  readonly onCancel: CancelPolicy;
  readonly onBusy: OnBusy;
  /** Milliseconds in which the release ought to make progress; pauses and analyses do not count. */
  readonly timeout: number;
  /** Milliseconds at each gate under `on-pause: wait`. */
  readonly pauseTimeout: number;
  readonly expect?: Expectation;
  /** Where a rollback goes: a revision number, or only to the stable one; chosen by the target's past if absent. */
  readonly revision?: number | 'stable';
  /** What is rolled back to goes through the steps again. */
  readonly rollbackSteps: boolean;
  /** Ends early when no pod can start and waiting will not mend it. */
  readonly failFast: boolean;
  readonly dryRun: boolean;
  /** The run carries out `on-cancel` for one that was cancelled. */
  readonly cancelled: boolean;
  /** The workflow run, left on the target with what it did; absent outside of a workflow. */
  readonly run?: RunIdentity;
}

/**
 * Operations that leave a release alone by default when it goes wrong: whoever follows did not begin it, and an abort of
 * a rollback would go forward to what was left.
 */
const leavesAlone: ReadonlySet<Operation> = new Set(['follow', 'rollback']);

/** What a step is to do, and with what. */
export interface Planned {
  readonly plan: Plan;
  readonly target: Inputs['target'];
  /** Inputs that were typed and that the operation does not use; never an error, because forms pass everything. */
  readonly unused: readonly InputName[];
}

const followInputs = [
  'on-pause',
  'on-failure',
  'on-inconclusive',
  'on-timeout',
  'pause-timeout',
  'on-cancel',
  'fail-fast',
] as const satisfies readonly InputName[];

const rollbackInputs = ['revision', 'rollback-steps'] as const satisfies readonly InputName[];

/** The inputs that an operation leaves aside. */
const unusedBy: Readonly<Record<Operation, readonly InputName[]>> = {
  deploy: ['expect', ...rollbackInputs],
  follow: ['on-busy', ...rollbackInputs],
  status: [...followInputs, 'on-busy', 'timeout', 'dry-run', ...rollbackInputs],
  promote: ['on-busy', ...rollbackInputs],
  'promote-full': ['on-busy', ...rollbackInputs],
  abort: [...followInputs, 'on-busy', ...rollbackInputs],
  retry: ['on-busy', ...rollbackInputs],
  rollback: ['on-busy'],
  restart: ['on-busy', ...rollbackInputs],
  pause: [...followInputs, 'on-busy', ...rollbackInputs],
  resume: [...followInputs, 'on-busy', ...rollbackInputs],
};

/**
 * Turns the inputs of a step into its plan. All rules between inputs live here. Throws one InputError with
 * all mistakes, those of single inputs included.
 */
export function makePlan(env: Environment): Planned {
  const { inputs, mistakes } = readInputs(env);
  const all = [...mistakes, ...ruleMistakes(inputs, (input) => givenInput(env, input) === '')];
  if (all.length > 0 || !isComplete(inputs)) throw new InputError(all);
  const { target, expect, revision, onTimeout, namespace: _, ...plain } = inputs;
  const { operation } = inputs;
  const onFailure = inputs.onFailure ?? (leavesAlone.has(operation) ? 'stop' : 'abort');
  const run = runIdentity(env);
  return {
    plan: {
      ...plain,
      onFailure,
      onTimeout: onTimeout ?? onFailure,
      cancelled: false,
      ...(expect && { expect }),
      ...(revision !== undefined && { revision }),
      ...(run && { run }),
    },
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
  const promotes = operation === 'promote' || operation === 'promote-full';
  if (promotes && isEmpty('expect') && isEmpty('image')) {
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
