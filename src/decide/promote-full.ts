import { isHeld } from '../holds.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { decideBackground } from './checks.ts';
import { type Decide, awaitProgress, finish, wayBack, request } from './decision.ts';
import { isRepeated } from './expect.ts';
import { decideHeld, refusePromotion } from './promote.ts';
import { decideRelease } from './release.ts';

/** Skips the rest of the steps and analyses, because a person typed it, and follows to the end. */
export const decidePromoteFull: Decide = (plan, facts, observation) => {
  const { found, effected, fruitless } = facts;
  if (found === undefined) return decideRelease(plan, facts, observation);
  if (isUnderWay(plan, found)) return decideRelease(plan, facts, observation);
  const refused = refusePromotion(plan, found);
  if (refused !== undefined) return refused;
  if (effected.some(({ name }) => name === 'promote-full')) return decideRelease(plan, facts, observation);
  if (!isReady(observation) || !isSame(found, observation)) return decideRelease(plan, facts, observation);
  if (observation.settled !== undefined || observation.promotingFull) {
    return decideRelease(plan, facts, observation);
  }
  if (fruitless?.name === 'promote-full' && fruitless.how === 'ignored') {
    return finish(
      'progressing',
      'ignored',
      'The controller dropped the full promotion without acting on it.',
    );
  }
  if (decideBackground(plan, facts, observation) !== undefined)
    return decideRelease(plan, facts, observation);
  if (isHeld(observation)) return decideHeld(plan, facts, observation);
  // A first creation has no steps to skip; it only has to become ready.
  if (wayBack(observation) === undefined) return awaitProgress(plan, facts, observation);
  return request('promote-full', 'operation: promote-full');
};

/** An earlier attempt of this step asked for it, and the controller took it up: this one sees it to its end. */
function isUnderWay(plan: Plan, found: Observation): boolean {
  return isRepeated(plan, found) && (found.promotingFull || found.settled === 'healthy');
}

/** A wish that comes before the hash is observed, or on top of an abort, is lost or ships what was rejected. */
function isReady({ current, invalid, aborting, aborted }: Observation): boolean {
  return current && !invalid && !aborting && aborted === undefined;
}

function isSame(found: Observation, now: Observation): boolean {
  return found.guard.uid === now.guard.uid && found.guard.hash === now.guard.hash;
}
