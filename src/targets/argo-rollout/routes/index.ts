import type { RawRollout } from '../rollout.ts';
import { gatewayApi } from './gateway-api.ts';
import { istio } from './istio.ts';
import { nginx } from './nginx.ts';
import { type RouteObject, type Router, routingOf } from './routing.ts';

/** Routers whose objects are read, by their key in `trafficRouting`; plugins by their name. */
export const routers = {
  nginx,
  istio,
  'argoproj-labs/gatewayAPI': gatewayApi,
} as const satisfies Record<string, Router>;

/** The routers that a Rollout uses, by key, each with its block in the Rollout; most have one. */
export function routersOf(rollout: RawRollout): Readonly<Record<string, unknown>> {
  const { plugins, managedRoutes: _, maxTrafficWeight: __, ...own } = routingOf(rollout).trafficRouting ?? {};
  return { ...own, ...plugins };
}

/** The objects that hold the weights of a Rollout, as far as this action can read them. Pure. */
export function routeObjects(rollout: RawRollout): readonly RouteObject[] {
  const known: Readonly<Record<string, Router>> = routers;
  return Object.entries(routersOf(rollout)).flatMap(([key, config]) =>
    config === null || typeof config !== 'object' ? [] : (known[key]?.(rollout, config) ?? []),
  );
}
