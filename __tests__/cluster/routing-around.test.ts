import { describe, expect, it } from '@jest/globals';
import { getObject, kubectl, type KubernetesObject, userKubeconfig } from './support/kubernetes.ts';
import { type Shop, v1, v2 } from './support/rollouts.ts';
import { routedShop, routers, trafficOf } from './support/traffic.ts';

interface List {
  readonly items: readonly KubernetesObject[];
}

/** The labels of the pods with this one, whatever made them. */
async function podLabels({ namespace }: Shop): Promise<readonly (string | undefined)[]> {
  const list = JSON.parse(await kubectl('get', 'pods', '-n', namespace, '-o', 'json')) as List;
  return list.items.map(({ metadata }) => metadata.labels?.['track']).toSorted();
}

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app' },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: v1 }] },
    },
  },
};

describe('NGINX with a header rule and metadata of the roles', () => {
  it.concurrent(
    'has the header rule beside the weight, and pods change their role with the release',
    async () => {
      const shop = await routedShop(routers.nginx, {
        routing: {
          nginx: { stableIngress: 'web', additionalIngressAnnotations: { 'canary-by-header': 'X-Canary' } },
        },
        canary: {
          canaryMetadata: { labels: { track: 'canary' } },
          stableMetadata: { labels: { track: 'stable' } },
        },
      });
      const { outputs } = await shop.step({ image: v2 });
      const { metadata } = await getObject<KubernetesObject>(shop.namespace, ...routers.nginx.carrier);
      expect(metadata.annotations).toMatchObject({
        'nginx.ingress.kubernetes.io/canary-by-header': 'X-Canary',
        'nginx.ingress.kubernetes.io/canary-weight': '20',
      });
      expect(await podLabels(shop)).toEqual(['canary', 'stable', 'stable']);
      const back = await shop.step({ operation: 'rollback', expect: outputs['state'] ?? '' });
      expect(back).toMatchObject({ code: 0, outputs: { ended: 'rolled-back', 'stable-image': v1 } });
      // A rollback that took the metadata of a role for the template's own would be a third version.
      expect(back.outputs['pod-hash']).toBe((await trafficOf(shop, routers.nginx)).stable);
      const again = await shop.step({ image: v2, 'on-pause': 'promote' });
      expect(again).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    },
  );
});

describe('the plugin of the Gateway API over a Deployment', () => {
  const shape = {
    steps: [{ setWeight: 50 }, { pause: {} }, { setWeight: 100 }],
    beside: [deployment],
    spec: {
      minReadySeconds: 1,
      template: undefined,
      workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' },
    },
  };

  it.concurrent('is shipped through its Deployment, gate by gate', async () => {
    const shop = await routedShop(routers.gatewayApi, shape);
    const gate = await shop.step({ image: v2 });
    expect(gate).toMatchObject({
      code: 0,
      outputs: { ended: 'paused', weight: '50', 'actual-weight': '50' },
    });
    expect(gate.log).toContain('HTTPRoute web, route rule 0: stable 50, canary 50');
    const promoted = await shop.step({ operation: 'promote', expect: gate.outputs['state'] ?? '' });
    const { weights, stable } = await trafficOf(shop, routers.gatewayApi);
    expect(promoted).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    expect(weights).toEqual([0]);
    expect(stable).toBe(promoted.outputs['pod-hash']);
  });

  it.concurrent('is aborted, Degraded with weight 0, and goes back by its Deployment', async () => {
    const shop = await routedShop(routers.gatewayApi, shape);
    await shop.step({ image: v2 });
    const aborted = await shop.step({ operation: 'abort', image: v2 });
    expect((await trafficOf(shop, routers.gatewayApi)).weights).toEqual([0]);
    expect(aborted).toMatchObject({ code: 0, outputs: { ended: 'aborted', phase: 'Degraded', weight: '0' } });
    expect(aborted.outputs['message']).toMatch(/^RolloutAborted: /);
    const back = await shop.step({ operation: 'rollback', image: v2 });
    expect(back).toMatchObject({ code: 0, outputs: { ended: 'rolled-back', phase: 'Healthy', image: v1 } });
    const { metadata } = await getObject<KubernetesObject & { metadata: { generation: number } }>(
      shop.namespace,
      'deployment',
      'app',
    );
    // Made, v2, v1.
    expect(metadata.generation).toBe(3);
  });
});

describe('a route that cannot be read', () => {
  it.concurrent(
    'is named with the permission, the weights are those of the status, and the release goes on',
    async () => {
      const shop = await routedShop(routers.istioHosts);
      const argo = { apiGroups: ['argoproj.io'], resources: ['rollouts', 'rollouts/status'] };
      const kubeconfig = await userKubeconfig(
        'shipper',
        [
          { ...argo, verbs: ['get', 'list', 'watch', 'patch'] },
          { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get', 'list'] },
          { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
        ],
        shop.namespace,
      );
      const gate = await shop.step({ image: v2, kubeconfig });
      expect(gate).toMatchObject({
        code: 0,
        outputs: { ended: 'paused', weight: '20', 'actual-weight': '20' },
      });
      expect(gate.log).toContain(
        `::notice::The weights of VirtualService ${shop.namespace}/web are not read: ` +
          'this needs the permission to get virtualservices.networking.istio.io.',
      );
      expect(gate.log).toContain('istio: stable 80, canary 20 (as the status says)');
      const { outputs } = await shop.step({ operation: 'promote', image: v2, kubeconfig });
      expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
    },
  );
});

describe('a route that somebody changed after the controller', () => {
  it.concurrent('is told with what it says, what it should, and who wrote it', async () => {
    const router = routers.gatewayApi;
    const shop = await routedShop(router);
    await shop.step({ image: v2 });
    const weights = [100, 0].map((value, i) => ({
      ...{ op: 'replace', path: `/spec/rules/0/backendRefs/${String(i)}/weight`, value },
    }));
    await kubectl(
      ...['patch', ...router.carrier, '-n', shop.namespace, '--field-manager=argocd-controller'],
      ...['--type=json', '-p', JSON.stringify(weights)],
    );
    const { outputs, log, summary } = await shop.step({ operation: 'status' });
    expect(outputs).toMatchObject({ ended: 'paused', 'actual-weight': '20' });
    const told =
      /HTTPRoute web gives the canary 0 of 100, and the controller set 20 of 100: the routes were last changed by argocd-controller at \S+Z\./;
    expect(log).toMatch(told);
    expect(log).toContain('HTTPRoute web, route rule 0: stable 100, canary 0');
    expect(summary).toContain('gives the canary 0 of 100');
    // The controller writes it anew when the release goes on.
    const promoted = await shop.step({ operation: 'promote', image: v2 });
    expect(promoted.outputs).toMatchObject({ ended: 'healthy' });
    expect(promoted.log).not.toContain('gives the canary');
  });
});
