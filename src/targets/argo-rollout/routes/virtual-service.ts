import type { KubeObject } from '../../../kube/resources.ts';

/** One entry of `virtualServices`, or `virtualService`. */
export interface RawVirtualServiceRef {
  /** Its name, or `name.namespace`, or that with `.cluster.local` behind it. */
  readonly name: string;
  readonly routes?: readonly string[];
  readonly tlsRoutes?: readonly { readonly port?: number; readonly sniHosts?: readonly string[] }[];
  readonly tcpRoutes?: readonly { readonly port?: number }[];
}

/** Where a share of a route goes. */
export interface Destination {
  readonly destination?: { readonly host?: string; readonly subset?: string };
  readonly weight?: number;
}

/** A tls or tcp route. */
interface RawMatchedRoute {
  readonly match?: readonly { readonly port?: number; readonly sniHosts?: readonly string[] }[];
  readonly route?: readonly Destination[];
}

/** `spec` of a VirtualService as far as it is read. */
interface RawSpec {
  readonly http?: readonly { readonly name?: string; readonly route?: readonly Destination[] }[];
  readonly tls?: readonly RawMatchedRoute[];
  readonly tcp?: readonly RawMatchedRoute[];
}

/** An Istio VirtualService as far as it is read. */
export interface RawVirtualService extends KubeObject {
  readonly spec?: RawSpec;
}

/** One route with what people call it. */
interface NamedRoute {
  readonly route: string;
  readonly destinations: readonly Destination[];
}

/**
 * The routes whose weights the controller sets. For each protocol: those that the Rollout names; without
 * names the only http route or the first without a name, the first tls and the first tcp route
 * (argo-rollouts, `getHttpRouteIndexesToPatch` and its like). Routes that steps add are not among them.
 */
export function routesIn(
  { http = [], tls = [], tcp = [] }: RawSpec,
  { routes, tlsRoutes, tcpRoutes }: RawVirtualServiceRef,
  managed: readonly string[],
): readonly NamedRoute[] {
  const own = http
    .map((route, index) => ({ ...route, index }))
    .filter(({ name = '' }) => !managed.includes(name));
  const unnamed = own.length === 1 ? own : own.filter(({ name }) => !name).slice(0, 1);
  const wanted = routes?.length ? own.filter(({ name = '' }) => routes.includes(name)) : unnamed;
  return [
    ...wanted.map(({ name, index, route = [] }) => ({
      route: name || `http ${String(index)}`,
      destinations: route,
    })),
    ...matched('tls', tls, tlsRoutes),
    ...matched('tcp', tcp, tcpRoutes),
  ];
}

/** A route fits if all its matches are of the one port, and of exactly the hosts, that the Rollout names. */
function matched(
  protocol: string,
  all: readonly RawMatchedRoute[],
  wanted: RawVirtualServiceRef['tlsRoutes'],
): readonly NamedRoute[] {
  const described = all.map(({ match = [], route = [] }) => ({
    ports: unique(match.map(({ port = 0 }) => port)),
    hosts: unique(match.flatMap(({ sniHosts = [] }) => sniHosts)).toSorted(),
    destinations: route,
  }));
  const fits = wanted?.length
    ? described.filter(({ ports, hosts }) =>
        wanted.some(
          ({ port = 0, sniHosts = [] }) =>
            ports.length <= 1 &&
            (ports[0] ?? 0) === port &&
            unique(sniHosts).toSorted().join() === hosts.join(),
        ),
      )
    : described.slice(0, 1);
  return fits.map(({ ports, hosts, destinations }) => ({
    route: [protocol, ...ports.filter((port) => port !== 0), hosts.join(',')].filter(Boolean).join(' '),
    destinations,
  }));
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
