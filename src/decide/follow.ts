import { resolveImages } from '../images.ts';
import { type Decide, awaitProgress, finish } from './decision.ts';
import { refuseUnexpected } from './expect.ts';
import { decideRelease } from './release.ts';

/** Follows what is going on; with an image, waits first until the spec has it, as after a GitOps sync. */
export const decideFollow: Decide = (plan, facts, observation) => {
  if (facts.ours !== undefined) {
    const isOurs = observation.current && observation.guard.hash === facts.ours;
    const unexpected = isOurs ? refuseUnexpected(plan, observation, 'candidate') : undefined;
    return unexpected ?? decideRelease(plan, facts, observation);
  }
  if (observation.invalid) return decideRelease(plan, facts, observation);
  const resolved = resolveImages(plan.images, observation.template);
  if (observation.current && resolved.kind === 'problem') {
    return finish('refused', 'bad-input', `${resolved.what} ${resolved.next}`);
  }
  return awaitProgress(plan, facts, observation);
};
