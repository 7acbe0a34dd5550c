import { describe, expect, it } from '@jest/globals';
import { healthyShop, v2 } from './support/rollouts.ts';

describe('a cancelled job', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends the wait on %s and tells how the target was left',
    async (signal) => {
      const shop = await healthyShop();
      const run = shop.start({ image: v2, 'on-pause': 'wait' });
      await run.logged(/Paused {7}step 1\/2/);
      run.kill(signal);
      const { code, outputs, summary } = await run.result;
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'cancelled', phase: 'Paused', step: '1' });
      expect(summary).toContain('## ॥ rollout/web: paused (cancelled)');
      expect((await shop.rollout()).status.phase).toBe('Paused');
    },
  );
});
