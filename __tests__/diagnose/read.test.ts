import { afterEach, describe, expect, it } from '@jest/globals';
import { diagnosePods, podsToAsk, readPods } from '../../src/diagnose/read.ts';
import type { RawPod, RawReplicaSet } from '../../src/diagnose/raw.ts';
import { type KubeClient, kubeClient } from '../../src/kube/client.ts';
import { connect } from '../../src/kube/config.ts';
import { fakeClock } from '../support/fake-clock.ts';
import {
  type Behaviour,
  type Heard,
  type KubeServer,
  json,
  kubeconfigText,
  plain,
  startKubeServer,
  status,
} from '../support/kube-server.ts';
import { backOff, event, evidence, image, now, pod, readyPod, replicaSet, running, waiting } from './pods.ts';

const place = {
  namespace: 'shop',
  labelSelector: 'app=web,rollouts-pod-template-hash=6c97dff9fb',
  replicaSet: { name: 'web-6c97dff9fb', uid: 'uid-set' },
};
const clock = { now: () => now };
const never = new AbortController().signal;

const closing: KubeServer[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

/** What the server has, and what it refuses. */
interface World {
  readonly pods?: readonly RawPod[] | Behaviour;
  readonly replicaSet?: RawReplicaSet | Behaviour;
  readonly events?: readonly object[] | Behaviour;
  readonly log?: Behaviour;
}

async function world({ pods = [], log = plain('', 200), ...more }: World): Promise<{
  client: KubeClient;
  heard: readonly Heard[];
}> {
  const set = more.replicaSet ?? replicaSet(Array.isArray(pods) ? pods.length : 1);
  const listed = (items: readonly object[] | Behaviour): Behaviour =>
    typeof items === 'function' ? items : json({ items });
  const answer: Behaviour = (response, asked) => {
    const kind = /\/(replicasets|events|log)\b/.exec(asked.path)?.[1] ?? 'pods';
    const behaviours: Record<string, Behaviour> = {
      replicasets: typeof set === 'function' ? set : json(set),
      events: listed(more.events ?? []),
      pods: listed(pods),
      log,
    };
    behaviours[kind]?.(response, asked);
  };
  const server = await startKubeServer({}, ...Array.from({ length: 30 }, () => answer));
  closing.push(server);
  const connection = await connect({ kubeconfig: kubeconfigText(server.url), env: {} });
  const client = kubeClient(connection, { version: '1', clock: fakeClock(), retry: { patienceMs: 0 } });
  return { client, heard: server.heard };
}

const paths = (heard: readonly Heard[], part: string): readonly Heard[] =>
  heard.filter(({ path }) => path.includes(part));
const crashed = (name = 'web-1'): RawPod => pod({ name, statuses: [backOff({ exitCode: 1 })] });
const forbidden = status(403, 'Forbidden', 'User "ci" cannot do this');

describe('reading the pods of a revision', () => {
  it('asks for its pods and its ReplicaSet only, while all are ready', async () => {
    const { client, heard } = await world({ pods: [readyPod('web-1')] });
    const read = await readPods(client, place, never, clock);
    expect(read.pods?.map(({ metadata }) => metadata.name)).toEqual(['web-1']);
    expect(heard.map(({ path }) => path).toSorted()).toEqual([
      '/api/v1/namespaces/shop/pods',
      '/apis/apps/v1/namespaces/shop/replicasets/web-6c97dff9fb',
    ]);
    expect(paths(heard, '/pods')[0]?.query.get('labelSelector')).toBe(place.labelSelector);
  });

  it('leaves out pods of another owner with the same labels', async () => {
    const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'other', uid: 'uid-other' };
    const stranger = pod({ name: 'stranger', metadata: { ownerReferences: [owner] } });
    const { client } = await world({ pods: [readyPod('web-1'), stranger] });
    expect((await readPods(client, place, never, clock)).pods).toHaveLength(1);
  });

  it('asks for the events of a pod that is not ready, and for the log before its last restart', async () => {
    const { client, heard } = await world({
      pods: [crashed(), readyPod('web-2')],
      events: [event('BackOff', 'Back-off restarting failed container')],
      log: plain('starting\nno database\n', 200),
    });
    const { diagnoses, notices } = await diagnosePods(client, place, never, clock);
    expect(diagnoses).toMatchObject([{ cause: 'crash-loop', pods: { affected: 1, ready: 1, total: 2 } }]);
    expect(diagnoses[0]?.evidence.slice(-2)).toEqual(['log: starting', 'log: no database']);
    expect(notices).toEqual([]);
    expect(paths(heard, '/events').map(({ query }) => query.get('fieldSelector'))).toEqual([
      'involvedObject.uid=uid-web-1',
    ]);
    const [log] = paths(heard, '/log');
    expect(log?.path).toBe('/api/v1/namespaces/shop/pods/web-1/log');
    expect(Object.fromEntries(log?.query ?? [])).toMatchObject({
      container: 'web',
      previous: 'true',
      tailLines: '20',
    });
  });

  it('asks for the current log of a container that ended and is not back yet', async () => {
    const ended = pod({ statuses: [{ name: 'web', state: { terminated: { exitCode: 1 } } }] });
    const { client, heard } = await world({ pods: [ended] });
    await readPods(client, place, never, clock);
    expect(paths(heard, '/log')[0]?.query.get('previous')).toBe('false');
  });

  it('asks for the events of five pods and one log, however many are bad', async () => {
    const pods = Array.from({ length: 50 }, (_, i) => crashed(`web-${String(i)}`));
    const { client, heard } = await world({ pods });
    const { diagnoses } = await diagnosePods(client, place, never, clock);
    expect(diagnoses).toMatchObject([{ pods: { affected: 50 } }]);
    expect(paths(heard, '/events')).toHaveLength(5);
    expect(paths(heard, '/log')).toHaveLength(1);
  });

  it('asks one pod of each state before a second of any', () => {
    const many = Array.from({ length: 8 }, (_, i) => crashed(`web-${String(i)}`));
    const pull = pod({ name: 'pull', statuses: [waiting('ErrImagePull')] });
    const slow = pod({ name: 'slow', statuses: [running(40)] });
    const asked = podsToAsk(evidence([...many, readyPod('ready'), pull, slow], [], { events: new Map() }));
    expect(asked.map(({ metadata }) => metadata.name)).toEqual(['web-0', 'pull', 'slow', 'web-1', 'web-2']);
  });

  it('asks for the events of a ReplicaSet that lacks pods', async () => {
    const said = event('FailedCreate', 'Error creating: pods "web-x" is forbidden: exceeded quota: pods', '');
    const { client, heard } = await world({ replicaSet: replicaSet(2), events: [said] });
    const { diagnoses } = await diagnosePods(client, place, never, clock);
    expect(diagnoses).toMatchObject([{ cause: 'quota', pods: { affected: 2, ready: 0, total: 2 } }]);
    expect(paths(heard, '/events').map(({ query }) => query.get('fieldSelector'))).toEqual([
      'involvedObject.uid=uid-set',
    ]);
  });
});

