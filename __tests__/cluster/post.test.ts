import { describe, expect, it } from '@jest/globals';
import { healthyShop, v1, v2, v3 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

const waiting = { image: v2, 'on-pause': 'wait' };

describe('the post step', () => {
  it.concurrent('says nothing, and touches nothing, when the main step has ended by itself', async () => {
    const shop = await healthyShop();
    const inputs = { image: v2 };
    const main = await shop.step(inputs);
    const before = await shop.rollout();
    expect(await shop.post(inputs, main)).toMatchObject({
      code: 0,
      log: 'The main step has left nothing to do.\n',
      summary: '',
      outputs: {},
    });
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it.concurrent.each([
    ['that failed before it saw the target', { target: 'rollout/nobody', image: v2 }],
    ['whose inputs were wrong', { image: '' }],
  ])('does not begin what a main step did not begin (%s)', async (_, inputs) => {
    const shop = await healthyShop();
    const main = await shop.step(inputs);
    expect(main).toMatchObject({ code: 1, state: {} });
    const post = await shop.post({ ...inputs, image: v2 }, main);
    expect(post).toMatchObject({ code: 0, log: 'The main step has left nothing to do.\n' });
    expect((await shop.rollout()).spec.template.spec.containers[0]?.image).toBe(v1);
  });

  it.concurrent('sees an abort to its end that main had no time for: stable pods start slowly', async () => {
    const shop = await healthyShop({ annotations: { 'sim/ready-after': '7s' } });
    const inputs = { ...waiting, 'on-cancel': 'abort' };
    const run = shop.start(inputs);
    await run.logged(/Paused {7}step 1\/2/);
    run.cancel();
    const main = await run.result;
    expect(main).toMatchObject({ code: 1, outputs: { ended: 'aborted', reason: 'cancelled' } });
    const post = await shop.post(inputs, main);
    expect(post).toMatchObject({ code: 0, outputs: { ended: 'aborted', reason: 'requested' } });
    expect(post.log).toContain(
      'The main step was cancelled (SIGINT); on-cancel: abort is seen to its end here.',
    );
    expect(post.summary).toContain('The release was aborted. Traffic is back on the stable revision.');
    expect((await shop.rollout()).status).toMatchObject({ abort: true, availableReplicas: 2 });
  });

  it.concurrent(
    'finds that the release was complete before it could do anything: that is no failure',
    async () => {
      const shop = await healthyShop();
      const inputs = { ...waiting, 'on-cancel': 'abort' };
      const run = shop.start(inputs);
      await run.logged(/Paused {7}step 1\/2/);
      run.kill('SIGKILL');
      const main = await run.result;
      await somebody.promotes(shop);
      await shop.until('the release to be complete', ({ status }) => status.phase === 'Healthy');
      // As after a SIGINT that it heard, and a SIGKILL before it could act.
      const state = { run: JSON.stringify({ ...JSON.parse(main.state['run'] ?? ''), signal: 'SIGINT' }) };
      const post = await shop.post(inputs, { ...main, state });
      expect(post).toMatchObject({ code: 0, outputs: { ended: 'healthy', reason: 'nothing-to-do' } });
    },
  );

  it.concurrent("leaves somebody else's release alone, and is green", async () => {
    const shop = await healthyShop();
    const inputs = { ...waiting, 'on-cancel': 'abort' };
    const run = shop.start(inputs);
    await run.logged(/Paused {7}step 1\/2/);
    run.kill('SIGKILL');
    const main = await run.result;
    await somebody.sets(shop, v3);
    await shop.until('their release', ({ status, spec }) => {
      const [container] = spec.template.spec.containers;
      return container?.image === v3 && status.phase === 'Paused';
    });
    const state = { run: JSON.stringify({ ...JSON.parse(main.state['run'] ?? ''), signal: 'SIGINT' }) };
    const post = await shop.post(inputs, { ...main, state });
    expect(post).toMatchObject({ code: 0, outputs: { reason: 'nothing-to-do' } });
    expect(post.log).toContain(`Another candidate is there: ${v3}`);
    expect((await shop.rollout()).status.abort).toBeUndefined();
  });

  it.concurrent(
    'says what was left when main was killed without a signal, and does nothing to it',
    async () => {
      const shop = await healthyShop();
      const inputs = { ...waiting, 'on-cancel': 'abort' };
      const run = shop.start(inputs);
      await run.logged(/Paused {7}step 1\/2/);
      run.kill('SIGKILL');
      const main = await run.result;
      expect(main).toMatchObject({ code: null, summary: '' });
      const post = await shop.post(inputs, main);
      expect(post).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'read' } });
      expect(post.log).toContain('The main step was killed; this is what it left behind.');
      expect(post.summary).toContain('## ॥ rollout/web: paused (read)');
      expect((await shop.rollout()).status.phase).toBe('Paused');
    },
  );

  it.concurrent.each([
    ['abort', 'aborted'],
    ['rollback', 'rolled-back'],
    ['pause', 'paused'],
  ])('carries out on-cancel: %s where main was killed before it could', async (policy, ended) => {
    const shop = await healthyShop();
    const inputs = { ...waiting, 'on-cancel': policy };
    const run = shop.start(inputs);
    await run.logged(/Paused {7}step 1\/2/);
    run.kill('SIGKILL');
    const main = await run.result;
    const state = { run: JSON.stringify({ ...JSON.parse(main.state['run'] ?? ''), signal: 'SIGINT' }) };
    const post = await shop.post(inputs, { ...main, state });
    expect(post).toMatchObject({ code: 0, outputs: { ended, reason: 'requested' } });
    expect(post.log).toContain(`on-cancel: ${policy} is seen to its end here.`);
  });
});
