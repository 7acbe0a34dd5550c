import { describe, expect, it } from '@jest/globals';
import { getObject, type KubernetesObject, waitFor } from './support/kubernetes.ts';
import { type Shop, v1, v2 } from './support/rollouts.ts';
import { routedShop, routers, trafficOf } from './support/traffic.ts';

type VirtualService = KubernetesObject & { spec: { http: { name: string }[] } };
type ReplicaSet = KubernetesObject & {
  spec: { replicas: number };
  status: { replicas: number; availableReplicas?: number };
};

type Rollout = KubernetesObject & {
  status?: { canary?: { stepPluginStatuses?: { phase: string }[] } };
};

/** Names of the http routes, in their order. */
async function httpRoutes({ namespace }: Shop): Promise<readonly string[]> {
  const { spec } = await getObject<VirtualService>(namespace, ...routers.istioHosts.carrier);
  return spec.http.map(({ name }) => name);
}

/** How many pods of a revision are available. */
async function availablePods({ namespace }: Shop, hash = ''): Promise<number> {
  const { status } = await getObject<ReplicaSet>(namespace, 'replicaset', `web-${hash}`);
  return status.availableReplicas ?? 0;
}

/** The pod template of v1, its container with more fields. */
function template(more: object, annotations: object = {}): object {
  return {
    metadata: { labels: { app: 'web' }, annotations },
    spec: { containers: [{ name: 'web', image: v1, ...more }] },
  };
}

const toCanary = { headerName: 'X-Canary', headerValue: { exact: 'internal' } };

describe('steps that change routes', () => {
  const managed = {
    routing: {
      ...routers.istioHosts.trafficRouting,
      managedRoutes: [{ name: 'internal' }, { name: 'shadow' }],
    },
    steps: [
      { setWeight: 20 },
      { setHeaderRoute: { name: 'internal', match: [toCanary] } },
      { setMirrorRoute: { name: 'shadow', percentage: 35, match: [{ path: { prefix: '/search' } }] } },
      { pause: {} },
      { setHeaderRoute: { name: 'internal' } },
      { pause: {} },
    ],
  };

  it.concurrent(
    'setHeaderRoute and setMirrorRoute are told while their routes are there, and gone at the end',
    async () => {
      const shop = await routedShop(routers.istioHosts, managed);
      const gate = await shop.step({ image: v2 });
      expect(gate.outputs).toMatchObject({ ended: 'paused', step: '3', weight: '20', 'actual-weight': '20' });
      expect(gate.log).toContain('route primary: stable 80, canary 20; added by steps: internal, shadow');
      expect(gate.summary).toContain('setHeaderRoute internal (X-Canary: exact internal)');
      expect(gate.summary).toContain('setMirrorRoute shadow 35% (path prefix /search)');
      const next = await shop.step({ operation: 'promote', expect: gate.outputs['state'] ?? '' });
      expect(next.outputs).toMatchObject({ ended: 'paused', step: '5' });
      expect(next.log).toContain('added by steps: shadow');
      const { outputs, log } = await shop.step({ operation: 'abort', image: v2 });
      const routes = await httpRoutes(shop);
      expect(outputs).toMatchObject({ ended: 'aborted' });
      expect(routes).toEqual(['primary']);
      expect(log).toContain('route primary: stable 100, canary 0\n');
    },
  );
});

