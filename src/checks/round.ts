import type { MetricEvidence } from '../targets/evidence.ts';
import type { Check, When } from './check.ts';
import type { CheckVerdict } from './provider.ts';

/**
 * Which checks are measured together, and what for. The verdict of a round belongs to this gate of this candidate: a
 * gate that is reached again is another round.
 */
export interface RoundName {
  readonly when: When;
  /** Pod template hash of the candidate. */
  readonly candidate: string;
  /** Index of the step whose gate it is; absent for a blueGreen, `background` and `healthy`. */
  readonly step?: number;
  /** Start of the pause, RFC 3339; absent for `background` and `healthy`. */
  readonly since?: string;
}

/** What a round of checks came to so far. */
export interface RoundState {
  /** The worst of its checks; `Running` until all are done or one has decided. */
  readonly verdict: CheckVerdict;
  /**
   * Why it is not Successful, as the controller says it of an AnalysisRun: `Metric "x" assessed Failed due to failed
   * (1) > failureLimit (0)`; or what kept it from being measured at all: a Secret that is not there. Empty otherwise.
   */
  readonly message: string;
  /** One for each check, in the order of the input; a check that was not measured yet has no measurements. */
  readonly metrics: readonly MetricEvidence[];
}

/** A round with its name, for facts and reports. Times are milliseconds since the epoch. */
export interface Round extends RoundName, RoundState {
  /** What is measured in it, in the order of the input: known before the first measurement, and where there is none. */
  readonly checks: readonly Pick<Check, 'name' | 'dryRun'>[];
  readonly startedAt: number;
  /** Absent while it runs. */
  readonly endedAt?: number;
  /** It was stopped before it had a verdict: its gate was passed by somebody, or the release is over. */
  readonly stopped?: true;
  /** It is of an attempt that was aborted since: begun anew, the same candidate has to be measured anew. */
  readonly undone?: true;
}

/** Whether a metric is of this check: those of an AnalysisTemplate are named after it, `smoke/latency`. Pure. */
export function isMetricOf(metric: string, check: string): boolean {
  return metric === check || metric.startsWith(`${check}/`);
}
