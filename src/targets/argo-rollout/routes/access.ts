import { type AccessRule, ruleFor } from '../../../kube/access.ts';
import { httpRoutes, ingresses, virtualServices } from '../../../kube/resources.ts';
import type { RawRollout } from '../rollout.ts';
import { routeObjects } from './index.ts';

const why = 'show the weights in the routes (optional)';

/** What reading the routes needs: of this Rollout by name, or of any Rollout in the namespace, for docs. */
export function accessForRoutes(namespace: string, rollout?: RawRollout): readonly AccessRule[] {
  const refs =
    rollout === undefined
      ? [ingresses, virtualServices, httpRoutes].map((resource) => ({ resource, namespace }))
      : routeObjects(rollout).map(({ ref }) => ref);
  return refs.map(({ resource, ...place }) => ({ ...ruleFor('get', resource, place, why), optional: true }));
}
