import { describe, expect, it } from '@jest/globals';
import type { KubeObject } from '../../../../src/kube/resources.ts';
import { describeRoute } from '../../../../src/render/routes.ts';
import { accessForRoutes } from '../../../../src/targets/argo-rollout/routes/access.ts';
import { routeObjects } from '../../../../src/targets/argo-rollout/routes/index.ts';
import { readRoutes, type Routes } from '../../../../src/targets/argo-rollout/routes/read.ts';
import type { RawRollout } from '../../../../src/targets/argo-rollout/rollout.ts';
import {
  type RoutedMoment,
  routed,
  routedMoment,
  routedNames,
  routeClient,
} from '../../../fixtures/routes.ts';
import { moment } from '../../../fixtures/stories.ts';

const { signal } = new AbortController();

async function read({ rollout, objects }: Omit<RoutedMoment, 'what'>): Promise<Routes> {
  return await readRoutes(routeClient([...objects, rollout]), rollout, signal);
}

async function told(captured: Omit<RoutedMoment, 'what'>): Promise<readonly string[]> {
  return (await read(captured)).routes.map(describeRoute);
}

/** The same Rollout with another block in `trafficRouting`, and this in `canary`. */
function routing(rollout: RawRollout, trafficRouting: object, canary: object = {}): RawRollout {
  const old = rollout.spec?.strategy?.canary;
  return {
    ...rollout,
    spec: { ...rollout.spec, strategy: { canary: { ...old, ...canary, trafficRouting } } },
  };
}

describe('the weights are read where the router reads them', () => {
  it.each([
    ['weight 0, nothing going on', 'Ingress web-web-canary: stable 100, canary 0'],
    ['gate at weight 20', 'Ingress web-web-canary: stable 80, canary 20'],
    ['gate at weight 100', 'Ingress web-web-canary: stable 0, canary 100'],
    ['aborted', 'Ingress web-web-canary: stable 100, canary 0'],
  ])('NGINX: %s', async (what, text) => {
    expect(await told(routedMoment('nginx', what))).toEqual([text]);
  });

  it('NGINX with several Ingresses, a prefix of its own, and weights out of 1000', async () => {
    const captured = routedMoment('nginx-of-1000', 'gate at weight 5 of 1000');
    const [first, second, ...others] = await told(captured);
    expect(first).toBe('Ingress web-shop-canary: stable 995, canary 5 of 1000');
    expect(second).toMatch(/^Ingress web-i{63}\..*l-canary: stable 995, canary 5 of 1000$/);
    expect(others).toEqual([]);
  });

  it.each([
    ['weight 0, nothing going on', 'stable 100, canary 0'],
    ['gate at weight 20', 'stable 80, canary 20'],
    ['gate at weight 100', 'stable 0, canary 100'],
    ['aborted', 'stable 100, canary 0'],
    ['aborted with a header and a mirror route', 'stable 100, canary 0'],
  ])('Istio by host, http, tls and tcp: %s', async (what, weights) => {
    expect(await told(routedMoment('istio', what))).toEqual([
      `VirtualService web, route primary: ${weights}`,
      `VirtualService web, route tls 443 shop.example.com,www.example.com: ${weights}`,
      `VirtualService web, route tcp 9000: ${weights}`,
    ]);
  });

  it('Istio: header and mirror routes are told once, and are not taken for routes with the weight', async () => {
    const { routes } = await read(routedMoment('istio', 'gate with a header and a mirror route'));
    expect(routes.map(({ route, managed }) => [route, managed])).toEqual([
      ['primary', ['internal', 'shadow']],
      ['tls 443 shop.example.com,www.example.com', []],
      ['tcp 9000', []],
    ]);
  });

  it('Istio by subset, in two VirtualServices, one named with its namespace', async () => {
    const captured = routedMoment('istio-subsets', 'gate at weight 20, by subsets in two VirtualServices');
    expect(await told(captured)).toEqual([
      'VirtualService web, route http 0: stable 80, canary 20',
      'VirtualService web.edge, route edge: stable 80, canary 20',
    ]);
  });

  it.each([
    ['weight 0, nothing going on', 'stable 100, canary 0'],
    ['gate at weight 20', 'stable 80, canary 20'],
    ['gate at weight 100', 'stable 0, canary 100'],
    ['aborted', 'stable 100, canary 0'],
    ['gate with a header route, added by hand', 'stable 80, canary 20; added by steps: internal'],
    ['a route that was applied again without weights', 'stable 1, canary 1 of 2'],
  ])('Gateway API: %s', async (what, weights) => {
    expect(await told(routedMoment('gateway-api', what))).toEqual([
      `HTTPRoute web, route rule 0: ${weights}`,
    ]);
  });

  it('and what is captured of real routes is what the status says, at every moment', async () => {
    const asTheControllerLeftIt = routedNames
      .flatMap(routed)
      .filter(({ what }) => !what.includes('without weights'));
    for (const captured of asTheControllerLeftIt) {
      const weight = captured.rollout.status?.canary?.weights?.canary?.weight;
      const { routes, notices } = await read(captured);
      expect(new Set(routes.map(({ canary }) => canary))).toEqual(new Set([weight]));
      expect(notices).toEqual([]);
    }
  });
});

