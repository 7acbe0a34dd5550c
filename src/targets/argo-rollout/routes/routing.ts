import type { KubeObject, ObjectRef } from '../../../kube/resources.ts';
import type { FieldPath } from '../../../ownership/last-change.ts';
import type { RouteWeight } from '../../route-weight.ts';
import type { RawRollout } from '../rollout.ts';

/** `spec.strategy.canary` as far as routes are concerned; see `TrafficRouting` of Argo Rollouts 1.10.1. */
export interface RawRouting {
  readonly stableService?: string;
  readonly canaryService?: string;
  readonly pingPong?: { readonly pingService?: string; readonly pongService?: string };
  readonly trafficRouting?: {
    /** Routes that steps may add and remove; no other route is the controller's. */
    readonly managedRoutes?: readonly { readonly name?: string }[];
    readonly plugins?: Readonly<Record<string, unknown>>;
    /** Routers by their key, such as `nginx`: each file here knows its own. */
    readonly [router: string]: unknown;
  };
}

/** One object that holds weights of a Rollout. */
export interface RouteObject {
  readonly ref: ObjectRef;
  /** The fields that the weights are in: who wrote one of them last may have changed them. */
  readonly weightFields: readonly FieldPath[];
  /** The weights in it, none where nothing in it is the Rollout's. Pure. */
  read(object: KubeObject): readonly RouteWeight[];
}

/** A router that this action can read: which objects of the router hold the weights of a Rollout. Pure. */
export type Router = (rollout: RawRollout, config: unknown) => readonly RouteObject[];

/** The routing of a Rollout; empty for blueGreen and for a canary by replicas. */
export function routingOf({ spec }: RawRollout): RawRouting {
  return (spec?.strategy?.canary ?? {}) as RawRouting;
}

/**
 * The Services that the routes name. With pingPong they change roles with each release, and the status tells
 * which is stable (argo-rollouts, `GetStableAndCanaryServices`).
 */
export function routedServices(rollout: RawRollout): { readonly stable: string; readonly canary: string } {
  const { stableService = '', canaryService = '', pingPong } = routingOf(rollout);
  if (pingPong === undefined || stableService !== '' || canaryService !== '') {
    return { stable: stableService, canary: canaryService };
  }
  const { pingService: ping = '', pongService: pong = '' } = pingPong;
  const status = rollout.status?.canary as { readonly stablePingPong?: string } | undefined;
  return status?.stablePingPong === 'ping' ? { stable: ping, canary: pong } : { stable: pong, canary: ping };
}

/** Names of the routes that steps of this Rollout may add. */
export function managedNames(rollout: RawRollout): readonly string[] {
  const routes = routingOf(rollout).trafficRouting?.managedRoutes ?? [];
  return routes.map(({ name }) => name).filter((name) => name !== undefined);
}

/** Puts the managed routes of an object with its first route. */
export function withManaged(
  routes: readonly Omit<RouteWeight, 'managed' | 'from'>[],
  managed: readonly string[],
): readonly RouteWeight[] {
  return routes.map((route, i) => ({ ...route, managed: i === 0 ? managed : [], from: 'object' }));
}

/** The namespace of a Rollout: of its routes too, unless they name another. */
export function namespaceOf({ metadata }: RawRollout): string {
  return metadata.namespace ?? 'default';
}
