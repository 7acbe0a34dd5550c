import { stringify } from 'yaml';
import { applyManifests, freshNamespace, getObject, type KubernetesObject, waitFor } from './kubernetes.ts';
import { rolloutManifest, type RolloutShape, Shop } from './rollouts.ts';

/** One way to share out the traffic of a Rollout named web, whose Services are web-stable and web-canary. */
export interface Router {
  /** The block `strategy.canary.trafficRouting`. */
  readonly trafficRouting: object;
  /** What it routes with, beside the two Services; each object is named web. */
  readonly objects: readonly object[];
  /** The kind that carries the weights, as kubectl takes it, and its name. */
  readonly carrier: readonly [kind: string, name: string];
  /** The canary's weight in each place of the carrier that has one. */
  weights(carrier: KubernetesObject): (number | undefined)[];
}

type Destination = { destination: { host: string; subset?: string }; weight?: number };
type Rule = { route: Destination[] };
type HttpRoute = KubernetesObject & {
  metadata: { labels?: Record<string, string> };
  spec: { rules: { backendRefs: { name: string; weight?: number }[] }[] };
};
type VirtualService = KubernetesObject & { spec: Partial<Record<'http' | 'tls' | 'tcp', Rule[]>> };

const virtualService = (spec: object): object => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'web' },
  spec: { hosts: ['web.test'], ...spec },
});
const bothHosts: Destination[] = [
  { destination: { host: 'web-stable' }, weight: 100 },
  { destination: { host: 'web-canary' }, weight: 0 },
];
const isCanary = ({ destination }: Destination): boolean =>
  destination.host === 'web-canary' || destination.subset === 'canary';
const inVirtualService = (carrier: KubernetesObject): (number | undefined)[] => {
  const { http = [], tls = [], tcp = [] } = (carrier as VirtualService).spec;
  return [...http, ...tls, ...tcp].map(({ route }) => route.find(isCanary)?.weight);
};

/** The routers of Argo Rollouts that the test cluster has the kinds of. */
export const routers = {
  /** A second Ingress, `web-web-canary`, that the controller makes and puts its weight on as an annotation. */
  nginx: {
    trafficRouting: { nginx: { stableIngress: 'web' } },
    objects: [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'web' },
        spec: {
          ingressClassName: 'nginx',
          rules: [
            { host: 'web.test', http: { paths: [{ path: '/', pathType: 'Prefix', backend: stable() }] } },
          ],
        },
      },
    ],
    carrier: ['ingress', 'web-web-canary'],
    weights: ({ metadata }) => {
      const weight = metadata.annotations?.['nginx.ingress.kubernetes.io/canary-weight'];
      return [weight === undefined ? undefined : Number(weight)];
    },
  },
  /** A VirtualService with an http, a tls and a tcp route between two hosts. */
  istioHosts: {
    trafficRouting: {
      istio: {
        virtualService: {
          name: 'web',
          routes: ['primary'],
          tlsRoutes: [{ port: 443, sniHosts: ['web.test'] }],
          tcpRoutes: [{ port: 9000 }],
        },
      },
    },
    objects: [
      virtualService({
        http: [{ name: 'primary', route: bothHosts }],
        tls: [{ match: [{ port: 443, sniHosts: ['web.test'] }], route: bothHosts }],
        tcp: [{ match: [{ port: 9000 }], route: bothHosts }],
      }),
    ],
    carrier: ['virtualservices.networking.istio.io', 'web'],
    weights: inVirtualService,
  },
  /** A VirtualService with an http route between two subsets of one host, told apart by a DestinationRule. */
  istioSubsets: {
    trafficRouting: {
      istio: {
        virtualService: { name: 'web', routes: ['primary'] },
        destinationRule: { name: 'web', canarySubsetName: 'canary', stableSubsetName: 'stable' },
      },
    },
    objects: [
      virtualService({
        http: [
          {
            name: 'primary',
            route: [
              { destination: { host: 'web', subset: 'stable' }, weight: 100 },
              { destination: { host: 'web', subset: 'canary' }, weight: 0 },
            ],
          },
        ],
      }),
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'DestinationRule',
        metadata: { name: 'web' },
        spec: {
          host: 'web',
          subsets: ['stable', 'canary'].map((name) => ({ name, labels: { app: 'web' } })),
        },
      },
    ],
    carrier: ['virtualservices.networking.istio.io', 'web'],
    weights: inVirtualService,
  },
  /** An HTTPRoute, by the plugin. */
  gatewayApi: {
    trafficRouting: { plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: 'web' } } },
    objects: [
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'web' },
        spec: {
          parentRefs: [{ name: 'web' }],
          rules: [
            {
              backendRefs: [
                { name: 'web-stable', port: 80 },
                { name: 'web-canary', port: 80 },
              ],
            },
          ],
        },
      },
    ],
    carrier: ['httproutes.gateway.networking.k8s.io', 'web'],
    weights: (carrier) =>
      (carrier as HttpRoute).spec.rules
        .flatMap(({ backendRefs }) => backendRefs)
        .filter(({ name }) => name === 'web-canary')
        .map(({ weight }) => weight),
  },
} as const satisfies Record<string, Router>;

