import { describe, expect, it } from '@jest/globals';
import { kubectl } from './support/kubernetes.ts';
import { healthyShop, v2, v3 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

describe('somebody else, while we follow', () => {
  it('promotes: the run goes on to Healthy', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.promotes(shop);
    const { code, outputs } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
  });

  it('aborts: the run fails and leaves it so, whatever the policies say', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.aborts(shop);
    const { code, outputs } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-somebody' });
  });

  it('releases another image: the run is superseded and touches nothing', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait', 'on-failure': 'abort' });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.sets(shop, v3);
    const { code, outputs, log } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'superseded', reason: 'by-somebody' });
    expect(log.match(/→/g)).toHaveLength(1);
    const { status } = await shop.until(
      'their release to be paused',
      ({ status }) => status.phase === 'Paused',
    );
    expect(status.abort ?? false).toBe(false);
  });

  it('deploys at the same time: one of two runs has it, the other is superseded', async () => {
    const shop = await healthyShop();
    const ends = await Promise.all(
      [v2, v3].map((one) => shop.step({ image: one, 'on-pause': 'wait', 'pause-timeout': '5s' })),
    );
    const words = ends.map(({ outputs }) => outputs['ended']).toSorted();
    expect(words).toEqual(['aborted', 'superseded']);
  });

  it('holds it: nothing is promoted over a manual pause', async () => {
    const shop = await healthyShop();
    await somebody.pauses(shop, true);
    await shop.until('the hold to be seen', ({ status }) => status.phase === 'Paused');
    const held = await shop.step({ image: v2, 'on-pause': 'stop' });
    expect(held.code).toBe(1);
    expect(held.outputs).toMatchObject({ ended: 'paused', reason: 'held-by-person' });
    const run = shop.start({ image: v2, 'on-pause': 'promote' });
    await run.logged(/deploy rollout\/web/);
    await somebody.pauses(shop, false);
    expect((await run.result).outputs['ended']).toBe('healthy');
  });

  it('deletes it: the run is superseded', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await kubectl('delete', 'rollout', 'web', '-n', shop.namespace);
    const { code, outputs } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'superseded', reason: 'deleted' });
  });
});
