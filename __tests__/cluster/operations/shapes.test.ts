import { describe, expect, it } from '@jest/globals';
import { podsOf } from '../support/pods.ts';
import {
  healthyShop,
  newShop,
  pausedShop,
  rolloutManifest,
  slow,
  twoGates,
  v1,
  v2,
} from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

const noSteps = { spec: { strategy: { canary: {} } } };

describe('a change of the template that keeps the image, as of a ConfigMap', () => {
  it.concurrent('is followed to its own gate: the status before is not believed', async () => {
    const shop = await healthyShop({ annotations: { config: 'one' } });
    const { stableRS } = (await shop.rollout()).status;
    await somebody.applies(shop, rolloutManifest({ annotations: { config: 'two' } }), 'flux');
    const { code, outputs } = await shop.step({ operation: 'follow', image: v1 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', step: '1' });
    expect(outputs['pod-hash']).not.toBe(stableRS);
  });

  it.concurrent('at the gate of another such change is followed to the new one', async () => {
    const shop = await healthyShop({ annotations: { config: 'one' } });
    await somebody.annotatesPods(shop, { config: 'two' });
    const before = await shop.step({ operation: 'follow' });
    expect(before.outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
    await somebody.annotatesPods(shop, { config: 'three' });
    const after = await shop.step({ operation: 'follow' });
    expect(after.outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
    expect(after.outputs['pod-hash']).not.toBe(before.outputs['pod-hash']);
    const late = await shop.step({ operation: 'promote', expect: before.outputs['state'] ?? '' });
    expect(late.outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit' });
  });
});

describe('a canary without steps', () => {
  it.concurrent('is rolled out to Healthy: no gate, no step', async () => {
    const shop = await healthyShop({ ...noSteps, replicas: 3 });
    const { code, outputs } = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'healthy', 'stable-image': v2 });
    expect(outputs['steps'] ?? '').toBe('');
    expect((await podsOf(shop)).map(({ image }) => image)).toEqual([v2, v2, v2]);
  });

  it.concurrent('is aborted, retried, and rolled back as any other', async () => {
    const shop = await healthyShop({ ...noSteps, annotations: slow });
    await somebody.sets(shop, v2);
    const abort = await shop.step({ operation: 'abort', image: v2 });
    expect(abort).toMatchObject({ code: 0, outputs: { ended: 'aborted', 'stable-image': v1 } });
    const retry = shop.start({ operation: 'retry', image: v2 });
    await retry.logged(/← retry took effect/);
    const back = await shop.step({ operation: 'rollback', image: v2 });
    expect(back).toMatchObject({ code: 0, outputs: { ended: 'rolled-back', 'stable-image': v1 } });
    expect((await retry.result).outputs['ended']).toBe('superseded');
  });
});

describe('a Rollout that is paused from the start', () => {
  it.concurrent('is held by a person: a deploy ends so; after the resume it is Healthy', async () => {
    const shop = await newShop({ spec: { paused: true } });
    await shop.until('the hold', ({ status }) => status?.phase === 'Paused');
    const held = await shop.step({ image: v1 });
    expect(held).toMatchObject({ code: 1, outputs: { ended: 'paused', reason: 'held-by-person' } });
    const abort = await shop.step({ operation: 'abort' });
    expect(abort.outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do' });
    expect((await shop.step({ operation: 'resume' })).code).toBe(0);
    expect((await shop.step({ operation: 'follow' })).outputs).toMatchObject({ ended: 'healthy', image: v1 });
  });
});

describe('a Rollout of zero replicas', () => {
  it.concurrent('goes through its gates, and back, without a pod', async () => {
    const { shop, state } = await pausedShop({ replicas: 0, steps: twoGates });
    const next = await shop.step({ operation: 'promote', expect: state });
    expect(next).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', step: '3' } });
    const abort = await shop.step({ operation: 'abort', image: v2 });
    expect(abort).toMatchObject({ code: 0, outputs: { ended: 'aborted', 'stable-image': v1 } });
    const restart = await shop.step({ operation: 'restart', timeout: '10s' });
    expect(restart).toMatchObject({ code: 0, outputs: { ended: 'aborted', reason: 'requested' } });
    const back = await shop.step({ operation: 'rollback' });
    expect(back).toMatchObject({ code: 0, outputs: { ended: 'rolled-back', image: v1 } });
  });
});

describe('a pod of several containers', () => {
  const containers = [
    { name: 'web', image: v1 },
    { name: 'proxy', image: 'registry.test/proxy:1' },
  ];

  it.concurrent('is required, promoted and rolled back by the names of its containers', async () => {
    const shop = await healthyShop({ containers });
    const { outputs } = await shop.step({ image: `web=${v2}\nproxy=registry.test/proxy:2` });
    expect(outputs['image']).toBe(`web=${v2} proxy=registry.test/proxy:2`);
    const wrong = await shop.step({ operation: 'promote', image: `web=${v2}\nproxy=registry.test/proxy:1` });
    expect(wrong.outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit' });
    const bare = await shop.step({ operation: 'promote', image: v2 });
    expect(bare.outputs['ended']).toBe('refused');
    const back = await shop.step({ operation: 'rollback', image: `proxy=registry.test/proxy:2` });
    expect(back.outputs).toMatchObject({
      ended: 'rolled-back',
      image: `web=${v1} proxy=registry.test/proxy:1`,
    });
  });
});

describe('an autoscaler in the middle of a release', () => {
  it.concurrent('neither supersedes a deploy nor keeps it from writing', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }, { pause: { duration: '2s' } }] });
    const run = shop.start({ image: v2 });
    for (const replicas of [3, 4, 5, 4, 3, 4]) await somebody.scales(shop, replicas);
    expect(await run.result).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    await shop.until('all pods', ({ status }) => status.availableReplicas === 4);
  });

  it.concurrent('does not spoil an approval: the state of the gate is the same', async () => {
    const { shop, state } = await pausedShop();
    await somebody.scales(shop, 4);
    await shop.until('the pods', ({ status }) => status.availableReplicas === 4);
    const { code, outputs } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'healthy', 'stable-image': v2 });
  });

  it.concurrent(
    'of many generations: observedGeneration is a number, though it is written as a string',
    async () => {
      const shop = await healthyShop();
      for (const replicas of [1, 2, 1, 2, 1, 2, 1, 2]) await somebody.scales(shop, replicas);
      const { outputs } = await shop.step({ image: v2 });
      expect((await shop.rollout()).metadata.generation).toBeGreaterThan(10);
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    },
  );
});
