import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { Cause } from '../../src/diagnose/finding.ts';
import type { RawEvent } from '../../src/diagnose/raw.ts';
import { type PodShape, backOff, event, evidence, image, pod, running, waiting } from './pods.ts';

interface Row {
  readonly name: string;
  readonly pod: PodShape;
  readonly events?: readonly RawEvent[];
  readonly log?: string;
  readonly cause: Cause;
  readonly final?: true;
  readonly problem: string;
}

const containerd = (answer: string): string =>
  `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${answer}`;
const pull = (message: string, reason = 'ErrImagePull'): PodShape => ({
  statuses: [waiting(reason, message)],
});
const crashed = (end: Parameters<typeof backOff>[0], restarts = 5): PodShape => ({
  statuses: [backOff(end, restarts)],
});

const images: readonly Row[] = [
  {
    name: 'a tag that containerd does not find',
    pod: pull(containerd(`${image}: not found`)),
    cause: 'unknown-image',
    final: true,
    problem: `The only pod cannot pull ${image}: not found`,
  },
  {
    name: 'a tag that CRI-O does not find',
    pod: pull(
      `initializing source docker://${image}: reading manifest 2 in registry.test/shop/web: manifest unknown`,
    ),
    cause: 'unknown-image',
    final: true,
    problem: `The only pod cannot pull ${image}: reading manifest 2 in registry.test/shop/web: manifest unknown`,
  },
  {
    name: 'a back-off of a kubelet that keeps the answer in the state',
    pod: pull(
      `Back-off pulling image "${image}": ErrImagePull: ${containerd(`${image}: not found`)}`,
      'ImagePullBackOff',
    ),
    cause: 'unknown-image',
    final: true,
    problem: `The only pod cannot pull ${image}: not found`,
  },
  {
    name: 'a back-off of an older kubelet, which has the answer in its event only',
    pod: pull(`Back-off pulling image "${image}"`, 'ImagePullBackOff'),
    events: [
      event('BackOff', `Back-off pulling image "${image}"`),
      event('Failed', 'Error: ErrImagePull'),
      event('Failed', `Failed to pull image "${image}": ${containerd(`${image}: not found`)}`),
    ],
    cause: 'unknown-image',
    final: true,
    problem: `The only pod cannot pull ${image}: not found`,
  },
  {
    name: 'a back-off whose events may not be read',
    pod: pull(`Back-off pulling image "${image}"`, 'ImagePullBackOff'),
    cause: 'image-pull',
    problem: `The only pod cannot pull ${image}: ImagePullBackOff`,
  },
  {
    name: 'a registry that wants credentials',
    pod: pull(
      containerd(
        'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      ),
    ),
    cause: 'image-pull-denied',
    problem: `The only pod cannot pull ${image}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
  },
  {
    name: 'a token server that refuses the credentials',
    pod: pull(
      containerd(
        'failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://registry.test/token: 401 Unauthorized',
      ),
    ),
    cause: 'image-pull-denied',
    problem: `The only pod cannot pull ${image}: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://registry.test/token: 401 Unauthorized`,
  },
  {
    name: 'an image for another architecture only',
    pod: pull(
      `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": no match for platform in manifest: not found`,
    ),
    cause: 'image-platform',
    final: true,
    problem: `The only pod cannot pull ${image}: no match for platform in manifest: not found`,
  },
  {
    name: 'a registry that has had enough',
    pod: pull(
      containerd(
        '429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit',
      ),
    ),
    cause: 'image-pull',
    problem: `The only pod cannot pull ${image}: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit`,
  },
  {
    name: 'a registry without an address',
    pod: pull(
      containerd(
        'failed to do request: Head "https://registry.test/v2/shop/web/manifests/2": dial tcp: lookup registry.test on 10.0.0.10:53: no such host',
      ),
    ),
    cause: 'image-pull',
    problem: `The only pod cannot pull ${image}: failed to do request: Head "https://registry.test/v2/shop/web/manifests/2": dial tcp: lookup registry.test on 10.0.0.10:53: no such host`,
  },
  {
    name: 'an image reference that is none',
    pod: {
      containers: [{ name: 'web', image: 'web:A:B' }],
      ...pull(
        'Failed to apply default image tag "web:A:B": couldn\'t parse image name "web:A:B": invalid reference format',
        'InvalidImageName',
      ),
    },
    cause: 'invalid-image-name',
    final: true,
    problem:
      'The only pod cannot pull web:A:B: couldn\'t parse image name "web:A:B": invalid reference format',
  },
  {
    name: 'an image called authorization with a tag 403: names are no answer',
    pod: {
      containers: [{ name: 'web', image: 'registry.test/authorization:403' }],
      ...pull(
        'rpc error: code = NotFound desc = failed to pull and unpack image "registry.test/authorization:403": failed to resolve reference "registry.test/authorization:403": registry.test/authorization:403: not found',
      ),
    },
    cause: 'unknown-image',
    final: true,
    problem: 'The only pod cannot pull registry.test/authorization:403: not found',
  },
  {
    name: 'an image that must be on the node',
    pod: pull(`Container image "${image}" is not present with pull policy of Never`, 'ErrImageNeverPull'),
    cause: 'image-pull',
    problem: `The only pod cannot pull ${image}: Container image "${image}" is not present with pull policy of Never`,
  },
  {
    name: 'one image of a pod whose sidecar is ready',
    pod: {
      containers: [
        { name: 'web', image },
        { name: 'proxy', image: 'registry.test/proxy:1' },
      ],
      statuses: [
        waiting('ErrImagePull', containerd(`${image}: not found`)),
        {
          name: 'proxy',
          ready: true,
          started: true,
          state: { running: { startedAt: '2026-11-21T11:59:00Z' } },
        },
      ],
    },
    cause: 'unknown-image',
    final: true,
    problem: `The only pod cannot pull ${image} in container web: not found`,
  },
];

const starts: readonly Row[] = [
  {
    name: 'a ConfigMap that is not there',
    pod: { statuses: [waiting('CreateContainerConfigError', 'configmap "web-config" not found')] },
    cause: 'missing-config',
    final: true,
    problem: 'The only pod cannot start: configmap "web-config" not found',
  },
  {
    name: 'a key that a Secret does not have',
    pod: {
      statuses: [waiting('CreateContainerConfigError', "couldn't find key password in Secret shop/database")],
    },
    cause: 'missing-config',
    final: true,
    problem: "The only pod cannot start: couldn't find key password in Secret shop/database",
  },
  {
    name: 'a ConfigMap that the kubelet has not got yet',
    pod: {
      statuses: [
        waiting(
          'CreateContainerConfigError',
          'failed to sync configmap cache: timed out waiting for the condition',
        ),
      ],
    },
    cause: 'container-config',
    problem: 'The only pod cannot start: failed to sync configmap cache: timed out waiting for the condition',
  },
  {
    name: 'an image that runs as root where it must not',
    pod: {
      statuses: [
        waiting(
          'CreateContainerConfigError',
          'container has runAsNonRoot and image will run as root (pod: "web-1_shop(uid-web-1)", container: web)',
        ),
      ],
    },
    cause: 'container-config',
    final: true,
    problem:
      'The only pod cannot start: container has runAsNonRoot and image will run as root (pod: "web-1_shop(uid-web-1)", container: web)',
  },
  {
    name: 'a program that is not there',
    pod: crashed({
      exitCode: 128,
      reason: 'StartError',
      message:
        'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/srv/web": stat /srv/web: no such file or directory: unknown',
    }),
    cause: 'cannot-start',
    final: true,
    problem: 'The only pod cannot start: exec: "/srv/web": stat /srv/web: no such file or directory',
  },
  {
    name: 'a runtime that has trouble of its own',
    pod: {
      statuses: [waiting('CreateContainerError', 'context deadline exceeded')],
    },
    cause: 'cannot-start',
    problem: 'The only pod cannot start: context deadline exceeded',
  },
  {
    name: 'a program for another architecture, refused at the start',
    pod: crashed({
      exitCode: 128,
      reason: 'StartError',
      message:
        'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/srv/web": exec format error: unknown',
    }),
    cause: 'exec-format',
    final: true,
    problem: 'The only pod cannot start: exec: "/srv/web": exec format error',
  },
  {
    name: 'a program for another architecture, which only its log tells',
    pod: crashed({ exitCode: 255 }),
    log: 'exec /srv/web: exec format error\n',
    cause: 'exec-format',
    final: true,
    problem: 'The only pod cannot start: exec /srv/web: exec format error',
  },
  {
    name: 'a program that logs an exec format error of something else',
    pod: crashed({ exitCode: 1 }),
    log: 'plugin resize: exec format error, going on without it\nno database\n',
    cause: 'crash-loop',
    problem: 'The only pod crashed (exit code 1), 5 restarts',
  },
];

const crashes: readonly Row[] = [
  {
    name: 'an exit code',
    pod: crashed({ exitCode: 1 }),
    cause: 'crash-loop',
    problem: 'The only pod crashed (exit code 1), 5 restarts',
  },
  {
    name: 'a signal',
    pod: crashed({ exitCode: 139 }, 1),
    cause: 'crash-loop',
    problem: 'The only pod crashed (exit code 139 (SIGSEGV)), 1 restart',
  },
  {
    name: 'a command that the shell does not find',
    pod: crashed({ exitCode: 127 }),
    cause: 'crash-loop',
    problem: 'The only pod crashed (exit code 127 (command not found)), 5 restarts',
  },
  {
    name: 'a first end, before any back-off, with a termination message',
    pod: {
      statuses: [
        {
          name: 'web',
          state: { terminated: { exitCode: 2, reason: 'Error', message: 'no DATABASE_URL\n' } },
        },
      ],
    },
    cause: 'crash-loop',
    problem: 'The only pod crashed (exit code 2): no DATABASE_URL',
  },
  {
    name: 'a program that is done',
    pod: crashed({ exitCode: 0, reason: 'Completed' }),
    cause: 'crash-loop',
    problem: 'The only pod ended by itself (exit code 0), 5 restarts',
  },
  {
    name: 'the short life between two crashes',
    pod: {
      statuses: [
        { ...running(3), restartCount: 2, lastState: { terminated: { exitCode: 1, reason: 'Error' } } },
      ],
    },
    cause: 'crash-loop',
    problem: 'The only pod crashed (exit code 1), 2 restarts',
  },
  {
    name: 'too little memory',
    pod: {
      containers: [{ name: 'web', image, resources: { limits: { memory: '64Mi' } } }],
      ...crashed({ exitCode: 137, reason: 'OOMKilled' }),
    },
    cause: 'out-of-memory',
    problem: 'The only pod ran out of memory (OOMKilled, limit 64Mi), 5 restarts',
  },
  {
    name: 'a liveness probe that kills',
    pod: crashed({ exitCode: 137 }, 2),
    events: [
      event('Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500'),
      event('Killing', 'Container web failed liveness probe, will be restarted'),
    ],
    cause: 'liveness-probe',
    problem:
      'The only pod did not pass the liveness probe and got killed: HTTP probe failed with statuscode: 500, 2 restarts',
  },
  {
    name: 'an init container',
    pod: {
      initContainers: [{ name: 'migrate', image }],
      initStatuses: [backOff({ exitCode: 1 }, 3, 'migrate')],
      statuses: [waiting('PodInitializing')],
    },
    cause: 'crash-loop',
    problem: 'The only pod crashed in init container migrate (exit code 1), 3 restarts',
  },
];

const probed = { name: 'web', image, readinessProbe: { httpGet: { path: '/ready', port: 8080 } } };
const unready: readonly Row[] = [
  {
    name: 'a readiness probe',
    pod: { containers: [probed], statuses: [running(25)], status: { phase: 'Running' } },
    events: [
      event('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503', undefined, 6),
    ],
    cause: 'readiness-probe',
    problem:
      'The only pod did not pass the readiness probe in 25s (http GET :8080/ready): HTTP probe failed with statuscode: 503',
  },
  {
    name: 'a readiness probe whose events may not be read',
    pod: { containers: [probed], statuses: [running(25)] },
    cause: 'readiness-probe',
    problem: 'The only pod did not pass the readiness probe in 25s (http GET :8080/ready)',
  },
  {
    name: 'a startup probe',
    pod: {
      containers: [{ ...probed, startupProbe: { exec: { command: ['cat', '/tmp/up'] } } }],
      statuses: [running(40, false)],
    },
    events: [event('Unhealthy', 'Startup probe failed: cat: /tmp/up: No such file or directory\n')],
    cause: 'startup-probe',
    problem:
      'The only pod did not pass the startup probe in 40s (exec cat /tmp/up): cat: /tmp/up: No such file or directory',
  },
  {
    name: 'a readiness gate',
    pod: {
      statuses: [{ ...running(50), ready: true }],
      conditions: [
        { type: 'ContainersReady', status: 'True' },
        {
          type: 'Ready',
          status: 'False',
          reason: 'ReadinessGatesNotReady',
          message:
            'corresponding condition of pod readiness gate "target-health.elbv2.k8s.aws/web" does not exist.',
        },
      ],
    },
    cause: 'readiness-gate',
    problem:
      'The only pod did not become ready: corresponding condition of pod readiness gate "target-health.elbv2.k8s.aws/web" does not exist',
  },
  {
    name: 'a node that went away',
    pod: {
      statuses: [{ ...running(50), ready: true }],
      conditions: [
        { type: 'Ready', status: 'False' },
        { type: 'ContainersReady', status: 'True' },
      ],
    },
    events: [event('NodeNotReady', 'Node is not ready', '')],
    cause: 'node-lost',
    problem: 'The only pod lost the node',
  },
  {
    name: 'a container that runs without a probe to pass',
    pod: { statuses: [running(25)] },
    cause: 'starting',
    problem: 'The only pod did not become ready yet (running for 25s)',
  },
  {
    name: 'an init container that takes its time',
    pod: {
      initContainers: [{ name: 'migrate', image }],
      initStatuses: [running(90, true, 'migrate')],
      statuses: [waiting('PodInitializing')],
    },
    cause: 'starting',
    problem: 'The only pod did not come through yet in init container migrate (running for 1m30s)',
  },
  {
    name: 'a container that is created for long',
    pod: { statuses: [waiting('ContainerCreating')], age: 90 },
    cause: 'starting',
    problem: 'The only pod did not become ready in 1m30s (ContainerCreating)',
  },
];

const unscheduled = (message: string, reason = 'Unschedulable'): PodShape => ({
  node: '',
  conditions: [{ type: 'PodScheduled', status: 'False', reason, message }],
});
const creating: PodShape = { statuses: [waiting('ContainerCreating')], age: 20 };
const around: readonly Row[] = [
  {
    name: 'no node with room',
    pod: unscheduled(
      '0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient cpu. no new claims to deallocate, preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.',
    ),
    cause: 'unschedulable',
    problem:
      'The only pod cannot be scheduled: 0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient cpu',
  },
  {
    name: 'no claim for a volume',
    pod: unscheduled(
      '0/1 nodes are available: persistentvolumeclaim "web" not found. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.',
    ),
    cause: 'unschedulable',
    problem:
      'The only pod cannot be scheduled: 0/1 nodes are available: persistentvolumeclaim "web" not found',
  },
  {
    name: 'a scheduling gate',
    pod: unscheduled('Scheduling is blocked due to non-empty scheduling gates', 'SchedulingGated'),
    cause: 'scheduling-gated',
    problem: 'The only pod cannot be scheduled: Scheduling is blocked due to non-empty scheduling gates',
  },
  {
    name: 'a ConfigMap to mount that is not there',
    pod: creating,
    events: [
      event(
        'FailedMount',
        'Unable to attach or mount volumes: unmounted volumes=[config]: timed out waiting for the condition',
        '',
      ),
      event(
        'FailedMount',
        'MountVolume.SetUp failed for volume "config" : configmap "web-config" not found',
        '',
        6,
      ),
    ],
    cause: 'missing-config',
    final: true,
    problem: 'The only pod cannot mount a volume: volume "config" : configmap "web-config" not found',
  },
  {
    name: 'a volume that another node has',
    pod: creating,
    events: [
      event(
        'FailedAttachVolume',
        'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-0',
        '',
      ),
    ],
    cause: 'volume',
    problem:
      'The only pod cannot mount a volume: Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-0',
  },
  {
    name: 'no network',
    pod: creating,
    events: [
      event(
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "f00": no IP addresses available in range set',
        '',
      ),
    ],
    cause: 'sandbox',
    problem:
      'The only pod cannot be set up on the node: failed to setup network for sandbox "f00": no IP addresses available in range set',
  },
];

describe.each([
  ['its image', images],
  ['its start', starts],
  ['its end', crashes],
  ['its readiness', unready],
  ['what is around its containers', around],
])('a pod that does not become ready because of %s', (_, rows) => {
  it.each(rows)('$name', ({ pod: shape, events = [], log, cause, final = false, problem }) => {
    const one = pod(shape);
    const container = one.status?.containerStatuses?.[0];
    const exitCode = container?.lastState?.terminated?.exitCode;
    const logs = log === undefined ? [] : [{ pod: one.metadata.uid, container: 'web', exitCode, text: log }];
    const [diagnosis, ...others] = diagnose(evidence([one], events, { logs }));
    expect(others).toEqual([]);
    expect(diagnosis).toMatchObject({
      cause,
      final,
      problem,
      pods: { affected: 1, ready: 0, total: 1 },
    });
    expect(diagnosis?.advice).toMatch(/^[A-Z].*\.$/);
    expect(diagnosis?.evidence.length).toBeGreaterThan(0);
  });
});
