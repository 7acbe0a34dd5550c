import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../cluster/wait.ts';
import { job } from '../../../src/checks/job.ts';
import { type Fault, type FaultyProxy, type Judge, startFaultyProxy } from '../support/faulty-proxy.ts';
import {
  freshNamespace,
  kubectl,
  type KubernetesObject,
  userKubeconfig,
  waitFor,
  waitUntilGone,
} from '../support/kubernetes.ts';
import { podQuota } from '../support/obstacles.ts';
import { fastClock, measuring, read, sceneIn } from '../support/scenes.ts';

/** A Job as these tests look at it. */
interface Job extends KubernetesObject {
  metadata: KubernetesObject['metadata'] & { ownerReferences?: readonly object[] };
  spec: { ttlSecondsAfterFinished?: number; activeDeadlineSeconds?: number };
  status: { active?: number };
}

interface Shape {
  readonly image?: string;
  /** What the pod does: annotations of cluster/stages. */
  readonly pod?: Readonly<Record<string, string>>;
  readonly spec?: object;
  readonly metadata?: object;
}

/** A Job of one container, which succeeds at once. */
function smoke({ image = 'registry.test/smoke:1', pod = {}, spec = {}, metadata }: Shape = {}): object {
  const containers = [{ name: 'smoke', image }];
  const template = { metadata: { annotations: pod }, spec: { restartPolicy: 'Never', containers } };
  return { ...(metadata && { metadata }), spec: { backoffLimit: 0, template, ...spec } };
}

async function jobsIn(namespace: string): Promise<readonly Job[]> {
  const list = await kubectl('get', 'jobs', '-n', namespace, '-o', 'json');
  return (JSON.parse(list) as { items: readonly Job[] }).items;
}

const proxies: FaultyProxy[] = [];
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

async function through(fault: Judge): Promise<FaultyProxy> {
  const proxy = await startFaultyProxy(fault);
  proxies.push(proxy);
  return proxy;
}

/** A Job that runs until somebody ends it, once it is there. */
async function running(namespace: string) {
  const going = measuring(job, smoke({ pod: { 'sim/run-for': '1h' } }), await sceneIn(namespace));
  const labels = 'app.kubernetes.io/managed-by=rollout-conductor';
  const made = await waitFor<Job>(namespace, 'jobs', { labels }, ({ status }) => status.active === 1, {
    what: 'the Job to run',
  });
  return { going, name: made.metadata.name };
}

describe.each([
  ['succeeds', '0', 'Successful'],
  ['fails', '3', 'Failed'],
])('a Job that %s', (_, exit, verdict) => {
  it(`is ${verdict}, and shows the last lines of its log without secrets`, async () => {
    const namespace = await freshNamespace();
    const scene = await sceneIn(namespace, { hidden: ['serving'] });
    const { done, shown } = measuring(job, smoke({ pod: { 'sim/exit': exit } }), scene);
    const measured = await done;
    expect(measured).toMatchObject({ kind: 'verdict', verdict, value: '', job: { namespace } });
    expect(measured.log).toEqual(['simulated container: starting', 'simulated container: *** on :8080']);
    expect(shown).toEqual([{ job: measured.job }]);
  });
});

describe('a Job that fails', () => {
  it('says why, and is left for ten minutes with its pod', async () => {
    const namespace = await freshNamespace();
    const { done } = measuring(job, smoke({ pod: { 'sim/exit': '3' } }), await sceneIn(namespace));
    const measured = await done;
    expect(measured).toMatchObject({
      message:
        'BackoffLimitExceeded: Job has reached the specified backoff limit; container smoke ended with exit code 3',
    });
    const [left] = await jobsIn(namespace);
    expect(left?.metadata.name).toBe(measured.job?.name);
    expect(left?.spec.ttlSecondsAfterFinished).toBe(600);
  });

  it('is tried again as often as backoffLimit says, and then Failed', async () => {
    const namespace = await freshNamespace();
    const spec = smoke({ pod: { 'sim/exit': '1' }, spec: { backoffLimit: 1 } });
    const { done } = measuring(job, spec, await sceneIn(namespace));
    expect(await done).toMatchObject({ verdict: 'Failed' });
    const pods = await kubectl('get', 'pods', '-n', namespace, '-o', 'name');
    expect(pods.trim().split('\n')).toHaveLength(2);
  });

  it('is Failed when its own deadline is over, and shows what it logged until then', async () => {
    const pod = { 'sim/run-for': '1h', 'sim/stop-after': '5s' };
    const spec = smoke({ pod, spec: { activeDeadlineSeconds: 1 } });
    const { done } = measuring(job, spec, await sceneIn(await freshNamespace()));
    expect(await done).toMatchObject({
      verdict: 'Failed',
      message: 'DeadlineExceeded: Job was active longer than specified deadline',
      log: ['simulated container: starting', 'simulated container: serving on :8080'],
    });
  });
});

