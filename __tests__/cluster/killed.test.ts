import { describe, expect, it } from '@jest/globals';
import type { RunningStep, With } from '../support/action.ts';
import { startFaultyProxy } from './support/faulty-proxy.ts';
import { healthyShop, type Shop, v2 } from './support/rollouts.ts';

/**
 * Runs the step and kills it at its n-th request, which the server never hears of (`cut`) or hears of without
 * being able to tell us (`lost`). Returns false when the step had fewer requests.
 */
async function killAt(n: number, how: 'cut' | 'lost', shop: Shop, inputs: With): Promise<boolean> {
  let run: RunningStep | undefined;
  const proxy = await startFaultyProxy((_, before) => {
    if (before.length + 1 < n) return 'passes';
    run?.kill('SIGKILL');
    return how;
  });
  try {
    run = shop.start({ ...inputs, kubeconfig: proxy.kubeconfig });
    return (await run.result).code === null;
  } finally {
    await proxy.close();
  }
}

describe('a step that is killed at any of its requests', () => {
  it.each(['cut', 'lost'] as const)(
    'and run again ends as without the kill (the request is %s)',
    async (how) => {
      const shop = await healthyShop();
      let killed = true;
      for (let n = 1; killed; n += 1) {
        const deploy = { image: v2.replace(':2', `:${String(n + 1)}`) };
        killed = await killAt(n, how, shop, deploy);
        const paused = await shop.step(deploy);
        expect({ n, ...paused.outputs }).toMatchObject({
          n,
          ended: 'paused',
          reason: 'gate',
          step: '1',
          ...deploy,
        });
        // What was killed was never promoted, and an abort from another run finds the stable revision whole.
        const aborted = await shop.step({ operation: 'abort', expect: paused.outputs['state'] ?? '' });
        expect({ n, ...aborted.outputs }).toMatchObject({ n, ended: 'aborted', reason: 'requested' });
      }
    },
  );

  it('while it promotes: the same step again passes the gate, or is refused if that was done; never two gates', async () => {
    const steps = [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }];
    const shop = await healthyShop({ steps, replicas: 4 });
    let killed = true;
    for (let n = 1; killed; n += 1) {
      const image = v2.replace(':2', `:${String(n + 1)}`);
      const { outputs } = await shop.step({ image });
      const state = outputs['state'] ?? '';
      killed = await killAt(n, 'lost', shop, { operation: 'promote', expect: state });
      const after = (await shop.step({ operation: 'follow' })).outputs;
      // The write either arrived, and the release is at the second gate, or it did not, and it is at the first.
      expect(['1', '3']).toContain(after['step']);
      const again = await shop.step({ operation: 'promote', expect: state });
      expect({ n, ended: again.outputs['ended'] }).toEqual({
        n,
        ended: after['step'] === '1' ? 'paused' : 'refused',
      });
      expect((await shop.rollout()).status.currentStepIndex).toBe(3);
    }
  });
});
