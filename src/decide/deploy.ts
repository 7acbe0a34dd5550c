import { resolveImages } from '../images.ts';
import { formatImages } from '../model.ts';
import { type Decide, finish, request, superseded } from './decision.ts';
import { decideRelease } from './release.ts';

/** Sets the image once, starts an aborted one again, and then follows; an image that is there already is no work. */
export const decideDeploy: Decide = (plan, facts, observation) => {
  const { fruitless, found, ours, effected } = facts;
  if (fruitless?.name === 'deploy' && fruitless.how === 'moved') return superseded(observation);
  if (!observation.current || observation.invalid) return decideRelease(plan, facts, observation);
  if (ours === undefined) {
    const resolved = resolveImages(plan.images, observation.template);
    if (resolved.kind === 'problem') {
      return finish('refused', 'bad-input', `${resolved.what} ${resolved.next} Nothing was changed.`);
    }
    const reason = `set ${formatImages(resolved.images)}`;
    return { do: 'request', request: 'deploy', reason, images: resolved.images };
  }
  const asFound = effected.length === 0 && found?.guard.hash === ours && observation.guard.hash === ours;
  if (asFound && found.aborted !== undefined && observation.aborted !== undefined) {
    return request('retry', 'this image was aborted before: it starts again at step 0');
  }
  if (asFound && found.settled === 'healthy' && observation.settled === 'healthy') {
    const is = `${formatImages(observation.template)} is there already and Healthy.`;
    const advice =
      'If a mutable tag was pushed again, deploy it by digest: in a name Kubernetes sees no change.';
    return finish('unchanged', 'nothing-to-do', `${is} ${advice}`);
  }
  return decideRelease(plan, facts, observation);
};
