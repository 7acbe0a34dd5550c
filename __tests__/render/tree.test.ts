import { describe, expect, it } from '@jest/globals';
import { renderTree } from '../../src/render/tree.ts';
import { readDetails } from '../../src/targets/argo-rollout/details.ts';
import { observe } from '../../src/targets/argo-rollout/observe.ts';
import type { Details, TreeNode } from '../../src/targets/target.ts';
import { tree, treeClient, treeNames } from '../fixtures/trees.ts';

async function rendered(name: (typeof treeNames)[number]): Promise<readonly string[]> {
  const captured = tree(name);
  const signal = new AbortController().signal;
  const details = await readDetails(
    treeClient(captured),
    { namespace: 'shop', name: 'web' },
    undefined,
    signal,
  );
  return renderTree(observe(captured.rollout), details, 'shop', Date.parse(captured.at)).split('\n');
}

/** Lines without what the order of pods and images makes of them: which one is the last, or the first. */
function layout(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) =>
      line
        .replace(/^Images: {10}/, ' '.repeat(17))
        .replaceAll('├──□', '└──□')
        .trimEnd(),
    )
    .toSorted();
}

describe('the tree is what kubectl argo rollouts get rollout prints', () => {
  it.each(treeNames)('of the same objects: %s', async (name) => {
    expect(layout(await rendered(name))).toEqual(layout(tree(name).plugin));
  });

  it('from the newest revision to the oldest, each above its pods', async () => {
    const kinds = (await rendered('gate')).map((line) => /(Rollout|ReplicaSet|Pod) /.exec(line)?.[1]);
    expect(kinds.filter((kind) => kind !== undefined)).toEqual([
      'Rollout',
      'ReplicaSet',
      'Pod',
      'ReplicaSet',
      'Pod',
      'Pod',
      'Pod',
      'Pod',
    ]);
  });
});

describe('a tree with trouble in it', () => {
  const pod = (name: string, status: string, info: readonly string[]): TreeNode => ({
    name,
    kind: 'Pod',
    status,
    created: '2026-11-21T11:00:00Z',
    info,
    children: [],
  });
  const details = (...pods: readonly TreeNode[]): Details => ({
    strategy: 'Canary',
    images: [],
    tree: { name: 'web', kind: 'Rollout', status: 'Degraded', info: [], children: pods },
    notices: [],
  });
  const observation = observe(tree('gate').rollout);
  const lines = (shown: Details, minutes: number): readonly string[] =>
    renderTree(observation, shown, 'shop', Date.parse('2026-11-21T11:00:00Z') + minutes * 60_000).split('\n');

  it('shows what a container waits for, with a cross', () => {
    const shown = lines(details(pod('web-1', 'ImagePullBackOff', ['ready:0/1', 'restarts:3'])), 0);
    expect(shown.at(-1)).toMatch(/└──□ web-1 +Pod +✖ ImagePullBackOff +0s +ready:0\/1,restarts:3$/);
  });

  it.each([
    [1, '60s'],
    [2, '2m'],
    [119, '119m'],
    [120, '2h'],
    [47 * 60, '47h'],
    [49 * 60, '2d'],
  ])('shows an age of %d minutes as %s', (minutes, age) => {
    expect(lines(details(pod('web-1', 'Running', [])), minutes).at(-1)).toMatch(new RegExp(` ${age}$`));
  });

  it('keeps a name with a line break in one line', () => {
    const shown = lines(details(pod('web-1\n::error::gone', 'Running', [])), 0);
    expect(shown.at(-1)).toContain('web-1 ::error::gone');
  });
});
