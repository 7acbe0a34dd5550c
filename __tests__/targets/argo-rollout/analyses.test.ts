import { describe, expect, it } from '@jest/globals';
import type { AnalysisEvidence, MetricEvidence } from '../../../src/targets/evidence.ts';
import { analysesOf } from '../../../src/targets/argo-rollout/analyses.ts';
import type { RawAnalysisRun, RawMetric } from '../../../src/targets/argo-rollout/analysis-run.ts';
import type { RawRollout } from '../../../src/targets/argo-rollout/rollout.ts';
import { tree, type TreeName } from '../../fixtures/trees.ts';

function analyses(name: TreeName): readonly AnalysisEvidence[] {
  const { rollout, analysisRuns = [], experiments = [] } = tree(name);
  return analysesOf(rollout, analysisRuns, experiments);
}

/** One metric of the captured analyses, by the names of both. */
function metric(name: TreeName, run: string, of: string): MetricEvidence {
  const found = analyses(name)
    .find((analysis) => analysis.name === run)
    ?.metrics.find((one) => one.name === of);
  if (found === undefined) throw new Error(`${name} has no metric ${of} of ${run}.`);
  return found;
}

describe('the analyses of a release that a real controller ran', () => {
  it.each<[TreeName, readonly (readonly [string, string, number | undefined, string])[]]>([
    [
      'analysis-failed',
      [
        ['web-5bd4575558-2', 'background', undefined, 'Terminated'],
        ['web-5bd4575558-2-1', 'step', 1, 'Successful'],
        ['web-5bd4575558-2-3', 'step', 3, 'Failed'],
      ],
    ],
    ['analysis-error', [['web-5bd4575558-2-1', 'step', 1, 'Error']]],
    ['analysis-inconclusive', [['web-5bd4575558-2-1', 'step', 1, 'Inconclusive']]],
    [
      'analysis-running',
      [
        ['web-5bd4575558-2', 'background', undefined, 'Running'],
        ['web-5bd4575558-2-1', 'step', 1, 'Running'],
      ],
    ],
    ['blue-green-preview', [['web-5bd4575558-2-pre', 'prePromotion', undefined, 'Successful']]],
    [
      'blue-green-promoted',
      [
        ['web-5bd4575558-2-pre', 'prePromotion', undefined, 'Successful'],
        ['web-5bd4575558-2-post', 'postPromotion', undefined, 'Successful'],
      ],
    ],
    ['experiment', [['web-5bd4575558-2-1-smoke', 'experiment', 1, 'Successful']]],
    [
      'experiment-failed',
      [
        ['web-5bd4575558-2-1-rate', 'experiment', 1, 'Failed'],
        ['web-5bd4575558-2-1-slow', 'experiment', 1, 'Terminated'],
      ],
    ],
    ['gate', []],
  ])('of %s have their roles and verdicts, also after the abort', (name, expected) => {
    const found = analyses(name).map(({ name: run, role, step, verdict }) => [run, role, step, verdict]);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('never passed where they were terminated, whatever the controller calls them', () => {
    const { analysisRuns = [] } = tree('analysis-terminated');
    expect(analysisRuns.map(({ status }) => status?.phase)).toEqual(['Successful', 'Inconclusive']);
    expect(analyses('analysis-terminated').map(({ verdict }) => verdict)).toEqual([
      'Terminated',
      'Terminated',
    ]);
  });

  it('tell value, condition, counts and limits of a prometheus metric, its arguments filled in', () => {
    expect(metric('analysis-failed', 'web-5bd4575558-2-3', 'success-rate')).toEqual({
      name: 'success-rate',
      provider: 'prometheus',
      verdict: 'Failed',
      measurements: [
        {
          value: '[0.87]',
          verdict: 'Failed',
          message: '',
          startedAt: '2026-11-21T13:38:31Z',
          finishedAt: '2026-11-21T13:38:31Z',
        },
      ],
      successCondition: 'result[0] >= 0.95',
      limits: { failure: '0', inconclusive: '0', consecutiveError: '4' },
      counts: { count: 1, successful: 0, failed: 1, inconclusive: 0, error: 0, consecutiveError: 0 },
      message: '',
      query: 'sum(rate(ok{service="web",bad="1"}[1m])) / sum(rate(all[1m]))',
      schedule: {},
      dryRun: false,
    });
  });

  it('make the query that the controller says it sent', () => {
    const { analysisRuns = [] } = tree('analysis-failed');
    const said = JSON.stringify(analysisRuns.map(({ status }) => status));
    const { query } = metric('analysis-failed', 'web-5bd4575558-2-3', 'success-rate');
    expect(said).toContain(JSON.stringify({ ResolvedPrometheusQuery: query }));
  });

  it('tell the Job of a job metric, and that one that was cut short was not measured', () => {
    expect(metric('analysis-failed', 'web-5bd4575558-2-1', 'smoke')).toMatchObject({
      provider: 'job',
      verdict: 'Successful',
      job: { name: '753881fa-c0c8-4fc6-9d9c-347a03e87979.smoke.1', namespace: 'shop' },
    });
    expect(metric('analysis-failed', 'web-5bd4575558-2-3', 'smoke').verdict).toBe('Terminated');
  });

  it('tell a dry run as a dry run: it failed, and its analysis did not', () => {
    const { dryRun, verdict } = metric('blue-green-promoted', 'web-5bd4575558-2-post', 'smoke');
    expect({ dryRun, verdict }).toEqual({ dryRun: true, verdict: 'Failed' });
  });

  it('tell why a metric could not be measured, and how often that is tolerated', () => {
    expect(metric('analysis-error', 'web-5bd4575558-2-1', 'broken')).toMatchObject({
      verdict: 'Error',
      limits: { consecutiveError: '0' },
      counts: { error: 1, consecutiveError: 1 },
      measurements: [{ value: '', message: 'received non 2xx response code: 500' }],
    });
  });
});

/** The captured Rollout with other runs; a run is its name without the revision, its second, and its verdict. */
function after(
  status: Partial<NonNullable<RawRollout['status']>>,
  ...runs: readonly (readonly [string, number, string])[]
): readonly string[] {
  const { rollout, analysisRuns = [] } = tree('analysis-failed');
  const [background, step] = analysisRuns;
  if (background === undefined || step === undefined) throw new Error('There are no runs.');
  const made = runs.map(([suffix, second, phase]): RawAnalysisRun => {
    const index = /^-(\d+)/.exec(suffix)?.[1];
    const { metadata } = index === undefined ? background : step;
    const labels = { ...metadata.labels, ...(index === undefined ? {} : { 'step-index': index }) };
    return {
      ...step,
      metadata: {
        ...metadata,
        labels,
        name: `web-5bd4575558-2${suffix}`,
        creationTimestamp: new Date(second * 1000).toISOString(),
      },
      status: { phase },
    };
  });
  const now = { ...rollout, status: { ...rollout.status, ...status } };
  return analysesOf(now, made, []).map(({ name }) => name.replace('web-5bd4575558-2', ''));
}

describe('the analyses of the attempt of now', () => {
  const goingOn = {
    abort: false,
    canary: { currentBackgroundAnalysisRunStatus: { name: 'web-5bd4575558-2.1' } },
  };

  it.each([
    [
      'an abort keeps what made it',
      { abort: true },
      [
        ['', 1, 'Successful'],
        ['-1', 2, 'Successful'],
        ['-3', 3, 'Failed'],
      ] as const,
      ['', '-1', '-3'],
    ],
    [
      'a retry that measures again leaves out the steps that it has not reached again',
      { ...goingOn, currentStepIndex: 1 },
      [
        ['', 1, 'Successful'],
        ['-1', 2, 'Successful'],
        ['-3', 3, 'Failed'],
        ['.1', 4, 'Running'],
        ['-1.1', 5, 'Running'],
      ] as const,
      ['.1', '-1.1'],
    ],
    [
      'a retry that has measured nothing yet has nothing',
      { abort: false, canary: {}, currentStepIndex: 0 },
      [
        ['', 1, 'Successful'],
        ['-1', 2, 'Successful'],
        ['-3', 3, 'Failed'],
      ] as const,
      [],
    ],
    [
      'a retry that was aborted too has only its own',
      { abort: true },
      [
        ['-1', 2, 'Successful'],
        ['-3', 3, 'Failed'],
        ['-1.1', 5, 'Failed'],
      ] as const,
      ['-1.1'],
    ],
    [
      'of what was run ten times again the newest counts, not the last by name',
      { abort: true },
      [
        ['-1.9', 9, 'Inconclusive'],
        ['-1.10', 10, 'Failed'],
      ] as const,
      ['-1.10'],
    ],
  ])('%s', (_, status, runs, expected) => {
    expect(after(status, ...runs)).toEqual(expected);
  });

  it('are none of another revision with the same template, and none of another Rollout', () => {
    const { rollout, analysisRuns = [] } = tree('analysis-failed');
    const annotations = { 'rollout.argoproj.io/revision': '4' };
    const later = { ...rollout, metadata: { ...rollout.metadata, annotations } };
    expect(analysesOf(later, analysisRuns, [])).toEqual([]);
    const other = { ...rollout, metadata: { ...rollout.metadata, uid: 'other' } };
    expect(analysesOf(other, analysisRuns, [])).toEqual([]);
  });
});

describe('an experiment that is run again', () => {
  const { rollout, analysisRuns = [], experiments = [] } = tree('experiment-failed');
  const again = experiments.map(({ metadata, ...rest }) => ({
    ...rest,
    metadata: { ...metadata, name: `${metadata.name}-1`, uid: 'again' },
  }));
  const names = (runs: readonly RawAnalysisRun[]): readonly string[] =>
    analysesOf(rollout, runs, [...again, ...experiments])
      .map(({ name }) => name)
      .toSorted();

  it('still has what the one before measured, as long as it has measured nothing', () => {
    expect(names(analysisRuns)).toEqual(['web-5bd4575558-2-1-rate', 'web-5bd4575558-2-1-slow']);
  });

  it('has its own measurements then', () => {
    const [first] = again;
    const own = analysisRuns.map(({ metadata, ...rest }) => ({
      ...rest,
      metadata: {
        ...metadata,
        name: metadata.name.replace('-2-1-', '-2-1-1-'),
        ownerReferences: [{ apiVersion: 'v1', kind: 'Experiment', name: '', uid: first?.metadata.uid ?? '' }],
      },
    }));
    expect(names([...own, ...analysisRuns])).toEqual([
      'web-5bd4575558-2-1-1-rate',
      'web-5bd4575558-2-1-1-slow',
    ]);
  });
});

describe('a metric', () => {
  /** The evidence of one metric, as a run of it would give. */
  function of(raw: Partial<RawMetric>, result?: object, spec: object = {}): MetricEvidence | undefined {
    const { rollout, analysisRuns = [] } = tree('analysis-inconclusive');
    const [run] = analysisRuns;
    if (run === undefined) throw new Error('There is no run.');
    const changed: RawAnalysisRun = {
      ...run,
      spec: { metrics: [{ name: 'm', ...raw }], ...spec },
      status: { phase: 'Running', metricResults: result === undefined ? [] : [{ name: 'm', ...result }] },
    };
    return analysesOf(rollout, [changed], [])[0]?.metrics[0];
  }

  it.each([
    ['was measured as often as asked', { count: 3, interval: '1s' }, { count: 3 }, 'Successful'],
    ['was cut short', { count: 3, interval: '1s' }, { count: 2 }, 'Terminated'],
    ['is measured for ever, and ended', { interval: '1s' }, { count: 9 }, 'Terminated'],
    ['is measured once without count and interval', {}, { count: 1 }, 'Successful'],
    ['was ended before its first measurement', {}, {}, 'Terminated'],
    [
      'succeeded as often in a row as asked',
      { interval: '1s', consecutiveSuccessLimit: 4 },
      { count: 4, consecutiveSuccess: 4 },
      'Successful',
    ],
    ['has its count from an argument', { count: '{{args.n}}', interval: '1s' }, { count: 2 }, 'Successful'],
  ])('that the controller calls Successful and that %s: %#', (_, raw, result, verdict) => {
    const args = { args: [{ name: 'n', value: '2' }] };
    expect(of(raw, { phase: 'Successful', ...result }, args)?.verdict).toBe(verdict);
  });

  it('that nobody has measured is pending, and terminated with its run', () => {
    expect(of({})?.verdict).toBe('Pending');
    expect(of({}, undefined, { terminate: true })?.verdict).toBe('Terminated');
  });

  it('shows no secret: neither an argument from a Secret nor what a URL holds', () => {
    const url = 'https://me:hunter2@metrics.test/q?token=abc&service={{args.service}}&key={{ args.key }}';
    const args = [{ name: 'service', value: 'web' }, { name: 'key' }];
    expect(of({ provider: { web: { url } } }, undefined, { args })?.query).toBe(
      'https://***metrics.test/q?token=***&service=web&key={{ args.key }}',
    );
    const query = 'up{key="{{args.key}}",service="{{args.service}}"}';
    expect(of({ provider: { datadog: { query } } }, undefined, { args })?.query).toBe(
      'up{key="{{args.key}}",service="web"}',
    );
  });

  it('of a plugin has the name of the plugin', () => {
    expect(of({ provider: { plugin: { 'acme/metrics': { query: 'x' } } } })?.provider).toBe('acme/metrics');
  });
});
