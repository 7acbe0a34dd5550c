import type { Checks } from './checks/check.ts';
import { InputError, type InputMistake } from './errors.ts';
import {
  type Environment,
  type InputName,
  type Inputs,
  type ReadInputs,
  givenInput,
  inputDefaults,
  readInputs,
} from './inputs.ts';
import type { Operation } from './model.ts';
import { type RunIdentity, runIdentity } from './note.ts';
import { isGuarded, planChecks, policyMistakes } from './plan-checks.ts';
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
  /** What is measured at gates, in the background and once Healthy; absent without checks. */
  readonly checks?: Checks;
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
  /** What else people ought to know of the plan, each a sentence. */
  readonly notices: readonly string[];
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

const checkInputs = ['checks', 'args'] as const satisfies readonly InputName[];

const rollbackInputs = ['revision', 'rollback-steps'] as const satisfies readonly InputName[];

/** The inputs that an operation leaves aside. */
const unusedBy: Readonly<Record<Operation, readonly InputName[]>> = {
  deploy: ['expect', ...rollbackInputs],
  follow: ['on-busy', ...rollbackInputs],
  status: [...checkInputs, ...followInputs, 'on-busy', 'timeout', 'dry-run', ...rollbackInputs],
  promote: ['on-busy', ...rollbackInputs],
  'promote-full': ['on-busy', ...rollbackInputs],
  abort: [...checkInputs, ...followInputs, 'on-busy', ...rollbackInputs],
  retry: ['on-busy', ...rollbackInputs],
  rollback: [...checkInputs, 'on-busy'],
  restart: [...checkInputs, 'on-busy', ...rollbackInputs],
  pause: [...checkInputs, ...followInputs, 'on-busy', ...rollbackInputs],
  resume: [...checkInputs, ...followInputs, 'on-busy', ...rollbackInputs],
};

/**
 * Turns the inputs of a step into its plan. All rules between inputs live here. Throws one InputError with
 * all mistakes, those of single inputs included.
 */
export function makePlan(env: Environment): Planned {
  const isEmpty = (input: InputName): boolean => givenInput(env, input) === '';
  const { inputs, mistakes, leftAside } = readUsed(env);
  const byDefault = inputs.operation && leavesAlone.has(inputs.operation) ? 'stop' : 'abort';
  const all = [...mistakes, ...ruleMistakes(inputs, isEmpty), ...policyMistakes(inputs, byDefault)];
  if (all.length > 0 || !isComplete(inputs)) throw new InputError(all);
  const { target, expect, revision, onTimeout, onCancel, checks: _, namespace: __, ...rest } = inputs;
  const { reports: ___, ...plain } = rest;
  const { checks, notices } = planChecks(inputs);
  const onFailure = inputs.onFailure ?? byDefault;
  const run = runIdentity(env);
  const isArgsAlone = isEmpty('checks') && !isEmpty('args') && !leftAside.includes('args');
  return {
    plan: {
      ...plain,
      onFailure,
      onTimeout: onTimeout ?? onFailure,
      onCancel: onCancel ?? (isGuarded(checks, onFailure) ? 'pause' : 'stop'),
      cancelled: false,
      ...(checks && { checks }),
      ...(expect && { expect }),
      ...(revision !== undefined && { revision }),
      ...(run && { run }),
    },
    target,
    unused: leftAside.filter((input) => !['', inputDefaults[input]].includes(givenInput(env, input))),
    notices: [...notices, ...(isArgsAlone ? ['The input args is not used without checks.'] : [])],
  };
}

/**
 * The inputs, without checks where the operation measures none: a job that aborts need not have the file of the job that
 * deploys, nor the variables of its args.
 */
function readUsed(env: Environment): ReadInputs & { readonly leftAside: readonly InputName[] } {
  const { inputs, mistakes } = readInputs(env);
  const leftAside = inputs.operation === undefined ? [] : unusedBy[inputs.operation];
  if (!leftAside.includes('checks')) return { inputs, mistakes, leftAside };
  const { checks: _, ...others } = inputs;
  const isOther = ({ input }: InputMistake): boolean => !checkInputs.some((one) => one === input);
  return { inputs: others, mistakes: mistakes.filter(isOther), leftAside };
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
