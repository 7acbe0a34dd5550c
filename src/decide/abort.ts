import { asLeft } from '../ending.ts';
import { type Decide, awaitProgress, finish, request, superseded, hasWayBack } from './decision.ts';
import { refuseUnexpected } from './expect.ts';

/** Aborts the candidate that is there, and waits until the controller has moved traffic back. */
export const decideAbort: Decide = (plan, facts, observation) => {
  const { found, ours, effected, fruitless } = facts;
  if (found === undefined || ours === undefined) return awaitProgress(plan, facts, observation);
  const unexpected = refuseUnexpected(plan, found, 'candidate');
  if (unexpected !== undefined) return unexpected;
  if (observation.current && observation.guard.hash !== ours) return superseded(observation);
  if (observation.settled === 'aborted') {
    return finish('aborted', 'requested', 'The release was aborted. Traffic is back on the stable revision.');
  }
  const underWay = observation.aborting || effected.length > 0 || !observation.current;
  if (underWay) return awaitProgress(plan, facts, observation);
  if (observation.invalid) {
    const why = 'An abort sent now would act only when that is mended, on whatever is there then.';
    return finish('refused', 'invalid-spec', `${observation.message} ${why}`);
  }
  if (!hasWayBack(observation)) {
    const why = 'the revision that is there is the only one, or is promoted already';
    return finish('refused', 'nothing-to-do', `There is no release to abort: ${why}.`);
  }
  if (fruitless?.how === 'ignored') {
    return finish(asLeft(observation), 'ignored', 'The controller dropped the abort without acting on it.');
  }
  return request('abort', 'operation: abort');
};
