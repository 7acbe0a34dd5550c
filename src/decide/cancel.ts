import { asLeft } from '../ending.ts';
import type { Facts } from '../facts.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { isHeld } from '../holds.ts';
import { isFollowing } from '../intent.ts';
import { type Decision, finish, goBack, isOutdated, request } from './decision.ts';

/**
 * How long a cancelled run waits for what it still asked for: a runner sends SIGTERM 7.5 s after SIGINT, and the post
 * step goes on from here (https://docs.github.com/en/actions/reference/workflow-cancellation-reference).
 */
const patience = 4_000;

/** What a cancelled run does: the one request of `on-cancel`, at once, and then it ends. */
export function decideCancelled(plan: Plan, facts: Facts, stopped: NonNullable<Facts['stopped']>): Decision {
  const { observation, request: open, now } = facts;
  const cancelled = `The run was cancelled (${stopped.signal})`;
  if (observation === undefined) {
    return finish('unknown', 'cancelled', `${cancelled} before anything was read.`);
  }
  const until = stopped.at + patience;
  const acts = plan.onCancel !== 'stop' && !plan.dryRun && isFollowing(plan.operation);
  const mayAct = acts && isOurs(facts, observation);
  const last = facts.effected.at(-1);
  const asked = last?.because === 'cancelled';
  // The target may show the effect before the server's answer is here.
  const asking = open?.because === 'cancelled';
  const over = asked ? isDone(last.name, observation) : !asking && !mayAct;
  if (over || now >= until) return leave(facts, observation, cancelled, asked ? told(plan) : '');
  const ready =
    open === undefined &&
    !asked &&
    facts.lost === undefined &&
    facts.allowed &&
    !isOutdated(facts, observation);
  if (!ready || !observation.current || observation.invalid) return { do: 'wait', until };
  return byPolicy(plan, observation) ?? leave(facts, observation, cancelled, '');
}

/** What `on-cancel` did; a hold lasts, and whoever reads this may not know of it. */
function told({ onCancel }: Plan): string {
  const held = onCancel === 'pause' ? ' It is held until the next deploy, or operation: resume.' : '';
  return ` on-cancel: ${onCancel}.${held}`;
}

/** Only what this run has begun, and what is not over: another's release is never touched. */
function isOurs({ ours, request }: Facts, { guard, settled, aborted }: Observation): boolean {
  if (request?.name === 'deploy') return true;
  return ours !== undefined && guard.hash === ours && settled === undefined && aborted === undefined;
}

function isDone(name: string, { settled }: Observation): boolean {
  return name === 'pause' || settled !== undefined;
}

function byPolicy(plan: Plan, observation: Observation): Decision | undefined {
  const { onCancel } = plan;
  const reason = `on-cancel: ${onCancel}`;
  if (onCancel === 'stop') return undefined;
  if (onCancel !== 'pause') return goBack(plan, onCancel, observation, reason, 'cancelled');
  return isHeld(observation) ? undefined : request('pause', reason, 'cancelled');
}

function leave(facts: Facts, observation: Observation, cancelled: string, did: string): Decision {
  const { request, effected } = facts;
  const last = effected.at(-1);
  const wentBack =
    last?.name === 'restore' && last.because === 'cancelled' && observation.settled === 'healthy';
  const left = wentBack ? 'rolled-back' : asLeft(observation);
  const open = request === undefined ? '' : ` A ${request.name} was on its way and may still take effect.`;
  return finish(left, 'cancelled', `${cancelled}; the target was left ${left}.${did}${open}`);
}
