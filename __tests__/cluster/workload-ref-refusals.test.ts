import { describe, expect, it } from '@jest/globals';
import { applyManifests, freshNamespace } from './support/kubernetes.ts';
import { Shop, v2 } from './support/rollouts.ts';
import { rolloutOf } from './support/workload-ref.ts';

describe('a workloadRef that leads nowhere', () => {
  it.concurrent.each([
    ['deploy', { image: v2, timeout: '2s' }, { ended: 'degraded', reason: 'invalid-spec' }],
    ['rollback', { operation: 'rollback', timeout: '2s' }, { ended: 'degraded', reason: 'invalid-spec' }],
    [
      'promote',
      { operation: 'promote', expect: 'any', timeout: '2s' },
      { ended: 'degraded', reason: 'invalid-spec' },
    ],
    ['status', { operation: 'status' }, { ended: 'degraded', reason: 'read' }],
    ['abort', { operation: 'abort' }, { ended: 'refused', reason: 'invalid-spec' }],
  ])(
    'because there is no such Deployment: %s ends with what the controller says',
    async (_, inputs, ended) => {
      const shop = new Shop(await freshNamespace());
      await applyManifests(
        shop.namespace,
        rolloutOf({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'wbe' }),
      );
      await shop.until('the controller to miss it', ({ status }) => status?.phase === 'Degraded');
      const { outputs, log } = await shop.step(inputs);
      expect(outputs).toMatchObject({ ...ended, phase: 'Degraded' });
      expect(log).toMatch(/InvalidSpec: The Rollout "web" is invalid: deployments.apps ".+\/wbe" not found/);
      expect(log).not.toContain('→');
    },
  );

  it.concurrent('because Argo Rollouts does not know the kind: it says which there are', async () => {
    const shop = new Shop(await freshNamespace());
    await applyManifests(
      shop.namespace,
      rolloutOf({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' }),
    );
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit' });
    expect(log).toContain('from a StatefulSet; Argo Rollouts knows Deployment, ReplicaSet, PodTemplate');
  });
});
