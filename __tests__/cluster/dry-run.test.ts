import { describe, expect, it } from '@jest/globals';
import { healthyShop, pausedShop, v2 } from './support/rollouts.ts';

describe('dry-run', () => {
  it('lets the server check the first write, and changes nothing', async () => {
    const shop = await healthyShop();
    const before = await shop.rollout();
    const { code, outputs, log } = await shop.step({ image: v2, 'dry-run': 'true' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'planned', phase: 'Healthy' });
    expect(log).toContain(`It would deploy (set ${v2})`);
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it('of a promote leaves the gate closed', async () => {
    const { shop, state } = await pausedShop();
    const { code, outputs, log } = await shop.step({
      operation: 'promote',
      expect: state,
      'dry-run': 'true',
    });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'planned', phase: 'Paused', state });
    expect(log).toContain('It would promote');
    expect((await shop.rollout()).status.pauseConditions).toHaveLength(1);
  });
});
