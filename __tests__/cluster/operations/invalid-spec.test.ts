import { describe, expect, it } from '@jest/globals';
import { gated, pausedShop, rolloutManifest, type Shop, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

const manifest = (steps: readonly object[]): string =>
  rolloutManifest({ steps, containers: [{ name: 'web', image: v2 }] });

/** A release of v2 at its gate whose steps were then made invalid. */
async function invalidShop(): Promise<{ shop: Shop; state: string }> {
  const paused = await pausedShop();
  await somebody.applies(paused.shop, manifest([{ setWeight: 120 }, { pause: {} }]), 'kubectl');
  const invalid = ({ status }: { status: { message?: string } }): boolean =>
    status.message?.startsWith('InvalidSpec') === true;
  await paused.shop.until('the spec to be refused', invalid);
  return paused;
}

describe('while the spec is invalid', () => {
  it.concurrent('nothing is sent that would be kept and act after the mending', async () => {
    const { shop, state } = await invalidShop();
    const before = (await shop.rollout()).status;
    for (const operation of ['promote', 'promote-full', 'abort', 'retry', 'rollback', 'restart']) {
      const { code, outputs, log } = await shop.step({ operation, expect: state, timeout: '1s' });
      expect({ operation, code }).toEqual({ operation, code: 1 });
      expect(outputs['ended']).toMatch(/^(refused|degraded)$/);
      expect(log).toContain('setWeight');
      expect(log).not.toContain('→');
    }
    await somebody.applies(shop, manifest(gated), 'kubectl');
    const { status } = await shop.until('the mending', ({ status }) => status.phase === 'Paused');
    // Neither promoted nor aborted by what came while it was invalid.
    expect(status).toMatchObject({ currentPodHash: before.currentPodHash, stableRS: before.stableRS });
    expect(status.abort ?? false).toBe(false);
    expect((await shop.step({ operation: 'status' })).outputs).toMatchObject({
      'stable-image': v1,
      step: '1',
    });
  });

  it.concurrent('a run waits a while, and goes on when somebody mends it', async () => {
    const { shop } = await invalidShop();
    const run = shop.start({ operation: 'follow', image: v2 });
    await run.logged(/InvalidSpec/);
    await somebody.applies(shop, manifest(gated), 'kubectl');
    expect(await run.result).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate' } });
  });
});
