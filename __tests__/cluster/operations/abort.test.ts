import { describe, expect, it } from '@jest/globals';
import { podsOf } from '../support/pods.ts';
import { healthyShop, pausedShop, type Shop, slow, twoGates, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

const aborted = { ended: 'aborted', reason: 'requested', 'stable-image': v1 };

async function imagesOfPods(shop: Shop): Promise<readonly string[]> {
  return [...new Set((await podsOf(shop)).map(({ image }) => image))];
}

/** A full promotion of v2 that takes a while. */
async function beingPromoted(): Promise<Shop> {
  const { shop } = await pausedShop({ steps: twoGates, annotations: slow });
  await somebody.fullyPromotes(shop);
  await shop.until('the gates to be left', ({ status }) => status.currentStepIndex === twoGates.length);
  return shop;
}

describe('abort of a canary', () => {
  it.concurrent(
    'after a full promotion, which the controller prefers: puts the stable template back',
    async () => {
      const shop = await beingPromoted();
      const { code, outputs, log } = await shop.step({ operation: 'abort', image: v2 });
      const { spec, status } = await shop.rollout();
      expect({ code, ...outputs }).toMatchObject({ code: 0, ...aborted, phase: 'Healthy', image: v1 });
      expect(log).toContain('→ restore: The controller drops an abort after a full promotion');
      expect(spec.template.spec.containers[0]?.image).toBe(v1);
      expect(status.stableRS).toBe(status.currentPodHash);
      expect(await imagesOfPods(shop)).toEqual([v1]);
    },
  );

  it.concurrent('may come twice at once after a full promotion', async () => {
    const shop = await beingPromoted();
    const both = [1, 2].map(() => shop.step({ operation: 'abort' }));
    const ends = (await Promise.all(both)).map(({ outputs }) => outputs['ended'] ?? '');
    // One that came late found v1 back and Healthy.
    expect(ends).toContain('aborted');
    expect(await imagesOfPods(shop)).toEqual([v1]);
  });

  it.concurrent('may come twice at once at a gate', async () => {
    const { shop, state } = await pausedShop();
    const both = [1, 2].map(() => shop.step({ operation: 'abort', expect: state }));
    for (const { code, outputs } of await Promise.all(both))
      expect({ code, ...outputs }).toMatchObject({ code: 0, ...aborted });
  });

  it.concurrent.each([
    ['an idle Rollout', async (shop: Shop): Promise<unknown> => shop.rollout()],
    ['one at the gate of another release', (shop: Shop) => shop.step({ image: 'registry.test/web:0' })],
    [
      'one that was aborted',
      async (shop: Shop): Promise<unknown> => {
        await shop.step({ image: 'registry.test/web:0' });
        return shop.step({ operation: 'abort' });
      },
    ],
  ])('right after an edit of %s is not lost', async (_, before) => {
    const shop = await healthyShop();
    await before(shop);
    const [, { code, outputs }] = await Promise.all([
      somebody.sets(shop, v2),
      shop
        .until('the edit', ({ spec }) => spec.template.spec.containers[0]?.image === v2)
        .then(() => shop.step({ operation: 'abort', image: v2 })),
    ]);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...aborted, image: v2 });
    expect((await shop.rollout()).status).toMatchObject({ abort: true, phase: 'Degraded' });
  });

  it.concurrent('of what is fully promoted is refused, and names the way back', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }] });
    await shop.step({ image: v2 });
    const { code, outputs, log } = await shop.step({ operation: 'abort', image: v2 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do', phase: 'Healthy' });
    expect(log).toContain('To go back: operation: rollback');
  });

  it.concurrent('under a manual pause moves traffic back all the same', async () => {
    const { shop, state } = await pausedShop();
    await somebody.pauses(shop, true);
    await shop.until('the hold', ({ status }) => status.message === 'manually paused');
    const { code, outputs } = await shop.step({ operation: 'abort', expect: state, timeout: '20s' });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...aborted });
    expect(await imagesOfPods(shop)).toEqual([v1]);
  });

  it.concurrent('is told as aborted, though the condition Paused of the Rollout stays True', async () => {
    const { shop, state } = await pausedShop();
    const { outputs } = await shop.step({ operation: 'abort', expect: state });
    const { conditions = [] } = (await shop.rollout()).status;
    expect(conditions).toContainEqual(expect.objectContaining({ type: 'Paused', status: 'True' }));
    expect(outputs).toMatchObject({ ...aborted, phase: 'Degraded' });
    expect((await shop.step({ operation: 'follow' })).outputs).toMatchObject({ ended: 'aborted' });
  });

  it.concurrent('in a timed pause does not wait for its end', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }, { pause: { duration: '1h' } }] });
    const run = shop.start({ image: v2 });
    await run.logged(/Paused/);
    const { code, outputs } = await shop.step({ operation: 'abort', image: v2 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...aborted });
    expect((await run.result).outputs).toMatchObject({ ended: 'aborted', reason: 'by-somebody' });
  });
});
