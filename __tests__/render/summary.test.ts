import { describe, expect, it } from '@jest/globals';
import type { Diagnosis } from '../../src/diagnose/finding.ts';
import type { Ending } from '../../src/ends.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Report } from '../../src/report.ts';
import { observe } from '../../src/targets/argo-rollout/observe.ts';
import { readDetails } from '../../src/targets/argo-rollout/details.ts';
import type { Details } from '../../src/targets/target.ts';
import { type MarkdownNode, elements, nodes, parseMarkdown, textOf, types } from '../fixtures/markdown.ts';
import { eventsOf, reportOf, timelineOf } from '../fixtures/reports.ts';
import { planOf } from '../fixtures/runs.ts';
import { seen } from '../fixtures/stories.ts';
import { tree, treeClient, type TreeName } from '../fixtures/trees.ts';

const paused: Ending = { ended: 'paused', reason: 'gate', message: 'It waits.', succeeded: true };
const details = await detailsOf('gate');

function detailsOf(name: TreeName): Promise<Details> {
  const { signal } = new AbortController();
  return readDetails(treeClient(tree(name)), { namespace: 'shop', name: 'web' }, undefined, signal);
}

async function summary(change: Partial<Report>): Promise<MarkdownNode> {
  return await parseMarkdown(renderSummary(reportOf({ ending: paused, ...change })));
}

/** The rows of the n-th table, cell by cell. */
function rows(ast: MarkdownNode, index: number): readonly (readonly string[])[] {
  const found = nodes('table', ast)[index];
  return nodes('tableRow', found ?? { type: 'none' }).map((row) => nodes('tableCell', row).map(textOf));
}

describe('the job summary', () => {
  it('begins with how it ended, then says why', async () => {
    const [first, second] = (await summary({})).children ?? [];
    expect(first).toMatchObject({ type: 'heading', depth: 2 });
    expect(textOf(first ?? { type: '' })).toBe('॥ rollout/web: paused (gate)');
    expect(textOf(second ?? { type: '' })).toBe('It waits.');
  });

  it('has the facts, and the state that a person can type', async () => {
    const facts = new Map(rows(await summary({ details }), 0) as [string, string][]);
    expect(Object.fromEntries(facts)).toEqual({
      Operation: 'deploy',
      Cluster: 'https://10.0.0.1:6443, context prod',
      Namespace: 'shop',
      Image: 'ghcr.io/acme/web:1.1.0',
      'Stable image': 'ghcr.io/acme/web:1.0.0',
      Phase: 'Paused: CanaryPauseStep',
      Step: '1 of 8',
      Weight: '20 % desired, 20 % actual',
      Revision: '2',
      State: '66c8458db7.1.tounhb',
      Duration: '1m 5s',
    });
  });

  it('has each step with the time at which it was reached, and how long it took', async () => {
    const timeline = timelineOf(eventsOf('release').slice(2, 8), planOf({ operation: 'follow', images: [] }));
    expect(rows(await summary({ timeline }), 1).slice(0, 5)).toEqual([
      ['Step', 'What', 'Reached after', 'Took'],
      ['0', 'setWeight 20', '2s', '1s'],
      ['1', 'pause', '3s', '4s'],
      ['2', 'setWeight 40', '7s', 'lasts'],
      ['3', 'pause 10s', '', ''],
    ]);
  });

  it('has the tree and every change as text', async () => {
    const timeline = timelineOf(eventsOf('release'), planOf({ operation: 'follow', images: [] }));
    const blocks = nodes('code', await summary({ timeline, details })).map(textOf);
    expect(blocks[0]).toContain('⟳ web');
    expect(blocks[1]?.split('\n')).toHaveLength(timeline.length);
  });

  it('has every analysis, those that succeeded too', async () => {
    const ast = await summary({ details: await detailsOf('analysis-failed') });
    expect(nodes('heading', ast).map(textOf)).toContain('Analyses');
    expect(textOf(ast)).toContain('web-5bd4575558-2-1');
    expect(textOf(ast)).toContain('failed 1 of 1 (limit 0)');
  });

  it('of a blueGreen has no weights', async () => {
    const facts = rows(await summary({ details: await detailsOf('blue-green-preview') }), 0);
    expect(facts.map(([name]) => name)).not.toContain('Weight');
  });

  it('leaves out what is not known: an end before the first look has no empty tables', async () => {
    const { observation: _, where: __, ...early } = reportOf({ ending: paused });
    const ast = await parseMarkdown(renderSummary(early));
    expect(rows(ast, 0).map(([name]) => name)).toEqual(['Operation', 'Duration']);
    expect(nodes('table', ast)).toHaveLength(1);
    expect(nodes('heading', ast)).toHaveLength(1);
  });

  it('says why the pods were not ready, before the facts, unless it ended well', async () => {
    const diagnosis: Diagnosis = {
      problem: '2 of 3 pods cannot pull web:2: not found',
      evidence: ['pod web-1: ErrImagePull', '``` # no heading'],
      advice: 'Push the image.',
      cause: 'unknown-image',
      final: true,
      pods: { affected: 2, ready: 1, total: 3 },
    };
    const ended: Ending = { ended: 'aborted', reason: 'timed-out', message: '', succeeded: false };
    const ast = await summary({ diagnoses: [diagnosis], ending: ended });
    expect(nodes('heading', ast).map(textOf).slice(0, 2)).toEqual([expect.any(String), 'Pods']);
    expect(nodes('strong', ast).map(textOf)).toContain(diagnosis.problem);
    expect(nodes('code', ast).map(textOf)[0]).toBe(diagnosis.evidence.join('\n'));
    expect(textOf(ast)).toContain(diagnosis.advice);
    const well = await summary({ diagnoses: [diagnosis] });
    expect(nodes('heading', well).map(textOf)).not.toContain('Pods');
  });

  it('shows notices as quotes', async () => {
    const quotes = nodes('blockquote', await summary({ notices: ['pods are not shown.'] }));
    expect(quotes.map(textOf)).toEqual(['pods are not shown.']);
  });

  it('no text from outside becomes an element, a link or a heading', async () => {
    const nasty = '</summary><b>x</b> [l](http://e) | `c` ``` \n# h';
    const ast = await summary({
      target: nasty,
      operation: nasty,
      ending: { ...paused, message: nasty },
      notices: [nasty],
      observation: { ...seen('release', 'gate'), message: nasty },
      details: { ...details, tree: { ...details.tree, name: nasty } },
    });
    expect(types(ast).has('link')).toBe(false);
    expect(nodes('heading', ast).map(textOf)).toHaveLength(3);
    expect(elements(ast)).toEqual(['<br>']);
    expect(rows(ast, 0).every((row) => row.length === 2)).toBe(true);
  });

  it('of a Rollout without steps has no steps', async () => {
    const { rollout } = tree('gate');
    const noSteps = { ...rollout, spec: { ...rollout.spec, strategy: { canary: {} } } };
    const ast = await summary({ observation: observe(noSteps) });
    expect(nodes('heading', ast).map(textOf)).not.toContain('Steps');
  });
});
