import { describe, expect, it } from '@jest/globals';
import { runSpec } from '../../../src/checks/analysis-template/run.ts';
import type { RawTemplate, RawTemplateSpec } from '../../../src/checks/analysis-template/template.ts';
import type { TemplateArg } from '../../../src/checks/analysis-template/spec.ts';

function templates(...specs: readonly RawTemplateSpec[]): readonly RawTemplate[] {
  return specs.map((spec, index) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: `t${String(index)}`, uid: '1', resourceVersion: '1' },
    spec: { metrics: [{ name: `m${String(index)}` }], ...spec },
  }));
}

/** The args of the run of one template, or what is wrong. */
function argsOf(
  declared: readonly TemplateArg[],
  own: readonly TemplateArg[] = [],
  common: Readonly<Record<string, string>> = {},
): unknown {
  const given = { own, common: new Map(Object.entries(common)) };
  try {
    return runSpec('t', templates({ args: declared }), given).args;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

const secret = { secretKeyRef: { name: 'metrics', key: 'token' } };

describe('the args of an AnalysisRun', () => {
  it.each<[string, unknown, unknown]>([
    ['are those of the template', argsOf([{ name: 'a', value: '1' }]), [{ name: 'a', value: '1' }]],
    ['may be empty texts', argsOf([{ name: 'a' }], [{ name: 'a', value: '' }]), [{ name: 'a', value: '' }]],
    [
      'are those of the check first',
      argsOf([{ name: 'a', value: '1' }], [{ name: 'a', value: '2' }], { a: '3' }),
      [{ name: 'a', value: '2' }],
    ],
    [
      'are those of the template before those of all checks',
      argsOf([{ name: 'a', value: '1' }, { name: 'b' }], [], { a: '3', b: '3' }),
      [
        { name: 'a', value: '1' },
        { name: 'b', value: '3' },
      ],
    ],
    [
      'stay references to Secrets, also beside a value, which the controller overwrites then',
      argsOf([{ name: 'a', valueFrom: secret }], [{ name: 'a', value: '2' }], { a: '3' }),
      [{ name: 'a', valueFrom: secret, value: '2' }],
    ],
    [
      'may become references to Secrets',
      argsOf([{ name: 'a', value: '1' }], [{ name: 'a', valueFrom: secret }]),
      [{ name: 'a', value: '1', valueFrom: secret }],
    ],
    [
      'cannot be fields of a Rollout: nobody fills them in',
      argsOf([{ name: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }]),
      'The template t cannot be measured: its arg a has no value.',
    ],
    [
      'have to be known',
      argsOf([{ name: 'a', value: '1' }], [{ name: 'b', value: '2' }]),
      'The template t cannot be measured: it has no arg b, only a.',
    ],
  ])('%s', (_, args, expected) => {
    expect(args).toEqual(expected);
  });
});

/** What is wrong with several templates that are measured as one. */
function wrong(...specs: readonly RawTemplateSpec[]): string | undefined {
  try {
    runSpec('t', templates(...specs), { own: [], common: new Map() });
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

describe('templates that are measured as one', () => {
  it('add their metrics, rules and args; of an arg the first value counts', () => {
    const [one, other] = [{ metricName: 'm0' }, { metricName: 'm1' }];
    const together = templates(
      { args: [{ name: 'a' }, { name: 'b', value: '1' }], dryRun: [one], measurementRetention: [one] },
      { args: [{ name: 'a', value: '2' }, { name: 'b' }, { name: 'c', value: '3' }], dryRun: [other] },
    );
    expect(runSpec('t', together, { own: [], common: new Map() })).toEqual({
      metrics: [{ name: 'm0' }, { name: 'm1' }],
      args: [
        { name: 'a', value: '2' },
        { name: 'b', value: '1' },
        { name: 'c', value: '3' },
      ],
      dryRun: [one, other],
      measurementRetention: [one],
    });
  });

  it.each<[string, string | undefined, string]>([
    [
      'contradict each other about an arg',
      wrong({ args: [{ name: 'a', value: '1' }] }, { args: [{ name: 'a', value: '2' }] }),
      'The templates of t have two values for the arg a: "1" and "2".',
    ],
    [
      'have a metric twice',
      wrong({}, { metrics: [{ name: 'm0' }] }),
      'The template t cannot be measured: two of its metrics are called m0.',
    ],
    [
      'have a rule twice',
      wrong({ dryRun: [{ metricName: 'm0' }] }, { dryRun: [{ metricName: 'm0' }] }),
      'The template t cannot be measured: two of its rules are for m0.',
    ],
    ['have no metrics', wrong({ metrics: [] }), 'The template t cannot be measured: it has no metrics.'],
  ])('are refused when they %s', (_, said, expected) => {
    expect(said).toBe(expected);
  });
});