describe('which route is meant', () => {
  const captured = routedMoment('istio', 'gate at weight 20');
  const virtualService = (spec: object): readonly KubeObject[] =>
    captured.objects.map((object) => ({ ...object, spec }));
  const destinations = (canary: number): readonly object[] => [
    { destination: { host: 'web-stable' }, weight: 100 - canary },
    { destination: { host: 'web-canary.shop.svc.cluster.local' }, weight: canary },
  ];
  const istio = { virtualService: { name: 'web' } };

  it('without names: the only http route, also beside one that a step added', async () => {
    const rollout = routing(captured.rollout, { istio, managedRoutes: [{ name: 'internal' }] });
    const added = { name: 'internal', route: destinations(100).slice(1) };
    const objects = virtualService({ http: [added, { name: 'own', route: destinations(30) }] });
    expect(await told({ rollout, objects })).toEqual([
      'VirtualService web, route own: stable 70, canary 30; added by steps: internal',
    ]);
  });

  it('without names: of several http routes the first that has no name', async () => {
    const http = [{ name: 'own', route: destinations(10) }, { route: destinations(30) }];
    const rollout = routing(captured.rollout, { istio });
    expect(await told({ rollout, objects: virtualService({ http }) })).toEqual([
      'VirtualService web, route http 1: stable 70, canary 30',
    ]);
  });

  it('a tcp route of another port, or of two, is not ours', async () => {
    const tcp = [
      { match: [{ port: 9001 }], route: destinations(1) },
      { match: [{ port: 9000 }, { port: 9001 }], route: destinations(2) },
      { match: [{ port: 9000 }], route: destinations(30) },
    ];
    const rollout = routing(captured.rollout, {
      istio: { virtualService: { name: 'web', tcpRoutes: [{ port: 9000 }] } },
    });
    expect(await told({ rollout, objects: virtualService({ tcp }) })).toEqual([
      'VirtualService web, route tcp 9000: stable 70, canary 30',
    ]);
  });

  it('what goes to an experiment is neither side', async () => {
    const experiment = { destination: { host: 'web-experiment' }, weight: 10 };
    const route = [{ ...destinations(30)[0], weight: 60 }, destinations(30)[1], experiment];
    const rollout = routing(captured.rollout, { istio });
    expect(await told({ rollout, objects: virtualService({ http: [{ route }] }) })).toEqual([
      'VirtualService web, route http 0: stable 60, canary 30, others 10',
    ]);
  });

  it('with pingPong the status tells which Service is stable', async () => {
    const services = { pingService: 'web-stable', pongService: 'web-canary' };
    const plain = routing(captured.rollout, { istio }, { pingPong: services });
    const canary = { ...plain.spec?.strategy?.canary, stableService: '', canaryService: '' };
    const pingPong = { ...plain, spec: { ...plain.spec, strategy: { canary } } };
    const objects = virtualService({ http: [{ route: destinations(30) }] });
    const pong: RawRollout = { ...pingPong, status: { ...pingPong.status, canary: {} } };
    const ping = { ...pong, status: { ...pong.status, canary: { stablePingPong: 'ping' } } } as RawRollout;
    expect(await told({ rollout: ping, objects })).toEqual([
      'VirtualService web, route http 0: stable 70, canary 30',
    ]);
    expect(await told({ rollout: pong, objects })).toEqual([
      'VirtualService web, route http 0: stable 30, canary 70',
    ]);
  });

  it('the name of a canary Ingress is cut where the controller cuts it', () => {
    const rollout = routing(captured.rollout, { nginx: { stableIngress: 'i'.repeat(253) } });
    const [only] = routeObjects(rollout);
    expect(only?.ref.name).toBe(`web-${'i'.repeat(242)}-canary`);
  });
});

