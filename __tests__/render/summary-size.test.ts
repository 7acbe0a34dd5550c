import { describe, expect, it } from '@jest/globals';
import { longestSummary, renderSummary } from '../../src/render/summary.ts';
import type { Report } from '../../src/report.ts';
import { readDetails } from '../../src/targets/argo-rollout/details.ts';
import type { Details, TreeNode } from '../../src/targets/target.ts';
import type { Entry } from '../../src/timeline.ts';
import { hostile } from '../fixtures/hostile.ts';
import { elements, nodes, parseMarkdown, textOf } from '../fixtures/markdown.ts';
import { reportOf } from '../fixtures/reports.ts';
import { measurement, metricOf, rounds } from '../fixtures/rounds.ts';
import { tree, treeClient } from '../fixtures/trees.ts';

const ending = { ended: 'aborted', reason: 'checks-failed', message: 'No.', succeeded: false } as const;
const nasty = hostile.join(' ').repeat(4);

const { signal } = new AbortController();
const small = await readDetails(
  treeClient(tree('gate')),
  { namespace: 'shop', name: 'web' },
  undefined,
  signal,
);

/** A release with so many pods. */
function detailsWith(pods: number): Details {
  const pod = (i: number): TreeNode => ({
    name: `web-${String(i)}-👩‍🚀`,
    kind: 'Pod',
    status: 'Running',
    info: [nasty.slice(0, 100)],
    children: [],
  });
  return { ...small, tree: { ...small.tree, children: Array.from({ length: pods }, (_, i) => pod(i)) } };
}

function changes(count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: 'request',
    at,
    request: 'promote',
    reason: `${String(at)} ${nasty.slice(0, 200)}`,
  }));
}

function roundsOf(count: number, verdict: 'Failed' | 'Successful'): Report['rounds'] {
  const one = (i: number) => measurement(i, `"${nasty}"`, verdict, nasty);
  const metric = metricOf(
    { verdict, query: nasty, log: Array.from({ length: 60 }, () => nasty), message: nasty },
    ...Array.from({ length: 20 }, (_, i) => one(i)),
  );
  return Array.from({ length: count }, () => ({ ...rounds.failed, verdict, metrics: [metric, metric] }));
}

describe('a job summary that would be too long for GitHub', () => {
  it.each<[string, Partial<Report>]>([
    ['the changes', { timeline: changes(5_000) }],
    ['the pods', { details: detailsWith(5_000) }],
    ['the rounds', { rounds: [...roundsOf(30, 'Successful'), ...roundsOf(30, 'Failed')] }],
    ['the notices', { notices: Array.from({ length: 3_000 }, (_, i) => `${String(i)} ${nasty}`) }],
    ['one message', { ending: { ...ending, message: nasty.repeat(500) } }],
    ['one notice', { notices: [nasty.repeat(500)] }],
    [
      'one name',
      { target: nasty.repeat(500), where: { server: nasty.repeat(500), context: '', namespace: '' } },
    ],
    [
      'all of it',
      {
        timeline: changes(5_000),
        details: detailsWith(5_000),
        rounds: [...roundsOf(20, 'Successful'), ...roundsOf(20, 'Failed')],
        notices: Array.from({ length: 100 }, () => nasty),
      },
    ],
  ])('because of %s is shorter, and whole in what it shows', async (_, change) => {
    const text = renderSummary(reportOf({ ending, ...change }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
    expect(text).toBe(text.toWellFormed());
    const ast = await parseMarkdown(text);
    // Behind an open fence or element this would be something else.
    const [last] = ast.children?.slice(-1) ?? [];
    if (text.length > 300_000 || text.includes('Shortened')) expect(last?.type).toBe('paragraph');
    const count = (start: string): number =>
      elements(ast).filter((element) => element.startsWith(start)).length;
    expect(count('<details')).toBe(count('</details'));
    expect(nodes('heading', ast).map(textOf)[0]).toContain('aborted (checks-failed)');
  });

  it('keeps what failed and drops what is least useful first, and says that it did', () => {
    const report = reportOf({
      ending,
      rounds: [rounds.successful, rounds.failed],
      timeline: changes(500),
      details: detailsWith(100),
    });
    const whole = renderSummary(report);
    const limits = [0.9, 0.5, 0.2, 0.05].map((share) => Math.floor(whole.length * share));
    const shown = limits.map((limit) => renderSummary(report, limit));
    expect(shown.map((text, i) => text.length <= (limits[i] ?? 0))).toEqual([true, true, true, true]);
    expect(shown.every((text) => text.includes('_Shortened: '))).toBe(true);
    expect(whole).not.toContain('_Shortened: ');
    expect(shown[0]).toContain('300 earlier changes');
    expect(shown[0]).toContain('### Cluster');
    expect(shown.every((text) => text.includes('No.'))).toBe(true);
    expect(longestSummary * 3).toBeLessThanOrEqual(1_048_576);
  });
});
