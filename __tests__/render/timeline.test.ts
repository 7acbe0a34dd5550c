import { describe, expect, it } from '@jest/globals';
import { formatClock, renderEntry, renderHeartbeat } from '../../src/render/timeline.ts';
import type { Entry } from '../../src/timeline.ts';
import { reportOf, timelineOf } from '../fixtures/reports.ts';
import { metricOf, rounds } from '../fixtures/rounds.ts';
import { minute, second, sees } from '../fixtures/runs.ts';
import { type StoryName, seen } from '../fixtures/stories.ts';

const noCounts = { count: 0, successful: 0, failed: 0, inconclusive: 0, error: 0, consecutiveError: 0 };

function line(name: StoryName, what: string): string {
  return timelineOf([sees(65 * second, seen(name, what))])
    .map(renderEntry)
    .join('\n');
}

describe('a line of the log', () => {
  it('has the time, phase, step, weight, pods and message', () => {
    expect(line('release', 'gate')).toBe(
      '  1:05  ॥ Paused       step 1/8  weight 20  updated 1/5, available 5  CanaryPauseStep',
    );
  });

  it('tells the actual weight where it is another', () => {
    expect(line('traffic-routing', 'all steps done, last pod not available')).toContain(
      'weight 100 (actual 80)',
    );
  });

  it('says of an old status that it is one', () => {
    expect(line('release', 'image set, not observed')).toMatch(
      /Healthy .*\(not yet observed by the controller\)$/,
    );
  });

  it.each<readonly [Entry, string]>([
    [
      { kind: 'request', at: 0, request: 'promote', reason: 'on-pause: promote' },
      '→ promote: on-pause: promote',
    ],
    [{ kind: 'checks', at: 0, round: rounds.stopped }, '◌ checks at the gate of step 1: success-rate, soak'],
    [{ kind: 'effect', at: 0, request: 'promote', how: 'took effect' }, '← promote took effect'],
    [{ kind: 'lost', at: 0, message: 'reset' }, '! API server out of reach, trying again: reset'],
    [{ kind: 'found', at: 0, message: '' }, '! API server is back'],
  ])('%j', (entry, text) => {
    expect(renderEntry(entry)).toBe(`  0:00  ${text}`);
  });

  it('has what belongs to a check below its text', () => {
    const [metric = metricOf({})] = rounds.job.metrics;
    const lines = renderEntry({ kind: 'check', at: 5 * second, metric }).split('\n');
    expect(lines[0]).toMatch(/^ {2}0:05 {2}✖ migrate \(job\): Job shop/);
    expect(lines.slice(1)).toEqual([
      '             | Migrating…',
      '             | ERROR: column "price" does not exist',
      '             | exit 1',
    ]);
  });

  it('begins with the time, so that no text of the cluster can begin it', () => {
    const hostile: Entry = { kind: 'lost', at: 0, message: '::error::x\n::error::y ##[error]z' };
    const text = renderEntry(hostile);
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toMatch(/^ {2}0:00 /);
    expect(text).not.toContain('##[');
  });

  it('after a minute of silence says that nothing has changed', () => {
    const report = reportOf({ elapsed: 5 * minute, observation: seen('release', 'gate') });
    expect(renderHeartbeat(report, minute)).toBe('  5:00  · Paused: CanaryPauseStep, unchanged for 1m');
  });

  it('while checks are measured says which, how far they are, and how long they take at most', () => {
    const observation = seen('release', 'gate');
    const { endedAt: _, ...round } = rounds.failed;
    const [rate = metricOf({}), smoke = metricOf({})] = round.metrics;
    const metrics = [
      { ...rate, verdict: 'Running' as const, counts: { ...rate.counts, count: 2 } },
      smoke,
      { ...smoke, name: 'migrate', provider: 'job', verdict: 'Running' as const, counts: noCounts },
    ];
    const open = { ...round, verdict: 'Running' as const, metrics };
    const report = reportOf({ elapsed: 105 * second, observation, rounds: [open, rounds.background] });
    expect(renderHeartbeat(report, minute)).toBe(
      '  1:45  · Paused: CanaryPauseStep, unchanged for 1m; measuring success-rate (2 of 3, 20s to go), migrate (job), error-rate (2 so far)',
    );
    const late = reportOf({ ...report, elapsed: 10 * minute, rounds: [open] });
    expect(renderHeartbeat(late, minute)).toContain('measuring success-rate (2 of 3), migrate (job)');
  });

  it('names no more than three checks that are measured, and those that have not begun too', () => {
    const { endedAt: _, ...round } = rounds.secret;
    const names = ['a', 'b\n::error::c', 'd', 'e', 'f'].map((name) => ({ name, dryRun: false }));
    const report = reportOf({ rounds: [{ ...round, verdict: 'Running', message: '', checks: names }] });
    expect(renderHeartbeat(report, minute)).toMatch(/; measuring a, b ::error::c, d and 2 more$/);
  });

  it('says nothing of checks that are done', () => {
    expect(renderHeartbeat(reportOf({ rounds: [rounds.failed, rounds.stopped] }), minute)).not.toContain(
      'measuring',
    );
  });

  it('after a minute without the API server says that, and calls nothing unchanged', () => {
    const timeline: Entry[] = [{ kind: 'lost', at: 2 * minute, message: 'reset' }];
    const report = reportOf({ elapsed: 5 * minute, timeline });
    expect(renderHeartbeat(report, minute)).toBe('  5:00  · API server still out of reach, for 3m');
  });
});

describe('the time of a line', () => {
  it.each([
    [0, '  0:00'],
    [999, '  0:00'],
    [9 * second, '  0:09'],
    [12 * minute + 34 * second, ' 12:34'],
    [60 * minute, '1:00:00'],
    [125 * minute + second, '2:05:01'],
  ])('%d ms: "%s"', (milliseconds, text) => {
    expect(formatClock(milliseconds)).toBe(text);
  });
});