describe('a Job that succeeds', () => {
  it('is gone with its pods', async () => {
    const namespace = await freshNamespace();
    await measuring(job, smoke(), await sceneIn(namespace)).done;
    expect(await jobsIn(namespace)).toEqual([]);
    const noPods = async () => (await kubectl('get', 'pods', '-n', namespace, '-o', 'name')) === '';
    await until(noPods, { what: 'its pods to go', deadline: 10_000 });
  });

  it('is left where its own retention is written down', async () => {
    const namespace = await freshNamespace();
    await measuring(job, smoke({ spec: { ttlSecondsAfterFinished: 60 } }), await sceneIn(namespace)).done;
    expect((await jobsIn(namespace)).map(({ spec }) => spec.ttlSecondsAfterFinished)).toEqual([60]);
  });
});

describe('the Job of a check', () => {
  it('has labels of its own and of the check, an owner, and an end in any case', async () => {
    const namespace = await freshNamespace();
    const metadata = { labels: { team: 'shop' }, annotations: { note: 'kept' } };
    const scene = await sceneIn(namespace, { check: 'Smoke test, of /checkout' });
    await measuring(job, smoke({ pod: { 'sim/exit': '1' }, metadata }), scene).done;
    const [made] = await jobsIn(namespace);
    expect(made?.metadata).toMatchObject({
      name: expect.stringMatching(/^smoke-test-of-checkout-r0und-[0-9a-f]{6}$/) as unknown as string,
      labels: {
        team: 'shop',
        'app.kubernetes.io/managed-by': 'rollout-conductor',
        'rollout-conductor/check': 'smoke-test-of-checkout',
        'rollout-conductor/round': 'r0und',
      },
      annotations: { note: 'kept' },
      ownerReferences: [{ ...scene.owner, controller: false, blockOwnerDeletion: false }],
    });
    expect(made?.spec.activeDeadlineSeconds).toBe(3600);
  });

  it('goes with its owner', async () => {
    const namespace = await freshNamespace();
    const { done } = measuring(job, smoke({ pod: { 'sim/exit': '1' } }), await sceneIn(namespace));
    const name = (await done).job?.name ?? '';
    await kubectl('delete', 'configmap', 'target', '-n', namespace);
    await waitUntilGone(namespace, 'job', name);
  });

  it('does not meet that of another measurement of the same check', async () => {
    const namespace = await freshNamespace();
    const scene = await sceneIn(namespace);
    const failing = smoke({ pod: { 'sim/exit': '1' } });
    await Promise.all([measuring(job, failing, scene).done, measuring(job, failing, scene).done]);
    expect(await jobsIn(namespace)).toHaveLength(2);
  });
});

