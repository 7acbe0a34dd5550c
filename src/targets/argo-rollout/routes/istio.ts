import { virtualServices } from '../../../kube/resources.ts';
import type { RawRollout } from '../rollout.ts';
import {
  type Destination,
  type RawVirtualService,
  type RawVirtualServiceRef,
  routesIn,
} from './virtual-service.ts';
import { managedNames, namespaceOf, routedServices, type Router, withManaged } from './routing.ts';

/** `trafficRouting.istio` as far as it is read. */
interface RawIstio {
  readonly virtualService?: RawVirtualServiceRef;
  readonly virtualServices?: readonly RawVirtualServiceRef[];
  readonly destinationRule?: { readonly canarySubsetName?: string; readonly stableSubsetName?: string };
}

/**
 * Istio: the weights are in routes of VirtualServices. Which destination is which side is told by its host,
 * or by its subset where the Rollout has a DestinationRule.
 * https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/
 */
export const istio: Router = (rollout, config) => {
  const { virtualService, virtualServices: several, destinationRule } = config as RawIstio;
  const { stable, canary } = routedServices(rollout);
  const isStable = belongsTo(stable, destinationRule?.stableSubsetName);
  const isCanary = belongsTo(canary, destinationRule?.canarySubsetName);
  const refs = several ?? (virtualService === undefined ? [] : [virtualService]);
  return refs.map((wanted) => ({
    ref: { resource: virtualServices, ...placeOf(wanted.name, rollout) },
    weightFields: ['http', 'tls', 'tcp'].map((protocol) => ['spec', protocol]),
    read: (object) => {
      const { metadata, spec } = object as RawVirtualService;
      const managed = managedNames(rollout);
      const routes = routesIn(spec ?? {}, wanted, managed).flatMap(({ route, destinations }) => {
        if (!destinations.some((one) => isStable(one) || isCanary(one))) return [];
        return [
          {
            ...{ kind: virtualServices.kind, name: metadata.name, route },
            stable: weightOf(destinations, isStable),
            canary: weightOf(destinations, isCanary),
            total: weightOf(destinations, () => true),
          },
        ];
      });
      const present = (spec?.http ?? []).map(({ name = '' }) => name);
      return withManaged(
        routes,
        managed.filter((name) => present.includes(name)),
      );
    },
  }));
};

/** As the controller compares: a host up to its first dot is the Service (argo-rollouts, `getHost`). */
function belongsTo(service: string, subset: string | undefined): (one: Destination) => boolean {
  return ({ destination }) =>
    (service !== '' && destination?.host?.split('.')[0] === service) ||
    (Boolean(subset) && destination?.subset === subset);
}

/** A route with one destination needs no weight in Istio; with several a missing weight is 0. */
function weightOf(all: readonly Destination[], fits: (one: Destination) => boolean): number {
  const missing = all.length === 1 ? 100 : 0;
  return all.filter(fits).reduce((sum, { weight = missing }) => sum + weight, 0);
}

/** The last part of a name with dots is a namespace, because a namespace has none. */
function placeOf(text: string, rollout: RawRollout): { readonly name: string; readonly namespace: string } {
  const parts = text.replace(/\.cluster\.local$/, '').split('.');
  const namespace = parts.length > 1 ? parts.at(-1) : undefined;
  const name = namespace === undefined ? parts : parts.slice(0, -1);
  return { name: name.join('.'), namespace: namespace ?? namespaceOf(rollout) };
}
