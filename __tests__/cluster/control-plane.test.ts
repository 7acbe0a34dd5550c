import { describe, expect, it } from '@jest/globals';
import {
  applyManifests,
  freshNamespace,
  kubectl,
  userKubeconfig,
  waitFor,
  waitUntilGone,
} from './support/kubernetes.ts';
import type { KubernetesObject } from './support/kubernetes.ts';

interface ContainerState {
  waiting?: { reason: string };
  running?: { startedAt: string };
  terminated?: { exitCode: number; reason: string };
}

interface ContainerStatus {
  ready: boolean;
  restartCount: number;
  state: ContainerState;
  lastState: ContainerState;
}

interface Pod extends KubernetesObject {
  status: {
    phase: string;
    conditions?: { type: string; status: string }[];
    containerStatuses?: ContainerStatus[];
  };
}

interface Job extends KubernetesObject {
  status: { conditions?: { type: string; status: string; reason?: string }[] };
}

interface Rollout extends KubernetesObject {
  status: { phase?: string; observedGeneration?: string; availableReplicas?: number };
}

function podManifest(image: string, metadata: object = {}): string {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', ...metadata },
    spec: { containers: [{ name: 'app', image }] },
  };
  return `${JSON.stringify(pod)}\n`;
}

function jobManifest(
  annotations: Record<string, string>,
  image = 'registry.test/job:1',
  command?: string[],
): string {
  const template = {
    metadata: { annotations },
    spec: { restartPolicy: 'Never', containers: [{ name: 'app', image, command }] },
  };
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'job' },
    spec: { backoffLimit: 0, template },
  };
  return `${JSON.stringify(job)}\n`;
}

async function podThat(
  namespace: string,
  what: string,
  fits: (pod: Pod, app: ContainerStatus) => boolean,
): Promise<ContainerStatus> {
  const first = ({ status }: Pod): ContainerStatus | undefined => status.containerStatuses?.[0];
  const found = await waitFor<Pod>(
    namespace,
    'pod',
    'web',
    (pod) => {
      const app = first(pod);
      return app !== undefined && fits(pod, app);
    },
    { what },
  );
  const app = first(found);
  if (!app) throw new Error('unreachable: a pod without a container status fits nothing');
  return app;
}

async function endOf(namespace: string): Promise<string | undefined> {
  const ended = (job: Job): { type: string; reason?: string } | undefined =>
    job.status.conditions?.find(
      ({ type, status }) => ['Complete', 'Failed'].includes(type) && status === 'True',
    );
  const job = await waitFor<Job>(namespace, 'job', 'job', (seen) => ended(seen) !== undefined, {
    what: 'the job to end',
  });
  return ended(job)?.type;
}

describe('a pod is played by the end of its image tag', () => {
  it('an ordinary image runs and is ready', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:1.2.3'));
    const app = await podThat(namespace, 'the pod to be ready', (_, { ready }) => ready);
    expect(app.state.running).toBeDefined();
    expect(app.restartCount).toBe(0);
  });

  it('an image whose tag only ends like a mode is ordinary', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:nocrash'));
    await podThat(namespace, 'the pod to be ready', (_, { ready }) => ready);
  });

  it('"notready" runs and stays unready', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:2-notready'));
    const app = await podThat(namespace, 'the pod to run', ({ status }) => status.phase === 'Running');
    expect(app.ready).toBe(false);
    await expect(
      kubectl('wait', '--for=condition=Ready', 'pod/web', '-n', namespace, '--timeout=2s'),
    ).rejects.toThrow('timed out');
  });

  it('"badpull" cannot be pulled, and backs off', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:2-badpull'));
    const reason = (app: ContainerStatus): string | undefined => app.state.waiting?.reason;
    await podThat(namespace, 'the first failed pull', (_, app) => reason(app) === 'ErrImagePull');
    await podThat(
      namespace,
      'the back-off',
      ({ status }, app) => reason(app) === 'ImagePullBackOff' && status.phase === 'Pending',
    );
  });

  it('"crash" ends with exit code 1, again and again', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:2-crash'));
    const app = await podThat(namespace, 'a third restart', (_, { restartCount }) => restartCount === 3);
    expect(app).toMatchObject({
      ready: false,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
  });

  it('"oom" is killed for its memory', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:oom'));
    const app = await podThat(namespace, 'a restart', (_, { restartCount }) => restartCount > 0);
    expect(app.lastState.terminated).toMatchObject({ exitCode: 137, reason: 'OOMKilled' });
  });

  it('the label sim/mode does the same for an ordinary image', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:1', { labels: { 'sim/mode': 'oom' } }));
    const app = await podThat(namespace, 'a restart', (_, { restartCount }) => restartCount > 0);
    expect(app.lastState.terminated?.exitCode).toBe(137);
  });
});

