import { describe, expect, it } from '@jest/globals';
import { renderTree } from '../../src/render/tree.ts';
import { readDetails } from '../../src/targets/argo-rollout/details.ts';
import { observe } from '../../src/targets/argo-rollout/observe.ts';
import { rolloutTree } from '../../src/targets/argo-rollout/tree.ts';
import type { Details, TreeNode } from '../../src/targets/target.ts';
import { tree, treeClient, type TreeName, treeNames } from '../fixtures/trees.ts';

async function rendered(name: TreeName): Promise<readonly string[]> {
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

/** What the plugin printed, but an analysis that was terminated is not called Successful or Inconclusive. */
function printed(name: TreeName): readonly string[] {
  const { plugin, analysisRuns = [] } = tree(name);
  const terminated = analysisRuns.filter(({ spec }) => spec?.terminate === true);
  return plugin.map((line) =>
    terminated.some(({ metadata }) => line.includes(`α ${metadata.name} `))
      ? line.replace(/[✔?] (?:Successful|Inconclusive)/, (said) => '• Terminated'.padEnd(said.length))
      : line,
  );
}

describe('the tree is what kubectl argo rollouts get rollout prints', () => {
  it.each(treeNames)('of the same objects: %s', async (name) => {
    expect(layout(await rendered(name))).toEqual(layout(printed(name)));
  });

  it('but never calls an analysis successful that was terminated', async () => {
    const shown = async (name: TreeName): Promise<readonly string[]> =>
      (await rendered(name)).flatMap(
        (line) => /α (\S+) +AnalysisRun +(.*?) +\d+s/.exec(line)?.slice(1).join(' ') ?? [],
      );
    expect(await shown('analysis-terminated')).toEqual([
      'web-5bd4575558-2-1 • Terminated',
      'web-5bd4575558-2 • Terminated',
    ]);
    expect(await shown('experiment-failed')).toEqual([
      'web-5bd4575558-2-1-slow • Terminated',
      'web-5bd4575558-2-1-rate ✖ Failed',
    ]);
  });

  it('nor an experiment that was ended before its time', async () => {
    const { rollout } = tree('experiment');
    const shown = (spec: object, phase: string): string => {
      const experiments = (tree('experiment').experiments ?? []).map((one) => ({
        ...one,
        spec: { ...one.spec, ...spec },
        status: { ...one.status, phase },
      }));
      const node = rolloutTree(rollout, { sets: [], pods: [], analysisRuns: [], experiments });
      return node.children[0]?.children[0]?.status ?? '';
    };
    expect(shown({ terminate: true }, 'Successful')).toBe('Terminated');
    expect(shown({ terminate: true }, 'Failed')).toBe('Failed');
    expect(shown({}, 'Successful')).toBe('Successful');
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
    analyses: [],
    routes: [],
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
    [2.5, '2m30s'],
    [179, '179m'],
    [180, '3h'],
    [190, '3h10m'],
    [8 * 60 + 10, '8h'],
    [47 * 60, '47h'],
    [49 * 60, '2d1h'],
    [9 * 24 * 60 + 61, '9d'],
  ])('shows an age of %d minutes as %s, as kubectl does', (minutes, age) => {
    expect(lines(details(pod('web-1', 'Running', [])), minutes).at(-1)).toMatch(new RegExp(` ${age}$`));
  });

  it.each([
    ['2026-11-21T11:04:30Z', 'delay:4m30s'],
    ['2026-11-21T10:59:59Z', 'delay:passed'],
  ])('shows until when a ReplicaSet stays: %s', (scaleDownAt, says) => {
    const set: TreeNode = { ...pod('web-1', 'Healthy', []), kind: 'ReplicaSet', scaleDownAt };
    expect(lines(details(set), 0).at(-1)).toMatch(new RegExp(` ${says}$`));
  });

  it('keeps a name with a line break in one line', () => {
    const shown = lines(details(pod('web-1\n::error::gone', 'Running', [])), 0);
    expect(shown.at(-1)).toContain('web-1 ::error::gone');
  });
});
