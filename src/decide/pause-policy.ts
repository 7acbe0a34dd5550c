import type { Facts } from '../facts.ts';
import { formatState } from '../format.ts';
import { gateOf, roundAt } from '../gates.ts';
import type { Observation } from '../observation.ts';
import type { Pause } from '../model.ts';
import type { Plan } from '../plan.ts';
import { formatDuration } from '../support/duration.ts';
import { decideGateChecks } from './checks.ts';
import { type Decide, type Decision, applyPolicy, finish, request } from './decision.ts';

/**
 * What to do with a release that stands at one or more pauses. Of several the one that must not be passed
 * decides: judgment, then a person's hold, then the gate.
 */
export const decidePause: Decide = (plan, facts, observation) => {
  const order = ['inconclusive', 'manual', 'gate', 'timed'] as const;
  const kind = order.find((one) => observation.pauses.some((pause) => pause.kind === one)) ?? 'timed';
  return byPause[kind](plan, facts, observation);
};

const byPause: Readonly<Record<Pause['kind'], Decide>> = {
  inconclusive: (plan, facts, observation) => {
    const again = facts.effected.some(({ on }) => isInconclusive(on))
      ? ' It was started again, and is inconclusive again.'
      : '';
    const what = `An analysis was inconclusive; a person has to judge it.${again}`;
    return plan.onInconclusive === 'stop'
      ? finish('paused', 'inconclusive', `${what} ${waysOn(observation)}`)
      : applyPolicy(plan, plan.onInconclusive, observation, what, 'inconclusive');
  },
  manual: (plan, facts, observation) =>
    plan.onPause === 'stop'
      ? finish(
          'paused',
          'held-by-person',
          'Somebody holds the target (spec.paused): nothing moves until they resume it.',
        )
      : awaitSomebody(plan, facts, observation),
  gate: decideGate,
  timed: awaitController,
};

/** What a person can do about an inconclusive analysis, and what comes of it. */
function waysOn({ pauses, guard }: Observation): string {
  const skips = pauses.every(({ kind, skips: skipped }) => kind !== 'inconclusive' || skipped === true);
  const gate = pauses.some(({ kind }) => kind === 'gate') ? 'passes the gate as well, and ' : '';
  const comes = skips ? 'which passes its step' : `which ${gate}has it measured again`;
  return `To go on: operation: promote with expect: ${formatState(guard)}, ${comes}; to go back: operation: abort.`;
}

/** Whether an analysis that was no verdict holds the release. */
export function isInconclusive({ pauses }: Observation): boolean {
  return pauses.some(({ kind }) => kind === 'inconclusive');
}

function decideGate(plan: Plan, facts: Facts, observation: Observation): Decision {
  const { step, unproven } = observation;
  // The gate of a blueGreen stands before its analysis has ended.
  if (observation.measuring) return { do: 'wait' };
  const at = step === undefined ? '' : ` at step ${String(step.index)} of ${String(step.of)}`;
  const back = `to go back: operation: abort`;
  // Its checks are not measured either before the controller's own analysis speaks for it.
  if (unproven !== undefined && plan.onPause === 'wait') return awaitSomebody(plan, facts, observation);
  if (unproven !== undefined) {
    const anew = `${capital(back)}; a deploy of the image after that analyses it anew.`;
    return finish('paused', 'inconclusive', `The release is paused${at}. ${unproven} ${anew}`);
  }
  const judged = decideGateChecks(plan, facts, observation);
  if (judged !== undefined) return judged;
  switch (plan.onPause) {
    case 'stop': {
      const on = `operation: promote with expect: ${formatState(observation.guard)}`;
      return finish('paused', 'gate', `The release is paused${at}. To go on: ${on}; ${back}.`);
    }
    case 'promote': {
      const typed = plan.operation === 'promote' ? 'operation' : 'on-pause';
      return request('promote', `the gate${at} (${typed}: promote)`);
    }
    case 'wait':
      return awaitSomebody(plan, facts, observation);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function awaitSomebody(plan: Plan, facts: Facts, observation: Observation): Decision {
  const gate = gateOf(observation);
  const judgedAt = gate && roundAt(facts, gate)?.endedAt;
  const until = Math.max(facts.pausedSince ?? facts.now, judgedAt ?? 0) + plan.pauseTimeout;
  if (facts.now < until) return { do: 'wait', until };
  const what = `Nobody passed the pause in ${formatDuration(plan.pauseTimeout)}.`;
  return applyPolicy(plan, plan.onTimeout, observation, what, 'timed-out');
}

/** A timed pause is the controller's to end, and never shortened; but it has to end it. */
function awaitController(plan: Plan, facts: Facts, observation: Observation): Decision {
  const timed = observation.pauses.find(({ kind }) => kind === 'timed');
  // A length that this action cannot read is the controller's secret.
  if (timed?.until === undefined || timed.since === undefined) return { do: 'wait' };
  const duration = timed.until - Date.parse(timed.since);
  const until = (facts.pausedSince ?? facts.now) + duration + plan.timeout;
  if (facts.now < until) return { do: 'wait', until };
  const late = formatDuration(plan.timeout);
  const what = `The controller has not ended a timed pause ${late} after its time.`;
  return applyPolicy(plan, plan.onTimeout, observation, what, 'timed-out');
}
