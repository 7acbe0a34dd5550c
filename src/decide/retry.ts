import { type Decide, finish, request } from './decision.ts';
import { isRepeated, refuseUnexpected } from './expect.ts';
import { decideRelease } from './release.ts';

/** Begins an aborted candidate anew at step 0, and follows it. */
export const decideRetry: Decide = (plan, facts, observation) => {
  const { found, effected } = facts;
  if (found === undefined || effected.length > 0) return decideRelease(plan, facts, observation);
  const unexpected = refuseUnexpected(plan, found, 'candidate');
  if (unexpected !== undefined) return unexpected;
  if (found.aborted === undefined && !found.aborting) {
    // An earlier attempt of this step began it anew: this one sees it to its end.
    if (isRepeated(plan, found)) return decideRelease(plan, facts, observation);
    const why = `it is ${found.phase}, and was not aborted`;
    return finish('refused', 'nothing-to-do', `There is nothing to retry: ${why}.`);
  }
  if (found.untested !== undefined) {
    const next =
      'Use operation: deploy with the image: it goes by way of the stable template, with a new analysis.';
    return finish('refused', 'does-not-fit', `A retry is not safe here: ${found.untested}. ${next}`);
  }
  const isSame = observation.guard.hash === found.guard.hash && observation.current && !observation.invalid;
  if (isSame && observation.aborted !== undefined) return request('retry', 'operation: retry');
  return decideRelease(plan, facts, observation);
};
