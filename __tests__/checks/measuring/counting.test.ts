import { describe, expect, it } from '@jest/globals';
import {
  assess,
  emptyTally,
  type Outcome,
  pauseAfter,
  type Rules,
  type Tally,
  tallied,
  wantedCount,
} from '../../../src/checks/measuring/counting.ts';

const outcomes: Readonly<Record<string, Outcome>> = {
  s: 'Successful',
  f: 'Failed',
  i: 'Inconclusive',
  e: 'Error',
};

const standard: Rules = { failureLimit: 0, inconclusiveLimit: 0, consecutiveErrorLimit: 4 };

/** `sfie`: a success, a failure, an inconclusive measurement, an error. */
function tallyOf(measured: string): Tally {
  return [...measured].reduce((tally, letter) => tallied(tally, outcomes[letter] ?? 'Error'), emptyTally);
}

interface Story {
  readonly measured: string;
  readonly rules: Partial<Rules>;
  readonly verdict: string;
  readonly why?: string;
}

const every: Partial<Rules> = { interval: 1_000 };

const stories: readonly Story[] = [
  { measured: 's', rules: {}, verdict: 'Successful' },
  { measured: 'f', rules: {}, verdict: 'Failed', why: 'failed (1) > failureLimit (0)' },
  { measured: 'i', rules: {}, verdict: 'Inconclusive', why: 'inconclusive (1) > inconclusiveLimit (0)' },
  { measured: 'e', rules: {}, verdict: 'Running' },
  { measured: 'eeee', rules: {}, verdict: 'Running' },
  {
    measured: 'eeeee',
    rules: {},
    verdict: 'Error',
    why: 'consecutiveErrors (5) > consecutiveErrorLimit (4)',
  },
  { measured: 'eeees', rules: {}, verdict: 'Successful' },
  {
    measured: 'e',
    rules: { consecutiveErrorLimit: 0 },
    verdict: 'Error',
    why: 'consecutiveErrors (1) > consecutiveErrorLimit (0)',
  },
  { measured: 'esese', rules: { ...every, count: 3, consecutiveErrorLimit: 1 }, verdict: 'Running' },
  {
    measured: 'esesee',
    rules: { ...every, count: 3, consecutiveErrorLimit: 1 },
    verdict: 'Error',
    why: 'consecutiveErrors (2) > consecutiveErrorLimit (1)',
  },
  { measured: 'eseses', rules: { ...every, count: 3, consecutiveErrorLimit: 1 }, verdict: 'Successful' },
  { measured: 'ss', rules: { ...every, count: 3 }, verdict: 'Running' },
  { measured: 'sss', rules: { ...every, count: 3 }, verdict: 'Successful' },
  { measured: 'sf', rules: { ...every, count: 3 }, verdict: 'Failed', why: 'failed (1) > failureLimit (0)' },
  { measured: 'sf', rules: { ...every, count: 3, failureLimit: 1 }, verdict: 'Running' },
  {
    measured: 'ff',
    rules: { ...every, count: 3, failureLimit: 1 },
    verdict: 'Failed',
    why: 'failed (2) > failureLimit (1)',
  },
  { measured: 'fff', rules: { ...every, count: 3, failureLimit: 3 }, verdict: 'Successful' },
  { measured: 'sis', rules: { ...every, count: 3, inconclusiveLimit: 1 }, verdict: 'Successful' },
  {
    measured: 'ii',
    rules: { ...every, count: 3, inconclusiveLimit: 1 },
    verdict: 'Inconclusive',
    why: 'inconclusive (2) > inconclusiveLimit (1)',
  },
  { measured: 'ssssssss', rules: every, verdict: 'Running' },
  { measured: 's', rules: { ...every, count: 0 }, verdict: 'Running' },
  { measured: 's', rules: { count: 0 }, verdict: 'Successful' },
  { measured: 'sfss', rules: { ...every, failureLimit: 1, consecutiveSuccessLimit: 3 }, verdict: 'Running' },
  {
    measured: 'sfsss',
    rules: { ...every, failureLimit: 1, consecutiveSuccessLimit: 3 },
    verdict: 'Successful',
  },
  { measured: 'ssess', rules: { ...every, consecutiveSuccessLimit: 3 }, verdict: 'Running' },
  {
    measured: 'ssiss',
    rules: { ...every, inconclusiveLimit: 1, consecutiveSuccessLimit: 3 },
    verdict: 'Running',
  },
  {
    measured: 'ssfss',
    rules: { ...every, count: 5, failureLimit: 1, consecutiveSuccessLimit: 3 },
    verdict: 'Inconclusive',
  },
  {
    measured: 'ssfss',
    rules: { ...every, count: 5, failureLimit: -1, consecutiveSuccessLimit: 3 },
    verdict: 'Failed',
  },
  {
    measured: 'ffffss',
    rules: { ...every, failureLimit: -1, consecutiveSuccessLimit: 2 },
    verdict: 'Successful',
  },
  { measured: 'fff', rules: { ...every, failureLimit: -1, consecutiveSuccessLimit: 2 }, verdict: 'Running' },
  { measured: 's', rules: { ...every, count: 1, consecutiveSuccessLimit: 0 }, verdict: 'Successful' },
];

describe('a metric', () => {
  it.each(stories)(
    'that measured $measured with $rules is $verdict',
    ({ measured, rules, verdict, why = '' }) => {
      expect(assess({ ...standard, ...rules }, tallyOf(measured))).toEqual({ verdict, why });
    },
  );

  it('counts errors apart, and what came in a row', () => {
    expect(tallyOf('ssfiessee')).toEqual({
      count: 6,
      successful: 4,
      failed: 1,
      inconclusive: 1,
      error: 3,
      consecutiveError: 2,
      consecutiveSuccess: 0,
    });
    expect(tallyOf('fss').consecutiveSuccess).toBe(2);
  });

  it('is measured once without count and interval, and for ever with an interval alone', () => {
    expect(wantedCount({})).toBe(1);
    expect(wantedCount({ count: 3, interval: 1 })).toBe(3);
    expect(wantedCount({ interval: 1 })).toBe(Infinity);
  });

  it('is measured again after its interval, and after an error in 10 s whatever the interval', () => {
    for (const outcome of ['Successful', 'Failed', 'Inconclusive'] as const)
      expect(pauseAfter({ interval: 60_000 }, outcome)).toBe(60_000);
    expect(pauseAfter({ interval: 60_000 }, 'Error')).toBe(10_000);
    expect(pauseAfter({ interval: 1_000 }, 'Error')).toBe(10_000);
    expect(pauseAfter({}, 'Error')).toBe(10_000);
  });
});
