import { describe, expect, it } from '@jest/globals';
import { somebody } from './support/somebody.ts';
import { healthyShop, newShop, notReady, pausedShop, v1, v2 } from './support/rollouts.ts';

describe('abort', () => {
  it('ends when the controller has moved traffic back: no canary pod left, the stable side whole', async () => {
    const { shop, state } = await pausedShop({ replicas: 4 });
    const { code, outputs } = await shop.step({ operation: 'abort', expect: state });
    const { status } = await shop.rollout();
    expect(code).toBe(0);
    expect(outputs).toMatchObject({
      ended: 'aborted',
      reason: 'requested',
      phase: 'Degraded',
      'actual-weight': '0',
    });
    expect(status).toMatchObject({ abort: true, availableReplicas: 4 });
    expect(status.updatedReplicas ?? 0).toBe(0);
  });

  it('is not lost when it comes right after a new image: it waits until the controller has seen that', async () => {
    const shop = await healthyShop({ replicas: 4 });
    const [, { code, outputs }] = await Promise.all([
      somebody.sets(shop, v2),
      shop
        .until('the new image', ({ spec }) => spec.template.spec.containers[0]?.image === v2)
        .then(() => shop.step({ operation: 'abort', image: v2 })),
    ]);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'requested' });
    expect((await shop.rollout()).status.abort).toBe(true);
  });

  it('may come twice: the second finds it done', async () => {
    const { shop } = await pausedShop();
    await shop.step({ operation: 'abort' });
    const { code, outputs, log } = await shop.step({ operation: 'abort' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'requested' });
    expect(log).not.toContain('→');
  });

  it('is refused for another candidate than the expected one', async () => {
    const { shop } = await pausedShop();
    const { code, outputs } = await shop.step({ operation: 'abort', expect: 'abcdef1234.1.t0xk1b' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', phase: 'Paused' });
  });

  it('is refused when no release is going on', async () => {
    const shop = await healthyShop();
    const { code, outputs } = await shop.step({ operation: 'abort' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do' });
  });

  it('is refused in a first creation, which the controller does not abort', async () => {
    const shop = await newShop({ containers: [{ name: 'web', image: notReady }] });
    await shop.until('the controller to have begun', ({ status }) => status?.currentPodHash !== undefined);
    const { code, outputs } = await shop.step({ operation: 'abort' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do' });
  });
});

describe('on-timeout', () => {
  it('aborts a release that makes no progress, and says both', async () => {
    const shop = await healthyShop();
    const { code, outputs, log } = await shop.step({ image: notReady, timeout: '2s' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'timed-out', 'stable-image': v1 });
    expect(log).toContain('There was no progress in 2s');
    expect((await shop.rollout()).status.abort).toBe(true);
  });

  it('leaves it as it is under stop', async () => {
    const shop = await healthyShop();
    const { code, outputs } = await shop.step({ image: notReady, timeout: '2s', 'on-timeout': 'stop' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'progressing', reason: 'timed-out' });
    expect((await shop.rollout()).status.abort ?? false).toBe(false);
  });

  it('follows on-failure when it is not typed itself', async () => {
    const shop = await healthyShop();
    const { outputs } = await shop.step({ image: notReady, timeout: '2s', 'on-failure': 'stop' });
    expect(outputs).toMatchObject({ ended: 'progressing', reason: 'timed-out' });
  });

  it('does not count pauses: a gate longer than the time-out is no time-out', async () => {
    const shop = await healthyShop();
    const waiting = shop.start({ image: v2, 'on-pause': 'wait', timeout: '5s', 'pause-timeout': '7s' });
    const { outputs, log } = await waiting.result;
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'timed-out' });
    expect(log).toContain('Nobody passed the pause in 7s');
  });

  it('cannot abort a first creation, and says so', async () => {
    const shop = await newShop({ containers: [{ name: 'web', image: notReady }] });
    const { code, outputs, log } = await shop.step({ image: notReady, timeout: '2s' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'progressing', reason: 'timed-out' });
    expect(log).toContain('There is no other revision to go back to');
  });
});
