import { isAgainst, type MetricEvidence, type Verdict } from '../../targets/evidence.ts';
import type { Metric } from '../check.ts';
import type { Redact } from './without-secrets.ts';
import { isOutcome } from './round-verdict.ts';
import type { Standing } from './standing.ts';

/**
 * What people see of a check: its own row, or the rows of what was measured within. Both where none of these says why
 * the check is not Successful. Pure.
 */
export function evidenceOf(metric: Metric, standing: Standing, redact: Redact): readonly MetricEvidence[] {
  const own = ownRow(metric, standing, redact);
  const within = rowsWithin(metric, standing);
  if (within.length === 0) return [own];
  const isExplained = within.some(({ dryRun, verdict }) => (metric.dryRun || !dryRun) && isAgainst(verdict));
  return isAgainst(standing.verdict) && !isExplained ? [own, ...within] : within;
}

function ownRow(metric: Metric, standing: Standing, redact: Redact): MetricEvidence {
  const { successCondition, failureCondition } = metric;
  const { query, link, job, log } = standing.shown;
  const { consecutiveSuccess: _, ...counts } = standing.tally;
  return {
    name: metric.name,
    provider: metric.provider,
    verdict: standing.verdict,
    measurements: measurementsOf(standing),
    ...(successCondition !== undefined && { successCondition: redact(successCondition.text) }),
    ...(failureCondition !== undefined && { failureCondition: redact(failureCondition.text) }),
    limits: limitsOf(metric),
    counts,
    schedule: scheduleOf(metric),
    message: messageOf(metric, standing),
    dryRun: metric.dryRun,
    ...(query !== undefined && { query }),
    ...(link !== undefined && { link }),
    ...(job !== undefined && { job }),
    ...(log !== undefined && { log }),
  };
}

function scheduleOf({ count, interval, initialDelay }: Metric): NonNullable<MetricEvidence['schedule']> {
  return {
    ...(count !== undefined && { count }),
    ...(interval !== undefined && { interval }),
    ...(initialDelay !== undefined && { initialDelay }),
  };
}

function measurementsOf({ measurements, since }: Standing): MetricEvidence['measurements'] {
  if (since === undefined) return measurements;
  const startedAt = new Date(since).toISOString();
  return [...measurements, { value: '', verdict: 'Running', message: '', startedAt }];
}

function limitsOf(metric: Metric): MetricEvidence['limits'] {
  const { failureLimit, inconclusiveLimit, consecutiveErrorLimit, consecutiveSuccessLimit = 0 } = metric;
  return {
    failure: String(failureLimit),
    inconclusive: String(inconclusiveLimit),
    consecutiveError: String(consecutiveErrorLimit),
    // As in an AnalysisTemplate, 0 asks for nothing.
    ...(consecutiveSuccessLimit > 0 && { consecutiveSuccess: String(consecutiveSuccessLimit) }),
  };
}

/** As the controller's: that of the last measurement; of a dry run, which no message of a round names, the reason. */
function messageOf({ dryRun }: Metric, { verdict, why, measurements }: Standing): string {
  if (dryRun && why !== '') return `Metric assessed ${verdict} due to ${why}`;
  return measurements.at(-1)?.message ?? '';
}

function rowsWithin(metric: Metric, { verdict, shown }: Standing): readonly MetricEvidence[] {
  return (shown.metrics ?? []).map((row) => ({
    ...row,
    name: `${metric.name}/${row.name}`,
    verdict: verdict === 'Terminated' ? ended(row.verdict) : row.verdict,
    dryRun: metric.dryRun || row.dryRun,
  }));
}

function ended(verdict: Verdict): Verdict {
  return isOutcome(verdict) ? verdict : 'Terminated';
}