/** What tests vary of a Rollout behind a router. */
export interface RoutedShape extends RolloutShape {
  /** Merged into `strategy.canary`. */
  readonly canary?: object;
  /** Merged into `strategy.canary.trafficRouting`. */
  readonly routing?: object;
  /** Further objects of its namespace, there before it. */
  readonly beside?: readonly object[];
}

/** A fresh namespace with a Rollout of v1 that is Healthy behind this router. */
export async function routedShop(router: Router, shape: RoutedShape = {}): Promise<Shop> {
  const shop = new Shop(await freshNamespace());
  const { steps = [{ setWeight: 20 }, { pause: {} }], canary, routing, beside = [], ...rest } = shape;
  const objects = [service('web-stable'), service('web-canary'), ...router.objects, ...beside];
  await applyManifests(shop.namespace, objects.map((object) => stringify(object)).join('---\n'));
  const strategy = {
    canary: {
      canaryService: 'web-canary',
      stableService: 'web-stable',
      trafficRouting: { ...router.trafficRouting, ...routing },
      steps,
      ...canary,
    },
  };
  await applyManifests(shop.namespace, rolloutManifest({ ...rest, spec: { ...rest.spec, strategy } }));
  await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
  return shop;
}

/** What a router does at this moment: the canary's weight in each of its routes, and whom its Services select. */
export interface Traffic {
  readonly weights: readonly (number | undefined)[];
  /** Pod template hashes. */
  readonly stable: string | undefined;
  readonly canary: string | undefined;
}

/** Reads it from the objects that the router follows, and from nothing else. */
export async function trafficOf({ namespace }: Shop, router: Router): Promise<Traffic> {
  const selected = async (name: string): Promise<string | undefined> => {
    const { spec } = await getObject<KubernetesObject & { spec: { selector: Record<string, string> } }>(
      namespace,
      'service',
      name,
    );
    return spec.selector['rollouts-pod-template-hash'];
  };
  const [carrier, stable, canary] = await Promise.all([
    getObject(namespace, ...router.carrier),
    selected('web-stable'),
    selected('web-canary'),
  ]);
  return { weights: router.weights(carrier), stable, canary };
}

/** Waits until every weight of the router is the canary's given one; returns what carries them. */
export async function untilWeight(shop: Shop, router: Router, weight: number): Promise<KubernetesObject> {
  const what = `the weight ${weight} in ${router.carrier.join(' ')}`;
  const fits = (carrier: KubernetesObject): boolean => {
    const weights = router.weights(carrier);
    return weights.length > 0 && weights.every((seen) => seen === weight);
  };
  return waitFor(shop.namespace, ...router.carrier, fits, { what });
}

function service(name: string): object {
  const spec = { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] };
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec };
}

function stable(): object {
  return { service: { name: 'web-stable', port: { number: 80 } } };
}
