import { describe, expect, it } from '@jest/globals';
import type { Round, RoundName } from '../../src/checks/round.ts';
import { describeRound, explainRound, messageOf, outcomeOf, stopCauses } from '../../src/render/round.ts';
import { reportOf } from '../fixtures/reports.ts';
import { atGate, metricOf, measurement, rounds } from '../fixtures/rounds.ts';

const before = 'The checks at the gate of step 1';

describe('what a round is of', () => {
  it.each<[Partial<RoundName>, string]>([
    [{}, 'checks at the gate of step 1'],
    [{ step: 0 }, 'checks at the gate of step 0'],
    [{ when: 'background' }, 'background checks'],
    [{ when: 'healthy' }, 'checks after Healthy'],
  ])('%j: %s', (change, words) => {
    expect(describeRound({ ...atGate, ...change })).toBe(words);
  });

  it('a blueGreen has no steps: its gate is before the switch', () => {
    expect(describeRound({ when: 'pause', candidate: 'abc' })).toBe('checks before the switch');
  });
});

describe('why the checks do not let a release pass', () => {
  it.each<[keyof typeof rounds, string]>([
    [
      'failed',
      `${before} failed: success-rate (prometheus): measured [0.9123], [0.8765], successCondition result[0] >= 0.95, failed 2 of 3 (limit 1).`,
    ],
    [
      'error',
      `${before} ended with an error: smoke (web): could not be measured: connect ECONNREFUSED 10.0.0.7:80, 5 errors in a row (limit 4).`,
    ],
    [
      'inconclusive',
      `${before} were inconclusive: success-rate (prometheus): measured [0.9435], successCondition result[0] >= 0.95, failureCondition result[0] < 0.9, inconclusive 1 of 1 (limit 0).`,
    ],
    [
      'template',
      `${before} failed: web-quality/errors (prometheus): measured [0.5], successCondition result[0] < 0.05, failed 1 of 1 (limit 0).`,
    ],
    [
      'job',
      `${before} failed: migrate (job): Job shop/migrate-3f2a91c0de-1: BackoffLimitExceeded: Job has reached the specified backoff limit, failed 1 of 1 (limit 0).`,
    ],
    [
      'secret',
      `${before} could not be measured: There is no key token in the Secret shop/metrics, which an arg of the checks is read from.\nWhat to do: correct secretKeyRef, or make the Secret.`,
    ],
  ])('%s', (name, says) => {
    expect(explainRound(rounds[name])).toBe(says);
  });

  it('names the others that failed with it, and no dry run', () => {
    const bad = measurement(0, '1', 'Failed');
    const metrics = ['a', 'b', 'dry'].map((name) =>
      metricOf({ name, provider: 'web', verdict: 'Failed', dryRun: name === 'dry' }, bad),
    );
    expect(explainRound({ ...rounds.failed, metrics: metrics.toReversed() })).toBe(
      `${before} failed: b (web): measured 1, failed 1 of 1 (limit 0). The same goes for a (web).`,
    );
  });

  it('is the whole message, where no metric says it, and only then', () => {
    const message = 'Metric "success-rate" assessed Failed due to failed (2) > failureLimit (1)';
    expect(messageOf({ ...rounds.failed, message })).toBe('');
    expect(messageOf({ ...rounds.failed, message, metrics: [] })).toBe(message);
  });

  it('tells the beginning of a long error, and the whole reason of a Job that has no value', () => {
    const error = metricOf({ verdict: 'Error' }, measurement(0, '', 'Error', 'x'.repeat(1000)));
    const text = explainRound({ ...rounds.error, metrics: [error] });
    expect(text).toContain(`could not be measured: ${'x'.repeat(200)}…, 1 error in a row`);
  });
});

describe('what became of a round', () => {
  it.each<[string, Round, Parameters<typeof outcomeOf>[1], string]>([
    ['has a verdict', rounds.failed, undefined, '✖ Failed'],
    ['is measured', rounds.background, undefined, '◌ Running'],
    ['whose gate was passed', rounds.stopped, 'passed', '• not completed: somebody passed the gate'],
    ['of a run that was cancelled', rounds.stopped, 'cancelled', '• not completed: the run was cancelled'],
    ['stopped, nobody knows why', rounds.stopped, undefined, '• not completed'],
    ['of a complete release', rounds.background, 'complete', '• ended with the release'],
    ['still measured at the end', rounds.background, 'ended', '• not completed: the run ended'],
  ])('that %s', (_, round, why, says) => {
    const { icon, words } = outcomeOf(round, why);
    expect(`${icon} ${words}`).toBe(says);
  });

  it('is known from the timeline, and from the end of the run', () => {
    const ending = { ended: 'paused', reason: 'timed-out', message: '', succeeded: false } as const;
    const entry = { kind: 'stopped', at: 0, round: rounds.stopped, why: 'passed' } as const;
    const causeOf = stopCauses(reportOf({ timeline: [entry], ending }));
    expect([rounds.stopped, rounds.background, rounds.failed].map(causeOf)).toEqual([
      'passed',
      'ended',
      undefined,
    ]);
    expect(stopCauses(reportOf({}))(rounds.background)).toBeUndefined();
  });
});
