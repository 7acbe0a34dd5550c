import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import {
  applyManifests,
  freshNamespace,
  kubectl,
  type KubernetesObject,
  waitFor,
} from '../support/kubernetes.ts';
import { badNode, podQuota, refusePods } from '../support/obstacles.ts';
import { healthyShop, rolloutManifest, Shop, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

interface Status {
  name: string;
  state: { waiting?: { reason: string; message?: string } };
  lastState: { terminated?: { exitCode: number; reason: string; message?: string } };
}

interface Pod extends KubernetesObject {
  status: { phase: string; containerStatuses?: Status[]; initContainerStatuses?: Status[] };
}

interface Event extends KubernetesObject {
  type: string;
  reason: string;
  message: string;
  involvedObject: { kind: string; name: string; fieldPath?: string };
}

const image = (mode: string): string => `registry.test/web:2-${mode}`;
const secretKey = { name: 'URL', valueFrom: { secretKeyRef: { name: 'database', key: 'url' } } };
const configMap = { configMapRef: { name: 'settings' } };

async function podOf(spec: object): Promise<string> {
  const namespace = await freshNamespace();
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec };
  await applyManifests(namespace, stringify(pod));
  return namespace;
}

async function eventOf(namespace: string, reason: string, message: RegExp): Promise<Event> {
  const fits = (event: Event): boolean => event.reason === reason && message.test(event.message);
  return waitFor<Event>(namespace, 'events', { labels: '' }, fits, {
    what: `the event ${reason} ${message}`,
  });
}

async function waitingOf(
  namespace: string,
  reason: string,
  which: 'containerStatuses' | 'initContainerStatuses' = 'containerStatuses',
): Promise<{ pod: Pod; status: Status }> {
  const find = ({ status }: Pod): Status | undefined =>
    status[which]?.find(({ state }) => state.waiting?.reason === reason);
  const what = `a container that waits for ${reason}`;
  const pod = await waitFor<Pod>(namespace, 'pod', 'web', (seen) => find(seen) !== undefined, { what });
  const status = find(pod);
  if (!status) throw new Error('unreachable: the pod that fits has such a status');
  return { pod, status };
}