describe('a Job that cannot start', () => {
  it('whose image cannot be pulled is given up with what the registry says, and removed', async () => {
    const namespace = await freshNamespace();
    const scene = await sceneIn(namespace, { clock: fastClock(5) });
    const { done } = measuring(job, smoke({ image: 'registry.test/smoke:1-badpull' }), scene);
    await expect(done).rejects.toThrow(
      /^The Job \S+ cannot start: The only pod cannot pull registry\.test\/smoke:1-badpull: not found\. Push the image/,
    );
    expect(await jobsIn(namespace)).toEqual([]);
  });

  it('that no node can take is given up with what the scheduler says', async () => {
    const scene = await sceneIn(await freshNamespace(), { clock: fastClock(100) });
    const nodeSelector = { disk: 'of-gold' };
    const containers = [{ name: 'smoke', image: 'registry.test/smoke:1' }];
    const template = { spec: { restartPolicy: 'Never', nodeSelector, containers } };
    const { done } = measuring(job, { spec: { template } }, scene);
    await expect(done).rejects.toThrow(/cannot start: The only pod cannot be scheduled: 0\/\d+ nodes/);
  });

  it('whose pod no quota allows is given up with what the quota says', async () => {
    const namespace = await freshNamespace();
    await podQuota(namespace, 0);
    const { done } = measuring(job, smoke(), await sceneIn(namespace, { clock: fastClock(5) }));
    await expect(done).rejects.toThrow(/cannot start: The only pod cannot be created: exceeded quota: small/);
  });

  it('because it is suspended is given up a minute after its deadline', async () => {
    const namespace = await freshNamespace();
    const scene = await sceneIn(namespace, { clock: fastClock(100) });
    const spec = smoke({ spec: { suspend: true, activeDeadlineSeconds: 60 } });
    await expect(measuring(job, spec, scene).done).rejects.toThrow(/did not end in 2m;.* suspended/);
    expect(await jobsIn(namespace)).toEqual([]);
  });

  it('because its container only starts slowly is waited for', async () => {
    const pod = { 'sim/ready-after': '1s', 'sim/run-for': '2s' };
    const scene = await sceneIn(await freshNamespace(), { clock: fastClock(5) });
    expect(await measuring(job, smoke({ pod }), scene).done).toMatchObject({ verdict: 'Successful' });
  });
});

describe('a Job that is no longer wanted', () => {
  it('is removed at once, and the abort is what is told', async () => {
    const namespace = await freshNamespace();
    const { going } = await running(namespace);
    const began = Date.now();
    going.stop();
    await expect(going.done).rejects.toThrow('no longer wanted');
    expect(Date.now() - began).toBeLessThan(2_500);
    expect(await jobsIn(namespace)).toEqual([]);
  });

  it('is not made when that was known before', async () => {
    const namespace = await freshNamespace();
    const going = job.measure(
      read(job, smoke()),
      await sceneIn(namespace),
      AbortSignal.abort(new Error('over')),
      () => undefined,
    );
    await expect(going).rejects.toThrow('over');
    expect(await jobsIn(namespace)).toEqual([]);
  });

  it('is removed also when it is just being made, and not before it is', async () => {
    const namespace = await freshNamespace();
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    // The server takes the creation late, and after the deletion if that is already sent.
    const proxy: FaultyProxy = await through(async ({ method }): Promise<Fault> => {
      if (method !== 'POST') return 'passes';
      resolve();
      const isDeleted = async (): Promise<boolean> => proxy.seen.some((one) => one.method === 'DELETE');
      await until(isDeleted, { what: 'a deletion', deadline: 400 }).catch(() => undefined);
      return 'passes';
    });
    const scene = await sceneIn(namespace, { kubeconfig: proxy.kubeconfig });
    const going = measuring(job, smoke(), scene);
    await asked;
    going.stop();
    await expect(going.done).rejects.toThrow('no longer wanted');
    expect(await jobsIn(namespace)).toEqual([]);
  });

  it('ends in time also when the server no longer answers', async () => {
    const namespace = await freshNamespace();
    let silent = false;
    const { kubeconfig, seen } = await through(() => (silent ? new Promise(() => undefined) : 'passes'));
    const going = measuring(
      job,
      smoke({ pod: { 'sim/run-for': '1h' } }),
      await sceneIn(namespace, { kubeconfig }),
    );
    await until(async () => seen.some(({ path }) => path.includes('watch=')), {
      what: 'the Job to be watched',
      deadline: 10_000,
    });
    silent = true;
    const began = Date.now();
    going.stop();
    await expect(going.done).rejects.toThrow('no longer wanted');
    expect(Date.now() - began).toBeLessThan(2_500);
  });
});

