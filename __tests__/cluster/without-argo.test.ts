import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cluster, startCluster, stopCluster } from '../../cluster/cluster.ts';
import { runAction } from '../support/action.ts';
import { v2 } from './support/rollouts.ts';

describe('a cluster without Argo Rollouts', () => {
  const name = `bare-${String(process.pid)}`;
  let bare: Cluster;
  beforeAll(async () => {
    bare = await startCluster({ name, owner: 'this-process', parts: ['etcd', 'kube-apiserver'] });
  }, 60_000);
  afterAll(() => stopCluster(name));

  it.each(['deploy', 'status'])(
    'is told at once on %s: install it, or choose another context',
    async (operation) => {
      const { kubeconfig } = bare;
      const { code, log, outputs } = await runAction({
        operation,
        target: 'rollout/web',
        image: v2,
        kubeconfig,
      });
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended: 'refused', reason: 'not-found' });
      expect(log).toContain('knows no rollouts.argoproj.io (v1alpha1)');
      expect(log).toContain(
        'install the custom resource definition of Rollout in this cluster, or choose another context',
      );
    },
  );
});
