import { describe, expect, it } from '@jest/globals';
import { type RunningStep, runnerPatience, type StepResult, type With } from '../support/action.ts';
import { startFaultyProxy } from './support/faulty-proxy.ts';
import { healthyShop, notReady, type RolloutShape, type Shop, v1, v2 } from './support/rollouts.ts';

/** A cancelled main step, how long it took to end, and its post step. */
interface Cancelled {
  readonly shop: Shop;
  readonly main: StepResult;
  readonly took: number;
  readonly post: StepResult;
}

async function cancel(shop: Shop, inputs: With, run: RunningStep): Promise<Cancelled> {
  const since = performance.now();
  run.cancel();
  const main = await run.result;
  const took = performance.now() - since;
  return { shop, main, took, post: await shop.post(inputs, main) };
}

/** The moments of a release in which it is cancelled: what the log shows then, and what is released. */
const moments: Readonly<Record<string, { image: string; shape: RolloutShape; logs: RegExp }>> = {
  'at a gate': { image: v2, shape: {}, logs: /Paused {7}step 1\/2/ },
  'while pods start': { image: notReady, shape: {}, logs: /Progressing +step 0\/2.*updated 1\/2/ },
  'in a timed pause': {
    image: v2,
    shape: { steps: [{ setWeight: 50 }, { pause: { duration: '1h' } }] },
    logs: /Paused {7}step 1\/2/,
  },
};

async function cancelAt(moment: string, policy: string): Promise<Cancelled> {
  const { image = v2, shape, logs = /./ } = moments[moment] ?? {};
  const shop = await healthyShop(shape);
  const inputs = { image, 'on-pause': 'wait', 'on-cancel': policy };
  const run = shop.start(inputs);
  await run.logged(logs);
  return await cancel(shop, inputs, run);
}

describe.each(Object.keys(moments))('a job that is cancelled %s', (moment) => {
  it.concurrent.each([
    ['abort', 'aborted', { status: { abort: true, phase: 'Degraded' } }],
    ['rollback', 'rolled-back', { status: { phase: 'Healthy' } }],
    ['pause', 'paused', { spec: { paused: true }, status: { phase: 'Paused' } }],
  ])('with on-cancel: %s is left %s before the runner loses its patience', async (policy, ended, left) => {
    const { shop, main, took, post } = await cancelAt(moment, policy);
    expect(main).toMatchObject({ code: 1, outputs: { reason: 'cancelled' } });
    expect(main.log).toContain(`: on-cancel: ${policy}`);
    expect(took).toBeLessThan(runnerPatience.interrupt);
    expect(await shop.rollout()).toMatchObject(left);
    // Where the cluster needs longer than a cancelled job has, the post step sees the end.
    const told = post.log === 'The main step has left nothing to do.\n' ? main : post;
    expect(told.outputs['ended']).toBe(ended);
    expect(post.code).toBe(0);
  });

  it.concurrent('without on-cancel is left as it is', async () => {
    const { shop, main, post } = await cancelAt(moment, 'stop');
    const { spec, status } = await shop.rollout();
    expect(main).toMatchObject({ code: 1, outputs: { reason: 'cancelled', phase: status.phase } });
    expect(main.summary).toContain('(cancelled)');
    expect(spec.paused).toBeUndefined();
    expect(status.abort).toBeUndefined();
    expect(post).toMatchObject({ code: 0, summary: '' });
  });
});

describe('a job that is cancelled', () => {
  it.concurrent('by SIGTERM tells how the target was left too', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    run.kill('SIGTERM');
    const { code, outputs, summary } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'cancelled', step: '1' });
    expect(summary).toContain('## ॥ rollout/web: paused (cancelled)');
  });

  it.concurrent.each([
    ['abort', 'aborted'],
    ['rollback', 'rolled-back'],
    ['pause', 'paused'],
  ])('while its image is being sent waits for that, and then does on-cancel: %s', async (policy, ended) => {
    const shop = await healthyShop();
    const inputs = { image: v2, 'on-pause': 'wait', 'on-cancel': policy };
    const sent = Promise.withResolvers<undefined>();
    const proxy = await startFaultyProxy(({ method }) => {
      if (method === 'PATCH') sent.resolve(undefined);
      return 'passes';
    });
    try {
      const run = shop.start({ ...inputs, kubeconfig: proxy.kubeconfig });
      await sent.promise;
      const { main, took, post } = await cancel(shop, inputs, run);
      expect(main.outputs).toMatchObject({ ended, reason: 'cancelled' });
      expect(took).toBeLessThan(runnerPatience.interrupt);
      expect(post.log).toBe('The main step has left nothing to do.\n');
    } finally {
      await proxy.close();
    }
  });

  it.concurrent.each(['abort', 'pause'])(
    'before anything was sent sends nothing, whatever on-cancel is (%s)',
    async (policy) => {
      const shop = await healthyShop();
      const inputs = { image: v2, 'on-cancel': policy };
      const reading = Promise.withResolvers<undefined>();
      const proxy = await startFaultyProxy(async ({ path }) => {
        reading.resolve(undefined);
        return path.includes('replicasets') ? await run.result.then(() => 'cut' as const) : 'passes';
      });
      const run = shop.start({ ...inputs, kubeconfig: proxy.kubeconfig });
      try {
        await reading.promise;
        const { main, post } = await cancel(shop, inputs, run);
        expect(main).toMatchObject({ code: 1, outputs: { ended: 'unknown', reason: 'cancelled' } });
        expect(proxy.seen.filter(({ method }) => method === 'PATCH')).toEqual([]);
        expect(post).toMatchObject({ code: 0, log: 'The main step has left nothing to do.\n' });
        expect((await shop.rollout()).spec.template.spec.containers[0]?.image).toBe(v1);
      } finally {
        await proxy.close();
      }
    },
  );
});
