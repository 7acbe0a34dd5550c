import { describe, expect, it } from '@jest/globals';
import type { RunningStep, StepResult, With } from '../support/action.ts';
import { startFaultyProxy } from './support/faulty-proxy.ts';
import { healthyShop, type Shop, v2 } from './support/rollouts.ts';

/**
 * Runs the step and kills it at its n-th request, which the server never hears of (`cut`) or hears of without
 * being able to tell us (`lost`). Returns what is left of the step; undefined when it had fewer requests.
 */
async function killAt(
  n: number,
  how: 'cut' | 'lost',
  shop: Shop,
  inputs: With,
): Promise<StepResult | undefined> {
  let run: RunningStep | undefined;
  const proxy = await startFaultyProxy((_, before) => {
    if (before.length + 1 < n) return 'passes';
    run?.kill('SIGKILL');
    return how;
  });
  try {
    run = shop.start({ ...inputs, kubeconfig: proxy.kubeconfig });
    const result = await run.result;
    return result.code === null ? result : undefined;
  } finally {
    await proxy.close();
  }
}

/** The post step of a step that was killed: it touches nothing, and tells what was left if there can be anything. */
async function told(shop: Shop, inputs: With, killed: StepResult): Promise<string> {
  const { metadata } = await shop.rollout();
  const { code, outputs, log, summary } = await shop.post(inputs, killed);
  expect(code).toBe(0);
  expect((await shop.rollout()).metadata.generation).toBe(metadata.generation);
  if (log === 'The main step has left nothing to do.\n') return 'nothing';
  expect(log).toContain('The main step was killed; this is what it left behind.');
  expect(outputs['reason']).toBe('read');
  expect(summary).toContain(`rollout/web: ${outputs['ended'] ?? ''} (read)`);
  return outputs['image'] ?? '';
}

describe('a step that is killed at any of its requests', () => {
  it.concurrent.each(['cut', 'lost'] as const)(
    'tells in its post step what was left, and run again ends as without the kill (the request is %s)',
    async (how) => {
      const shop = await healthyShop();
      const left = new Set<string>();
      let killed: StepResult | undefined | 'not yet' = 'not yet';
      for (let n = 1; killed !== undefined; n += 1) {
        const deploy = { image: v2.replace(':2', `:${String(n + 1)}`), 'on-cancel': 'abort' };
        killed = await killAt(n, how, shop, deploy);
        if (killed !== undefined) left.add(await told(shop, deploy, killed));
        const paused = await shop.step(deploy);
        expect({ n, ...paused.outputs }).toMatchObject({
          n,
          ended: 'paused',
          reason: 'gate',
          step: '1',
          image: deploy.image,
        });
        // What was killed was never promoted, and an abort from another run finds the stable revision whole.
        const aborted = await shop.step({ operation: 'abort', expect: paused.outputs['state'] ?? '' });
        expect({ n, ...aborted.outputs }).toMatchObject({ n, ended: 'aborted', reason: 'requested' });
      }
      // Before it saw the target there was nothing to tell; then what it had found, and after its write its image.
      expect(left).toContain('nothing');
      expect(left.size).toBeGreaterThan(2);
    },
  );

  it.concurrent(
    'while it promotes: the same step again passes the gate, or is refused if that was done; never two gates',
    async () => {
      const steps = [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }];
      const shop = await healthyShop({ steps, replicas: 4 });
      let killed: StepResult | undefined | 'not yet' = 'not yet';
      for (let n = 1; killed !== undefined; n += 1) {
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
    },
  );
});
