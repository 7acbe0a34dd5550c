import type { Facts } from '../facts.ts';
import type { Plan } from '../plan.ts';
import type { Observation } from '../observation.ts';
import { chooseRollback } from './choose-rollback.ts';
import { type Decide, type Decision, awaitProgress, finish, request, restore, wayBack } from './decision.ts';
import { isRepeated, refuseUnexpected } from './expect.ts';
import { decideRelease } from './release.ts';
import { restored } from './restored.ts';

/**
 * Goes back: in the middle of a release to the stable revision, always; when fully promoted to one before it. What
 * is gone back to then skips the steps, unless `rollback-steps` asks for them.
 */
export const decideRollback: Decide = (plan, facts, observation) => {
  const { found } = facts;
  if (found === undefined) return awaitProgress(plan, facts, observation);
  const unexpected = refuseUnexpected(plan, found, 'candidate');
  if (unexpected !== undefined) return unexpected;
  if (isUnderWay(plan, found)) return carryOn(plan, facts, observation);
  if (restored(facts) !== undefined) return decideRelease(plan, facts, observation);
  if (!observation.current || observation.invalid || observation.guard.hash !== found.guard.hash) {
    return decideRelease(plan, facts, observation);
  }
  if (observation.stable === undefined) {
    return finish('refused', 'nothing-to-do', 'There is no other revision to go back to: this is the first.');
  }
  const stable = wayBack(observation);
  if (stable !== undefined && typeof plan.revision !== 'number') {
    const why = 'a release is under way, and goes back to what users had before it';
    return restore(stable.hash, `Rolled back to the stable revision (${stable.hash}): ${why}.`, 'requested');
  }
  if (plan.revision === 'stable') {
    const why = 'the release is complete, so the stable revision is the one that is there';
    return finish('refused', 'nothing-to-do', `There is nothing to roll back: ${why}.`);
  }
  if (facts.revisions === undefined) return { do: 'read', what: 'revisions' };
  const chosen = chooseRollback(facts.revisions, plan.revision);
  if ('problem' in chosen) {
    return finish(
      'refused',
      'does-not-fit',
      `${chosen.problem} Nothing was changed. To go on: ${chosen.next}`,
    );
  }
  return restore(chosen.revision.hash, `Rolled back: ${chosen.why}.`, 'requested');
};

/**
 * What is there is what a rollback went to: an earlier attempt of this step, or one that was killed before it could see
 * the end. To go back from there would be to go forward to what was left.
 */
function isUnderWay(plan: Plan, found: Observation): boolean {
  const { note, guard, settled } = found;
  // The full promotion that follows notes the state, the way back only the hash.
  const wentHere = note?.operation === 'rollback' && note.subject.split('.')[0] === guard.hash;
  return wentHere && (settled === undefined || isRepeated(plan, found));
}

function carryOn(plan: Plan, facts: Facts, observation: Observation): Decision {
  const { current, settled, guard, stable, promotingFull, aborting } = observation;
  if (settled === 'healthy' && guard.hash === facts.ours) {
    return finish(
      'rolled-back',
      'requested',
      `A rollback that was begun before is complete (${guard.hash}).`,
    );
  }
  const asked = promotingFull || facts.effected.some(({ name }) => name === 'promote-full');
  const skips = current && !aborting && !plan.rollbackSteps && !asked && stable?.hash !== guard.hash;
  return skips && guard.hash === facts.ours
    ? request('promote-full', 'a rollback that was begun before goes on')
    : decideRelease(plan, facts, observation);
}
