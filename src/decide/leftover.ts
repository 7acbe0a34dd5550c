import { asLeft } from '../ending.ts';
import type { Facts } from '../facts.ts';
import { hasImages } from '../images.ts';
import { formatImages } from '../format.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { formatDuration } from '../support/duration.ts';
import { awaitProgress, type Decision, finish, wayBack } from './decision.ts';

/**
 * What a post step finds that leaves its operation without an object; undefined when it is to go on with that. The
 * release may have ended, or gone to somebody else, since the main step saw it last: none of that is a failure.
 */
export function decideLeftover(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  const { found, effected, request, startedAt, now } = facts;
  if (!plan.cancelled || plan.operation === 'status') return undefined;
  if (now >= startedAt + plan.timeout) {
    const what = `It was not seen to its end in ${formatDuration(plan.timeout)}, and a post step may not wait longer.`;
    return finish(asLeft(observation), 'timed-out', what);
  }
  if (found === undefined || effected.length > 0 || request !== undefined) return undefined;
  if (!isOurs(plan, found)) return decideGone(plan, facts, observation);
  const nothing = (why: string): Decision =>
    finish(asLeft(observation), 'nothing-to-do', `${why} Nothing was sent.`);
  if (observation.settled === 'healthy')
    return nothing('The release was complete before anything could be done.');
  const over = plan.operation !== 'abort' && observation.settled === 'aborted';
  if (over) return nothing('The release was aborted before.');
  // Under a hold the controller leaves the pods of what is aborted, and their share of the traffic, where they are.
  if (plan.operation === 'pause' && observation.aborting) return awaitProgress(plan, facts, observation);
  const stuck = plan.operation !== 'pause' && wayBack(observation) === undefined && observation.current;
  return stuck ? nothing('There is no other revision to go back to.') : undefined;
}

function isOurs(plan: Plan, found: Observation): boolean {
  const { expect } = plan;
  return expect?.kind === 'state' ? found.guard.hash === expect.hash : hasImages(plan, found);
}

/** Gone back to the stable revision, as the main step may have asked; or there is a candidate of somebody else. */
function decideGone(plan: Plan, facts: Facts, observation: Observation): Decision {
  const { stable, guard, settled } = observation;
  if (stable?.hash !== guard.hash) {
    const what = `Another candidate is there: ${formatImages(observation.template)} (${guard.hash}).`;
    return finish(asLeft(observation), 'nothing-to-do', `${what} It was left alone.`);
  }
  if (settled === undefined) return awaitProgress(plan, facts, observation);
  const what = 'The release is not there any more, and the stable revision has all the traffic.';
  return finish(asLeft(observation), 'nothing-to-do', what);
}
