import { describe, expect, it } from '@jest/globals';
import type { With } from '../support/action.ts';
import { applyManifests } from './support/kubernetes.ts';
import { healthyShop, pausedShop, rolloutManifest, type Shop, v2, v3 } from './support/rollouts.ts';

/** Makes the spec one that the controller refuses, and waits until it has. */
async function spoil(shop: Shop, image?: string): Promise<void> {
  const containers = image === undefined ? {} : { containers: [{ name: 'web', image }] };
  await applyManifests(
    shop.namespace,
    rolloutManifest({ steps: [{ setWeight: 120 }, { pause: {} }], ...containers }),
  );
  const isRefused = (message = ''): boolean => message.startsWith('InvalidSpec');
  await shop.until('the spec to be refused', ({ status }) => isRefused(status.message));
}

describe('a spec that the controller refuses', () => {
  it.concurrent.each<[string, With, ended?: string]>([
    ['deploy', { image: v3 }],
    ['follow', {}],
    ['promote', { expect: 'any' }],
    ['promote-full', { expect: 'any' }],
    ['abort', {}, 'refused'],
    ['rollback', {}],
    ['retry', {}],
    ['restart', {}],
  ])(
    'ends %s with its message, and sends nothing that would act when it is mended',
    async (operation, more, ended = 'degraded') => {
      const { shop } = await pausedShop();
      await spoil(shop, v2);
      const { metadata } = await shop.rollout();
      const { code, outputs, log } = await shop.step({ operation, timeout: '2s', ...more });
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended, reason: 'invalid-spec' });
      expect(log).toContain('setWeight');
      expect(log).not.toContain('→');
      expect((await shop.rollout()).metadata.generation).toBe(metadata.generation);
    },
  );

  it.concurrent('is told by status, which is green', async () => {
    const shop = await healthyShop();
    await spoil(shop);
    const { code, log } = await shop.step({ operation: 'status' });
    expect(code).toBe(0);
    expect(log).toContain('InvalidSpec');
  });

  it.concurrent('may be mended by what is applied a moment later: the release goes on', async () => {
    const shop = await healthyShop();
    await spoil(shop);
    const run = shop.start({ image: v2 });
    await run.logged(/InvalidSpec/);
    await applyManifests(shop.namespace, rolloutManifest());
    expect((await run.result).outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
  });
});