describe('faults', () => {
  it('a create whose answer is lost makes one Job', async () => {
    const namespace = await freshNamespace();
    const { kubeconfig, seen } = await through(({ method }, before) =>
      method === 'POST' && !before.some((one) => one.method === 'POST') ? 'lost' : 'passes',
    );
    const scene = await sceneIn(namespace, { kubeconfig });
    const { done } = measuring(job, smoke({ pod: { 'sim/exit': '1' } }), scene);
    expect(await done).toMatchObject({ verdict: 'Failed' });
    expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(2);
    expect(await jobsIn(namespace)).toHaveLength(1);
  });

  it('a watch that is cut goes on', async () => {
    const namespace = await freshNamespace();
    const proxy = await through(() => 'passes');
    const scene = await sceneIn(namespace, { kubeconfig: proxy.kubeconfig });
    const { done } = measuring(job, smoke({ pod: { 'sim/run-for': '2s' } }), scene);
    await until(async () => proxy.seen.some(({ path }) => path.includes('watch=')), {
      what: 'the Job to be watched',
      deadline: 10_000,
    });
    proxy.hangUp();
    expect(await done).toMatchObject({ verdict: 'Successful' });
  });

  it('somebody who deletes it makes an error', async () => {
    const namespace = await freshNamespace();
    const { going, name } = await running(namespace);
    await kubectl('delete', 'job', name, '-n', namespace, '--wait=false');
    await expect(going.done).rejects.toThrow(/^The Job \S+ was deleted by somebody before it had ended\.$/);
  });
});

/** The rules of the provider as a Role has them. */
function rules(namespace: string, without: 'nothing' | 'optional' | 'create' = 'nothing') {
  return job
    .access(read(job, smoke()), namespace)
    .filter(({ optional, verb }) => (without === 'optional' ? optional !== true : verb !== without))
    .map(({ group, resource, subresource, verb }) => ({
      apiGroups: [group],
      resources: [subresource === undefined ? resource : `${resource}/${subresource}`],
      verbs: [verb],
    }));
}

describe('rights', () => {
  it('those that it asks for are enough', async () => {
    const namespace = await freshNamespace();
    const kubeconfig = await userKubeconfig('all', rules(namespace), namespace);
    const measured = await measuring(job, smoke(), await sceneIn(namespace, { kubeconfig })).done;
    expect(measured).toMatchObject({ verdict: 'Successful' });
    expect(measured.log?.length).toBeGreaterThan(0);
    expect(await jobsIn(namespace)).toEqual([]);
  });

  it('without the optional ones it has the verdict, and says why there is no log', async () => {
    const namespace = await freshNamespace();
    const kubeconfig = await userKubeconfig('least', rules(namespace, 'optional'), namespace);
    const scene = await sceneIn(namespace, { kubeconfig });
    const measured = await measuring(job, smoke({ pod: { 'sim/exit': '1' } }), scene).done;
    expect(measured).toMatchObject({
      verdict: 'Failed',
      message: expect.stringMatching(
        /; its log is not shown: this needs the permission to list pods$/,
      ) as unknown as string,
    });
    expect(measured).not.toHaveProperty('log');
  });

  it('without create it cannot be measured, and says so', async () => {
    const namespace = await freshNamespace();
    const kubeconfig = await userKubeconfig('none', rules(namespace, 'create'), namespace);
    const { done } = measuring(job, smoke(), await sceneIn(namespace, { kubeconfig }));
    await expect(done).rejects.toThrow(/create jobs\.batch.*cannot create resource "jobs"/);
  });
});

describe('before the run', () => {
  it('the server is asked whether it would take the Job, and makes none', async () => {
    const namespace = await freshNamespace();
    const scene = await sceneIn(namespace);
    await job.verify?.(read(job, smoke()), scene, AbortSignal.timeout(10_000));
    expect(await jobsIn(namespace)).toEqual([]);
  });

  it.each([
    [
      'a field that no Job has',
      { backofLimit: 1 },
      /would not take the Job.*unknown field "spec\.backofLimit"/,
    ],
    ['a value that no Job may have', { completionMode: 'Some' }, /would not take the Job.*completionMode/],
  ])('%s is refused', async (_, spec, told) => {
    const scene = await sceneIn(await freshNamespace());
    const verified = job.verify?.(read(job, smoke({ spec })), scene, AbortSignal.timeout(10_000));
    await expect(verified).rejects.toThrow(told);
  });
});
