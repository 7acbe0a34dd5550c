import { describe, expect, it } from '@jest/globals';
import { renderCheck, renderRoundEntry, renderRounds } from '../../src/render/check-entries.ts';
import { reportOf } from '../fixtures/reports.ts';
import { measurement, metricOf, rounds } from '../fixtures/rounds.ts';

describe('a line of the log about checks', () => {
  it('names what is begun, and what of it decides nothing', () => {
    expect(renderRoundEntry({ kind: 'checks', at: 0, round: rounds.successful })).toEqual([
      '◌ checks at the gate of step 1: success-rate, smoke, latency (dry run)',
    ]);
  });

  it('has the value, the condition and the count of a check that succeeded', () => {
    expect(rounds.successful.metrics.slice(0, 2).map(renderCheck)).toEqual([
      [
        '✔ success-rate (prometheus): measured [0.9935], [0.9912], [1], successCondition result[0] >= 0.95, successful 3 of 3',
      ],
      ['✔ smoke (web): measured "ok", successCondition result == "ok", successful 1 of 1'],
    ]);
  });

  it('has the query and where to look below a check that failed', () => {
    const [metric] = rounds.failed.metrics;
    expect(renderCheck(metric ?? metricOf({}))).toEqual([
      '✖ success-rate (prometheus): measured [0.9123], [0.8765], successCondition result[0] >= 0.95, failed 2 of 3 (limit 1)',
      '    sum(rate(http_requests_total{service="web-canary",code!~"5.."}[1m]))',
      '    / sum(rate(http_requests_total{service="web-canary"}[1m]))',
      `    ${metric?.link ?? ''}`,
    ]);
  });

  it('has the end of the log below a Job that failed', () => {
    const [metric = metricOf({})] = rounds.job.metrics;
    const log = [...Array.from({ length: 30 }, (_, i) => `line ${String(i)}`), 'the last one'];
    const lines = renderCheck({ ...metric, log });
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('    | the last one');
  });

  it('says that a dry run is one', () => {
    const [, , metric = metricOf({})] = rounds.successful.metrics;
    expect(renderCheck(metric)[0]).toMatch(/^✖ latency \(prometheus, dry run\): measured \[0\.3142\]/);
  });

  it.each([
    [1, ''],
    [4, ''],
    [5, '; of more of these not each is told'],
    [8, ''],
  ])('tells a failure that is tolerated: the number %d', (nth, more) => {
    const [metric = metricOf({})] = rounds.background.metrics;
    const [, failure = measurement(0, '')] = metric.measurements;
    const entry = { kind: 'measurement', at: 0, metric, measurement: failure, nth } as const;
    expect(renderRoundEntry(entry)).toEqual([
      `✖ error-rate (prometheus): measured [0.0723], successCondition result[0] < 0.05, failed 1 of 2 (limit 2)${more}`,
    ]);
  });

  it('tells an error that is tried again', () => {
    const [metric = metricOf({})] = rounds.error.metrics;
    const [error = measurement(0, '')] = metric.measurements;
    const counts = { ...metric.counts, error: 1, consecutiveError: 1 };
    const running = { ...metric, verdict: 'Running', counts } as const;
    const entry = { kind: 'measurement', at: 0, metric: running, measurement: error, nth: 1 } as const;
    expect(renderRoundEntry(entry)).toEqual([
      '⚠ smoke (web): could not be measured: connect ECONNREFUSED 10.0.0.7:80, 1 error in a row (limit 4)',
    ]);
  });

  it.each<[keyof typeof rounds, string]>([
    ['successful', '✔ checks at the gate of step 1: Successful, after 1m 31s'],
    ['failed', '✖ checks at the gate of step 1: Failed, after 1m 1s'],
    ['inconclusive', '? checks at the gate of step 1: Inconclusive, after 1s'],
    [
      'secret',
      '⚠ checks at the gate of step 1: Error, after 0s: There is no key token in the Secret shop/metrics, which an arg of the checks is read from. What to do: correct secretKeyRef, or make the Secret.',
    ],
  ])('tells the verdict of a round: %s', (name, says) => {
    expect(renderRoundEntry({ kind: 'verdict', at: 0, round: rounds[name] })).toEqual([says]);
  });

  it('tells why a round has none', () => {
    expect(renderRoundEntry({ kind: 'stopped', at: 0, round: rounds.stopped, why: 'passed' })).toEqual([
      '• checks at the gate of step 1: not completed: somebody passed the gate, after 31s',
    ]);
  });
});

describe('what a check measured', () => {
  it('is still told while it measures again, or was ended while it did', () => {
    const again = { value: '', message: '', startedAt: '2026-11-21T11:21:05Z' };
    for (const verdict of ['Running', 'Terminated'] as const) {
      const metric = metricOf({ verdict }, measurement(0, '7'), { ...again, verdict });
      expect(renderCheck(metric)[0]).toContain('measured 7');
    }
  });

  it('is an error where there is nothing else, also of a check that was ended', () => {
    const reset = measurement(0, '', 'Error', 'reset');
    const [only] = renderCheck(metricOf({ verdict: 'Terminated' }, reset));
    expect(only).toContain('could not be measured: reset, ended early, 1 error');
    const [beside] = renderCheck(metricOf({ verdict: 'Terminated' }, measurement(0, '5'), reset, reset));
    expect(beside).toContain('measured 5, ended early, successful 1 of 1, 2 errors');
  });

  it('has the failure that was tolerated, also where the check succeeded', () => {
    const metric = metricOf({}, measurement(0, '7'), measurement(1, '-7', 'Failed'));
    expect(renderCheck(metric)[0]).toContain('measured 7, -7, successful 1 of 2, failed 1 of 2');
  });

  it('has the words that a provider gives with a value, such as why no condition was asked', () => {
    const metric = metricOf(
      { provider: 'web', successCondition: 'result == "ok"' },
      measurement(0, 'ok', 'Successful', 'the answer is no JSON: it is taken as it is'),
    );
    expect(renderCheck(metric)).toEqual([
      '✔ success-rate (web): measured ok (the answer is no JSON: it is taken as it is), successCondition result == "ok", successful 1 of 1',
    ]);
  });

  it('is the exit code of a command, and nothing of a Job that succeeded', () => {
    const failed = metricOf({ verdict: 'Failed' }, measurement(0, 'exit code 3', 'Failed'));
    const job = metricOf({ job: { name: 'smoke', namespace: 'shop' } }, measurement(0, ''));
    expect(renderCheck(failed)[0]).toContain('measured exit code 3, failed 1 of 1');
    expect(renderCheck(job)[0]).toContain(': Job shop/smoke, successful 1 of 1');
  });
});

describe('the checks at the end of the log', () => {
  it('have each round with its checks below', () => {
    const text = renderRounds(reportOf({ rounds: [rounds.template, rounds.secret] }));
    expect(text.split('\n').map((line) => line.slice(0, 40))).toEqual([
      '✖ checks at the gate of step 1: Failed, ',
      '  ✔ web-quality/latency (datadog): measu',
      '  ✖ web-quality/errors (prometheus): mea',
      '      sum(rate(errors[1m]))',
      '⚠ checks at the gate of step 1: Error, a',
    ]);
  });

  it('are nothing without checks', () => {
    expect(renderRounds(reportOf())).toBe('');
  });
});
