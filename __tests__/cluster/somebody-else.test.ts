import { describe, expect, it } from '@jest/globals';
import { kubectl } from './support/kubernetes.ts';
import { healthyShop, type Shop, v2, v3 } from './support/rollouts.ts';

const image = (value: string): string =>
  JSON.stringify([{ op: 'replace', path: '/spec/template/spec/containers/0/image', value }]);

/** What somebody else does with kubectl, or with the plugin of Argo Rollouts, whose requests these are. */
const somebody = {
  promotes: (shop: Shop) =>
    patch(shop, 'merge', '{"status":{"pauseConditions":null}}', '--subresource=status'),
  aborts: (shop: Shop) => patch(shop, 'merge', '{"status":{"abort":true}}', '--subresource=status'),
  sets: (shop: Shop, value: string) => patch(shop, 'json', image(value)),
  pauses: (shop: Shop, paused: boolean) => patch(shop, 'merge', JSON.stringify({ spec: { paused } })),
};

function patch(shop: Shop, type: string, body: string, ...more: string[]): Promise<string> {
  return kubectl('patch', 'rollout', 'web', '-n', shop.namespace, `--type=${type}`, '-p', body, ...more);
}

describe('somebody else, while we follow', () => {
  it('promotes: the run goes on to Healthy', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.promotes(shop);
    const { code, outputs } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
  });

  it('aborts: the run fails and leaves it so, whatever the policies say', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.aborts(shop);
    const { code, outputs } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-somebody' });
  });

  it('releases another image: the run is superseded and touches nothing', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait', 'on-failure': 'abort' });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.sets(shop, v3);
    const { code, outputs, log } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'superseded', reason: 'by-somebody' });
    expect(log.match(/→/g)).toHaveLength(1);
    const { status } = await shop.until(
      'their release to be paused',
      ({ status }) => status.phase === 'Paused',
    );
    expect(status.abort ?? false).toBe(false);
  });

  it('deploys at the same time: one of two runs has it, the other is superseded', async () => {
    const shop = await healthyShop();
    const ends = await Promise.all(
      [v2, v3].map((one) => shop.step({ image: one, 'on-pause': 'wait', 'pause-timeout': '5s' })),
    );
    const words = ends.map(({ outputs }) => outputs['ended']).toSorted();
    expect(words).toEqual(['aborted', 'superseded']);
  });

  it('holds it: nothing is promoted over a manual pause', async () => {
    const shop = await healthyShop();
    await somebody.pauses(shop, true);
    await shop.until('the hold to be seen', ({ status }) => status.phase === 'Paused');
    const held = await shop.step({ image: v2, 'on-pause': 'stop' });
    expect(held.code).toBe(0);
    expect(held.outputs).toMatchObject({ ended: 'paused', reason: 'held-by-person' });
    const run = shop.start({ image: v2, 'on-pause': 'promote' });
    await run.logged(/deploy rollout\/web/);
    await somebody.pauses(shop, false);
    expect((await run.result).outputs['ended']).toBe('healthy');
  });

  it('deletes it: the run is superseded', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await kubectl('delete', 'rollout', 'web', '-n', shop.namespace);
    const { code, outputs } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'superseded', reason: 'deleted' });
  });
});

describe('follow', () => {
  it('changes nothing, and follows to the gate of a release that somebody began', async () => {
    const shop = await healthyShop();
    const run = shop.start({ operation: 'follow', image: v2 });
    await run.logged(/Healthy/);
    await somebody.sets(shop, v2);
    const { code, outputs, log } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    expect(log).not.toContain('→');
  });

  it('does not abort by default what others began', async () => {
    const shop = await healthyShop();
    await somebody.sets(shop, v2);
    const { code, outputs } = await shop.step({
      operation: 'follow',
      'on-pause': 'wait',
      'pause-timeout': '1s',
    });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'timed-out' });
    expect((await shop.rollout()).status.abort ?? false).toBe(false);
  });

  it('gives up waiting for an image that never comes', async () => {
    const shop = await healthyShop();
    const { code, outputs } = await shop.step({ operation: 'follow', image: v3, timeout: '1s' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'timed-out' });
  });
});

describe('status', () => {
  it('tells what is there and is green whatever it is', async () => {
    const shop = await healthyShop();
    const healthy = await shop.step({ operation: 'status' });
    expect(healthy).toMatchObject({ code: 0, outputs: { ended: 'healthy', reason: 'read' } });
    await shop.step({ image: v2 });
    await shop.step({ operation: 'abort' });
    const aborted = await shop.step({ operation: 'status' });
    expect(aborted).toMatchObject({
      code: 0,
      outputs: { ended: 'aborted', reason: 'read', phase: 'Degraded' },
    });
  });
});

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
});
