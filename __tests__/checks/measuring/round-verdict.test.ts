import { describe, expect, it } from '@jest/globals';
import { assessRound, type MetricOutcome } from '../../../src/checks/measuring/round-verdict.ts';

const metric = (
  name: string,
  verdict: MetricOutcome['verdict'],
  more: Partial<MetricOutcome> = {},
): MetricOutcome => ({
  name,
  verdict,
  dryRun: false,
  why: '',
  lastMessage: '',
  ...more,
});

describe('a round', () => {
  it('runs until all are done, those in dry run too', () => {
    expect(assessRound([metric('a', 'Successful'), metric('b', 'Running')], false).verdict).toBe('Running');
    expect(assessRound([metric('a', 'Successful'), metric('b', 'Pending')], false).verdict).toBe('Running');
    const dry = metric('b', 'Running', { dryRun: true });
    expect(assessRound([metric('a', 'Successful'), dry], false).verdict).toBe('Running');
  });

  it.each([
    { verdicts: ['Successful', 'Successful'], worst: 'Successful' },
    { verdicts: ['Successful', 'Inconclusive'], worst: 'Inconclusive' },
    { verdicts: ['Inconclusive', 'Error'], worst: 'Error' },
    { verdicts: ['Error', 'Failed', 'Inconclusive'], worst: 'Failed' },
  ] as const)('of $verdicts is $worst', ({ verdicts, worst }) => {
    const metrics = verdicts.map((verdict, index) => metric(String(index), verdict));
    expect(assessRound(metrics, false).verdict).toBe(worst);
  });

  it('is not judged by what runs dry, and is Successful with nothing else', () => {
    const dry = metric('b', 'Failed', { dryRun: true, why: 'failed (1) > failureLimit (0)' });
    expect(assessRound([metric('a', 'Successful'), dry], false)).toEqual({
      verdict: 'Successful',
      message: '',
    });
    expect(assessRound([dry], false)).toEqual({ verdict: 'Successful', message: '' });
  });

  it('is judged by what is done when it was ended', () => {
    const failed = metric('a', 'Failed', { why: 'failed (1) > failureLimit (0)' });
    expect(assessRound([metric('b', 'Terminated'), failed], true)).toEqual({
      verdict: 'Failed',
      message: 'Metric "a" assessed Failed due to failed (1) > failureLimit (0)',
    });
  });

  it('says which metric it was, with the error of its last measurement', () => {
    const why = 'consecutiveErrors (5) > consecutiveErrorLimit (4)';
    const error = metric('b', 'Error', { why, lastMessage: 'received non 2xx response code: 500' });
    expect(assessRound([metric('a', 'Successful'), error], false).message).toBe(
      `Metric "b" assessed Error due to ${why}: "Error Message: received non 2xx response code: 500"`,
    );
  });

  it('names the first of several that are as bad', () => {
    const why = 'failed (1) > failureLimit (0)';
    const metrics = [metric('a', 'Failed', { why }), metric('b', 'Failed', { why })];
    expect(assessRound(metrics, false).message).toContain('Metric "a"');
  });
});
