import { describe, expect, it } from '@jest/globals';
import { applyManifests, freshNamespace, kubectl } from './support/kubernetes.ts';
import { badNode } from './support/obstacles.ts';
import { healthyShop, rolloutManifest, Shop, v1, v2 } from './support/rollouts.ts';

const nowhere = 'registry.test/web:2-badpull';

describe('pods that cannot start, for a reason that waiting does not mend', () => {
  it.concurrent.each([
    ['abort', 'aborted', nowhere],
    ['rollback', 'rolled-back', v1],
    ['stop', 'progressing', nowhere],
  ])('end the release after a minute, with on-failure: %s left %s', async (policy, ended, image) => {
    const shop = await healthyShop();
    const { code, outputs, log, summary } = await shop.step({ image: nowhere, 'on-failure': policy });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended, reason: 'cannot-start' });
    expect(Number(outputs['duration'])).toBeGreaterThanOrEqual(60);
    expect(Number(outputs['duration'])).toBeLessThan(90);
    expect(log).toContain('The pods cannot start, and waiting will not mend it: ');
    expect(summary).toContain('### Pods');
    const { spec } = await shop.rollout();
    expect(spec.template.spec.containers[0]?.image).toBe(image);
  });

  it.concurrent('do not end it with fail-fast: false', async () => {
    const shop = await healthyShop();
    const inputs = { image: nowhere, 'fail-fast': 'false', timeout: '65s', 'on-timeout': 'stop' };
    const { outputs } = await shop.step(inputs);
    expect(outputs).toMatchObject({ ended: 'progressing', reason: 'timed-out' });
  });
});

describe('one bad pod of fifty, on a bad node', () => {
  it.concurrent(
    'aborts nothing: it is told, and the release ends Healthy when its node is mended',
    async () => {
      const shop = new Shop(await freshNamespace());
      const { namespace } = shop;
      const strategy = { canary: { maxSurge: '100%', steps: [{ setWeight: 100 }] } };
      const manifest = (image: string, pod: object = {}): string => {
        const spec = { containers: [{ name: 'web', image }], ...pod };
        const template = { metadata: { labels: { app: 'web' } }, spec };
        return rolloutManifest({ replicas: 50, spec: { strategy, template } });
      };
      await applyManifests(namespace, manifest(v1));
      await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
      const placement = await badNode(namespace, 'badpull', 1);
      const run = shop.start({ operation: 'follow', image: v2, timeout: '110s', 'on-failure': 'abort' });
      await applyManifests(namespace, manifest(v2, placement));
      await run.logged(/✖ 1 of 50 pods cannot pull .*; on node .*-badpull only/);
      // Longer than the grace, and still nothing is aborted.
      await run.logged(/ {2}1:\d\d {2}/);
      expect((await shop.rollout()).status.abort).toBeUndefined();
      const node = `${namespace}-badpull`;
      await kubectl('cordon', node);
      await kubectl('delete', 'pod', '-n', namespace, `--field-selector=spec.nodeName=${node}`);
      const { code, outputs } = await run.result;
      expect({ code, ended: outputs['ended'] }).toEqual({ code: 0, ended: 'healthy' });
    },
  );
});
