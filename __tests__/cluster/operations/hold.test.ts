import { describe, expect, it } from '@jest/globals';
import { healthyShop, pausedShop, type Shop, twoGates, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

const held = { ended: 'paused', reason: 'requested', phase: 'Paused', message: 'manually paused' };

/** Waits at the pause until the time-out is over, and tells how the target stands then. */
async function stillThere(shop: Shop, long: string): Promise<Readonly<Record<string, string>>> {
  const { outputs } = await shop.step({ operation: 'follow', 'on-pause': 'wait', 'pause-timeout': long });
  return outputs;
}

async function heldShop(steps: readonly object[]): Promise<{ shop: Shop; state: string }> {
  const paused = await pausedShop({ steps });
  const { code } = await paused.shop.step({ operation: 'pause', expect: paused.state });
  expect(code).toBe(0);
  return paused;
}

describe('pause of a canary', () => {
  it.concurrent('in the middle of a setWeight holds it there, and resume lets it go on', async () => {
    const shop = await healthyShop({ annotations: { 'sim/ready-after': '2s' } });
    await somebody.sets(shop, v2);
    await shop.until('the first weight', ({ status }) => status.currentStepIndex === 0);
    const pause = await shop.step({ operation: 'pause', image: v2 });
    expect({ code: pause.code, ...pause.outputs }).toMatchObject({ code: 0, ...held, step: '0' });
    expect(await stillThere(shop, '3s')).toMatchObject({ reason: 'timed-out', step: '0' });
    const resume = await shop.step({ operation: 'resume', image: v2 });
    expect(resume).toMatchObject({ code: 0, outputs: { reason: 'requested' } });
    expect((await shop.step({ operation: 'follow' })).outputs).toMatchObject({ reason: 'gate', step: '1' });
  });

  it.concurrent('of a timed pause holds it when its time is over', async () => {
    const shop = await healthyShop({
      steps: [{ setWeight: 50 }, { pause: { duration: '4s' } }, { pause: {} }],
    });
    await somebody.sets(shop, v2);
    await shop.until('the timed pause', ({ status }) => status.phase === 'Paused');
    const { code, outputs } = await shop.step({ operation: 'pause', image: v2 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ...held, step: '1' });
    expect(await stillThere(shop, '5s')).toMatchObject({ reason: 'timed-out', step: '1' });
    await shop.step({ operation: 'resume' });
    expect((await shop.step({ operation: 'follow' })).outputs).toMatchObject({ reason: 'gate', step: '2' });
  });

  it.concurrent(
    'of a gate keeps the gate: it is there again after the resume, with the same state',
    async () => {
      const { shop, state } = await heldShop(twoGates);
      const again = await shop.step({ operation: 'pause', expect: state });
      expect({ code: again.code, ...again.outputs }).toMatchObject({ code: 0, ...held, state });
      expect(again.log).toContain('was held already');
      expect(again.log).not.toContain('→');
      const resume = await shop.step({ operation: 'resume', expect: state });
      expect(resume).toMatchObject({
        code: 0,
        outputs: { ended: 'paused', message: 'CanaryPauseStep', state },
      });
    },
  );

  it.concurrent('of a Healthy one holds what comes next; resume twice is one resume', async () => {
    const shop = await healthyShop();
    const pause = await shop.step({ operation: 'pause' });
    expect({ code: pause.code, ...pause.outputs }).toMatchObject({ code: 0, ...held });
    const both = await Promise.all([1, 2].map(() => shop.step({ operation: 'resume' })));
    for (const { code, outputs } of both) {
      expect(code).toBe(0);
      expect(['healthy', 'unchanged']).toContain(outputs['ended']);
    }
    const third = await shop.step({ operation: 'resume' });
    expect(third).toMatchObject({ code: 0, outputs: { ended: 'unchanged', reason: 'nothing-to-do' } });
    expect(third.log).not.toContain('→');
  });
});

describe('what a person holds', () => {
  it.concurrent('stays held by a deploy, which says so', async () => {
    const shop = await healthyShop();
    await somebody.pauses(shop, true);
    await shop.until('the hold', ({ status }) => status.phase === 'Paused');
    const { code, outputs } = await shop.step({ image: v2 });
    const { spec, status } = await shop.rollout();
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'held-by-person', image: v2 });
    expect(spec).toMatchObject({ paused: true, template: { spec: { containers: [{ image: v2 }] } } });
    expect(status.updatedReplicas ?? 0).toBe(0);
  });

  it.concurrent('is resumed by a promote, which then passes exactly one gate', async () => {
    const { shop, state } = await heldShop(twoGates);
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect(log.match(/→ [a-z]+/g)).toEqual(['→ resume', '→ promote']);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', step: '3' });
  });

  it.concurrent('is resumed by many promotes of one gate: still one gate', async () => {
    const { shop, state } = await heldShop(twoGates);
    const all = await Promise.all([1, 2, 3].map(() => shop.step({ operation: 'promote', expect: state })));
    expect(all.filter(({ outputs }) => outputs['reason'] === 'gate')).toHaveLength(1);
    expect((await shop.rollout()).status.currentStepIndex).toBe(3);
  });

  it.concurrent('is not promoted with the state of another gate, nor resumed', async () => {
    const { shop } = await heldShop(twoGates);
    const { outputs } = await shop.step({ operation: 'promote', expect: 'abcdef1234.1.t0xk1b' });
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit' });
    expect((await shop.rollout()).spec.paused).toBe(true);
  });

  it.concurrent('is waited for when the policy says so, and nothing is sent', async () => {
    const { shop } = await heldShop(twoGates);
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/manually paused/);
    await somebody.pauses(shop, false);
    await run.logged(/CanaryPauseStep/);
    await somebody.aborts(shop);
    const { outputs, log } = await run.result;
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-somebody', 'stable-image': v1 });
    expect(log).not.toContain('→');
  });
});
