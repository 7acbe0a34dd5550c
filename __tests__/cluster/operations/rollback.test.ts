import { describe, expect, it } from '@jest/globals';
import { podsOf } from '../support/pods.ts';
import {
  healthyShop,
  notReady,
  pausedShop,
  type Rollout,
  type Shop,
  twoGates,
  v1,
  v2,
  v3,
} from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { attempt } from '../support/workflow-run.ts';

const rolledBack = { ended: 'rolled-back', reason: 'requested', image: v1, 'stable-image': v1 };

/** Every way in which a release of v2 may stand; the shop is Healthy on v1 before. */
const moments: readonly (readonly [string, (shop: Shop) => Promise<unknown>])[] = [
  ['paused at its gate', (shop) => shop.step({ image: v2 })],
  [
    'whose pods do not become ready',
    async (shop) => {
      await somebody.sets(shop, notReady);
      await shop.until('its pod to be counted', ({ status }) => status.updatedReplicas === 1);
    },
  ],
  [
    'aborted',
    async (shop) => {
      await shop.step({ image: v2 });
      await shop.step({ operation: 'abort' });
    },
  ],
  [
    'under a manual pause',
    async (shop) => {
      await shop.step({ image: v2 });
      await somebody.pauses(shop, true);
      await shop.until('the hold', ({ status }) => status.message === 'manually paused');
    },
  ],
];

function numberOf({ metadata }: Rollout): string | undefined {
  return metadata.annotations?.['rollout.argoproj.io/revision'];
}

describe('rollback in the middle of a canary', () => {
  it.concurrent.each(moments)(
    'of a release %s goes to the stable template: the same hash, no step',
    async (_, begin) => {
      const shop = await healthyShop({ steps: twoGates });
      const { stableRS } = (await shop.rollout()).status;
      await begin(shop);
      const { code, outputs, log } = await shop.step({ operation: 'rollback' });
      const { status } = await shop.rollout();
      expect({ code, ...outputs }).toMatchObject({ code: 0, ...rolledBack, 'pod-hash': stableRS });
      expect(status).toMatchObject({ phase: 'Healthy', stableRS, currentPodHash: stableRS });
      expect(log).toContain(`→ restore: Rolled back to the stable revision (${stableRS ?? ''})`);
      expect(log.match(/→/g)).toHaveLength(1);
      expect(log.slice(log.indexOf('← restore took effect'))).not.toContain('Paused');
      expect([...new Set((await podsOf(shop)).map(({ image }) => image))]).toEqual([v1]);
    },
  );

  it.concurrent(
    'right after an edit waits until the controller has seen it: the wish is not lost',
    async () => {
      const { shop } = await pausedShop();
      await somebody.sets(shop, v3);
      await shop.until('the edit', ({ spec }) => spec.template.spec.containers[0]?.image === v3);
      const { code, outputs } = await shop.step({ operation: 'rollback', image: v3 });
      expect({ code, ...outputs }).toMatchObject({ code: 0, ...rolledBack });
      await shop.until(
        'v1 alone',
        ({ status }) => status.phase === 'Healthy' && status.updatedReplicas === 2,
      );
    },
  );

  it.concurrent('brings the whole template back, not only its image', async () => {
    const { shop } = await pausedShop({ annotations: { config: 'one' } });
    await somebody.annotatesPods(shop, { config: 'two' });
    await shop.until('the new release', ({ status }) => status.phase === 'Paused');
    const { code } = await shop.step({ operation: 'rollback' });
    expect(code).toBe(0);
    expect((await shop.rollout()).spec.template.metadata?.annotations).toEqual({ config: 'one' });
  });

  it.concurrent(
    'after two aborts goes to what users have; undo of the plugin would ship a rejected one',
    async () => {
      const { shop } = await pausedShop();
      await shop.step({ operation: 'abort' });
      await shop.step({ image: v3 });
      await shop.step({ operation: 'abort' });
      // undo takes the second highest revision number, whatever became of it.
      expect(await somebody.wouldUndoTo(shop)).toBe(v2);
      const { code, outputs } = await shop.step({ operation: 'rollback' });
      expect({ code, ...outputs }).toMatchObject({ code: 0, ...rolledBack });
    },
  );

  it.concurrent(
    'in a job that is run again is done already, and does not go on to what was left',
    async () => {
      const { shop } = await pausedShop();
      await shop.step({ operation: 'rollback' }, attempt(1));
      const before = numberOf(await shop.rollout());
      const { code, outputs, log } = await shop.step({ operation: 'rollback' }, attempt(2));
      expect({ code, ...outputs }).toMatchObject({ code: 0, ...rolledBack });
      expect(log).not.toContain('→');
      expect(numberOf(await shop.rollout())).toBe(before);
    },
  );

  it.concurrent('is refused for another candidate than the expected one', async () => {
    const { shop } = await pausedShop();
    const { code, outputs } = await shop.step({ operation: 'rollback', image: v3 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', phase: 'Paused' });
  });

  it.concurrent('twice at once from two runs never comes to the version that was left', async () => {
    const { shop } = await pausedShop();
    const both = [1, 2].map(() => shop.step({ operation: 'rollback', image: v2 }));
    const ends = (await Promise.all(both)).map(({ outputs }) => outputs['ended']);
    expect(ends).toContain('rolled-back');
    expect((await shop.rollout()).spec.template.spec.containers[0]?.image).toBe(v1);
  });
});
