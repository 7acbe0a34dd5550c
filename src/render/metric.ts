import type { Measurement, MetricEvidence, Verdict } from '../targets/evidence.ts';
import { shorten, showValue } from './value.ts';

/** How many measured values are told; the last ones say what decided. */
const told = 3;
/** An error may hold the whole answer of a server. */
const longestError = 200;

/**
 * What was measured of a metric, against what, and how often, in one clause: `measured 0.87, successCondition
 * result >= 0.95, failed 1 of 1 (limit 0)`. Pure; the text comes from the cluster and is not escaped.
 */
export function describeMetric(metric: MetricEvidence): string {
  const values = valuesOf(metric);
  const measured = values === '' ? describeMeasured(metric) : `measured ${values}`;
  return [measured, describeCondition(metric), describeCounts(metric)]
    .filter((part) => part !== '')
    .join(', ');
}

/** A metric by its name and what measures it: `success-rate (prometheus, dry run)`. Pure; not escaped. */
export function nameMetric(metric: MetricEvidence): string {
  return `${metric.name} (${describeProvider(metric)})`;
}

/** What measures it, and whether that decides nothing. Pure; not escaped. */
export function describeProvider({ provider, dryRun }: MetricEvidence): string {
  return dryRun ? `${provider}, dry run` : provider;
}

/** The values that speak for the verdict, or else the Job, or why there are none. Pure. */
export function describeMeasured(metric: MetricEvidence): string {
  const { verdict, measurements, message, job } = metric;
  const last = decisiveOf(metric).at(-1);
  if (verdict === 'Error' || (last?.verdict === 'Error' && valuesOf(metric) === '')) {
    const why = (verdict === 'Error' ? measurements.at(-1) : last)?.message || message;
    return why === '' ? 'could not be measured' : `could not be measured: ${shorten(why, longestError)}`;
  }
  const why = last?.message;
  const without = [job && `Job ${job.namespace}/${job.name}`, why && shorten(why, longestError)];
  return valuesOf(metric) || without.filter((part) => part).join(': ');
}

function valuesOf(metric: MetricEvidence): string {
  if (metric.verdict === 'Error') return '';
  const valued = decisiveOf(metric).filter(({ value }) => value !== '');
  const conditions = [metric.successCondition, metric.failureCondition];
  const shown = valued.slice(-told).map(({ value }) => showValue(value, conditions));
  // Such as: the answer is no JSON, so that no condition was asked.
  const why = valued.at(-1)?.message ?? '';
  const said = why === '' ? '' : ` (${shorten(why, longestError)})`;
  return `${shown.join(', ')}${said}`;
}

/**
 * The measurements that came out as the metric did: they decided. Of one that succeeded all that are done, because a
 * failure that was tolerated is news.
 */
function decisiveOf({ verdict, measurements }: MetricEvidence): readonly Measurement[] {
  const done = measurements.filter((one) => one.verdict !== 'Running' && one.verdict !== 'Terminated');
  const decisive = done.filter((one) => one.verdict === verdict);
  return decisive.length === 0 || verdict === 'Successful' ? done : decisive;
}

/** The condition that was not met, or was; both where neither gave a verdict. Pure. */
export function describeCondition({ verdict, successCondition, failureCondition }: MetricEvidence): string {
  const success = successCondition && `successCondition ${successCondition}`;
  const failure = failureCondition && `failureCondition ${failureCondition}`;
  if (verdict === 'Error') return '';
  // As the controller: where both are given, a measurement fails by its failureCondition and by nothing else.
  const words = verdict === 'Failed' ? [failure ?? success] : [success, failure];
  return words.filter((word) => word).join(', ');
}

/** How often it came out so, of how many, and how often was tolerated. Pure. */
export function describeCounts({ verdict, counts, limits, measurements }: MetricEvidence): string {
  // The controller counts the measurement that it ended as well.
  const ended = measurements.filter((one) => one.verdict === 'Terminated').length;
  const count = counts.count - ended;
  const of = (what: string, times: number, limit?: string): string =>
    `${what} ${String(times)} of ${String(count)}${limit === undefined ? '' : ` (${describeLimit(limit)})`}`;
  const inARow = limits.consecutiveSuccess;
  const notInARow = inARow === undefined ? [] : [`not successful ${inARow} times in a row`];
  const { failed, consecutiveError: errors } = counts;
  switch (verdict) {
    case 'Failed':
      return [of('failed', failed, limits.failure), ...notInARow].join(', ');
    case 'Inconclusive':
      return [of('inconclusive', counts.inconclusive, limits.inconclusive), ...notInARow].join(', ');
    case 'Error':
      return `${nameErrors(errors)} in a row (${describeLimit(limits.consecutiveError)})`;
    case 'Successful':
    case 'Running':
    case 'Pending':
    case 'Terminated':
      return [
        ...(verdict === 'Terminated' ? ['ended early'] : []),
        ...(count > 0 ? [of('successful', counts.successful)] : []),
        ...(count === 0 && counts.error === 0 ? ['not measured'] : []),
        ...(failed === 0 ? [] : [of('failed', failed, limits.failure)]),
        ...(counts.error === 0 ? [] : [nameErrors(counts.error)]),
      ].join(', ');
  }
}

/** So many errors, in words. Pure. */
export function nameErrors(errors: number): string {
  return `${String(errors)} ${errors === 1 ? 'error' : 'errors'}`;
}

/** How often is tolerated, in words. Pure. */
export function describeLimit(limit: string): string {
  return limit === '-1' ? 'no limit' : `limit ${limit}`;
}

/** Verdicts from the most telling to the least. */
const mostTelling: readonly Verdict[] = [
  'Failed',
  'Error',
  'Inconclusive',
  'Running',
  'Pending',
  'Terminated',
  'Successful',
];

/** The most telling first; the same order otherwise. Pure. */
export function byVerdict<T extends { readonly verdict: Verdict }>(all: readonly T[]): readonly T[] {
  return all.toSorted((one, other) => mostTelling.indexOf(one.verdict) - mostTelling.indexOf(other.verdict));
}
