import { isHeldByUs } from '../holds.ts';
import { resolveImages } from '../images.ts';
import type { Facts } from '../facts.ts';
import { formatImages } from '../format.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { decideBusy } from './busy.ts';
import { decideHealthyChecks } from './checks.ts';
import {
  type Decide,
  type Decision,
  awaitProgress,
  finish,
  request,
  restore,
  superseded,
} from './decision.ts';
import { decideRelease } from './release.ts';
import { restored } from './restored.ts';
import { refuseSkipped } from './skipped.ts';

/** Sets the image once, starts an aborted one again, and then follows; an image that is there already is no work. */
export const decideDeploy: Decide = (plan, facts, observation) => {
  const { fruitless, found, ours, effected } = facts;
  if (fruitless?.name === 'deploy' && fruitless.how === 'moved') return superseded(observation);
  if (!observation.current || observation.invalid) return decideRelease(plan, facts, observation);
  const viaStable = restored(facts)?.because === 'requested';
  if (viaStable && observation.guard.hash === ours) {
    return observation.settled === 'healthy'
      ? setImage(plan.images, facts, observation)
      : awaitProgress(plan, facts, observation);
  }
  if (ours === undefined)
    return decideBusy(plan, facts, observation) ?? setImage(plan.images, facts, observation);
  const resumed = effected.some(({ name }) => name === 'resume');
  const stillHeld = found !== undefined && isHeldByUs(found) && isHeldByUs(observation);
  // Where the template is in a workload, the write of a new image cannot lift the hold.
  if (stillHeld && !resumed && observation.guard.hash === ours) {
    return request('resume', 'a cancelled run of this action holds the release');
  }
  const asFound = found?.guard.hash === ours && observation.guard.hash === ours;
  const begun = effected.some(({ name }) => name !== 'resume');
  if (begun || !asFound) return decideRelease(plan, facts, observation);
  if (found.aborted !== undefined && observation.aborted !== undefined) return startAgain(observation);
  if (found.settled === 'healthy' && observation.settled === 'healthy') {
    // A run that was killed may have set it, and nobody knows what its checks would have said.
    const judged = plan.dryRun ? undefined : decideHealthyChecks(plan, facts, observation);
    if (judged !== undefined) return judged;
    const is = `${formatImages(observation.template)} is there already and Healthy.`;
    const advice =
      'If a mutable tag was pushed again, deploy it by digest, or use operation: restart: in a name Kubernetes sees no change.';
    return finish('unchanged', 'nothing-to-do', `${is} ${advice}`);
  }
  return decideRelease(plan, facts, observation);
};

function setImage(images: Plan['images'], facts: Facts, observation: Observation): Decision {
  const resolved = resolveImages(images, observation.template);
  if (resolved.kind === 'problem') {
    return finish('refused', 'bad-input', `${resolved.what} ${resolved.next} Nothing was changed.`);
  }
  const unsafe = observation.rollbackWindow ? refuseSkipped(resolved.images, facts, observation) : undefined;
  if (unsafe !== undefined) return unsafe;
  const reason = `set ${formatImages(resolved.images)}`;
  return { do: 'request', request: 'deploy', reason, because: 'requested', images: resolved.images };
}

/** An aborted candidate is begun anew with all its analyses; where a retry would skip one, by way of the stable template. */
function startAgain({ untested, stable }: Observation): Decision {
  return untested === undefined || stable === undefined
    ? request('retry', 'this image was aborted before: it starts again at step 0')
    : restore(stable.hash, `this image was aborted before, and ${untested}`, 'requested');
}
