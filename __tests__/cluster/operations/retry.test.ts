import { describe, expect, it } from '@jest/globals';
import { healthyShop, notReady, pausedShop, type Shop, slow, twoGates, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { attempt } from '../support/workflow-run.ts';

const atGate = { ended: 'paused', reason: 'gate', step: '1', image: v2, 'stable-image': v1 };

async function abortedShop(shape?: Parameters<typeof pausedShop>[0]): Promise<Shop> {
  const { shop } = await pausedShop(shape);
  await shop.step({ operation: 'abort' });
  return shop;
}

describe('retry of a canary', () => {
  it.concurrent('begins at step 0 again, and the Degraded that is left over is no end', async () => {
    const shop = await abortedShop({ annotations: slow });
    const { code, outputs, log } = await shop.step({ operation: 'retry', image: v2 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...atGate });
    expect(log).toMatch(/→ retry[\s\S]*Degraded {5}step 0\/2[\s\S]*Paused {7}step 1\/2/);
    expect((await shop.rollout()).status.abort).toBe(false);
  });

  it.concurrent('comes right after the abort, and waits for it', async () => {
    const { shop } = await pausedShop();
    await somebody.aborts(shop);
    const { code, outputs } = await shop.step({ operation: 'retry', image: v2 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...atGate });
  });

  it.concurrent('twice at once is one retry: a second one does not begin it anew', async () => {
    const shop = await abortedShop({ annotations: slow });
    const both = await Promise.all([1, 2].map(() => shop.step({ operation: 'retry', image: v2 })));
    const ends = both.map(({ outputs }) => `${outputs['ended'] ?? ''} (${outputs['reason'] ?? ''})`);
    expect(ends).toContain('paused (gate)');
    // One that came late found nothing to retry.
    for (const end of ends) expect(end).toMatch(/^(paused \(gate\)|refused \(nothing-to-do\))$/);
    expect(both.map(({ log }) => log.match(/← retry took effect/g)?.length ?? 0)).not.toContain(2);
  });

  it.concurrent.each([
    ['a Healthy one', healthyShop],
    ['one at its gate', async (): Promise<Shop> => (await pausedShop()).shop],
  ])('of %s is refused', async (_, make) => {
    const shop = await make();
    const { phase } = (await shop.rollout()).status;
    const { code, outputs, log } = await shop.step({ operation: 'retry' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do', phase });
    expect(log).toContain('was not aborted');
    expect(log).not.toContain('→');
  });

  it.concurrent('in a job that is run again follows what its first attempt began', async () => {
    const shop = await abortedShop();
    const first = await shop.step({ operation: 'retry' }, attempt(1));
    const again = await shop.step({ operation: 'retry' }, attempt(2));
    expect(again.code).toBe(0);
    expect(again.outputs).toMatchObject({ ...atGate, state: first.outputs['state'] ?? '' });
    expect(again.log).not.toContain('→');
  });

  it.concurrent('then a promote: no step is skipped, the gate is waited for and passed once', async () => {
    const shop = await abortedShop({ steps: twoGates, replicas: 4, annotations: slow });
    await somebody.retries(shop);
    await shop.until('the retry', ({ status }) => status.phase === 'Progressing');
    const { code, outputs, log } = await shop.step({ operation: 'promote', image: v2 });
    expect(log.match(/→.*/g)).toEqual([expect.stringContaining('the gate at step 1 of 4')]);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...atGate, step: '3' });
  });

  it.concurrent('of what the controller aborts again ends with its cause', async () => {
    const shop = await healthyShop({ spec: { progressDeadlineSeconds: 2, progressDeadlineAbort: true } });
    await shop.step({ image: notReady });
    const { code, outputs, log } = await shop.step({ operation: 'retry' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller', 'stable-image': v1 });
    expect(log).toMatch(/→ retry[\s\S]*has timed out progressing/);
  });
});
