import { describe, expect, it } from '@jest/globals';
import { healthyShop, v2, v3 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

describe('follow', () => {
  it('changes nothing, and follows to the gate of a release that somebody began', async () => {
    const shop = await healthyShop();
    const run = shop.start({ operation: 'follow', image: v2 });
    await run.logged(/Healthy/);
    await somebody.sets(shop, v2);
    const { code, outputs, log } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    expect(log).not.toContain('→');
  });

  it('does not abort by default what others began', async () => {
    const shop = await healthyShop();
    await somebody.sets(shop, v2);
    const { code, outputs } = await shop.step({
      operation: 'follow',
      'on-pause': 'wait',
      'pause-timeout': '1s',
    });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'timed-out' });
    expect((await shop.rollout()).status.abort ?? false).toBe(false);
  });

  it('gives up waiting for an image that never comes', async () => {
    const shop = await healthyShop();
    const { code, outputs } = await shop.step({ operation: 'follow', image: v3, timeout: '1s' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'timed-out' });
  });
});

describe('status', () => {
  it('tells what is there and is green whatever it is', async () => {
    const shop = await healthyShop();
    const healthy = await shop.step({ operation: 'status' });
    expect(healthy).toMatchObject({ code: 0, outputs: { ended: 'healthy', reason: 'read' } });
    await shop.step({ image: v2 });
    await shop.step({ operation: 'abort' });
    const aborted = await shop.step({ operation: 'status' });
    expect(aborted).toMatchObject({
      code: 0,
      outputs: { ended: 'aborted', reason: 'read', phase: 'Degraded' },
    });
  });
});