describe('the life of a pod', () => {
  it('becomes ready no earlier than sim/ready-after says', async () => {
    const namespace = await freshNamespace();
    await applyManifests(
      namespace,
      podManifest('registry.test/web:1', { annotations: { 'sim/ready-after': '2s' } }),
    );
    await podThat(
      namespace,
      'the pod to run unready',
      ({ status }, { ready }) => status.phase === 'Running' && !ready,
    );
    const since = Date.now();
    await podThat(namespace, 'the pod to be ready', (_, { ready }) => ready);
    expect(Date.now() - since).toBeGreaterThan(1000);
  });

  it('goes away when it is deleted', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:2-crash'));
    await podThat(namespace, 'a restart', (_, { restartCount }) => restartCount > 0);
    await kubectl('delete', 'pod', 'web', '-n', namespace, '--wait=false');
    await waitUntilGone(namespace, 'pod', 'web', 5_000);
  });

  it('has a log, and another one of its run before', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:2-crash'));
    await podThat(namespace, 'a restart', (_, { restartCount }) => restartCount > 0);
    expect(await kubectl('logs', 'web', '-n', namespace)).toContain('serving on :8080');
    expect(await kubectl('logs', 'web', '-n', namespace, '--previous')).toContain('connection refused');
    expect(await kubectl('logs', 'web', '-n', namespace, '--tail=1')).toBe(
      'simulated container: serving on :8080\n',
    );
  });
});

describe('a job ends as it is told', () => {
  it.each([
    ['completes when nothing else is said', {}, 'registry.test/job:1', undefined, 'Complete'],
    ['fails with sim/exit', { 'sim/exit': '7' }, 'registry.test/job:1', undefined, 'Failed'],
    ['fails with the exit code in its command', {}, 'registry.test/job:1', ['sh', '-c', 'exit 3'], 'Failed'],
    ['fails as its image crashes', {}, 'registry.test/job:1-crash', undefined, 'Failed'],
  ])('%s', async (_, annotations, image, command, end) => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, jobManifest(annotations, image, command));
    expect(await endOf(namespace)).toBe(end);
  });

  it('runs for as long as sim/run-for says', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, jobManifest({ 'sim/run-for': '2s' }));
    await waitFor<Pod>(
      namespace,
      'pod',
      { labels: 'job-name=job' },
      ({ status }) => status.phase === 'Running',
      { what: 'its pod to run' },
    );
    const since = Date.now();
    expect(await endOf(namespace)).toBe('Complete');
    expect(Date.now() - since).toBeGreaterThan(1000);
  });
});

describe('the cluster', () => {
  it('has a user who may do what the rules say and nothing else', async () => {
    const namespace = await freshNamespace();
    const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list'] }];
    await kubectl('create', 'configmap', 'settings', '-n', namespace);
    const as = ['--kubeconfig', await userKubeconfig('reader', rules, namespace)];
    expect(await kubectl(...as, 'get', 'configmaps', '-o', 'name')).toContain('configmap/settings');
    await expect(kubectl(...as, 'get', 'pods')).rejects.toThrow('User "reader" cannot list resource "pods"');
    await expect(kubectl(...as, 'create', 'configmap', 'x')).rejects.toThrow('forbidden');
    await expect(kubectl(...as, 'get', 'configmaps', '-n', 'default')).rejects.toThrow('forbidden');
  });

  it('runs a rollout by the real Argo controller', async () => {
    const namespace = await freshNamespace();
    const labels = { app: 'web' };
    const template = {
      metadata: { labels },
      spec: { containers: [{ name: 'app', image: 'registry.test/web:1' }] },
    };
    const spec = {
      replicas: 3,
      selector: { matchLabels: labels },
      strategy: { canary: { steps: [{ setWeight: 50 }] } },
      template,
    };
    const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec };
    await applyManifests(namespace, `${JSON.stringify(rollout)}\n`);
    const healthy = await waitFor<Rollout>(
      namespace,
      'rollouts',
      'web',
      ({ status }) => status?.phase === 'Healthy',
      { what: 'the rollout to be Healthy' },
    );
    expect(healthy.status.availableReplicas).toBe(3);
  });

  it('tells what was last seen when a wait was in vain', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, podManifest('registry.test/web:2-badpull'));
    const never = waitFor(namespace, 'pod', 'web', () => false, {
      deadline: 2_000,
      what: 'what never comes',
    });
    await expect(never).rejects.toThrow(
      /Waited 2\.\d s for what never comes[^]*ImagePullBackOff[^]*Scheduled/,
    );
  });
});
