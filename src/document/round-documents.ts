import type { Round, RoundName } from '../checks/round.ts';
import type { AnalysisEvidence, Measurement, MetricEvidence } from '../targets/evidence.ts';
import type { AnalysisDocument } from './analyses.ts';
import { known } from './known.ts';
import type {
  CheckDocument,
  LimitsDocument,
  MeasurementDocument,
  MetricDocument,
  RoundDocument,
  RoundNameDocument,
} from './rounds.ts';
import { timeOf } from './words.ts';

/** Which round it is. Pure. */
export function roundNameDocument({ when, candidate, step, since }: RoundName): RoundNameDocument {
  return known<RoundNameDocument>({ when, podHash: candidate, step, since });
}

/** A round with all that was measured in it. Pure. */
export function roundDocument(round: Round): RoundDocument {
  const { verdict, message, startedAt, endedAt, stopped = false, metrics } = round;
  return known<RoundDocument>({
    ...roundNameDocument(round),
    verdict,
    message,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: timeOf(endedAt),
    stopped,
    checks: checkDocuments(round),
    metrics: metrics.map(metricDocument),
  });
}

/** What is measured in a round. Pure. */
export function checkDocuments({ checks }: Round): readonly CheckDocument[] {
  return checks.map(({ name, dryRun }) => ({ name, dryRun }));
}

/** One measurement. Pure. */
export function measurementDocument(measurement: Measurement): MeasurementDocument {
  const { value, verdict, message, startedAt, finishedAt } = measurement;
  return known<MeasurementDocument>({ value, verdict, message, startedAt, finishedAt });
}

/** An analysis of the controller. Pure. */
export function analysisDocument(analysis: AnalysisEvidence): AnalysisDocument {
  const { name, role, step, verdict, message, metrics } = analysis;
  return known<AnalysisDocument>({
    name,
    role,
    step,
    verdict,
    message,
    metrics: metrics.map(metricDocument),
  });
}

function metricDocument(metric: MetricEvidence): MetricDocument {
  const { name, provider, verdict, message, dryRun, counts, schedule, job } = metric;
  const { count, successful, failed, inconclusive, error, consecutiveError } = counts;
  return known<MetricDocument>({
    name,
    provider,
    verdict,
    message,
    dryRun,
    successCondition: metric.successCondition,
    failureCondition: metric.failureCondition,
    limits: limitsDocument(metric.limits),
    counts: { count, successful, failed, inconclusive, error, consecutiveError },
    schedule: schedule && known({ ...schedule }),
    measurements: metric.measurements.map(measurementDocument),
    query: metric.query,
    link: metric.link,
    job: job && { name: job.name, namespace: job.namespace },
    log: metric.log,
  });
}

function limitsDocument(limits: MetricEvidence['limits']): LimitsDocument {
  const { failure, inconclusive, consecutiveError, consecutiveSuccess } = limits;
  return known<LimitsDocument>({
    failure: wholeNumber(failure),
    inconclusive: wholeNumber(inconclusive),
    consecutiveError: wholeNumber(consecutiveError),
    consecutiveSuccess: wholeNumber(consecutiveSuccess),
  });
}

/** In an AnalysisRun whose args were not filled in, a limit can be a text without a number. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}
