import { describe, expect, it } from '@jest/globals';
import { type Condition, parseCondition } from '../../../src/checks/condition/index.ts';
import { judge } from '../../../src/checks/measuring/judge.ts';

const above = (limit: number): Condition => ({
  text: `result > ${String(limit)}`,
  holds(result) {
    if (typeof result === 'number') return result > limit;
    throw new Error(`invalid operation: > (mismatched types ${typeof result} and int)`);
  },
});
const below = (limit: number): Condition => ({
  text: `result < ${String(limit)}`,
  holds: (result) => Number(result) < limit,
});

describe('a result without a condition', () => {
  it.each([0, null, 'text', NaN, []])('is Successful, whatever was measured: %j', (result) => {
    expect(judge({}, result)).toEqual({ outcome: 'Successful', message: '' });
  });
});

describe('a result and one condition', () => {
  it('succeeds by successCondition, and fails without', () => {
    expect(judge({ successCondition: above(1) }, 2).outcome).toBe('Successful');
    expect(judge({ successCondition: above(1) }, 1).outcome).toBe('Failed');
  });

  it('fails by failureCondition, and succeeds without', () => {
    expect(judge({ failureCondition: above(1) }, 2).outcome).toBe('Failed');
    expect(judge({ failureCondition: above(1) }, 1).outcome).toBe('Successful');
  });
});

describe('a result and both conditions', () => {
  const both = { successCondition: below(10), failureCondition: above(20) };

  it.each([
    { result: 5, outcome: 'Successful' },
    { result: 25, outcome: 'Failed' },
    { result: 15, outcome: 'Inconclusive' },
  ])('is $outcome for $result', ({ result, outcome }) => {
    expect(judge(both, result).outcome).toBe(outcome);
  });

  it('fails where it fulfils both', () => {
    expect(judge({ successCondition: below(30), failureCondition: above(20) }, 25).outcome).toBe('Failed');
  });

  it('is an Error where one cannot be asked, whatever the other says', () => {
    const judged = judge({ successCondition: below(10), failureCondition: above(20) }, '5');
    expect(judged).toEqual({
      outcome: 'Error',
      message:
        'could not evaluate failureCondition "result > 20": invalid operation: > (mismatched types string and int)',
    });
  });
});

describe('the numbers of Prometheus', () => {
  it('are no texts, as the controller knows before it looks at them', () => {
    const condition = { successCondition: parseCondition('result[0] == "x"') };
    expect(judge(condition, Float64Array.of(0.97)).outcome).toBe('Error');
    expect(judge(condition, [0.97]).outcome).toBe('Failed');
  });
});

describe('a result that is nothing', () => {
  it.each([null, undefined, [], new Float64Array()])('is told as such: %j', (result) => {
    expect(judge({ successCondition: above(1) }, result).message).toBe(
      'could not evaluate successCondition "result > 1": metric result is nil or empty: no data returned from the metric provider',
    );
  });
});
