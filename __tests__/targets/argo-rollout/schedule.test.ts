import { describe, expect, it } from '@jest/globals';
import { scheduleOf } from '../../../src/targets/argo-rollout/schedule.ts';

const fill = (text: string): string => text.replace('{{args.every}}', '90s');

describe('how often a metric of the controller is measured', () => {
  it.each([
    ['once', {}, {}],
    [
      'so many times, at an interval, later',
      { count: 5, interval: '30s', initialDelay: '1m' },
      { count: 5, interval: 30_000, initialDelay: 60_000 },
    ],
    ['until the end', { interval: '1m30s' }, { interval: 90_000 }],
    ['as arguments say', { count: '3', interval: '{{args.every}}' }, { count: 3, interval: 90_000 }],
    ['once, with what the controller takes for nothing', { count: 0, interval: '' }, {}],
    ['unknown, as the count is a secret', { count: '{{args.count}}' }, undefined],
    ['unknown, as the interval is a secret', { count: 2, interval: '{{args.other}}' }, undefined],
  ])('%s', (_, metric, expected) => {
    expect(scheduleOf({ name: 'rate', ...metric }, fill)).toEqual(expected);
  });
});
