import { afterEach, describe, expect, it } from '@jest/globals';
import {
  type Fault,
  type FaultyProxy,
  type Judge,
  type Seen,
  startFaultyProxy,
} from './support/faulty-proxy.ts';
import { healthyShop, pausedShop, v2, v3 } from './support/rollouts.ts';

let proxy: FaultyProxy | undefined;
afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
});

async function through(fault: Judge): Promise<FaultyProxy> {
  proxy = await startFaultyProxy(fault);
  return proxy;
}

/** A request of ours; what it only notes on the Rollout is a merge patch. */
const isWrite = ({ method, body }: Seen): boolean => method === 'PATCH' && body.startsWith('[');
const twoGates = [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }];

describe('the answer to a write is lost', () => {
  it('after the image was set: the run sees it in the cluster and goes on, without a second write', async () => {
    const shop = await healthyShop();
    const { kubeconfig, seen } = await through((one) => (isWrite(one) ? 'lost' : 'passes'));
    const { code, outputs } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    expect(seen.filter(isWrite)).toHaveLength(1);
  });

  it('after a promote: it is not sent again, so that the next gate is not passed', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates, replicas: 4 });
    const { kubeconfig, seen } = await through((one) => (isWrite(one) ? 'lost' : 'passes'));
    const { code, outputs } = await shop.step({ operation: 'promote', expect: state, kubeconfig });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '3' });
    expect(seen.filter(isWrite)).toHaveLength(1);
  });

  it('after an abort: the run sees it take effect', async () => {
    const { shop } = await pausedShop();
    const { kubeconfig, seen } = await through((one) => (isWrite(one) ? 'lost' : 'passes'));
    const { code, outputs } = await shop.step({ operation: 'abort', kubeconfig });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'requested' });
    expect(seen.filter(isWrite)).toHaveLength(1);
  });
});

describe('somebody moves between our read and our write', () => {
  it('and sets another image: the server refuses our edit of a spec that is no longer there, and ours follows theirs', async () => {
    const shop = await healthyShop();
    let theirs: Promise<unknown> | undefined;
    const { kubeconfig, seen } = await through(async (one): Promise<Fault> => {
      if (isWrite(one)) await (theirs ??= shop.step({ image: v3 }));
      return 'passes';
    });
    const { outputs, log } = await shop.step({ image: v2, kubeconfig });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2, revision: '3' });
    expect(log).toContain('← deploy was refused: the target has moved');
    expect(seen.filter(isWrite)).toHaveLength(2);
  });

  it('and our answer is lost too: theirs is taken for the later one, and left alone', async () => {
    const shop = await healthyShop();
    let theirs: Promise<unknown> | undefined;
    const { kubeconfig, seen } = await through(async (one): Promise<Fault> => {
      if (!isWrite(one)) return 'passes';
      await (theirs ??= shop.step({ image: v3 }));
      return 'cut';
    });
    const { code, outputs } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'superseded', image: v3 });
    expect(seen.filter(isWrite)).toHaveLength(1);
  });

  it('and promotes to the next gate: a promote of the first, which arrives only then, does not pass that', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates, replicas: 4 });
    let theirs: Promise<unknown> | undefined;
    const { kubeconfig } = await through(async (one): Promise<Fault> => {
      if (isWrite(one)) await (theirs ??= shop.step({ operation: 'promote', expect: state }));
      return 'passes';
    });
    const { code, outputs } = await shop.step({ operation: 'promote', expect: state, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'by-somebody' });
    const { status } = await shop.rollout();
    expect(status.currentStepIndex).toBe(3);
    expect(status.pauseConditions).toHaveLength(1);
  });

  it('and aborts: a promote that arrives later is refused, and nothing rejected is shipped', async () => {
    const { shop, state } = await pausedShop();
    let theirs: Promise<unknown> | undefined;
    const { kubeconfig } = await through(async (one): Promise<Fault> => {
      if (isWrite(one)) await (theirs ??= shop.step({ operation: 'abort' }));
      return 'passes';
    });
    const { code, outputs } = await shop.step({ operation: 'promote', expect: state, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'by-somebody' });
    expect((await shop.rollout()).status.abort).toBe(true);
  });
});

describe('the connection fails', () => {
  it('while a release is followed: the watch is resumed, and nothing is missed', async () => {
    const shop = await healthyShop({
      steps: [{ setWeight: 50 }, { pause: { duration: '3s' } }, { pause: {} }],
    });
    const faulty = await through(() => 'passes');
    const run = shop.start({ image: v2, kubeconfig: faulty.kubeconfig });
    await run.logged(/step 1\/3/);
    faulty.hangUp();
    const { code, outputs } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '2' });
    const watches = faulty.seen.filter(({ path }) => path.includes('watch=true'));
    expect(watches.length).toBeGreaterThanOrEqual(2);
  });

  it('with a 500 now and then: reads are tried again', async () => {
    const shop = await healthyShop();
    const { kubeconfig } = await through((one, before) =>
      !isWrite(one) && before.length % 2 === 0 ? 'refused' : 'passes',
    );
    const { code, outputs } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
  });
});
