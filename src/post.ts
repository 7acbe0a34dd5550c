import { InputError } from './errors.ts';
import { type Environment, givenInput } from './inputs.ts';
import { makePlan, type Plan, type Planned } from './plan.ts';
import type { CancelPolicy } from './policies.ts';
import type { SavedState } from './saved-state.ts';

/**
 * How long the post step may wait for the cluster, in milliseconds: the steps after a cancelled one have five minutes
 * (https://docs.github.com/en/actions/reference/workflow-cancellation-reference).
 */
const patience = 4 * 60_000;

/** What a policy makes the post step do. */
const operations = { abort: 'abort', rollback: 'rollback', pause: 'pause', stop: 'status' } as const;

/** What the post step is to do. */
export interface PlannedPost extends Planned {
  /** Why, for the log. */
  readonly why: string;
}

/**
 * What is left to do after the main step: to carry out `on-cancel` where it was cancelled and could not see that to its
 * end, or to say what it left behind where it was killed. Undefined when there is nothing: it has told everything
 * itself, or it came to an end before it saw the target. Pure.
 */
export function planPost(saved: SavedState | undefined, env: Environment): PlannedPost | undefined {
  if (saved === undefined) return undefined;
  const { end, signal, wrote, candidate } = saved;
  const isUntold = end?.untold === true && signal !== undefined;
  if (end !== undefined && end.reason !== 'cancelled' && !isUntold) return undefined;
  const planned = planAgain(env);
  const { plan } = planned;
  const began = wrote || candidate !== undefined;
  const policy = signal !== undefined && began && !plan.dryRun ? plan.onCancel : 'stop';
  const isOver = end !== undefined && (end.reason !== 'cancelled' || policy === 'stop' || end.settled);
  if (isOver && !isUntold) return undefined;
  const todo = isOver ? 'stop' : policy;
  const why = isOver ? untold(saved) : describe(policy, saved);
  return {
    ...planned,
    plan: postPlan(plan, todo, saved),
    unused: [],
    // Whoever reads the report and not the log ought to know that it was cancelled.
    notices: isOver ? [why] : [],
    why,
  };
}

/**
 * The main step has found the inputs valid. What has become of the file of the checks, or of the variables of their args,
 * must not keep it from being seen to its end: without them it is held, as guarded releases are.
 */
function planAgain(env: Environment): Planned {
  try {
    return makePlan(env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const onCancel = givenInput(env, 'on-cancel') || 'pause';
    return makePlan({ ...env, INPUT_CHECKS: '', INPUT_ARGS: '', 'INPUT_ON-CANCEL': onCancel });
  }
}

function untold({ signal = '' }: SavedState): string {
  return `The main step was cancelled (${signal}), and had no time to tell everybody; this is how it left the target.`;
}

function describe(policy: CancelPolicy, { signal, end }: SavedState): string {
  const told = end === undefined ? ' and ended before it could tell how' : '';
  if (signal === undefined) return 'The main step was killed; this is what it left behind.';
  if (policy === 'stop')
    return `The main step was cancelled (${signal})${told}; this is what it left behind.`;
  return `The main step was cancelled (${signal})${told}; on-cancel: ${policy} is seen to its end here.`;
}

function postPlan(plan: Plan, policy: CancelPolicy, { candidate, operation: main }: SavedState): Plan {
  const { expect: _, checks: __, ...rest } = plan;
  const operation = operations[policy];
  const isOurs = candidate === undefined ? undefined : stateOf(candidate);
  return {
    ...rest,
    operation,
    // Until the candidate was seen, only its image tells that it is ours.
    images: candidate === undefined && main === 'deploy' && operation !== 'status' ? plan.images : [],
    ...(isOurs && operation !== 'status' ? { expect: isOurs } : {}),
    revision: 'stable',
    rollbackSteps: false,
    onPause: 'stop',
    onFailure: 'stop',
    onInconclusive: 'stop',
    onTimeout: 'stop',
    onCancel: 'stop',
    failFast: false,
    timeout: Math.min(plan.timeout, patience),
    cancelled: true,
  };
}

function stateOf(candidate: string): NonNullable<Plan['expect']> {
  return { kind: 'state', state: `${candidate}.-.-`, hash: candidate };
}
