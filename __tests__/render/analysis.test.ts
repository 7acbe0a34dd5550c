import { describe, expect, it } from '@jest/globals';
import { explainEnd, renderAnalyses, renderAnalysesSection, whyFailed } from '../../src/render/analysis.ts';
import { analysesOf } from '../../src/targets/argo-rollout/analyses.ts';
import type { AnalysisEvidence, MetricEvidence } from '../../src/targets/evidence.ts';
import { elements, nodes, parseMarkdown, textOf, types } from '../fixtures/markdown.ts';
import { tree, type TreeName } from '../fixtures/trees.ts';

function captured(name: TreeName): readonly AnalysisEvidence[] {
  const { rollout, analysisRuns = [], experiments = [] } = tree(name);
  return analysesOf(rollout, analysisRuns, experiments);
}

const metric: MetricEvidence = {
  name: 'success-rate',
  provider: 'prometheus',
  verdict: 'Failed',
  measurements: [
    { value: '0.99', verdict: 'Successful', message: '' },
    { value: '0.87', verdict: 'Failed', message: '' },
  ],
  successCondition: 'result >= 0.95',
  limits: { failure: '0', inconclusive: '0', consecutiveError: '4' },
  counts: { count: 2, successful: 1, failed: 1, inconclusive: 0, error: 0, consecutiveError: 0 },
  message: '',
  dryRun: false,
};

function analysis(
  change: Partial<AnalysisEvidence>,
  ...metrics: readonly MetricEvidence[]
): AnalysisEvidence {
  return { name: 'web-1-1', role: 'step', step: 1, verdict: 'Failed', message: '', metrics, ...change };
}

describe('why an analysis failed', () => {
  it.each<[TreeName, string | undefined]>([
    [
      'analysis-failed',
      'Analysis of step 3 (web-5bd4575558-2-3): metric "success-rate" (prometheus): measured [0.87], successCondition result[0] >= 0.95, failed 1 of 1 (limit 0)',
    ],
    [
      'experiment-failed',
      'Experiment of step 1 (web-5bd4575558-2-1-rate): metric "success-rate" (prometheus): measured [0.87], successCondition result[0] >= 0.95, failed 1 of 1 (limit 0)',
    ],
    [
      'analysis-error',
      'Analysis of step 1 (web-5bd4575558-2-1): metric "broken" (web): could not be measured: received non 2xx response code: 500, 1 error in a row (limit 0)',
    ],
    [
      'analysis-inconclusive',
      'Analysis of step 1 (web-5bd4575558-2-1): metric "undecided" (web): measured 0.87, successCondition result > 10, failureCondition result < 0.1, inconclusive 1 of 1 (limit 0)',
    ],
    ['analysis-running', undefined],
    ['analysis-terminated', undefined],
    // Its dry run failed, which is no failure.
    ['blue-green-promoted', undefined],
    ['gate', undefined],
  ])('of %s', (name, says) => {
    expect(whyFailed(captured(name))).toBe(says);
  });

  it.each<[string, Partial<MetricEvidence>, string]>([
    [
      'the failureCondition, where it alone makes a measurement fail',
      { failureCondition: 'result < 0.9' },
      'measured 0.87, failureCondition result < 0.9, failed 1 of 2 (limit 0)',
    ],
    [
      'the Job, which has no value',
      {
        provider: 'job',
        measurements: [{ value: '', verdict: 'Failed', message: '' }],
        job: { name: 'smoke.1', namespace: 'shop' },
      },
      'Job shop/smoke.1, successCondition result >= 0.95, failed 1 of 2 (limit 0)',
    ],
    [
      'only the last three values, and no more of a document than its beginning',
      {
        measurements: ['0.1', '0.2', '0.3', 'x'.repeat(100)].map((value) => ({
          value,
          verdict: 'Failed',
          message: '',
        })),
      },
      `measured 0.2, 0.3, ${'x'.repeat(60)}…, successCondition result >= 0.95, failed 1 of 2 (limit 0)`,
    ],
    [
      'successes in a row that were asked for',
      { limits: { ...metric.limits, failure: '-1', consecutiveSuccess: '3' } },
      'measured 0.87, successCondition result >= 0.95, failed 1 of 2 (no limit), not successful 3 times in a row',
    ],
  ])('tells %s', (_, change, says) => {
    const { provider = 'prometheus' } = change;
    expect(whyFailed([analysis({}, { ...metric, ...change })])).toBe(
      `Analysis of step 1 (web-1-1): metric "success-rate" (${provider}): ${says}`,
    );
  });

  it('is told of the worst analysis: a failure before an error, an error before an inconclusive one', () => {
    const verdicts = ['Inconclusive', 'Error', 'Failed'] as const;
    const all = verdicts.map((verdict) => analysis({ verdict }, { ...metric, verdict, name: verdict }));
    expect(whyFailed(all)).toContain('metric "Failed"');
    expect(whyFailed(all.slice(0, 2))).toContain('metric "Error"');
  });

  it('is what the controller says where no metric did it; a dry run never does', () => {
    const bad = analysis(
      { verdict: 'Error', message: 'Analysis spec invalid: x' },
      { ...metric, verdict: 'Error', dryRun: true },
    );
    expect(whyFailed([bad])).toBe('Analysis of step 1 (web-1-1) is Error: Analysis spec invalid: x');
  });
});