describe('steps that change sizes', () => {
  it.concurrent('setCanaryScale makes pods without traffic', async () => {
    const steps = [
      { setCanaryScale: { replicas: 3 } },
      { pause: {} },
      { setCanaryScale: { matchTrafficWeight: true } },
      { setWeight: 25 },
      { pause: {} },
    ];
    const shop = await routedShop(routers.istioSubsets, { replicas: 4, steps });
    const gate = await shop.step({ image: v2 });
    expect(gate.outputs).toMatchObject({ ended: 'paused', step: '1', weight: '0', 'actual-weight': '0' });
    expect(gate.log).toContain('updated 3/4');
    expect(gate.summary).toContain('setCanaryScale replicas 3');
    const next = await shop.step({ operation: 'promote', expect: gate.outputs['state'] ?? '' });
    expect(next.outputs).toMatchObject({ ended: 'paused', step: '4', weight: '25', 'actual-weight': '25' });
    expect(next.log).toContain('updated 1/4');
    const { outputs } = await shop.step({ operation: 'promote-full', image: v2 });
    expect(outputs).toMatchObject({ ended: 'healthy' });
  });

  it.concurrent(
    'dynamicStableScale: an abort ends when the stable side has its pods and all traffic again',
    async () => {
      const router = routers.istioHosts;
      const shop = await routedShop(router, {
        replicas: 4,
        spec: { template: template({}, { 'sim/ready-after': '2s' }) },
        canary: { dynamicStableScale: true },
        steps: [{ setWeight: 75 }, { pause: {} }],
      });
      const { stable } = await trafficOf(shop, router);
      const gate = await shop.step({ image: v2 });
      expect(gate.outputs).toMatchObject({ ended: 'paused', weight: '75', 'actual-weight': '75' });
      await waitFor<ReplicaSet>(
        shop.namespace,
        'replicasets',
        `web-${stable ?? ''}`,
        ({ status }) => status.replicas === 1,
        {
          what: 'the stable side to be made small',
        },
      );
      const { outputs, log } = await shop.step({ operation: 'abort', image: v2 });
      const [pods, { weights }] = [await availablePods(shop, stable), await trafficOf(shop, router)];
      expect(outputs).toMatchObject({ ended: 'aborted', 'actual-weight': '0' });
      expect(pods).toBe(4);
      expect(weights).toEqual([0, 0, 0]);
      expect(log).toMatch(/weight 0 \(actual (?!0\))\d+\)/);
    },
  );

  it.concurrent('minPodsPerReplicaSet makes more pods than the weight asks for', async () => {
    const shop = await routedShop(routers.nginx, {
      replicas: 4,
      canary: { minPodsPerReplicaSet: 2 },
      steps: [{ setWeight: 5 }, { pause: {} }],
    });
    const { outputs, log } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'paused', weight: '5', 'actual-weight': '5' });
    expect(log).toContain('updated 2/4');
    expect((await shop.step({ operation: 'promote', image: v2 })).outputs).toMatchObject({
      ended: 'healthy',
    });
  });

  it.concurrent('maxTrafficWeight: weights are told in percent, and the route in its own parts', async () => {
    const shop = await routedShop(routers.nginx, {
      routing: { maxTrafficWeight: 1000 },
      steps: [{ setWeight: 5 }, { pause: {} }],
    });
    const { outputs, log } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'paused', weight: '0.5', 'actual-weight': '0.5' });
    expect(log).toContain('Ingress web-web-canary: stable 995, canary 5 of 1000');
    const promoted = await shop.step({ operation: 'promote', image: v2 });
    expect(promoted.outputs).toMatchObject({ ended: 'healthy' });
    expect((await trafficOf(shop, routers.nginx)).weights).toEqual([0]);
  });
});

