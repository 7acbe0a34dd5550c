import { describe, expect, it } from '@jest/globals';
import { podsOf } from '../support/pods.ts';
import { healthyShop, pausedShop, type Shop, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

/** It takes a while until a pod is ready, so that what is counted too early is not there yet. */
const slowly = { replicas: 3, annotations: { 'sim/ready-after': '700ms' } };

/** Fails unless every pod that is there now was made after the restart that the Rollout asks for, and all are ready. */
async function expectReplaced(shop: Shop, before: readonly { readonly name: string }[]): Promise<void> {
  const pods = await podsOf(shop);
  const { restartAt = '' } = (await shop.rollout()).spec;
  expect(pods).toHaveLength(before.length);
  for (const pod of pods) {
    expect(pod.ready).toBe(true);
    expect(pod.created).toBeGreaterThanOrEqual(Date.parse(restartAt));
    expect(before.map(({ name }) => name)).not.toContain(pod.name);
  }
}

describe('restart of a canary', () => {
  it.concurrent(
    'that is Healthy ends when the last pod is replaced, which the controller calls done before',
    async () => {
      const shop = await healthyShop(slowly);
      const before = await podsOf(shop);
      const { stableRS } = (await shop.rollout()).status;
      const { code, outputs } = await shop.step({ operation: 'restart', image: v1 });
      await expectReplaced(shop, before);
      expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'healthy', reason: 'requested' });
      // No revision, no steps.
      expect((await shop.rollout()).status).toMatchObject({ stableRS, currentPodHash: stableRS });
    },
  );

  it.concurrent('at a gate replaces the pods of both sides, and the gate stays as it was', async () => {
    const { shop, state } = await pausedShop({ ...slowly, replicas: 2 });
    const before = await podsOf(shop);
    const { code, outputs } = await shop.step({ operation: 'restart', expect: state });
    await expectReplaced(shop, before);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'requested', state });
    expect(new Set(before.map(({ image }) => image))).toEqual(new Set([v1, v2]));
  });

  it.concurrent('under a manual pause replaces the pods, and the hold stays', async () => {
    const { shop } = await pausedShop();
    const before = await podsOf(shop);
    await somebody.pauses(shop, true);
    await shop.until('the hold', ({ status }) => status.message === 'manually paused');
    const { code, outputs } = await shop.step({ operation: 'restart' });
    await expectReplaced(shop, before);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', message: 'manually paused' });
  });

  it.concurrent('of an aborted one replaces the pods of the stable side', async () => {
    const { shop } = await pausedShop();
    await shop.step({ operation: 'abort' });
    const before = await podsOf(shop);
    const { code, outputs } = await shop.step({ operation: 'restart' });
    await expectReplaced(shop, before);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'aborted', reason: 'requested' });
  });

  it.concurrent('twice at once ends both when the pods are newer than the later of the two', async () => {
    const shop = await healthyShop();
    const before = await podsOf(shop);
    const both = await Promise.all([1, 2].map(() => shop.step({ operation: 'restart' })));
    await expectReplaced(shop, before);
    for (const { code, outputs } of both)
      expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'healthy', reason: 'requested' });
  });

  it.concurrent('is refused for another image than the one that is there', async () => {
    const shop = await healthyShop();
    const before = await shop.rollout();
    const { code, outputs } = await shop.step({ operation: 'restart', image: v2 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', phase: 'Healthy' });
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });
});
