import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { blueGreenShop, gate } from './support/blue-green.ts';
import { notReady, v1, v2 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

describe('abort of a blueGreen', () => {
  it.concurrent(
    'at its gate leaves users on the old revision, and is no promotion for a later promote',
    async () => {
      const shop = await blueGreenShop();
      const state = await shop.toGate();
      const { code, outputs } = await shop.step({ operation: 'abort', expect: state });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ ended: 'aborted', reason: 'requested', phase: 'Degraded' });
      expect(await shop.served()).toBe(v1);
      for (const operation of ['promote', 'promote-full']) {
        const late = await shop.step({ operation, image: v2 });
        expect(late).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'does-not-fit' } });
      }
      expect(await shop.served()).toBe(v1);
    },
  );

  it.concurrent('is not lost when it comes right after a new image', async () => {
    const shop = await blueGreenShop();
    const edited = shop.until('the new image', ({ spec }) => spec.template.spec.containers[0]?.image === v2);
    const aborted = edited.then(() => shop.step({ operation: 'abort', image: v2 }));
    await somebody.sets(shop, v2);
    const { code, outputs } = await aborted;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'requested' });
    expect((await shop.rollout()).status.abort).toBe(true);
  });

  it.concurrent('is refused when users are on the new revision already', async () => {
    const shop = await blueGreenShop();
    await shop.step({ image: v2, 'on-pause': 'promote' });
    const { code, outputs, log } = await shop.step({ operation: 'abort', image: v2 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do', phase: 'Healthy' });
    expect(log).toContain('operation: rollback');
    expect(await shop.served()).toBe(v2);
  });

  it.concurrent('comes by on-timeout when the preview does not become ready', async () => {
    const shop = await blueGreenShop();
    const { code, outputs } = await shop.step({ image: notReady, timeout: '2s' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'timed-out', 'stable-image': v1 });
    expect(await shop.served()).toBe(v1);
  });
});

/** The cluster tells the start of a pause in whole seconds: two gates of one second look alike. */
async function secondAfter(state: string): Promise<void> {
  const start = Number.parseInt(state.split('.')[2] ?? '', 36) * 1000;
  while (Date.now() < start + 1000) await sleep(start + 1000 - Date.now());
}

describe('after an abort of a blueGreen', () => {
  it.concurrent.each([
    ['deploy', { image: v2 }, 'this image was aborted before'],
    ['retry', { operation: 'retry' }, 'operation: retry'],
  ])('%s begins it anew and ends at its gate', async (_, inputs, reason) => {
    const shop = await blueGreenShop();
    const state = await shop.toGate();
    await secondAfter(state);
    await shop.step({ operation: 'abort' });
    const { code, outputs, log } = await shop.step(inputs);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2, 'stable-image': v1 });
    expect(log).toContain(`→ retry: ${reason}`);
    expect(outputs['state']).not.toBe(state);
    const stale = await shop.step({ operation: 'promote', expect: state });
    expect(stale).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'does-not-fit' } });
  });

  it.concurrent('deploy of the stable image is Healthy at once', async () => {
    const shop = await blueGreenShop();
    await shop.toGate();
    await shop.step({ operation: 'abort' });
    const { code, outputs, log } = await shop.step({ image: v1 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v1 });
    expect(log).not.toContain('BlueGreenPause');
  });
});

describe('rollback of a blueGreen', () => {
  it.concurrent('at its gate goes back to the stable revision', async () => {
    const shop = await blueGreenShop();
    const { status } = await shop.rollout();
    await shop.toGate();
    const { code, outputs } = await shop.step({ operation: 'rollback' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({
      ended: 'rolled-back',
      reason: 'requested',
      phase: 'Healthy',
      image: v1,
      'pod-hash': status.currentPodHash,
    });
    expect(await shop.served()).toBe(v1);
  });

  it.concurrent('of an aborted release leaves nothing of it', async () => {
    const shop = await blueGreenShop();
    await shop.toGate();
    await shop.step({ operation: 'abort' });
    const { code, outputs } = await shop.step({ operation: 'rollback' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'rolled-back', phase: 'Healthy', image: v1 });
    const { status } = await shop.rollout();
    expect(status.abort).toBeUndefined();
  });
});

describe('a blueGreen that is held', () => {
  it.concurrent(
    'at its gate stays there, and its gate is passed by a promote that lifts the hold',
    async () => {
      const shop = await blueGreenShop();
      const state = await shop.toGate();
      const held = await shop.step({ operation: 'pause', expect: state });
      expect(held).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'requested', state } });
      expect((await shop.rollout()).spec).toMatchObject({ paused: true });
      const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v2 });
      expect(log).toMatch(/→ resume[\s\S]*← resume[\s\S]*→ promote: the gate/);
    },
  );

  it.concurrent('in a timed pause goes on only after it is resumed, however long that is over', async () => {
    const shop = await blueGreenShop({ blueGreen: { autoPromotionSeconds: 600 } });
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/BlueGreenPause/);
    const held = await shop.step({ operation: 'pause', image: v2 });
    expect(held).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'requested' } });
    await somebody.patches(shop, { spec: { strategy: { blueGreen: { autoPromotionSeconds: 1 } } } });
    await shop.until('the controller to see the shorter pause', ({ metadata, status }) => {
      return Number(status.observedGeneration) >= metadata.generation;
    });
    expect(await shop.served()).toBe(v1);
    const resumed = await shop.step({ operation: 'resume' });
    expect(resumed).toMatchObject({ code: 0, outputs: { reason: 'requested' } });
    expect(await run.result).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
  });

  it.concurrent('is not gone past by a deploy that others hold', async () => {
    const shop = await blueGreenShop();
    await somebody.pauses(shop, true);
    const { code, outputs } = await shop.step({ image: v2 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'held-by-person' });
    expect(await shop.served()).toBe(v1);
  });
});

describe('restart of a blueGreen', () => {
  it.concurrent.each([
    ['Healthy', false, 'healthy'],
    ['at its gate', true, 'paused'],
  ])('that is %s replaces every pod, and leaves it so', async (_, toGate, ended) => {
    const shop = await blueGreenShop({ blueGreen: { ...gate, scaleDownDelaySeconds: 0 } });
    if (toGate) await shop.toGate();
    const before = await shop.pods();
    const { code, outputs } = await shop.step({ operation: 'restart' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended, reason: 'requested' });
    const after = await shop.pods();
    expect(after).toHaveLength(before.length);
    expect(after.filter((pod) => before.includes(pod))).toEqual([]);
  });
});