describe('the message of an end', () => {
  const failed = [analysis({}, metric)];
  const message = 'The controller aborted the release.';

  it.each(['by-controller', 'inconclusive'] as const)('names what was measured: %s', (reason) => {
    expect(explainEnd({ reason, message }, failed)).toBe(`${message}\n${whyFailed(failed) ?? ''}.`);
  });

  it('stays as it is where an analysis is not the reason, or none is known', () => {
    expect(explainEnd({ reason: 'timed-out', message }, failed)).toBe(message);
    expect(explainEnd({ reason: 'by-controller', message }, [])).toBe(message);
  });
});

describe('the analyses in the log', () => {
  it('have a few lines each, the most telling first, and nothing of those that simply succeeded', () => {
    expect(renderAnalyses(captured('analysis-failed')).split('\n')).toEqual([
      '✖ analysis of step 3 web-5bd4575558-2-3: Failed',
      '  ✖ success-rate (prometheus): measured [0.87], successCondition result[0] >= 0.95, failed 1 of 1 (limit 0)',
      '    sum(rate(ok{service="web",bad="1"}[1m])) / sum(rate(all[1m]))',
      '  ✖ saturation (web, dry run): measured 0.87, successCondition result < 0.5, failed 1 of 1 (limit 0)',
      '    http://127.0.0.1:9090/',
      '  • smoke (job): Job shop/76a4e83e-dd4e-44e9-8416-7d6492bb1111.smoke.1, ended early, not measured',
      '• background analysis web-5bd4575558-2: Terminated',
      '  • latency (web): measured 0.87, 0.87, 0.87, successCondition result < 2, ended early, successful 5 of 5',
      '    http://127.0.0.1:9090/?service=web',
    ]);
  });

  it.each<TreeName>(['blue-green-preview', 'experiment', 'gate'])('are nothing for %s', (name) => {
    expect(renderAnalyses(captured(name))).toBe('');
  });

  it('tell a dry run that failed, though its analysis succeeded', () => {
    expect(renderAnalyses(captured('blue-green-promoted'))).toContain('✖ smoke (job, dry run)');
  });

  it('are never more than they seem: no text from outside begins a line', () => {
    const nasty = 'x\n::error::y\r##[error]z';
    const lines = renderAnalyses([
      analysis(
        { name: nasty, verdict: 'Error', message: nasty },
        {
          ...metric,
          name: nasty,
          provider: nasty,
          query: `::error::${nasty}`,
          measurements: [{ value: nasty, verdict: 'Failed', message: '' }],
        },
      ),
    ]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.filter((line) => /^\s*::/.test(line) || line.includes('##['))).toEqual([]);
  });
});

describe('the analyses in the job summary', () => {
  it('are one table, a row for each metric, with the queries below', async () => {
    const ast = await parseMarkdown(renderAnalysesSection(captured('analysis-failed')));
    const rows = nodes('tableRow', ast).map((row) => nodes('tableCell', row).map(textOf));
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['Analysis', 'Metric', 'Verdict'],
      ['analysis of step 3 web-5bd4575558-2-3', 'success-rate prometheus', '✖ Failed'],
      ['analysis of step 3 web-5bd4575558-2-3', 'saturation web, dry run', '✖ Failed'],
      ['analysis of step 3 web-5bd4575558-2-3', 'smoke job', '• Terminated'],
      ['background analysis web-5bd4575558-2', 'latency web', '• Terminated'],
      ['analysis of step 1 web-5bd4575558-2-1', 'smoke job', '✔ Successful'],
      ['analysis of step 1 web-5bd4575558-2-1', 'ready web', '✔ Successful'],
    ]);
    expect(rows[1]?.slice(3)).toEqual([
      '[0.87]',
      'successCondition result[0] >= 0.95',
      'failed 1 of 1 (limit 0)',
    ]);
    expect(textOf(nodes('code', ast)[0] ?? { type: '' })).toContain(
      'success-rate: sum(rate(ok{service="web"',
    );
  });

  it('have a row of their own for what the controller says of them', async () => {
    const bad = analysis({ verdict: 'Error', message: 'Analysis spec invalid: x' });
    const ast = await parseMarkdown(renderAnalysesSection([bad]));
    const rows = nodes('tableRow', ast).map((row) => nodes('tableCell', row).map(textOf));
    expect(rows[1]).toEqual([
      'analysis of step 1 web-1-1',
      '',
      '⚠ Error',
      'Analysis spec invalid: x',
      '',
      '',
    ]);
  });

  it('are not there without analyses', () => {
    expect(renderAnalysesSection([])).toBe('');
  });

  it('are text and nothing else, whatever they are called', async () => {
    const nasty = '</summary><b>x</b> [l](http://e) | `c` ``` \n# h';
    const ast = await parseMarkdown(
      renderAnalysesSection([
        analysis(
          { name: nasty, verdict: 'Error', message: nasty },
          {
            ...metric,
            name: nasty,
            provider: nasty,
            query: nasty,
            successCondition: nasty,
            measurements: [{ value: nasty, verdict: 'Failed', message: '' }],
            limits: { ...metric.limits, failure: nasty },
          },
        ),
      ]),
    );
    expect(types(ast).has('link')).toBe(false);
    expect(nodes('heading', ast).map(textOf)).toEqual(['Analyses']);
    expect(elements(ast)).toEqual(['<details><summary>Queries</summary>', '</details>']);
    expect(nodes('tableRow', ast).every((row) => nodes('tableCell', row).length === 6)).toBe(true);
  });
});
