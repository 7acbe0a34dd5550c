import { describe, expect, it } from '@jest/globals';
import { blueGreenShop } from '../support/blue-green.ts';
import { gated, healthyShop, type Shop, v1, v2, v3 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { attempt } from '../support/workflow-run.ts';

/** Releases an image to its end, past its gates. */
async function ship(shop: Shop, image: string): Promise<void> {
  const { outputs, log } = await shop.step({ image, 'on-pause': 'promote' });
  if (outputs['ended'] !== 'healthy') throw new Error(`${image} was not shipped:\n${log}`);
}

/** v1, v2 and v3 were shipped one after another; v3 has all the traffic. */
async function shopOnThird(): Promise<Shop> {
  const shop = await healthyShop({ steps: gated });
  await ship(shop, v2);
  await ship(shop, v3);
  return shop;
}

describe('rollback of a complete release', () => {
  it.concurrent(
    'goes to the newest revision that was seen Healthy, past the steps, and says why',
    async () => {
      const shop = await shopOnThird();
      const { code, outputs, log } = await shop.step({ operation: 'rollback' });
      expect({ code, ...outputs }).toMatchObject({
        code: 0,
        ended: 'rolled-back',
        reason: 'requested',
        image: v2,
        'stable-image': v2,
      });
      expect(log).toContain(`(${v2}) is the newest one before revision 3 (${v3}) that was seen Healthy`);
      expect(log).not.toContain('CanaryPauseStep');
      expect((await shop.rollout()).status).toMatchObject({ phase: 'Healthy', currentStepIndex: 2 });
    },
  );

  it.concurrent('goes through the steps where rollback-steps asks for them', async () => {
    const shop = await shopOnThird();
    const { code, outputs } = await shop.step({ operation: 'rollback', 'rollback-steps': 'true' });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', image: v2 });
  });

  it.concurrent('never goes to one that was aborted, and not forward to what was left', async () => {
    const shop = await healthyShop({ steps: gated });
    await shop.step({ image: v2 });
    await shop.step({ operation: 'abort' });
    await ship(shop, v3);
    expect((await shop.step({ operation: 'rollback' })).outputs).toMatchObject({
      ended: 'rolled-back',
      image: v1,
    });
    const { code, outputs, log } = await shop.step({ operation: 'rollback' });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'refused', reason: 'does-not-fit' });
    expect(log).toContain('All others were rejected.');
  });

  it.concurrent('goes to the revision that was named, or lists what there is', async () => {
    const shop = await shopOnThird();
    const missing = await shop.step({ operation: 'rollback', revision: '9' });
    expect(missing).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'does-not-fit' } });
    expect(missing.log).toContain(`There is no revision 9. There is: revision 3 (${v3}), stable`);
    const { outputs } = await shop.step({ operation: 'rollback', revision: '1' });
    expect(outputs).toMatchObject({ ended: 'rolled-back', image: v1, 'stable-image': v1 });
  });

  it.concurrent('is done once when its job is run again', async () => {
    const shop = await shopOnThird();
    await shop.step({ operation: 'rollback' }, attempt(1));
    const again = await shop.step({ operation: 'rollback' }, attempt(2));
    expect(again).toMatchObject({ code: 0, outputs: { ended: 'rolled-back', image: v2 } });
    expect(again.log).not.toContain('→');
  });

  it.concurrent('carries on where one was killed: it does not go forward to what was left', async () => {
    const shop = await shopOnThird();
    await shop.step({ operation: 'rollback', 'rollback-steps': 'true' }, attempt(1));
    const { outputs, log } = await shop.step({ operation: 'rollback' }, attempt(1));
    expect(outputs).toMatchObject({ ended: 'rolled-back', image: v2, 'stable-image': v2 });
    expect(log).toContain('a rollback that was begun before goes on');
  });

  it.concurrent('refuses what it was told to expect and is another revision', async () => {
    const shop = await shopOnThird();
    const { outputs, log } = await shop.step({ operation: 'rollback', image: v2 });
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', image: v3 });
    expect(log).not.toContain('→');
  });

  it.concurrent('of a blueGreen switches straight back, under a hold too', async () => {
    const shop = await blueGreenShop();
    await ship(shop, v2);
    await somebody.pauses(shop, true);
    await shop.until('the hold', ({ status }) => status.message === 'manually paused');
    const { code, outputs } = await shop.step({ operation: 'rollback' });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'rolled-back', image: v1 });
    expect(await shop.served()).toBe(v1);
  });
});

describe('a deploy inside spec.rollbackWindow', () => {
  it.concurrent('of an image that was aborted is refused: the controller would skip its steps', async () => {
    const shop = await healthyShop({ steps: gated, spec: { rollbackWindow: { revisions: 5 } } });
    await shop.step({ image: v2 });
    await shop.step({ operation: 'abort' });
    await ship(shop, v3);
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect({ code, ...outputs }).toMatchObject({
      code: 1,
      ended: 'refused',
      reason: 'does-not-fit',
      image: v3,
    });
    expect(log).toContain(`${v2} was aborted before (revision 2), and is older than what users have.`);
    // What it was saved from: somebody else sets it, and it is everywhere at once.
    await somebody.sets(shop, v2);
    const shipped = await shop.until('v2 to be everywhere', ({ status }) => status.phase === 'Healthy');
    expect(shipped.spec.template.spec.containers[0]?.image).toBe(v2);
  });

  it.concurrent('of one that users had is what the window is for', async () => {
    const shop = await healthyShop({ steps: gated, spec: { rollbackWindow: { revisions: 5 } } });
    await ship(shop, v2);
    const { code, outputs } = await shop.step({ image: v1 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'healthy', image: v1 });
  });
});
