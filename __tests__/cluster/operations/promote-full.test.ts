import { describe, expect, it } from '@jest/globals';
import { healthyShop, pausedShop, type Shop, slow, twoGates, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { attempt } from '../support/workflow-run.ts';

const healthy = { ended: 'healthy', reason: 'completed', image: v2, 'stable-image': v2 };

async function stableImage(shop: Shop): Promise<string | undefined> {
  const { outputs } = await shop.step({ operation: 'status' });
  return outputs['stable-image'];
}

describe('promote-full of a canary', () => {
  it.concurrent('at a gate skips all others, and ends when the stable revision is the new one', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates, annotations: slow });
    const { code, outputs, log } = await shop.step({ operation: 'promote-full', expect: state });
    const { status } = await shop.rollout();
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...healthy });
    expect(status.stableRS).toBe(status.currentPodHash);
    expect(log.match(/→/g)).toHaveLength(1);
  });

  it.concurrent('while the pods of the first weight start: no gate holds it', async () => {
    const shop = await healthyShop({ annotations: slow });
    await somebody.sets(shop, v2);
    await shop.until('the release to begin', ({ status }) => status.currentStepIndex === 0);
    const { code, outputs, log } = await shop.step({ operation: 'promote-full', image: v2 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...healthy });
    expect(log).not.toContain('Paused');
  });

  it.concurrent('under a manual pause resumes first, since the controller would only keep it', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates });
    await somebody.pauses(shop, true);
    await shop.until('the hold', ({ status }) => status.message === 'manually paused');
    const { code, outputs, log } = await shop.step({ operation: 'promote-full', expect: state });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...healthy });
    expect(log.match(/→ [a-z-]+/g)).toEqual(['→ resume', '→ promote-full']);
  });

  it.concurrent('right after an edit waits for the new hash: it is not lost', async () => {
    const { shop } = await pausedShop({ steps: twoGates });
    await somebody.aborts(shop);
    await shop.until('the abort', ({ status }) => status.phase === 'Degraded');
    await somebody.sets(shop, v1);
    await shop.until('v1 to be Healthy again', ({ status }) => status.phase === 'Healthy');
    const [{ code, outputs }] = await Promise.all([
      shop
        .until('the edit', ({ spec }) => spec.template.spec.containers[0]?.image === v2)
        .then(() => shop.step({ operation: 'promote-full', image: v2 })),
      somebody.sets(shop, v2),
    ]);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...healthy });
  });

  it.concurrent('twice at once does no more than once', async () => {
    const { shop } = await pausedShop({ steps: twoGates, annotations: slow });
    const both = [1, 2].map(() => shop.step({ operation: 'promote-full', image: v2 }));
    for (const { code, outputs } of await Promise.all(both))
      expect({ code, ...outputs }).toMatchObject({ code: 0, ...healthy });
    expect((await shop.rollout()).metadata.annotations?.['rollout.argoproj.io/revision']).toBe('2');
  });

  it.concurrent('in a job that is run again is done already', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates });
    await shop.step({ operation: 'promote-full', expect: state }, attempt(1));
    const again = await shop.step({ operation: 'promote-full', expect: state }, attempt(2));
    expect({ code: again.code, ...again.outputs }).toMatchObject({ code: 0, ...healthy });
    expect(again.log).not.toContain('→');
  });

  it.concurrent('of an aborted release is refused: it would ship what was rejected', async () => {
    const { shop } = await pausedShop();
    await shop.step({ operation: 'abort' });
    const { code, outputs, log } = await shop.step({ operation: 'promote-full', image: v2 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', phase: 'Degraded' });
    expect(log).toContain('promoting it in full would ship the revision that was rejected');
    expect(log).not.toContain('→');
    expect(await stableImage(shop)).toBe(v1);
  });

  it.concurrent('of a Healthy one is refused', async () => {
    const shop = await healthyShop();
    const { code, outputs } = await shop.step({ operation: 'promote-full', image: v1 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do', phase: 'Healthy' });
  });

  it.concurrent('is an error with neither state nor image', async () => {
    const { shop } = await pausedShop();
    const { code, outputs, log } = await shop.step({ operation: 'promote-full' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'bad-input' });
    expect(log).toContain('expect: nothing was given');
    expect((await shop.rollout()).status.phase).toBe('Paused');
  });
});

describe('promote-full and abort at the same time', () => {
  it.concurrent.each([1, 2, 3])('the abort wins, whichever comes first (%i)', async () => {
    const { shop } = await pausedShop({ steps: twoGates, annotations: slow });
    const [full, abort] = await Promise.all([
      shop.step({ operation: 'promote-full', image: v2 }),
      shop.step({ operation: 'abort', image: v2 }),
    ]);
    expect({ code: abort.code, ...abort.outputs }).toMatchObject({ code: 0, ended: 'aborted' });
    expect(full.code).toBe(1);
    expect(full.outputs['ended']).not.toBe('healthy');
    expect(await stableImage(shop)).toBe(v1);
  });
});