describe('what may not be read', () => {
  it.each([
    ['pods', { pods: forbidden }, 'The diagnosis does without pods: this needs the permission to list pods.'],
    [
      'the ReplicaSet',
      { replicaSet: forbidden },
      'The diagnosis does without the ReplicaSet: this needs the permission to get replicasets.apps.',
    ],
    [
      'events',
      { events: forbidden },
      'The diagnosis does without events: this needs the permission to list events.',
    ],
    [
      'logs',
      { log: forbidden },
      'The diagnosis does without logs of crashed containers: this needs the permission to get pods/log.',
    ],
  ] satisfies readonly (readonly [string, World, string])[])(
    'is left out and said once: %s',
    async (_, refused, notice) => {
      const { client } = await world({ pods: [crashed(), pod({ statuses: [running(60)] })], ...refused });
      const { notices } = await diagnosePods(client, place, never, clock);
      expect(notices).toEqual([notice]);
    },
  );

  it.each([
    ['the node does not answer', status(500, 'InternalError', 'dial tcp 10.0.0.7:10250: i/o timeout')],
    ['the run has left nothing', status(400, 'BadRequest', 'previous terminated container "web" not found')],
  ])('hides nothing else: a log for which %s', async (_, log) => {
    const { client } = await world({ pods: [crashed()], log });
    const { diagnoses, notices } = await diagnosePods(client, place, never, clock);
    expect(diagnoses).toMatchObject([{ cause: 'crash-loop' }]);
    expect(notices).toEqual([]);
  });

  it('because it is gone, or another has its name, is no error: the ReplicaSet', async () => {
    const other = { ...replicaSet(9), metadata: { ...replicaSet(9).metadata, uid: 'uid-newer' } };
    const details = { kind: 'replicasets', name: place.replicaSet.name };
    const gone = status(404, 'NotFound', 'replicasets.apps not found', { details });
    for (const set of [gone, other]) {
      const { client } = await world({ pods: [crashed()], replicaSet: set });
      const read = await readPods(client, place, never, clock);
      expect(read.replicaSet).toBeUndefined();
      expect(read.notices).toEqual([]);
    }
  });

  it('because the server fails is an error', async () => {
    const { client } = await world({ pods: status(500, 'InternalError') });
    await expect(readPods(client, place, never, clock)).rejects.toMatchObject({ kind: 'server' });
  });

  it('because the run ends is the reason of the signal', async () => {
    const end = new AbortController();
    const { client } = await world({
      pods: [pod({ statuses: [waiting('ErrImagePull', image)] }), crashed('web-2')],
      log: () => end.abort(new Error('the step is cancelled')),
    });
    await expect(readPods(client, place, end.signal, clock)).rejects.toThrow('the step is cancelled');
  });
});
