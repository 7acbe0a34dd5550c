import { redact } from '../../kube/redact.ts';
import type { Measurement, MetricEvidence, Verdict } from '../evidence.ts';
import type { RawAnalysisRun, RawLimit, RawMeasurement, RawMetric, RawMetricResult } from './analysis-run.ts';
import { type Fill, scheduleOf } from './schedule.ts';

/** What the controller writes into a measurement that it ended, whatever phase the provider gave it. */
const terminated = 'Metric Terminated';

/**
 * Each metric of an AnalysisRun with what was measured and what was asked of it. Pure.
 *
 * Arguments are filled in from the run, as the controller does. Those from a Secret have no value there and stay
 * as they are written; for the same reason the query is made from the template and not taken from the
 * `ResolvedPrometheusQuery` that the controller leaves.
 */
export function metricsOf({ metadata, spec, status }: RawAnalysisRun): readonly MetricEvidence[] {
  const values = new Map(spec?.args?.map(({ name, value }) => [name, value]));
  const fill: Fill = (text) =>
    text.replace(/\{\{\s*args\.([^{}\s]+)\s*\}\}/g, (whole, name: string) => values.get(name) ?? whole);
  return (spec?.metrics ?? []).map((metric) => {
    const result = status?.metricResults?.find(({ name }) => name === metric.name);
    const evidence = metricEvidence(metric, result, fill, spec?.terminate === true);
    const job = jobOf(result?.measurements?.at(-1), metadata.namespace ?? '');
    return { ...evidence, ...(job === undefined ? {} : { job }) };
  });
}

function metricEvidence(
  metric: RawMetric,
  result: RawMetricResult | undefined,
  fill: Fill,
  ended: boolean,
): Omit<MetricEvidence, 'job'> {
  const { successCondition, failureCondition, consecutiveSuccessLimit } = metric;
  const [kind = 'unknown', provider] = Object.entries(metric.provider ?? {})[0] ?? [];
  const query = queryOf(provider);
  const schedule = scheduleOf(metric, fill);
  const limit = (value: RawLimit | undefined, standard: number): string => fill(String(value ?? standard));
  return {
    name: metric.name,
    provider: kind === 'plugin' ? (Object.keys(provider ?? {})[0] ?? kind) : kind,
    verdict: verdictOf(metric, result, fill, ended),
    measurements: (result?.measurements ?? []).map(measurementOf),
    ...(successCondition ? { successCondition: fill(successCondition) } : {}),
    ...(failureCondition ? { failureCondition: fill(failureCondition) } : {}),
    limits: {
      failure: limit(metric.failureLimit, 0),
      inconclusive: limit(metric.inconclusiveLimit, 0),
      // The default of the controller: https://argo-rollouts.readthedocs.io/en/stable/features/analysis/
      consecutiveError: limit(metric.consecutiveErrorLimit, 4),
      ...(consecutiveSuccessLimit === undefined
        ? {}
        : { consecutiveSuccess: limit(consecutiveSuccessLimit, 0) }),
    },
    counts: {
      count: result?.count ?? 0,
      successful: result?.successful ?? 0,
      failed: result?.failed ?? 0,
      inconclusive: result?.inconclusive ?? 0,
      error: result?.error ?? 0,
      consecutiveError: result?.consecutiveError ?? 0,
    },
    ...(schedule !== undefined && { schedule }),
    message: result?.message ?? '',
    ...(query === undefined ? {} : { query: fill(query) }),
    dryRun: result?.dryRun === true,
  };
}

/**
 * When another metric fails or the run is terminated, the controller ends what is still being measured and calls
 * it Successful, or Inconclusive for a Job (1.10.1). Whatever was not measured as often as it should be has not
 * passed.
 */
function verdictOf(
  metric: RawMetric,
  result: RawMetricResult | undefined,
  fill: Fill,
  ended: boolean,
): Verdict {
  if (result === undefined) return ended ? 'Terminated' : 'Pending';
  const verdict = toVerdict(result.phase);
  if (verdict !== 'Successful' && verdict !== 'Inconclusive') return verdict;
  if (result.measurements?.at(-1)?.message === terminated) return 'Terminated';
  return verdict === 'Inconclusive' || wasFinished(metric, result, fill) ? verdict : 'Terminated';
}

function wasFinished(
  { count = 0, interval, consecutiveSuccessLimit }: RawMetric,
  result: RawMetricResult,
  fill: Fill,
): boolean {
  const asked = Number(fill(String(count)));
  // Without a count it is measured once, or with an interval for ever.
  const wanted = asked === 0 ? (interval ? Number.POSITIVE_INFINITY : 1) : asked;
  const inARow = Number(fill(String(consecutiveSuccessLimit ?? 0)));
  return (result.count ?? 0) >= wanted || (inARow > 0 && (result.consecutiveSuccess ?? 0) >= inARow);
}

const verdicts: readonly string[] = ['Successful', 'Failed', 'Inconclusive', 'Error', 'Running'];

/** A phase of Argo as a verdict; one that is empty or not known says nothing yet. */
export function toVerdict(phase: string | undefined): Verdict {
  return verdicts.includes(phase ?? '') ? (phase as Verdict) : 'Pending';
}

function measurementOf(raw: RawMeasurement): Measurement {
  const { value = '', phase, message = '', startedAt, finishedAt } = raw;
  return {
    value,
    verdict: message === terminated ? 'Terminated' : toVerdict(phase),
    message,
    ...(startedAt !== undefined && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
  };
}

function queryOf(provider: unknown): string | undefined {
  const { query, url } = (provider ?? {}) as { readonly query?: unknown; readonly url?: unknown };
  if (typeof query === 'string') return query;
  // A URL may hold a password or a token; one by one, so that only these are hidden.
  return typeof url === 'string' ? url.split('&').map(redact).join('&') : undefined;
}

/** The Job of a measurement; the controller may keep Jobs in another namespace than the run. */
export function jobOf(
  measurement: RawMeasurement | undefined,
  namespace: string,
): MetricEvidence['job'] | undefined {
  const name = measurement?.metadata?.['job-name'];
  return name === undefined
    ? undefined
    : { name, namespace: measurement?.metadata?.['job-namespace'] ?? namespace };
}