describe('steps of others', () => {
  it.concurrent(
    'an experiment with a share of the traffic is in the tree and in the routes while it runs',
    async () => {
      const router = routers.istioHosts;
      const experiment = {
        duration: '3s',
        templates: [
          { name: 'baseline', specRef: 'stable', weight: 10 },
          { name: 'tried', specRef: 'canary', weight: 15 },
        ],
      };
      const shop = await routedShop(router, {
        steps: [{ setWeight: 20 }, { experiment }, { pause: {} }],
        // The controller makes Services for the ports of a container, and routes only to a Service.
        spec: { template: template({ ports: [{ containerPort: 8080 }] }) },
      });
      const deploy = shop.start({ image: v2 });
      await waitFor<VirtualService>(
        shop.namespace,
        ...router.carrier,
        ({ spec }) => JSON.stringify(spec).includes('-tried'),
        { what: 'the experiment to have traffic' },
      );
      const during = await shop.step({ operation: 'status' });
      expect(during.log).toContain('route primary: stable 55, canary 20, others 25\n');
      expect(during.log).toMatch(/Σ web-\w+-2-1 +Experiment +◌ Running/);
      const { outputs, log, summary } = await deploy.result;
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '2' });
      expect(log).toContain('route primary: stable 80, canary 20\n');
      expect(log).toMatch(/Σ web-\w+-2-1 +Experiment +✔ Successful/);
      expect(summary).toContain('experiment baseline (weight 10) tried (weight 15) for 3s');
    },
  );

  it.concurrent('a plugin is named while it runs, and the release goes on once it is done', async () => {
    const plugin = { name: 'argoproj-labs/step', config: { return: 'Successful' } };
    const shop = await routedShop(routers.nginx, { steps: [{ setWeight: 20 }, { plugin }, { pause: {} }] });
    const { code, outputs, summary } = await shop.step({ image: v2 });
    expect({ code, outputs }).toMatchObject({ code: 0, outputs: { ended: 'paused', step: '2' } });
    expect(summary).toMatch(/\| 1 \| `plugin argoproj-labs\/step` \|/);
  });

  it.concurrent('a plugin that runs on is waited for, and an abort ends it', async () => {
    const plugin = { name: 'argoproj-labs/step', config: { return: 'Running', requeue: '1s' } };
    const shop = await routedShop(routers.nginx, { steps: [{ setWeight: 20 }, { plugin }] });
    const deploy = shop.start({ image: v2 });
    await waitFor<Rollout>(
      shop.namespace,
      'rollout',
      'web',
      ({ status }) => status?.canary?.stepPluginStatuses?.[0]?.phase === 'Running',
      { what: 'the plugin to run' },
    );
    const during = await shop.step({ operation: 'status' });
    expect(during.outputs).toMatchObject({ phase: 'Progressing', step: '1' });
    expect(during.summary).toMatch(/\| 1 \| `plugin argoproj-labs\/step` \|/);
    expect((await shop.step({ operation: 'abort' })).outputs).toMatchObject({ ended: 'aborted' });
    expect((await deploy.result).outputs).toMatchObject({ ended: 'aborted', reason: 'by-somebody' });
    expect((await trafficOf(shop, routers.nginx)).weights).toEqual([0]);
  });

  it.concurrent('a plugin that fails makes the controller abort, and its step is named', async () => {
    const plugin = { name: 'argoproj-labs/step', config: { return: 'Failed' } };
    const shop = await routedShop(routers.nginx, { steps: [{ setWeight: 20 }, { plugin }] });
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect({ code, outputs }).toMatchObject({
      code: 1,
      outputs: { ended: 'aborted', reason: 'by-controller' },
    });
    expect(log).toContain('argoproj-labs/step');
    expect((await trafficOf(shop, routers.nginx)).weights).toEqual([0]);
  });

  it.concurrent(
    'a plugin that the controller does not have is named, and the release is aborted in time',
    async () => {
      const plugin = { name: 'acme/probe', config: { path: '/' } };
      const shop = await routedShop(routers.nginx, { steps: [{ setWeight: 20 }, { plugin }] });
      const { code, outputs, log, summary } = await shop.step({ image: v2, timeout: '10s' });
      expect({ code, outputs }).toMatchObject({
        code: 1,
        outputs: { ended: 'aborted', reason: 'timed-out' },
      });
      expect(log).toContain('step 1 of 2: plugin acme/probe');
      expect(summary).toMatch(/\| 1 \| `plugin acme\/probe` \|/);
      expect((await trafficOf(shop, routers.nginx)).weights).toEqual([0]);
    },
  );
});
