import { describe, expect, it } from '@jest/globals';
import type { Round } from '../../src/checks/round.ts';
import { renderChecks } from '../../src/render/checks.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Entry } from '../../src/timeline.ts';
import { type MarkdownNode, nodes, parseMarkdown, textOf } from '../fixtures/markdown.ts';
import { reportOf } from '../fixtures/reports.ts';
import { measurement, metricOf, rounds } from '../fixtures/rounds.ts';

const ending = { ended: 'aborted', reason: 'checks-failed', message: 'No.', succeeded: false } as const;

/** The section as a reader sees it. */
async function section(all: readonly Round[], timeline: readonly Entry[] = []): Promise<MarkdownNode> {
  return await parseMarkdown(renderChecks(reportOf({ rounds: all, timeline })));
}

/** The rows of the n-th table, cell by cell; a line break is a blank. */
function rows(ast: MarkdownNode, index = 0): readonly (readonly string[])[] {
  const found = nodes('table', ast)[index];
  const text = (cell: MarkdownNode): string => textOf(cell).replaceAll('\n', ' / ');
  return nodes('tableRow', found ?? { type: 'none' }).map((row) => nodes('tableCell', row).map(text));
}

function headings(ast: MarkdownNode): readonly string[] {
  return nodes('heading', ast).map(textOf);
}

