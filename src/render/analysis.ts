import type { Ending, Reason } from '../ends.ts';
import { type AnalysisEvidence, isAgainst, type MetricEvidence } from '../targets/evidence.ts';
import { verdictIcon } from './icon.ts';
import { code, codeBlock, escapeMarkdown, table } from './markdown.ts';
import {
  byVerdict,
  describeCondition,
  describeCounts,
  describeMeasured,
  describeMetric,
  describeProvider,
  nameMetric,
} from './metric.ts';
import { plain } from './text.ts';

/** Ends of a run for which an analysis may be the reason. */
const judgedEnds: readonly Reason[] = ['by-controller', 'inconclusive'];

/**
 * The message of an end with what was measured, where analyses are its reason: the controller says which metric
 * failed how often, and never with which value. Pure; not escaped.
 */
export function explainEnd(
  { reason, message }: Pick<Ending, 'reason' | 'message'>,
  analyses: readonly AnalysisEvidence[],
): string {
  const why = judgedEnds.includes(reason) ? whyFailed(analyses) : undefined;
  return why === undefined ? message : `${message}\n${why}.`;
}

/**
 * Why an analysis did not let the release pass, in one sentence for a message: `Analysis of step 2 (web-5bd-2-2):
 * metric "success-rate" (web): measured 0.87, successCondition result >= 0.95, failed 1 of 1 (limit 0)`. Undefined if
 * none failed, had an error or was inconclusive. Pure; not escaped.
 */
export function whyFailed(analyses: readonly AnalysisEvidence[]): string | undefined {
  const failed = byVerdict(analyses).find(({ verdict }) => isAgainst(verdict));
  if (failed === undefined) return undefined;
  const metric = decisiveMetric(failed);
  const place = describePlace(failed);
  const which = `${place.charAt(0).toUpperCase()}${place.slice(1)} (${failed.name})`;
  if (metric !== undefined)
    return `${which}: metric "${metric.name}" (${describeProvider(metric)}): ${describeMetric(metric)}`;
  return `${which} is ${failed.verdict}${failed.message === '' ? '' : `: ${failed.message}`}`;
}

/** The analyses that did not simply succeed, a few lines each, the most telling first; empty without any. Pure. */
export function renderAnalyses(analyses: readonly AnalysisEvidence[]): string {
  const worthTelling = byVerdict(analyses).filter(
    ({ verdict, metrics }) =>
      verdict !== 'Successful' || metrics.some((metric) => metric.verdict !== 'Successful'),
  );
  return worthTelling.flatMap(analysisLines).join('\n');
}

function analysisLines(analysis: AnalysisEvidence): readonly string[] {
  const { name, verdict, metrics } = analysis;
  const why = unexplained(analysis);
  const head = `${verdictIcon(verdict)} ${describePlace(analysis)} ${plain(name)}: ${verdict}`;
  return [why === '' ? head : `${head}: ${plain(why)}`, ...byVerdict(metrics).flatMap(metricLines)];
}

function metricLines(metric: MetricEvidence): readonly string[] {
  const { verdict, query } = metric;
  const line = `  ${verdictIcon(verdict)} ${plain(nameMetric(metric))}: ${plain(describeMetric(metric))}`;
  return query === undefined || verdict === 'Successful' ? [line] : [line, `    ${plain(query)}`];
}

/** The section of the job summary: every metric of every analysis, the most telling first; empty without any. Pure. */
export function renderAnalysesSection(analyses: readonly AnalysisEvidence[]): string {
  if (analyses.length === 0) return '';
  const sorted = byVerdict(analyses);
  const rows = sorted.flatMap((analysis) => {
    const place = `${describePlace(analysis)} ${code(analysis.name)}`;
    const metrics = byVerdict(analysis.metrics).map((metric) => [place, ...metricCells(metric)]);
    const why = unexplained(analysis);
    const said = [place, '', verdictCell(analysis), escapeMarkdown(why), '', ''];
    return why === '' && metrics.length > 0 ? metrics : [said, ...metrics];
  });
  const head = ['Analysis', 'Metric', 'Verdict', 'Measured', 'Condition', 'Counts'];
  return ['### Analyses', table(head, rows), renderQueries(sorted)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function metricCells(metric: MetricEvidence): readonly string[] {
  return [
    `${code(metric.name)} ${escapeMarkdown(describeProvider(metric))}`,
    verdictCell(metric),
    code(describeMeasured(metric)),
    code(describeCondition(metric)),
    escapeMarkdown(describeCounts(metric)),
  ];
}

function verdictCell({ verdict }: Pick<MetricEvidence, 'verdict'>): string {
  return `${verdictIcon(verdict)} ${verdict}`;
}

function renderQueries(analyses: readonly AnalysisEvidence[]): string {
  const queries = analyses.flatMap(({ metrics }) =>
    metrics.flatMap(({ name, query }) => (query === undefined ? [] : [`${plain(name)}: ${plain(query)}`])),
  );
  if (queries.length === 0) return '';
  const text = codeBlock([...new Set(queries)].join('\n'));
  return `<details><summary>Queries</summary>\n\n${text}\n\n</details>`;
}

function describePlace({ role, step }: AnalysisEvidence): string {
  const ofStep = step === undefined ? '' : ` of step ${String(step)}`;
  switch (role) {
    case 'step':
      return `analysis${ofStep}`;
    case 'experiment':
      return `experiment${ofStep}`;
    case 'background':
      return 'background analysis';
    case 'prePromotion':
      return 'pre-promotion analysis';
    case 'postPromotion':
      return 'post-promotion analysis';
  }
}

/** The metric that gave the analysis its verdict; an analysis may have ended without one, such as by a bad spec. */
function decisiveMetric({ metrics, verdict }: AnalysisEvidence): MetricEvidence | undefined {
  return metrics.find((metric) => !metric.dryRun && metric.verdict === verdict);
}

/** The controller's words where neither a metric nor the verdict says it better. */
function unexplained(analysis: AnalysisEvidence): string {
  const { verdict, message } = analysis;
  if (verdict === 'Terminated') return '';
  return isAgainst(analysis.verdict) && decisiveMetric(analysis) !== undefined ? '' : message;
}
