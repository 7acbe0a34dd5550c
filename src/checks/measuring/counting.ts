import type { MetricEvidence } from '../../targets/evidence.ts';
import type { Metric } from '../check.ts';
import type { CheckVerdict } from '../provider.ts';

// The rules are those of Argo Rollouts 1.10.1, analysis/analysis.go; the function is named where one is followed.

/** What a measurement, and in the end a metric, comes to. */
export type Outcome = Exclude<CheckVerdict, 'Running'>;

/** How often a metric was measured, and what that came to. */
export interface Tally extends Readonly<MetricEvidence['counts']> {
  /** How often in a row it succeeded until now. */
  readonly consecutiveSuccess: number;
}

/** Of a metric that was not measured yet. */
export const emptyTally: Tally = {
  count: 0,
  successful: 0,
  failed: 0,
  inconclusive: 0,
  error: 0,
  consecutiveError: 0,
  consecutiveSuccess: 0,
};

/** A measurement that had an error is tried again after this, whatever the interval: `DefaultErrorRetryInterval`. */
const errorRetryMs = 10_000;

/** What a metric is assessed by. */
export type Rules = Pick<
  Metric,
  | 'interval'
  | 'count'
  | 'failureLimit'
  | 'inconclusiveLimit'
  | 'consecutiveErrorLimit'
  | 'consecutiveSuccessLimit'
>;

/** What a metric has come to, and why where a limit was exceeded. */
export interface Assessed {
  readonly verdict: CheckVerdict;
  /** `failed (1) > failureLimit (0)`; empty where no limit was exceeded. */
  readonly why: string;
}

/** The tally after one more measurement: `runMeasurements`. An error is not counted as a measurement. Pure. */
export function tallied(tally: Tally, outcome: Outcome): Tally {
  if (outcome === 'Error')
    return {
      ...tally,
      error: tally.error + 1,
      consecutiveError: tally.consecutiveError + 1,
      consecutiveSuccess: 0,
    };
  const counted = { ...tally, count: tally.count + 1, consecutiveError: 0 };
  switch (outcome) {
    case 'Successful':
      return {
        ...counted,
        successful: tally.successful + 1,
        consecutiveSuccess: tally.consecutiveSuccess + 1,
      };
    case 'Failed':
      return { ...counted, failed: tally.failed + 1, consecutiveSuccess: 0 };
    case 'Inconclusive':
      return { ...counted, inconclusive: tally.inconclusive + 1, consecutiveSuccess: 0 };
  }
}

/** What a metric has come to by its measurements so far: `assessMetricStatus`. Pure. */
export function assess(rules: Rules, tally: Tally): Assessed {
  const exceeded = exceededLimit(rules, tally);
  if (exceeded !== undefined) return exceeded;
  const { failureLimit, consecutiveSuccessLimit = 0 } = rules;
  const inARow = consecutiveSuccessLimit > 0;
  if (inARow && tally.consecutiveSuccess >= consecutiveSuccessLimit)
    return { verdict: 'Successful', why: '' };
  if (tally.count < wantedCount(rules)) return { verdict: 'Running', why: '' };
  // Asked for successes in a row that did not come: without a limit for failures, that alone is the failure.
  const missed = failureLimit < 0 ? 'Failed' : 'Inconclusive';
  return { verdict: inARow ? missed : 'Successful', why: '' };
}

/** How often it is measured at most: `EffectiveCount`. Errors do not count. Pure. */
export function wantedCount({ count = 0, interval }: Pick<Rules, 'count' | 'interval'>): number {
  if (count > 0) return count;
  return interval === undefined ? 1 : Number.POSITIVE_INFINITY;
}

/** Milliseconds from the end of a measurement to the next: `calculateNextReconcileTime`. Pure. */
export function pauseAfter({ interval = 0 }: Pick<Rules, 'interval'>, outcome: Outcome): number {
  return outcome === 'Error' ? errorRetryMs : interval;
}

/** `assessMetricFailureInconclusiveOrError`: of several limits that are exceeded the last counts. */
function exceededLimit(rules: Rules, tally: Tally): (Assessed & { readonly verdict: Outcome }) | undefined {
  const { failureLimit, inconclusiveLimit, consecutiveErrorLimit } = rules;
  const { failed, inconclusive, consecutiveError: errors } = tally;
  const text = (what: string, times: number, limit: string, most: number): string =>
    `${what} (${String(times)}) > ${limit} (${String(most)})`;
  if (errors > consecutiveErrorLimit)
    return {
      verdict: 'Error',
      why: text('consecutiveErrors', errors, 'consecutiveErrorLimit', consecutiveErrorLimit),
    };
  // Other than failureLimit, -1 is not allowed there, and the controller does not ask for it.
  if (inconclusive > inconclusiveLimit)
    return {
      verdict: 'Inconclusive',
      why: text('inconclusive', inconclusive, 'inconclusiveLimit', inconclusiveLimit),
    };
  if (failureLimit >= 0 && failed > failureLimit)
    return { verdict: 'Failed', why: text('failed', failed, 'failureLimit', failureLimit) };
  return undefined;
}
