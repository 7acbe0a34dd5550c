import { describe, expect, it } from '@jest/globals';
import type { RunningStep, StepResult, With } from '../support/action.ts';
import { startFaultyProxy } from './support/faulty-proxy.ts';
import { healthyShop, pausedShop, type Shop, v2 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

const slowly = { 'sim/ready-after': '3s' };

/**
 * Runs the step, and takes the API server away from it at the moment that the log shows, until it has noticed; `away`
 * happens meanwhile.
 */
async function stepWithout(
  shop: Shop,
  inputs: With,
  moment: RegExp,
  away: (run: RunningStep) => Promise<unknown> = () => Promise.resolve(),
): Promise<StepResult> {
  let down = false;
  const proxy = await startFaultyProxy(() => (down ? 'cut' : 'passes'));
  try {
    const run = shop.start({ ...inputs, kubeconfig: proxy.kubeconfig });
    await run.logged(moment);
    down = true;
    proxy.hangUp();
    await run.logged(/! API server out of reach, trying again/);
    await away(run);
    down = false;
    return await run.result;
  } finally {
    await proxy.close();
  }
}

function isBackAgain({ log }: StepResult): void {
  expect(log).toContain('! API server is back');
}

describe('the API server goes away and comes back', () => {
  it.concurrent('while a gate waits for somebody, who passes it meanwhile', async () => {
    const shop = await healthyShop();
    const inputs = { image: v2, 'on-pause': 'wait' };
    const result = await stepWithout(shop, inputs, /Paused {7}step 1\/2/, () => somebody.promotes(shop));
    expect(result).toMatchObject({ code: 0, outputs: { ended: 'healthy', image: v2 } });
    isBackAgain(result);
  });

  it.concurrent('in a timed pause, which ends meanwhile', async () => {
    const shop = await healthyShop({
      steps: [{ setWeight: 50 }, { pause: { duration: '2s' } }, { pause: {} }],
    });
    const atGate = (): Promise<unknown> =>
      shop.until('the gate', ({ status }) => status.currentStepIndex === 2 && status.phase === 'Paused');
    const result = await stepWithout(shop, { image: v2 }, /Paused {7}step 1\/3/, atGate);
    expect(result).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', step: '2' } });
    isBackAgain(result);
  });

  it.concurrent('while pods start, which become ready meanwhile', async () => {
    const shop = await healthyShop({ annotations: slowly });
    const ready = (): Promise<unknown> => shop.until('the gate', ({ status }) => status.phase === 'Paused');
    const result = await stepWithout(shop, { image: v2 }, /Progressing.*updated 1\/2/, ready);
    expect(result).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', step: '1' } });
    isBackAgain(result);
  });

  it.concurrent('while pods are restarted', async () => {
    const shop = await healthyShop({ annotations: slowly });
    const result = await stepWithout(shop, { operation: 'restart' }, /← restart took effect/);
    expect(result).toMatchObject({ code: 0, outputs: { ended: 'healthy', reason: 'requested' } });
    isBackAgain(result);
  });

  it.concurrent('while a release is promoted in full', async () => {
    const { shop, state } = await pausedShop({ annotations: slowly });
    const inputs = { operation: 'promote-full', expect: state };
    const result = await stepWithout(shop, inputs, /← promote-full took effect/);
    expect(result).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    isBackAgain(result);
  });

  it.concurrent(
    'and a job that is cancelled meanwhile ends in time, and its post step does the rest',
    async () => {
      const shop = await healthyShop();
      const inputs = { image: v2, 'on-pause': 'wait', 'on-cancel': 'abort' };
      const cancel = async (run: RunningStep): Promise<void> => {
        run.cancel();
        expect((await run.result).code).toBe(1);
      };
      const main = await stepWithout(shop, inputs, /Paused {7}step 1\/2/, cancel);
      expect(main.outputs).toMatchObject({ ended: 'paused', reason: 'cancelled' });
      const post = await shop.post(inputs, main);
      expect(post).toMatchObject({ code: 0, outputs: { ended: 'aborted', reason: 'requested' } });
    },
  );
});
