import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../src/checks/condition/index.ts';
import type { Metric } from '../../../src/checks/check.ts';
import type { Measured } from '../../../src/checks/provider.ts';
import { takenOf } from '../../../src/checks/measuring/standing.ts';

const isFailure: Condition = {
  text: 'result.conclusion == "failure"',
  holds: (result) => (result as { conclusion?: string }).conclusion === 'failure',
};
const metric: Metric = {
  name: 'e2e',
  provider: 'github',
  spec: {},
  failureLimit: 0,
  inconclusiveLimit: 0,
  consecutiveErrorLimit: 4,
  dryRun: false,
  retention: 10,
};
const failed: Measured = { kind: 'verdict', verdict: 'Failed', value: 'failure', message: '' };

describe('a measurement with a verdict and a result', () => {
  const both: Measured = { ...failed, result: { conclusion: 'failure' } };

  it('comes to its verdict where the metric has no condition', () => {
    expect(takenOf(metric, both)).toMatchObject({ outcome: 'Failed', value: 'failure' });
  });

  it('comes to what the conditions say where it has one', () => {
    expect(takenOf({ ...metric, successCondition: isFailure }, both).outcome).toBe('Successful');
    expect(takenOf({ ...metric, failureCondition: isFailure }, both).outcome).toBe('Failed');
  });
});

it('a verdict without a result stands, whatever the conditions', () => {
  expect(takenOf({ ...metric, successCondition: isFailure }, failed).outcome).toBe('Failed');
});
