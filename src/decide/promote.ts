import type { Observation } from '../model.ts';
import { type Decide, type Decision, finish } from './decision.ts';
import { refuseUnexpected } from './expect.ts';
import { decideRelease } from './release.ts';

/** Passes one gate, the present one or else the next, and then follows under the policies. */
export const decidePromote: Decide = (plan, facts, observation) => {
  const { found, fruitless, effected, overdue } = facts;
  if (found === undefined) return decideRelease(plan, facts, observation);
  const refused = refuseUnexpected(plan, found, 'state') ?? refuseUseless(found);
  if (refused !== undefined) return refused;
  if (effected.some(({ name }) => name === 'promote')) return decideRelease(plan, facts, observation);
  if (fruitless?.name === 'promote' && fruitless.how !== 'overdue') {
    // After a promote of ours that was taken for lost, whoever moved the target may have been that one.
    if (fruitless.how !== 'refused' || overdue > 0) return decideRelease(plan, facts, observation);
    const what = 'Somebody else moved the target before this promote arrived, so the server refused it.';
    return finish('refused', 'by-somebody', `${what} Nothing was promoted by this run.`);
  }
  return decideRelease({ ...plan, onPause: 'promote' }, facts, observation);
};

/** A promote where none can act is lost without an error, or passes more than its gate. */
function refuseUseless(found: Observation): Decision | undefined {
  const { settled, phase, message, pauses } = found;
  if (settled === 'healthy') {
    return finish('refused', 'nothing-to-do', 'The target is Healthy: there is no gate to pass.');
  }
  if (phase === 'Degraded') {
    const next = 'Deploy the image again to start it from step 0.';
    return finish(
      'refused',
      'does-not-fit',
      `The target is Degraded (${message}): a promote has no gate to pass. ${next}`,
    );
  }
  if (pauses.some(({ kind }) => kind === 'manual')) {
    const next = 'Resume it (spec.paused: false), then promote.';
    return finish(
      'refused',
      'does-not-fit',
      `Somebody holds the target (spec.paused): a promote would be lost. ${next}`,
    );
  }
  if (pauses.some(({ kind }) => kind === 'inconclusive')) {
    const next = 'A person has to judge it: abort, or promote it with the tools of Argo Rollouts.';
    return finish('refused', 'inconclusive', `An analysis was inconclusive (${message}). ${next}`);
  }
  return undefined;
}
