import { describe, expect, it } from '@jest/globals';
import { analysisRuns, experiments, pods, replicaSets, type Resource } from '../../../src/kube/resources.ts';
import { readDetails } from '../../../src/targets/argo-rollout/details.ts';
import type { RawPod } from '../../../src/targets/argo-rollout/pod.ts';
import { rolloutTree } from '../../../src/targets/argo-rollout/tree.ts';
import type { Details } from '../../../src/targets/target.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { tree, treeClient } from '../../fixtures/trees.ts';

const place = { namespace: 'shop', name: 'web' };

async function read(name: Parameters<typeof tree>[0], forbidden: readonly Resource[] = []): Promise<Details> {
  return await readDetails(treeClient(tree(name), forbidden), place, undefined, new AbortController().signal);
}

describe('the details of a Rollout', () => {
  it('name the images with the roles they have now', async () => {
    const roles = (await read('gate')).images.toSorted((one, other) => one.image.localeCompare(other.image));
    expect(roles).toEqual([
      { image: images.first, roles: ['stable'] },
      { image: images.second, roles: ['canary'] },
    ]);
    expect((await read('healthy')).images).toEqual([{ image: images.second, roles: ['stable'] }]);
  });

  it('name the stable image, also when the candidate is another', async () => {
    expect((await read('gate')).stable).toEqual(webImage(images.first));
    expect((await read('healthy')).stable).toEqual(webImage(images.second));
  });

  it('leave out what is forbidden, and name the permission', async () => {
    const details = await read('gate', [pods]);
    expect(details.notices).toEqual(['pods are not shown: this needs the permission to list them.']);
    const sets = details.tree.children.flatMap(({ children }) => children);
    expect(sets.map(({ name, children }) => [name, children])).toEqual([
      ['web-66c8458db7', []],
      ['web-6c97dff9fb', []],
    ]);
    expect((await read('gate', [pods, replicaSets])).notices).toHaveLength(2);
  });

  it('name the strategy, and the sides of a blueGreen', async () => {
    expect((await read('gate')).strategy).toBe('Canary');
    const { strategy, images: shown } = await read('blue-green-preview');
    expect(strategy).toBe('BlueGreen');
    expect(shown).toEqual([
      { image: images.first, roles: ['stable', 'active'] },
      { image: images.second, roles: ['preview'] },
    ]);
  });

  it('have the analyses and what an experiment made, labels or not', async () => {
    const { analyses, images: shown } = await read('experiment-failed');
    expect(analyses.map(({ name }) => name)).toContain('web-5bd4575558-2-1-rate');
    expect(shown.map(({ roles }) => roles)).toEqual([['stable', 'Σ:baseline'], ['Σ:canary']]);
  });

  it('name the permissions for analyses and experiments once, and show the rest', async () => {
    const details = await read('experiment-failed', [analysisRuns, experiments]);
    expect(details.notices).toEqual([
      'experiments.argoproj.io are not shown: this needs the permission to list them.',
    ]);
    expect(details.analyses).toEqual([]);
    expect((await read('experiment-failed', [analysisRuns])).notices).toEqual([
      'analysisruns.argoproj.io are not shown: this needs the permission to list them.',
    ]);
    expect((await read('analysis-failed', [analysisRuns])).tree.children).toHaveLength(2);
  });

  it('ask for no analyses where the strategy has none', async () => {
    expect((await read('gate', [analysisRuns, experiments])).notices).toEqual([]);
    expect((await read('analysis-failed', [experiments])).notices).toEqual([]);
  });

  it('leave out ReplicaSets that only share the labels', async () => {
    const captured = tree('gate');
    const stranger = structuredClone(captured.sets[0]);
    if (stranger === undefined) throw new Error('There is no ReplicaSet.');
    Object.assign(stranger.metadata, { name: 'other-1', uid: 'other', ownerReferences: [] });
    const client = treeClient({ ...captured, sets: [...captured.sets, stranger] });
    const details = await readDetails(client, place, undefined, new AbortController().signal);
    expect(details.tree.children).toHaveLength(2);
  });
});

describe('a pod in the tree', () => {
  const { rollout, sets, pods: all } = tree('gate');
  const [first] = all;
  if (first === undefined) throw new Error('There is no pod.');

  function shown(change: Partial<RawPod>): readonly [status: string, info: readonly string[]] {
    const pod = { ...first, ...change } as RawPod;
    const objects = { sets, pods: [pod], analysisRuns: [], experiments: [] };
    const node = rolloutTree(rollout, objects).children.flatMap(({ children }) => children);
    const found = node.flatMap(({ children }) => children)[0];
    return [found?.status ?? '', found?.info ?? []];
  }

  it('says what a container waits for or died of, before the phase', () => {
    const waiting = { ready: false, restartCount: 2, state: { waiting: { reason: 'CrashLoopBackOff' } } };
    expect(shown({ status: { phase: 'Running', containerStatuses: [waiting] } })).toEqual([
      'CrashLoopBackOff',
      ['ready:0/1', 'restarts:2'],
    ]);
    const died = { ready: false, state: { terminated: { reason: 'OOMKilled' } } };
    expect(shown({ status: { phase: 'Failed', containerStatuses: [died] } })[0]).toBe('OOMKilled');
  });

  it('says that it is on its way out', () => {
    const metadata = { ...first.metadata, deletionTimestamp: '2026-11-21T11:20:00Z' };
    expect(shown({ metadata })[0]).toBe('Terminating');
  });

  it('says why it was evicted, and Pending while it says nothing', () => {
    expect(shown({ status: { phase: 'Failed', reason: 'Evicted' } })[0]).toBe('Evicted');
    expect(shown({ status: {} })).toEqual(['Pending', ['ready:0/0']]);
  });
});
