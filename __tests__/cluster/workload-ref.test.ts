import { describe, expect, it } from '@jest/globals';
import { v1, v2, v3 } from './support/rollouts.ts';
import { type WorkloadShape, workloadShop } from './support/workload-ref.ts';

const shapes = (['canary', 'blueGreen'] as const).flatMap((strategy) =>
  (['onsuccess', 'never', 'progressively'] as const).map((scaleDown) => ({ strategy, scaleDown })),
);

describe.each<WorkloadShape>(shapes)('a $strategy over a Deployment with scaleDown $scaleDown', (shape) => {
  it.concurrent('is deployed through the Deployment, promoted, and deployed back', async () => {
    const shop = await workloadShop(shape);
    const { metadata } = await shop.rollout();
    const deployed = await shop.step({ image: v2 });
    expect(deployed).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', image: v2 } });
    expect(deployed.outputs['stable-image']).toBe(v1);
    expect(await shop.asked()).toBe(v2);
    expect((await shop.rollout()).metadata.generation).toBe(metadata.generation);
    const promoted = await shop.step({ operation: 'promote', expect: deployed.outputs['state'] ?? '' });
    expect(promoted).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    const unchanged = await shop.step({ image: v2 });
    expect(unchanged).toMatchObject({ code: 0, outputs: { ended: 'unchanged' } });
  });
});

describe('follow of a Rollout over a Deployment', () => {
  it.concurrent.each(['canary', 'blueGreen'] as const)(
    'never ends at the Healthy of before (%s), however early it hears of the new image',
    async (strategy) => {
      const shop = await workloadShop({ strategy, scaleDown: 'never' });
      const early = shop.start({ operation: 'follow', image: v2 });
      await early.logged(/Healthy/);
      await shop.sets(v2);
      const late = shop.start({ operation: 'follow', image: v2 });
      for (const { result } of [early, late]) {
        const { code, outputs, log } = await result;
        expect(code).toBe(0);
        expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2, 'stable-image': v1 });
        expect(log).not.toContain('→');
      }
    },
  );
});

describe('a release that goes back to the template in its Deployment', () => {
  it.concurrent(
    'is aborted on the Rollout; the Deployment keeps the image, and deploy starts it again',
    async () => {
      const shop = await workloadShop();
      const { outputs: gate } = await shop.step({ image: v2 });
      const aborted = await shop.step({ operation: 'abort', expect: gate['state'] ?? '' });
      expect(aborted).toMatchObject({ code: 0, outputs: { ended: 'aborted', reason: 'requested' } });
      expect(await shop.asked()).toBe(v2);
      const again = await shop.step({ image: v2 });
      expect(again).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', image: v2 } });
      expect(again.log).toContain('→ retry');
    },
  );

  it.concurrent('is Healthy at once when the stable image is deployed after an abort', async () => {
    const shop = await workloadShop();
    const { status } = await shop.rollout();
    await shop.step({ image: v2 });
    await shop.step({ operation: 'abort' });
    const { code, outputs } = await shop.step({ image: v1 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', image: v1, 'pod-hash': status.currentPodHash });
    expect(await shop.asked()).toBe(v1);
  });

  it.concurrent.each(['canary', 'blueGreen'] as const)(
    'is rolled back (%s) to the same hash, in the Deployment',
    async (strategy) => {
      const shop = await workloadShop({ strategy });
      const { status } = await shop.rollout();
      await shop.step({ image: v2 });
      const { code, outputs } = await shop.step({ operation: 'rollback' });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({
        ended: 'rolled-back',
        phase: 'Healthy',
        image: v1,
        'pod-hash': status.currentPodHash,
      });
      expect(await shop.asked()).toBe(v1);
    },
  );

  it.concurrent('is superseded by another image in the Deployment', async () => {
    const shop = await workloadShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await shop.sets(v3);
    const { code, outputs } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'superseded', reason: 'by-somebody', image: v3 });
    expect(await shop.asked()).toBe(v3);
  });
});

describe('operations on a Rollout over a Deployment', () => {
  it.concurrent('restart makes a new revision of the Deployment, which goes through the steps', async () => {
    const shop = await workloadShop();
    const { status } = await shop.rollout();
    const { code, outputs, log } = await shop.step({ operation: 'restart' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v1, revision: '2' });
    expect(outputs['pod-hash']).not.toBe(status.currentPodHash);
    expect((await shop.workload()).spec?.template.metadata?.annotations).toHaveProperty([
      'kubectl.kubernetes.io/restartedAt',
    ]);
    const promoted = await shop.step({ operation: 'promote', expect: outputs['state'] ?? log });
    expect(promoted).toMatchObject({ code: 0, outputs: { ended: 'healthy', image: v1 } });
  });

  it.concurrent('retry, pause and resume change the Rollout and leave the Deployment alone', async () => {
    const shop = await workloadShop();
    await shop.step({ image: v2 });
    await shop.step({ operation: 'abort' });
    const { generation } = (await shop.workload()).metadata;
    const retried = await shop.step({ operation: 'retry' });
    expect(retried).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', image: v2 } });
    const held = await shop.step({ operation: 'pause' });
    expect(held).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'requested' } });
    const resumed = await shop.step({ operation: 'resume' });
    expect(resumed).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'requested' } });
    expect((await shop.workload()).metadata.generation).toBe(generation);
    const full = await shop.step({ operation: 'promote-full', image: v2 });
    expect(full).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
  });

  it.concurrent('a rollback of a release that is held lifts the hold', async () => {
    const shop = await workloadShop();
    await shop.step({ image: v2 });
    await shop.step({ operation: 'pause' });
    const { code, outputs } = await shop.step({ operation: 'rollback' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'rolled-back', phase: 'Healthy', image: v1 });
  });
});

describe.each(['ReplicaSet', 'PodTemplate'] as const)('a Rollout over a %s', (kind) => {
  it.concurrent('is deployed through it, promoted, and rolled back', async () => {
    const shop = await workloadShop({ kind });
    const deployed = await shop.step({ image: v2 });
    expect(deployed).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', image: v2 } });
    expect(await shop.asked()).toBe(v2);
    const promoted = await shop.step({ operation: 'promote', image: v2 });
    expect(promoted).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    await shop.step({ image: v3 });
    const back = await shop.step({ operation: 'rollback' });
    expect(back).toMatchObject({ code: 0, outputs: { ended: 'rolled-back', image: v2, phase: 'Healthy' } });
    expect(await shop.asked()).toBe(v2);
  });
});
