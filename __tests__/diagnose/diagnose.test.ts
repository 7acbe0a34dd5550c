import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { RawPod } from '../../src/diagnose/raw.ts';
import { ago, backOff, event, evidence, image, pod, readyPod, replicaSet, running, waiting } from './pods.ts';

const notFound = waiting('ErrImagePull', `failed to pull image "${image}": not found`);
const badPull = (name: string, node?: string): RawPod =>
  pod({ name, statuses: [notFound], ...(node === undefined ? {} : { node }) });
const names = (count: number, prefix = 'web'): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}-${String(i)}`);

describe('which pods', () => {
  it('are bad is counted among all of the revision', () => {
    const pods = [badPull('web-1'), badPull('web-2'), readyPod('web-3')];
    expect(diagnose(evidence(pods))).toMatchObject([
      { problem: `2 of 3 pods cannot pull ${image}: not found`, pods: { affected: 2, ready: 1, total: 3 } },
    ]);
  });

  it('are bad is counted among those wanted, where some are still to come', () => {
    const more = { replicaSet: replicaSet(4) };
    expect(diagnose(evidence([badPull('web-1'), badPull('web-2')], [], more))).toMatchObject([
      { pods: { affected: 2, ready: 0, total: 4 } },
    ]);
  });

  it('all are bad', () => {
    const [diagnosis] = diagnose(evidence(names(3).map((name) => badPull(name))));
    expect(diagnosis?.problem).toMatch(/^All 3 pods cannot pull /);
  });

  it('one of fifty is bad: it is told with its node, and 49 are ready', () => {
    const good = names(49).map((name, i) => readyPod(name, `node-${String(i % 7)}`));
    expect(diagnose(evidence([badPull('bad', 'node-x'), ...good]))).toMatchObject([
      {
        problem: `1 of 50 pods cannot pull ${image}: not found; on node node-x only, of 8 nodes with such pods`,
        final: true,
        pods: { affected: 1, ready: 49, total: 50 },
      },
    ]);
  });

  it('bad ones that are on several nodes blame no node', () => {
    const [diagnosis] = diagnose(evidence([badPull('web-1', 'a'), badPull('web-2', 'b')]));
    expect(diagnosis?.problem).not.toContain('node');
  });

  it('being deleted do not count', () => {
    const going = pod({ name: 'old', statuses: [notFound], metadata: { deletionTimestamp: ago(1) } });
    const found = diagnose(evidence([going, readyPod('web-1')], [], { replicaSet: replicaSet(1) }));
    expect(found).toEqual([]);
  });

  it('are all ready: nothing is wrong, whatever is left of the past', () => {
    const evicted = pod({ name: 'old', status: { phase: 'Failed', reason: 'Evicted' } });
    const restarted = {
      ...readyPod('web-1'),
      status: {
        ...readyPod('web-1').status,
        containerStatuses: [
          {
            ...running(300),
            ready: true,
            restartCount: 4,
            lastState: backOff({ exitCode: 1 }).lastState ?? {},
          },
        ],
      },
    };
    expect(diagnose(evidence([restarted, evicted], [], { replicaSet: replicaSet(1) }))).toEqual([]);
  });

  it('are ready only between two crashes, is told', () => {
    const flapping = {
      ...readyPod('web-1'),
      status: {
        ...readyPod('web-1').status,
        containerStatuses: [
          {
            ...running(3),
            ready: true,
            restartCount: 4,
            lastState: backOff({ exitCode: 1 }).lastState ?? {},
          },
        ],
      },
    };
    expect(diagnose(evidence([flapping]))).toMatchObject([{ cause: 'crash-loop', pods: { ready: 1 } }]);
  });

  it('were evicted is told while those in their place are not ready', () => {
    const message = 'The node was low on resource: ephemeral-storage.';
    const evicted = names(3, 'old').map((name) =>
      pod({ name, status: { phase: 'Failed', reason: 'Evicted', message } }),
    );
    const found = diagnose(evidence([pod({ age: 1 }), ...evicted], [], { replicaSet: replicaSet(1) }));
    expect(found).toMatchObject([
      {
        cause: 'evicted',
        problem: '3 pods got evicted: The node was low on resource: ephemeral-storage',
        pods: { affected: 3, ready: 0, total: 1 },
      },
    ]);
  });

  it.each([
    ['NodeShutdown', 'node-lost', 'lost the node: gone'],
    ['DeadlineExceeded', 'deadline', 'got terminated by deadline: gone'],
    ['OutOfcpu', 'rejected-by-node', 'failed on the node (OutOfcpu): gone'],
  ])('failed as a whole with %s', (reason, cause, what) => {
    const failed = pod({ status: { phase: 'Failed', reason, message: 'gone' } });
    expect(diagnose(evidence([failed]))).toMatchObject([{ cause, problem: `1 pod ${what}` }]);
  });
});

describe('a pod that only starts', () => {
  it.each([
    ['was just made', pod({ age: 1 })],
    ['is being created', pod({ age: 15, statuses: [waiting('ContainerCreating')] })],
    ['just began to run', pod({ statuses: [running(4)] })],
    [
      'is not to be probed yet',
      pod({
        statuses: [running(40)],
        containers: [{ name: 'web', readinessProbe: { tcpSocket: { port: 1 }, initialDelaySeconds: 60 } }],
      }),
    ],
    ['was made by a clock that is ahead of ours', pod({ age: -30, statuses: [running(-30)] })],
  ])('is no problem: it %s', (_, one) => {
    expect(
      diagnose(evidence([one], [event('Unhealthy', 'Readiness probe failed: connection refused')])),
    ).toEqual([]);
  });

  it('is told after what is known to be wrong with others, and is not final', () => {
    const found = diagnose(evidence([pod({ name: 'slow', statuses: [running(30)] }), badPull('web-2')]));
    expect(found.map(({ cause, final }) => [cause, final])).toEqual([
      ['unknown-image', true],
      ['starting', false],
    ]);
  });
});

describe('several causes', () => {
  it('come the final one first, then the one that most pods have', () => {
    const crash = (name: string): RawPod => pod({ name, statuses: [backOff({ exitCode: 1 })] });
    const memory = (name: string): RawPod =>
      pod({ name, statuses: [backOff({ exitCode: 137, reason: 'OOMKilled' })] });
    const pods = [memory('a'), crash('b'), crash('c'), badPull('d')];
    expect(diagnose(evidence(pods)).map(({ cause, pods: { affected } }) => [cause, affected])).toEqual([
      ['unknown-image', 1],
      ['crash-loop', 2],
      ['out-of-memory', 1],
    ]);
  });

  it('are two containers of one pod: each is told by name', () => {
    const both = pod({
      containers: [
        { name: 'web', image },
        { name: 'proxy', image: 'proxy:1' },
      ],
      statuses: [backOff({ exitCode: 1 }), backOff({ exitCode: 2 }, 1, 'proxy')],
    });
    expect(diagnose(evidence([both])).map(({ problem }) => problem)).toEqual([
      'The only pod crashed in container web (exit code 1), 5 restarts',
      'The only pod crashed in container proxy (exit code 2), 1 restart',
    ]);
  });

  it('in events of one container are not taken for those of another', () => {
    const probe = { httpGet: { port: 8080 } };
    const both = pod({
      containers: ['web', 'proxy'].map((name) => ({ name, image, readinessProbe: probe })),
      statuses: [running(60), running(60, true, 'proxy')],
    });
    const said = event('Unhealthy', 'Readiness probe failed: 503', 'spec.containers{proxy}');
    expect(diagnose(evidence([both], [said])).map(({ problem }) => problem)).toEqual([
      'The only pod did not pass the readiness probe in container web in 1m (http GET :8080/)',
      'The only pod did not pass the readiness probe in container proxy in 1m (http GET :8080/): 503',
    ]);
  });

  it('are final only if they are for each of the pods', () => {
    const web = waiting(
      'CreateContainerConfigError',
      'container has runAsNonRoot and image will run as root',
    );
    const other = waiting('CreateContainerConfigError', 'failed to sync configmap cache: timed out');
    const pods = [pod({ name: 'a', statuses: [web] }), pod({ name: 'b', statuses: [other] })];
    expect(diagnose(evidence(pods))).toMatchObject([{ cause: 'container-config', final: false }]);
  });
});

describe('what was read of some pods', () => {
  it('stands for those in the same state: the events', () => {
    const old = waiting('ImagePullBackOff', `Back-off pulling image "${image}"`);
    const pods = names(9).map((name) => pod({ name, statuses: [old] }));
    const said = event(
      'Failed',
      `Failed to pull image "${image}": rpc error: code = NotFound desc = ${image}: not found`,
    );
    expect(diagnose(evidence(pods, [said]))).toMatchObject([
      { cause: 'unknown-image', problem: `All 9 pods cannot pull ${image}: not found` },
    ]);
  });

  it('stands for those that ended alike: the log, and not for others', () => {
    const pods = names(3).map((name, i) =>
      pod({ name, statuses: [backOff({ exitCode: i === 2 ? 1 : 255 })] }),
    );
    const logs = [
      { pod: 'uid-web-0', container: 'web', exitCode: 255, text: 'exec /web: exec format error' },
    ];
    expect(diagnose(evidence(pods, [], { logs }))).toMatchObject([
      { cause: 'exec-format', final: true, pods: { affected: 2 } },
      { cause: 'crash-loop', final: false, pods: { affected: 1 } },
    ]);
  });
});

describe('pods that are not created', () => {
  const refused = (message: string): string => `pods "web-6c97dff9fb-x" is forbidden: ${message}`;
  it.each([
    ['exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2', 'quota', true],
    ['failed quota: compute: must specify limits.cpu for: web', 'quota', true],
    ['violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false', 'admission', true],
    ["ValidatingAdmissionPolicy 'owners' with binding 'all' denied request: no owner", 'admission', true],
    ['maximum cpu usage per Container is 1, but limit is 2', 'admission', true],
    ['no PriorityClass with name high was found', 'missing-config', true],
    ['error looking up service account shop/web: serviceaccount "web" not found', 'missing-config', true],
    ['something else', 'admission', false],
  ])('by %s', (message, cause, final) => {
    const found = diagnose(
      evidence([readyPod('web-1')], [], { replicaSet: replicaSet(3, refused(message)) }),
    );
    expect(found).toMatchObject([
      {
        cause,
        final,
        problem: `2 of 3 pods cannot be created: ${message}`,
        pods: { affected: 2, ready: 1, total: 3 },
      },
    ]);
  });

  it.each([
    ['admission webhook "images.test" denied the request: not signed'],
    ['Internal error occurred: failed calling webhook "images.test": connection refused'],
  ])('by a webhook, which may change its mind: %s', (message) => {
    const found = diagnose(evidence([], [], { replicaSet: replicaSet(1, message) }));
    expect(found).toMatchObject([{ cause: 'admission', final: false }]);
  });

  it('are told by the event, if the ReplicaSet has no condition yet', () => {
    const said = event('FailedCreate', `Error creating: ${refused('exceeded quota: pods')}`, '');
    const more = { replicaSet: replicaSet(1), events: new Map([['uid-set', [said]]]) };
    expect(diagnose(evidence([], [], more))).toMatchObject([
      { cause: 'quota', problem: 'The only pod cannot be created: exceeded quota: pods' },
    ]);
  });

  it('were created since: an old condition says nothing', () => {
    const more = { replicaSet: replicaSet(1, refused('exceeded quota: pods')) };
    expect(diagnose(evidence([readyPod('web-1')], [], more))).toEqual([]);
  });

  it('are counted by the ReplicaSet, if pods may not be listed', () => {
    const { pods: _, ...rest } = evidence([]);
    const set = replicaSet(3, refused('exceeded quota: pods'));
    const counted = { ...set, status: { ...set.status, replicas: 1, readyReplicas: 1 } };
    expect(diagnose({ ...rest, replicaSet: counted })).toMatchObject([
      { cause: 'quota', pods: { affected: 2, ready: 1, total: 3 } },
    ]);
    expect(diagnose(rest)).toEqual([]);
  });
});

describe('the evidence', () => {
  it('is the state, the events and the last lines of the log', () => {
    const one = pod({ statuses: [backOff({ exitCode: 1 }, 2)] });
    const text = `${names(30, 'line').join('\n')}\n\u001b[31mno database\u001b[0m\n\n`;
    const logs = [{ pod: 'uid-web-1', container: 'web', exitCode: 1, text }];
    const killing = event('Unhealthy', 'Readiness probe failed: refused', undefined, 4);
    expect(diagnose(evidence([one], [killing], { logs }))[0]?.evidence).toEqual([
      'pod web-1, container web: waiting, CrashLoopBackOff: back-off 2m40s restarting failed container=web pod=web-1_shop(uid-web-1) (2 restarts), before: terminated, Error, exit code 1',
      'event Unhealthy (4 times): Readiness probe failed: refused',
      'log: line-26',
      'log: line-27',
      'log: line-28',
      'log: line-29',
      'log: no database',
    ]);
  });

  it('is at most ten lines of at most 1000 bytes, and no character is cut in two', () => {
    const long = '\u{1F4A5}ü\r\n::error::'.repeat(2000);
    const one = pod({ statuses: [{ ...backOff({ exitCode: 1, message: long }) }] });
    const logs = [{ pod: 'uid-web-1', container: 'web', exitCode: 1, text: `${long}\n`.repeat(50) }];
    const events = names(20).map(() => event('Killing', long));
    const [diagnosis] = diagnose(evidence([one], events, { logs }));
    const lines = [...(diagnosis?.evidence ?? []), diagnosis?.problem ?? '', diagnosis?.advice ?? ''];
    expect(diagnosis?.evidence.length).toBeLessThanOrEqual(10);
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(1000);
      expect(line).not.toMatch(/[\p{Cc}\uFFFD]/u);
    }
  });

  it('tells the newest events first, in either form of an event', () => {
    const probe = { name: 'web', image, readinessProbe: { grpc: { port: 1 } } };
    const old = { ...event('Unhealthy', 'Readiness probe failed: old'), lastTimestamp: ago(60) };
    const series = { count: 9, lastObservedTime: ago(1) };
    const fresh = { ...event('Unhealthy', 'Readiness probe failed: new'), lastTimestamp: null, series };
    const [diagnosis] = diagnose(
      evidence([pod({ containers: [probe], statuses: [running(70)] })], [old, fresh]),
    );
    expect(diagnosis?.problem).toMatch(/: new$/);
    expect(diagnosis?.evidence.slice(1)).toEqual([
      'event Unhealthy (9 times): Readiness probe failed: new',
      'event Unhealthy: Readiness probe failed: old',
    ]);
  });
});