describe('a container that does not start says why, and so does an event', () => {
  it.each([
    {
      container: { image: image('badpull') },
      reason: 'ImagePullBackOff',
      message: /^Back-off pulling image "\S+": ErrImagePull: rpc error: code = NotFound .*: not found$/,
      event: ['Failed', /^Failed to pull image "registry.test\/web:2-badpull": .*: not found$/],
    },
    {
      container: { image: image('denied') },
      reason: 'ImagePullBackOff',
      message: /pull access denied, repository does not exist or may require authorization/,
      event: ['Failed', /^Failed to pull image "registry.test\/web:2-denied": .*pull access denied/],
    },
    {
      container: { image: 'registry.test/team/Web:2' },
      reason: 'InvalidImageName',
      message: /invalid reference format: repository name \(team\/Web\) must be lowercase$/,
      event: ['InspectFailed', /^Failed to apply default image tag "registry.test\/team\/Web:2"/],
    },
    {
      container: { image: image('noconfig'), envFrom: [configMap] },
      reason: 'CreateContainerConfigError',
      message: /^configmap "settings" not found$/,
      event: ['Failed', /^Error: configmap "settings" not found$/],
    },
    {
      container: { image: image('nokey'), env: [secretKey] },
      reason: 'CreateContainerConfigError',
      message: /^couldn't find key url in Secret test-\w+\/database$/,
      event: ['Failed', /^Error: couldn't find key url in Secret/],
    },
  ] as const)('$container.image: $reason', async ({ container, reason, message, event }) => {
    const namespace = await podOf({ containers: [{ name: 'app', ...container }] });
    const { pod, status } = await waitingOf(namespace, reason);
    expect(status.state.waiting?.message).toMatch(message);
    expect(pod.status.phase).toBe('Pending');
    const { involvedObject } = await eventOf(namespace, event[0], event[1]);
    expect(involvedObject).toMatchObject({ kind: 'Pod', name: 'web', fieldPath: 'spec.containers{app}' });
  });

  it('a volume that cannot be mounted, by the event alone', async () => {
    const namespace = await podOf({
      containers: [{ name: 'app', image: image('novolume') }],
      volumes: [{ name: 'certificates', secret: { secretName: 'tls' } }],
    });
    const { status } = await waitingOf(namespace, 'ContainerCreating');
    expect(status.state.waiting?.message).toBeUndefined();
    await eventOf(
      namespace,
      'FailedMount',
      /^MountVolume.SetUp failed for volume "certificates" : secret "tls" not found$/,
    );
  });

  it('a probe that fails, by the event alone', async () => {
    const namespace = await podOf({ containers: [{ name: 'app', image: image('notready') }] });
    await eventOf(namespace, 'Unhealthy', /^Readiness probe failed: HTTP probe failed with statuscode: 503$/);
  });
});

describe('a container that ends is restarted, more and more slowly', () => {
  it.each([
    ['crash', { exitCode: 1, reason: 'Error' }],
    ['oom', { exitCode: 137, reason: 'OOMKilled' }],
    ['badarch', { exitCode: 255, reason: 'Error' }],
    ['badstart', { exitCode: 128, reason: 'StartError' }],
  ])('%s', async (mode, terminated) => {
    const namespace = await podOf({ containers: [{ name: 'app', image: image(mode) }] });
    const { pod, status } = await waitingOf(namespace, 'CrashLoopBackOff');
    expect(pod.status.phase).toBe('Running');
    expect(status.lastState.terminated).toMatchObject(terminated);
    expect(status.state.waiting?.message).toMatch(/^back-off 10s restarting failed container=app pod=web_/);
    await eventOf(namespace, 'BackOff', /^Back-off restarting failed container app in pod web_/);
  });

  it('with the exit code in sim/exit', async () => {
    const namespace = await freshNamespace();
    const metadata = { name: 'web', annotations: { 'sim/exit': '78' } };
    const spec = { containers: [{ name: 'app', image: image('crash') }] };
    await applyManifests(namespace, stringify({ apiVersion: 'v1', kind: 'Pod', metadata, spec }));
    const { status } = await waitingOf(namespace, 'CrashLoopBackOff');
    expect(status.lastState.terminated?.exitCode).toBe(78);
  });

  it('and one named wrong-arch says so in its log', async () => {
    const namespace = await podOf({ containers: [{ name: 'wrong-arch', image: image('badarch') }] });
    await waitingOf(namespace, 'CrashLoopBackOff');
    expect(await kubectl('logs', 'web', '-n', namespace, '--previous')).toBe(
      'exec /app/server: exec format error\n',
    );
  });
});

describe('init containers', () => {
  const app = { name: 'app', image: v1 };
  const migrate = (tag: string): object => ({ name: 'migrate', image: `registry.test/migrate:${tag}` });

  it('complete one after another, and the pod is ready', async () => {
    const proxy = { name: 'proxy', image: 'registry.test/proxy:1', restartPolicy: 'Always' };
    const namespace = await podOf({ initContainers: [migrate('1'), proxy], containers: [app] });
    await kubectl('wait', '--for=condition=Ready', 'pod/web', '-n', namespace, '--timeout=10s');
    expect(await kubectl('get', 'pod', 'web', '-n', namespace)).toMatch(/2\/2\s+Running/);
  });

  it.each([
    ['1-crash', 'CrashLoopBackOff', 'BackOff'],
    ['1-badpull', 'ImagePullBackOff', 'Failed'],
  ])('%s holds up the rest: Init:%s', async (tag, reason, event) => {
    const namespace = await podOf({ initContainers: [migrate(tag)], containers: [app] });
    const { pod } = await waitingOf(namespace, reason, 'initContainerStatuses');
    expect(pod.status.phase).toBe('Pending');
    expect(pod.status.containerStatuses?.[0]?.state.waiting?.reason).toBe('PodInitializing');
    expect(await kubectl('get', 'pod', 'web', '-n', namespace)).toContain(`Init:${reason}`);
    const { involvedObject } = await eventOf(namespace, event, /./);
    expect(involvedObject.fieldPath).toBe('spec.initContainers{migrate}');
  });
});

describe('what keeps pods from being made or placed is real', () => {
  it('a request that no node can meet', async () => {
    const requests = { cpu: '9000' };
    const namespace = await podOf({ containers: [{ name: 'app', image: v1, resources: { requests } }] });
    const { type } = await eventOf(namespace, 'FailedScheduling', /Insufficient cpu/);
    expect(type).toBe('Warning');
  });

  it('a quota', async () => {
    const { namespace } = await healthyShop({ replicas: 2 });
    await podQuota(namespace, 2);
    const patch = ['patch', 'rollout', 'web', '-n', namespace, '--type=merge'];
    await kubectl(...patch, '-p', '{"spec":{"replicas":3}}');
    const { involvedObject } = await eventOf(namespace, 'FailedCreate', /forbidden: exceeded quota: small/);
    expect(involvedObject.kind).toBe('ReplicaSet');
  });

  it('an admission policy', async () => {
    const shop = await healthyShop();
    await refusePods(shop.namespace, v2, 'images come signed or not at all');
    await somebody.sets(shop, v2);
    const refusal = /ValidatingAdmissionPolicy .* denied request: images come signed or not at all/;
    const { involvedObject } = await eventOf(shop.namespace, 'FailedCreate', refusal);
    expect(involvedObject.kind).toBe('ReplicaSet');
  });
});

describe('a bad node', () => {
  it('spoils as many pods as it has room for, and no pod of anybody else', async () => {
    const shop = new Shop(await freshNamespace());
    const template = {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: v1 }], ...(await badNode(shop.namespace, 'badpull', 1)) },
    };
    await applyManifests(shop.namespace, rolloutManifest({ replicas: 10, spec: { template } }));
    await waitFor<Pod>(
      shop.namespace,
      'pods',
      { labels: 'app=web' },
      ({ status }) => status.containerStatuses?.[0]?.state.waiting?.reason === 'ImagePullBackOff',
      { what: 'a pod that cannot pull' },
    );
    const { status } = await shop.until('the other nine', (seen) => seen.status?.availableReplicas === 9);
    expect(status).toMatchObject({ phase: 'Progressing', updatedReplicas: 10 });
  });
});
