import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report.ts';
import { logReporter } from '../../src/reporters/log.ts';
import { readDetails } from '../../src/targets/argo-rollout/details.ts';
import { captureLog } from '../fixtures/captured-log.ts';
import { eventsOf, reportOf, timelineOf } from '../fixtures/reports.ts';
import { rounds } from '../fixtures/rounds.ts';
import { minute, second } from '../fixtures/runs.ts';
import { seen } from '../fixtures/stories.ts';
import { tree, treeClient } from '../fixtures/trees.ts';

const timeline = timelineOf(eventsOf('release'));

/** The log of these reports, the last one as the end. */
async function logOf(...reports: readonly Report[]): Promise<readonly string[]> {
  const { log } = await captureLog(async () => {
    const reporter = logReporter();
    for (const report of reports) reporter.update(report);
    const last = reports.at(-1);
    if (last?.ending !== undefined) await reporter.close(last);
  });
  return log.split('\n').slice(0, -1);
}

function count(lines: readonly string[], part: string): number {
  return lines.filter((line) => line.includes(part)).length;
}

describe('the log', () => {
  it('says first where the run works, once', async () => {
    const lines = await logOf(reportOf(), reportOf({ timeline: timeline.slice(0, 1) }), reportOf());
    expect(lines[0]).toBe('Cluster https://10.0.0.1:6443, context prod, namespace shop');
    expect(count(lines, 'Cluster ')).toBe(1);
  });

  it('prints no line twice, however often the report is renewed', async () => {
    const reports = timeline.flatMap((_, i) => {
      const report = reportOf({ timeline: timeline.slice(0, i + 1), elapsed: i * second });
      return [report, report];
    });
    const lines = await logOf(...reports);
    expect(lines).toHaveLength(new Set(lines).size);
    expect(lines.filter((line) => /^ *\d+:\d\d {2}/.test(line))).toHaveLength(timeline.length);
  });

  it('puts the changes into one group, which it closes before the end', async () => {
    const ending = { ended: 'healthy', reason: 'completed', message: 'Done.', succeeded: true } as const;
    const lines = await logOf(reportOf({ timeline: timeline.slice(0, 2) }), reportOf({ timeline, ending }));
    expect(count(lines, '::group::deploy rollout/web')).toBe(1);
    expect(count(lines, '::endgroup::')).toBe(1);
    expect(lines.indexOf('::endgroup::')).toBeLessThan(lines.indexOf('✔ rollout/web: healthy (completed)'));
  });

  it('says each notice once', async () => {
    const lines = await logOf(
      reportOf({ notices: ['first'] }),
      reportOf({ notices: ['first'] }),
      reportOf({ notices: ['first', 'second'] }),
    );
    expect(lines.filter((line) => line.startsWith('::notice'))).toEqual([
      '::notice::first',
      '::notice::second',
    ]);
  });

  it('says each warning once, as one', async () => {
    const lines = await logOf(reportOf({ warnings: ['No.'] }), reportOf({ warnings: ['No.', '::error::x'] }));
    expect(lines.filter((line) => line.startsWith('::warning'))).toEqual([
      '::warning::No.',
      '::warning::: :error::x',
    ]);
  });

  it('shows a sign of life after a minute of silence, and each minute after that', async () => {
    const quiet = [0, 30, 59, 60, 90, 119, 120, 121].map((seconds) =>
      reportOf({ timeline: timeline.slice(0, 1), elapsed: seconds * second }),
    );
    const lines = await logOf(...quiet);
    expect(lines.filter((line) => line.includes('unchanged'))).toEqual([
      '  1:00  · Paused: CanaryPauseStep, unchanged for 1m',
      '  2:00  · Paused: CanaryPauseStep, unchanged for 1m',
    ]);
  });

  it('is silent about silence when something was told, or nothing was seen', async () => {
    const told = [0, 50, 100].map((seconds, i) =>
      reportOf({ timeline: timeline.slice(0, i + 1), elapsed: seconds * second }),
    );
    expect(count(await logOf(...told), 'unchanged')).toBe(0);
    const { observation: _, ...blind } = reportOf({ elapsed: 5 * minute });
    expect(count(await logOf(blind), 'unchanged')).toBe(0);
  });

  it('ends with the tree and how it ended', async () => {
    const signal = new AbortController().signal;
    const details = await readDetails(
      treeClient(tree('gate')),
      { namespace: 'shop', name: 'web' },
      undefined,
      signal,
    );
    const ending = { ended: 'paused', reason: 'gate', message: 'It waits.', succeeded: true } as const;
    const lines = await logOf(reportOf({ timeline, details, ending }));
    expect(count(lines, '⟳ web')).toBe(1);
    expect(lines.slice(-2)).toEqual(['॥ rollout/web: paused (gate)', 'It waits.']);
  });

  it('tells the analyses that did not succeed between the tree and how it ended', async () => {
    const place = { namespace: 'shop', name: 'web' };
    const details = await readDetails(
      treeClient(tree('analysis-failed')),
      place,
      undefined,
      new AbortController().signal,
    );
    const ending = { ended: 'aborted', reason: 'by-controller', message: 'No.', succeeded: true } as const;
    const lines = await logOf(reportOf({ timeline, details, ending }));
    const at = (part: string): number => lines.findIndex((line) => line.includes(part));
    expect(at('✖ success-rate (prometheus): measured [0.87]')).toBeGreaterThan(at('⟳ web'));
    expect(at('✖ success-rate')).toBeLessThan(at('↩ rollout/web'));
    expect(count(lines, 'ready (web)')).toBe(0);
  });

  it('tells what the checks measured between the tree and how it ended: its group is folded', async () => {
    const ending = { ended: 'aborted', reason: 'checks-failed', message: 'No.', succeeded: true } as const;
    const lines = await logOf(reportOf({ timeline, rounds: [rounds.failed], ending }));
    const at = (part: string): number => lines.findIndex((line) => line.includes(part));
    expect(at('✖ checks at the gate of step 1: Failed, after 1m 1s')).toBeGreaterThan(at('::endgroup::'));
    expect(at('  ✖ success-rate (prometheus): measured [0.9123], [0.8765]')).toBeLessThan(
      at('↩ rollout/web'),
    );
    expect(at('  ✔ smoke (web): measured "ok"')).toBeGreaterThan(0);
  });

  it('makes the step red by an error that holds what happened and what to do', async () => {
    const message = 'It timed out.\nWhat to do: look.';
    const failed = { ended: 'aborted', reason: 'timed-out', message, succeeded: false } as const;
    const { log, exitCode } = await captureLog(() => logReporter().close(reportOf({ ending: failed })));
    expect(log).toContain('::error::↩ rollout/web: aborted (timed-out)%0AIt timed out.%0AWhat to do: look.');
    expect(exitCode).toBe(1);
  });

  it('points at what is wrong in files, nine times at most: GitHub shows ten errors, and one says how it ended', async () => {
    const annotations = Array.from({ length: 12 }, (_, i) => ({
      file: 'deploy/a,b:c.yaml',
      line: i + 1,
      column: 3,
      title: 'The input checks is wrong',
      message: `No. ${String(i)}\n::error::x ##[error]y`,
    }));
    const refused = { ended: 'refused', reason: 'bad-input', message: 'No.', succeeded: false } as const;
    const ending = { ...refused, annotations };
    const { log } = await captureLog(() => logReporter().close(reportOf({ ending })));
    const lines = log.split('\n').filter((line) => line.startsWith('::error'));
    expect(lines).toHaveLength(10);
    expect(lines[1]).toBe(
      '::error title=The input checks is wrong,file=deploy/a%2Cb%3Ac.yaml,line=2,col=3::No. 1 ::error::x # #[error]y',
    );
    expect(lines.at(-1)).toMatch(/^::error::✖ rollout\/web: refused/);
  });

  it('leaves a step green that did what it was asked for', async () => {
    const ending = { ended: 'unchanged', reason: 'nothing-to-do', message: '', succeeded: true } as const;
    const { log, exitCode } = await captureLog(() => logReporter().close(reportOf({ ending })));
    expect(log).not.toContain('::error');
    expect(exitCode).toBeUndefined();
  });

  it('lets no text from outside begin a command', async () => {
    const nasty = 'x\n::error::y ##[error]z\r::set-output name=a::b';
    const observation = { ...seen('release', 'gate'), message: nasty };
    const ending = { ended: 'unknown', reason: 'failed', message: nasty, succeeded: true } as const;
    const lines = await logOf(
      reportOf({
        target: nasty,
        where: { server: nasty, context: nasty, namespace: nasty },
        observation,
        timeline: [{ kind: 'request', at: 0, request: 'promote', reason: nasty }],
        ending,
      }),
    );
    const commands = lines.filter((line) => /^\s*::/.test(line) || line.includes('##['));
    expect(commands.filter((line) => !/^::(group|endgroup)::/.test(line))).toEqual([]);
  });
});
