import type { LastChange } from '../../../ownership/last-change.ts';
import { describeChange } from '../../../ownership/describe-change.ts';
import type { RouteWeight } from '../../route-weight.ts';
import type { RawRollout } from '../rollout.ts';
import { observeSettled } from '../settled.ts';
import { maxTrafficWeight } from '../weight.ts';

/** Routes of one object, and who wrote their weights last. */
export interface ReadRoutes {
  readonly routes: readonly RouteWeight[];
  readonly changed: LastChange | undefined;
}

/**
 * A sentence for each object whose routes are not as the controller set them. Pure.
 *
 * Most routers set them back when the object changes; the plugin of the Gateway API does so only when the Rollout
 * changes, so what Argo CD or a person put back stays
 * (https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi/issues/208).
 */
export function describeDrift(rollout: RawRollout, read: readonly ReadRoutes[]): readonly string[] {
  const set = rollout.status?.canary?.weights?.canary?.weight;
  // While a release moves, its routes are a moment ahead of its status.
  if (set === undefined || !isStanding(rollout)) return [];
  const total = maxTrafficWeight(rollout);
  return read.flatMap(({ routes, changed }) => {
    const other = routes.find((route) => route.canary * total !== set * route.total);
    if (other === undefined) return [];
    const { kind, name, canary } = other;
    const is = `${kind} ${name} gives the canary ${share(canary, other.total)}, and the controller set ${share(set, total)}`;
    const who = `the routes were last ${describeChange(changed, undefined)}`;
    return [`${is}: ${who}. Traffic follows the route and not the release.`];
  });
}

function isStanding(rollout: RawRollout): boolean {
  return (rollout.status?.pauseConditions ?? []).length > 0 || observeSettled(rollout) !== undefined;
}

function share(weight: number, total: number): string {
  return `${String(weight)} of ${String(total)}`;
}
