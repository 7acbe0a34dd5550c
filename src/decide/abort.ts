import {
  type Decide,
  type Decision,
  awaitProgress,
  finish,
  request,
  restore,
  superseded,
  wayBack,
} from './decision.ts';
import type { Observation } from '../observation.ts';
import { refuseUnexpected } from './expect.ts';
import { liftHold } from './release.ts';
import { restored } from './restored.ts';

const back = 'Traffic is back on the stable revision.';

/** Aborts the candidate that is there, and waits until the controller has moved traffic back. */
export const decideAbort: Decide = (plan, facts, observation) => {
  const { found, ours, effected, fruitless } = facts;
  if (found === undefined) return awaitProgress(plan, facts, observation);
  const unexpected = refuseUnexpected(plan, found, 'candidate');
  if (unexpected !== undefined) return unexpected;
  if (ours === undefined) {
    return observation.invalid ? refuseInvalid(observation) : awaitProgress(plan, facts, observation);
  }
  if (observation.current && observation.guard.hash !== ours) return superseded(observation);
  const template = restored(facts);
  if (template !== undefined) {
    return observation.settled === 'healthy'
      ? finish('aborted', 'requested', `${template.reason} ${back}`)
      : awaitProgress(plan, facts, observation);
  }
  if (observation.settled === 'aborted') {
    return finish('aborted', 'requested', `The release was aborted. ${back}`);
  }
  const lifted = liftHold(facts, observation);
  if (lifted !== undefined) return lifted;
  const underWay = observation.aborting || effected.length > 0 || !observation.current;
  if (underWay) return awaitProgress(plan, facts, observation);
  if (observation.invalid) return refuseInvalid(observation);
  const stable = wayBack(observation);
  if (stable === undefined) {
    const why = 'the revision that is there is the only one, or is promoted already';
    return finish(
      'refused',
      'nothing-to-do',
      `There is no release to abort: ${why}. To go back: operation: rollback.`,
    );
  }
  const dropped = fruitless?.name === 'abort' && fruitless.how === 'ignored';
  if (observation.promotingFull || dropped) {
    const why = 'The controller drops an abort after a full promotion, so the stable template was put back.';
    return restore(stable.hash, why, 'requested');
  }
  return request('abort', 'operation: abort');
};

function refuseInvalid({ message }: Observation): Decision {
  const why = 'An abort sent now would act only when that is mended, on whatever is there then.';
  return finish('refused', 'invalid-spec', `${message}. ${why}`);
}
