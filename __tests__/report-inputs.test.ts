import { describe, expect, it } from '@jest/globals';
import { readInputs, readReports } from '../src/inputs.ts';
import type { ReportInputName, ReportInputs } from '../src/report-inputs.ts';
import { stepEnvironment } from './fixtures/action.ts';

const table: Readonly<
  Record<
    ReportInputName,
    {
      readonly key: keyof ReportInputs;
      readonly good: readonly (readonly [string, unknown])[];
      readonly bad: readonly string[];
    }
  >
> = {
  'pull-request': {
    key: 'pullRequest',
    good: [
      ['', undefined],
      ['42', 42],
    ],
    bad: ['0', '#42', '-1', '1e3', 'main', '99999999999999999999'],
  },
  comment: {
    key: 'comment',
    good: [
      ['', 'always'],
      ['failure', 'failure'],
      ['never', 'never'],
    ],
    bad: ['true', 'on-failure', 'Always'],
  },
  'comment-key': {
    key: 'commentKey',
    good: [
      ['', undefined],
      ['web, --> eu', 'web, --> eu'],
    ],
    bad: ['two\nlines', 'x'.repeat(256)],
  },
  'commit-status': {
    key: 'commitStatus',
    good: [
      ['', undefined],
      ['rollout/web', 'rollout/web'],
    ],
    bad: ['a\tb', 'x'.repeat(256)],
  },
  'deployment-environment': {
    key: 'deploymentEnvironment',
    good: [
      ['', undefined],
      ['production', 'production'],
    ],
    bad: ['pro\nduction'],
  },
  'environment-url': {
    key: 'environmentUrl',
    good: [
      ['', undefined],
      ['https://shop.example/a?b=c', 'https://shop.example/a?b=c'],
    ],
    bad: ['shop.example', 'javascript:alert(1)', 'ftp://shop.example', 'https://user:pass@shop.example'],
  },
};

describe.each(Object.entries(table))('%s', (input, { key, good, bad }) => {
  it.each(good)('%j is read as %j', (given, value) => {
    const { inputs, mistakes } = readInputs(stepEnvironment({ target: 'rollout/web', [input]: given }));
    expect(mistakes).toEqual([]);
    expect(inputs.reports?.[key]).toEqual(value);
  });

  it.each(bad)('%j is a mistake that says what is allowed', (given) => {
    const { mistakes } = readInputs(stepEnvironment({ target: 'rollout/web', [input]: given }));
    expect(mistakes).toEqual([expect.objectContaining({ input, given })]);
  });
});

describe('the inputs of reports', () => {
  it('leave out what is wrong, so that the rest is still told', () => {
    const env = stepEnvironment({ operation: 'x', 'pull-request': 'x', 'commit-status': 'rollout/web' });
    expect(readReports(env)).toEqual({
      comment: 'always',
      commentAsked: false,
      commitStatus: 'rollout/web',
    });
  });

  it.each([
    [{}, false],
    [{ comment: 'always' }, true],
    [{ 'pull-request': '7' }, true],
    [{ 'comment-key': 'eu' }, true],
  ])('ask for a comment by %j: %j', (given: Record<string, string>, asked) => {
    expect(readReports(stepEnvironment(given)).commentAsked).toBe(asked);
  });
});
