import type { Facts } from '../facts.ts';
import { formatImages, formatPhase } from '../format.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { formatDuration } from '../support/duration.ts';
import { awaitProgress, type Decision, finish, wayBack, whoChanged } from './decision.ts';

/** What a deploy does about another release that is going on; undefined when there is none, or it may be superseded. */
export function decideBusy(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  const { aborted, aborting, settled } = observation;
  const busy = wayBack(observation) !== undefined && aborted === undefined && settled === undefined;
  // Nothing is asked on top of an abort that is on its way.
  if (aborting && aborted === undefined) return awaitProgress(plan, facts, observation);
  if (!busy || plan.onBusy === 'supersede') return undefined;
  const other = `${formatImages(observation.template)} (${formatPhase(observation)})`;
  const what = `Another release is going on: ${other}. ${whoChanged(observation)}`;
  const refuse = (why: string): Decision =>
    finish('refused', 'busy', `${what} ${why} Nothing was changed. To replace it: on-busy: supersede.`);
  if (plan.onBusy === 'fail') return refuse('on-busy is fail.');
  if (observation.pauses.length === 0) {
    // As everywhere, an analysis does not count.
    return observation.measuring ? { do: 'wait' } : awaitProgress(plan, facts, observation, refuse);
  }
  const until = (facts.pausedSince ?? facts.now) + plan.pauseTimeout;
  if (facts.now < until) return { do: 'wait', until };
  return refuse(`It was still paused after ${formatDuration(plan.pauseTimeout)}.`);
}