describe('what cannot be read', () => {
  const captured = routedMoment('istio', 'gate at weight 20');
  const fromStatus = ['istio: stable 80, canary 20 (as the status says)'];

  it.each([
    [
      'forbidden',
      'The weights of VirtualService shop/web are not read: this needs the permission to get virtualservices.networking.istio.io.',
    ],
    ['not-found', 'VirtualService shop/web is not there, though this Rollout routes by it.'],
    [
      'no-such-resource',
      'The cluster does not know virtualservices.networking.istio.io, though this Rollout routes by VirtualService shop/web.',
    ],
  ] as const)('%s is said, and the status is shown', async (failure, notice) => {
    const client = routeClient(captured.objects, failure);
    const { routes, notices } = await readRoutes(client, captured.rollout, signal);
    expect(notices).toEqual([notice]);
    expect(routes.map(describeRoute)).toEqual(fromStatus);
  });

  it('an object without our Services is named', async () => {
    const objects = captured.objects.map((object) => ({ ...object, spec: { http: [] } }));
    expect(await read({ rollout: captured.rollout, objects })).toMatchObject({
      notices: ['VirtualService shop/web has no route with the Services or subsets of this Rollout.'],
    });
  });

  it('a server out of reach is an error', async () => {
    const client = routeClient(captured.objects, 'unreachable');
    await expect(readRoutes(client, captured.rollout, signal)).rejects.toThrow('get virtualservices');
  });

  it.each(['alb', 'smi', 'traefik', 'apisix', 'acme/router'])('%s is shown from the status', async (key) => {
    const block = { ingress: 'web' };
    const rollout = routing(
      captured.rollout,
      key.includes('/') ? { plugins: { [key]: block } } : { [key]: block },
    );
    expect(await told({ rollout, objects: [] })).toEqual([
      `${key}: stable 80, canary 20 (as the status says)`,
    ]);
  });

  it('a canary by replicas has no routes', async () => {
    expect(await read({ rollout: moment('release', 'gate').rollout, objects: [] })).toEqual({
      routes: [],
      notices: [],
    });
  });
});

describe('routes that are not as the controller set them', () => {
  const gate = 'gate at weight 20';
  const reapplied = 'a route that was applied again without weights';

  /** The same moment, its first route object changed by somebody. */
  function changed({ rollout, objects: [first, ...others] }: RoutedMoment, change: object): RoutedMoment {
    return { what: '', rollout, objects: [{ ...(first as KubeObject), ...change }, ...others] };
  }

  it.each(routedNames)('are not told of where nobody changed them: %s', async (name) => {
    for (const captured of routed(name).filter(({ what }) => what !== reapplied)) {
      const { notices } = await read(captured);
      expect(notices.filter((notice) => notice.includes('the controller set'))).toEqual([]);
    }
  });

  it('are told of where a manifest without weights was applied again', async () => {
    expect((await read(routedMoment('gateway-api', reapplied))).notices).toEqual([
      'HTTPRoute web gives the canary 1 of 2, and the controller set 20 of 100: the routes were last changed by ' +
        'somebody unknown. Traffic follows the route and not the release.',
    ]);
  });

  it('are told once for an object, with who wrote the weights last', async () => {
    const captured = routedMoment('gateway-api', gate);
    const [route] = captured.objects as readonly [KubeObject & { spec: { rules: readonly object[] } }];
    const backendRefs = [
      { name: 'web-stable', weight: 1 },
      { name: 'web-canary', weight: 0 },
    ];
    const managedFields = [
      {
        manager: 'rollouts-controller',
        time: '2026-11-21T13:00:00Z',
        fieldsV1: { 'f:spec': { 'f:rules': {} } },
      },
      { manager: 'argocd', time: '2026-11-21T12:59:00Z', fieldsV1: { 'f:spec': { 'f:rules': {} } } },
      { manager: 'labeller', time: '2026-11-21T14:00:00Z', fieldsV1: { 'f:metadata': { 'f:labels': {} } } },
    ];
    const { notices } = await read(
      changed(captured, {
        metadata: { ...route.metadata, managedFields },
        spec: { rules: [{ backendRefs }, { backendRefs }] },
      }),
    );
    expect(notices).toEqual([
      'HTTPRoute web gives the canary 0 of 1, and the controller set 20 of 100: the routes were last changed by ' +
        'argocd at 2026-11-21T12:59:00Z. Traffic follows the route and not the release.',
    ]);
  });

  it('are not told of while the release moves: a route is a moment ahead of the status', async () => {
    const { rollout, objects } = routedMoment('nginx', gate);
    const { pauseConditions: _, ...status } = rollout.status ?? {};
    const captured = { what: '', rollout: { ...rollout, status }, objects };
    const { notices } = await read(
      changed(captured, { metadata: { ...objects[0]?.metadata, annotations: {} } }),
    );
    expect(notices).toEqual([]);
  });
});

describe('permissions', () => {
  it('of one Rollout are its objects by name', () => {
    const { rollout } = routedMoment('istio-subsets', 'gate at weight 20, by subsets in two VirtualServices');
    expect(accessForRoutes('subsets', rollout)).toMatchObject([
      { verb: 'get', resource: 'virtualservices', namespace: 'subsets', name: 'web', optional: true },
      { verb: 'get', resource: 'virtualservices', namespace: 'subsets', name: 'web.edge', optional: true },
    ]);
  });

  it('of any Rollout are all kinds that are read', () => {
    const rules = accessForRoutes('shop').map(({ group, resource, name }) => [group, resource, name]);
    expect(rules).toEqual([
      ['networking.k8s.io', 'ingresses', undefined],
      ['networking.istio.io', 'virtualservices', undefined],
      ['gateway.networking.k8s.io', 'httproutes', undefined],
    ]);
  });
});