describe('the checks in the job summary', () => {
  it('are a table with everything that was asked and found', async () => {
    const ast = await section([rounds.successful]);
    expect(headings(ast)).toEqual(['Checks', '✔ Checks at the gate of step 1: Successful']);
    expect(textOf(nodes('paragraph', ast)[0] ?? ast)).toBe(
      'Began at 11:20:05 UTC, took 1m 31s, candidate 66c8458db7.',
    );
    expect(rows(ast)).toEqual([
      ['Check', 'Verdict', 'Measured', 'Condition', 'Times', 'Failures', 'Took'],
      [
        'success-rate prometheus',
        '✔ Successful',
        '[0.9935], [0.9912], [1]',
        'successCondition result[0] >= 0.95',
        '3 of 3',
        '0 (limit 0)',
        '1m 1s',
      ],
      ['smoke web', '✔ Successful', '"ok"', 'successCondition result == "ok"', '1 of 1', '0 (limit 0)', '1s'],
      [
        'latency prometheus',
        '✖ Failed (dry run)',
        '[0.3142]',
        'successCondition result[0] < 0.2',
        '1 of 1',
        '1 (limit 0)',
        '1s',
      ],
    ]);
  });

  it('that failed are followed by each measurement with its time, the query and a link', async () => {
    const ast = await section([rounds.failed]);
    expect(rows(ast, 1)).toEqual([
      ['Time (UTC)', 'Measured', 'Verdict'],
      ['11:20:05', '[0.9935]', '✔ Successful'],
      ['11:20:35', '[0.9123]', '✖ Failed'],
      ['11:21:05', '[0.8765]', '✖ Failed'],
    ]);
    expect(nodes('code', ast).map(textOf)).toEqual([rounds.failed.metrics[0]?.query]);
    const [see] = nodes('link', ast);
    expect(textOf(see ?? ast)).toBe('prometheus.monitoring:9090');
    const { searchParams } = new URL((see as unknown as { readonly url: string }).url);
    expect(searchParams.get('g0.expr')).toBe(rounds.failed.metrics[0]?.query);
  });

  it('show what failed, and fold away the dry run and what succeeded', async () => {
    const html = (round: Round): Promise<readonly string[]> =>
      section([round]).then((ast) =>
        nodes('html', ast)
          .map(({ value = '' }) => value)
          .filter((value) => value.startsWith('<details')),
      );
    expect(await html(rounds.failed)).toEqual([
      '<details open><summary>✖ success-rate (prometheus): 3 measurements</summary>',
    ]);
    const tolerated = metricOf({}, measurement(0, '1', 'Failed'), measurement(1, '2'));
    expect(await html({ ...rounds.successful, metrics: [tolerated] })).toEqual([
      '<details><summary>✔ success-rate (prometheus): 2 measurements</summary>',
    ]);
    expect(await html(rounds.successful)).toEqual([
      '<details><summary>✖ latency (prometheus, dry run): 1 measurement</summary>',
      '<details><summary>What was asked</summary>',
    ]);
  });

  it('have both conditions in the words of the user, and how often they were undecided', async () => {
    expect(rows(await section([rounds.inconclusive]))[1]).toEqual([
      'success-rate prometheus',
      '? Inconclusive',
      '[0.9435]',
      'successCondition result[0] >= 0.95 / failureCondition result[0] < 0.9',
      '1 of 1',
      '0 (limit 0) / 1 inconclusive (limit 0)',
      '1s',
    ]);
  });

  it('that could not be measured say why, and how often', async () => {
    const ast = await section([rounds.error]);
    expect(rows(ast)[1]).toEqual([
      'smoke web',
      '⚠ Error',
      'could not be measured: connect ECONNREFUSED 10.0.0.7:80',
      '',
      '0',
      '0 (limit 0) / 5 errors (limit 4)',
      '41s',
    ]);
    expect(rows(ast, 1)[5]).toEqual(['11:20:45', '⚠ Error', 'connect ECONNREFUSED 10.0.0.7:80']);
  });

  it('tell errors in a row apart from all of them', async () => {
    const good = measurement(10, '1');
    const bad = measurement(0, '', 'Error', 'reset');
    const round = { ...rounds.error, metrics: [metricOf({}, bad, good, bad, bad, good, bad)] };
    expect(rows(await section([round]))[1]?.[5]).toBe('0 (limit 0) / 4 errors, 1 in a row (limit 4)');
  });

  it('ask for successes in a row, and may have no limit', async () => {
    const { limits } = rounds.failed.metrics[1] ?? rounds.failed.metrics[0]!;
    const metric = metricOf(
      { successCondition: 'result > 1', limits: { ...limits, failure: '-1', consecutiveSuccess: '3' } },
      measurement(0, '2'),
    );
    expect(rows(await section([{ ...rounds.failed, metrics: [metric] }]))[1]?.slice(3, 6)).toEqual([
      'successCondition result > 1 / 3 times in a row',
      '1',
      '0 (no limit)',
    ]);
  });

  it('that took no time are not told in milliseconds', async () => {
    const quick = { ...measurement(0, '1'), finishedAt: '2026-11-21T11:20:05.021Z' };
    const ast = await section([{ ...rounds.successful, metrics: [metricOf({}, quick)] }]);
    expect(rows(ast)[1]?.[6]).toBe('< 1s');
  });

  it('of a template are its metrics', async () => {
    const ast = await section([rounds.template]);
    expect(rows(ast).map(([name, verdict]) => [name, verdict])).toEqual([
      ['Check', 'Verdict'],
      ['web-quality/latency datadog', '✔ Successful'],
      ['web-quality/errors prometheus', '✖ Failed'],
    ]);
  });

  it('of a Job have the end of its log, and why it failed', async () => {
    const ast = await section([rounds.job]);
    expect(rows(ast, 1)[1]).toEqual([
      '11:20:05',
      '✖ Failed',
      'BackoffLimitExceeded: Job has reached the specified backoff limit',
    ]);
    expect(nodes('code', ast).map(textOf)).toEqual([
      'Migrating…\nERROR: column "price" does not exist\nexit 1',
    ]);
    expect(textOf(ast)).toContain('The end of the log of Job shop/migrate-3f2a91c0de-1:');
  });

  it('that were stopped say so, and what was not run at all', async () => {
    const entry: Entry = { kind: 'stopped', at: 0, round: rounds.stopped, why: 'passed' };
    const ast = await section([rounds.stopped], [entry]);
    expect(headings(ast)[1]).toBe('• Checks at the gate of step 1: not completed: somebody passed the gate');
    expect(rows(ast).slice(1)).toEqual([
      [
        'success-rate prometheus',
        '• ended early',
        '[0.9935], [1]',
        'successCondition result[0] >= 0.95',
        '2 of 3',
        '0 (limit 0)',
        '31s',
      ],
      ['soak web', '• not run', '', '', '', '', ''],
    ]);
  });

  it('that an arg kept from being measured are all there, with the reason', async () => {
    const ast = await section([rounds.secret]);
    expect(rows(ast).slice(1)).toEqual([
      ['success-rate', '• not run', '', '', '', '', ''],
      ['latency', '• not run (dry run)', '', '', '', '', ''],
    ]);
    expect(textOf(ast)).toContain('There is no key token in the Secret shop/metrics');
    expect(textOf(ast)).toContain('What to do: correct secretKeyRef, or make the Secret.');
  });

  it('in the background last as long as the release, and end with it', async () => {
    const heading = async (round: Round, timeline: readonly Entry[] = []): Promise<readonly string[]> => {
      const ast = await section([round], timeline);
      return [headings(ast)[1] ?? '', rows(ast)[1]?.[1] ?? ''];
    };
    expect(await heading(rounds.background)).toEqual(['◌ Background checks: Running', '◌ Running']);
    const ended: Round = { ...rounds.background, endedAt: rounds.background.startedAt, stopped: true };
    const entry: Entry = { kind: 'stopped', at: 0, round: ended, why: 'complete' };
    expect(await heading(ended, [entry])).toEqual([
      '• Background checks: ended with the release',
      '• ended with the release',
    ]);
  });

  it('that the end of the run cut off are not completed', async () => {
    const ast = await parseMarkdown(renderChecks(reportOf({ rounds: [rounds.background], ending })));
    expect(headings(ast)[1]).toBe('• Background checks: not completed: the run ended');
    expect(rows(ast)[1]?.[1]).toBe('• ended early');
  });

  it('have a table for each round in order, and before them what speaks against the release', async () => {
    const ast = await section([rounds.background, rounds.successful, rounds.failed]);
    expect(headings(ast)).toEqual([
      'Checks',
      '✖ Checks at the gate of step 1: Failed',
      '◌ Background checks: Running',
      '✔ Checks at the gate of step 1: Successful',
    ]);
  });

  it('have an end, however many measurements and lines of log there are', async () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      measurement(i, String(i), 'Failed', 'm'.repeat(9_999)),
    );
    const metric = metricOf(
      { verdict: 'Failed', query: 'q'.repeat(99_999), log: many.map(() => 'l'.repeat(9_999)) },
      ...many,
    );
    const text = renderChecks(reportOf({ rounds: [{ ...rounds.failed, metrics: [metric] }] }));
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain('the last 20 of 1000 measurements');
  });

  it('stand before the facts, and nowhere without checks', () => {
    const text = renderSummary(reportOf({ rounds: [rounds.failed], ending }));
    expect(text.indexOf('### Checks')).toBeGreaterThan(0);
    expect(text.indexOf('### Checks')).toBeLessThan(text.indexOf('| Operation |'));
    expect(renderChecks(reportOf())).toBe('');
  });
});
