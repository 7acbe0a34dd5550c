import type { MetricEvidence, Verdict } from '../targets/evidence.ts';

/** How many measured values are told; the last ones say what decided. */
const told = 3;
/** A web metric may measure a whole JSON document. */
const longest = 60;

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

/** The values that speak for the verdict, or else the Job, or why there are none. Pure. */
export function describeMeasured(metric: MetricEvidence): string {
  const { verdict, measurements, message, job } = metric;
  if (verdict === 'Error') {
    const why = measurements.at(-1)?.message || message;
    return why === '' ? 'could not be measured' : `could not be measured: ${why}`;
  }
  return valuesOf(metric) || (job === undefined ? '' : `Job ${job.namespace}/${job.name}`);
}

function valuesOf({ verdict, measurements }: MetricEvidence): string {
  if (verdict === 'Error') return '';
  const decisive = measurements.filter((one) => one.verdict === verdict);
  const values = (decisive.length === 0 ? measurements : decisive)
    .map(({ value }) => value)
    .filter((value) => value !== '');
  return values.slice(-told).map(shorten).join(', ');
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
    `${what} ${String(times)} of ${String(count)}${limit === undefined ? '' : ` (limit ${limit})`}`;
  const inARow = limits.consecutiveSuccess;
  const notInARow = inARow === undefined ? [] : [`not successful ${inARow} times in a row`];
  const { failed, consecutiveError: errors } = counts;
  switch (verdict) {
    case 'Failed':
      return [of('failed', failed, limits.failure), ...notInARow].join(', ');
    case 'Inconclusive':
      return [of('inconclusive', counts.inconclusive, limits.inconclusive), ...notInARow].join(', ');
    case 'Error':
      return `${String(errors)} ${errors === 1 ? 'error' : 'errors'} in a row (limit ${limits.consecutiveError})`;
    case 'Successful':
    case 'Running':
    case 'Pending':
    case 'Terminated':
      return [
        ...(verdict === 'Terminated' ? ['ended early'] : []),
        count === 0 ? 'not measured' : of('successful', counts.successful),
        ...(failed === 0 ? [] : [of('failed', failed, limits.failure)]),
      ].join(', ');
  }
}

/** Verdicts from the most telling to the least. */
export const mostTelling: readonly Verdict[] = [
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

function shorten(value: string): string {
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
