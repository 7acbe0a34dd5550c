import type { Verdict } from '../targets/evidence.ts';
import type { Count, Index, Limit, Milliseconds, Time } from './words.ts';

/** Which checks are measured together, and what for. */
export interface RoundNameDocument {
  /** At a gate (`pause`), from the first step to the end (`background`), or once Healthy (`healthy`). */
  readonly when: 'pause' | 'background' | 'healthy';
  /** Pod template hash of the candidate that is measured. */
  readonly podHash: string;
  /** Index of the step whose gate it is, from 0; absent for a blueGreen, `background` and `healthy`. */
  readonly step?: Index;
  /** Begin of the pause; absent for `background` and `healthy`. */
  readonly since?: Time;
}

/** A round of gating checks and what it came to. */
export interface RoundDocument extends RoundNameDocument {
  /** The worst of its checks. */
  readonly verdict: Verdict;
  /** Why it is not Successful; empty otherwise. */
  readonly message: string;
  /** When it began. */
  readonly startedAt: Time;
  /** When it ended; absent while it runs. */
  readonly endedAt?: Time;
  /** It was stopped before it had a verdict. */
  readonly stopped: boolean;
  /** What is measured in it, in the order of the input. */
  readonly checks: readonly CheckDocument[];
  /** What was measured, in the order of the input; an AnalysisTemplate of the cluster stands here as its metrics. */
  readonly metrics: readonly MetricDocument[];
}

/** A gating check by its name. */
export interface CheckDocument {
  /** Its name. */
  readonly name: string;
  /** It is measured, and decides nothing. */
  readonly dryRun: boolean;
}

/** One metric: what was measured, and what was asked of it. */
export interface MetricDocument {
  /** Name of the metric; of an AnalysisTemplate that is a check `template/metric`. */
  readonly name: string;
  /** Key of the provider in the manifest, such as `prometheus`, `web`, `job`; of a plugin its name. */
  readonly provider: string;
  /** What it came to. */
  readonly verdict: Verdict;
  /** Why, such as the error of the last measurement; empty for most. */
  readonly message: string;
  /** It is measured, and decides nothing. */
  readonly dryRun: boolean;
  /** As written, with the args filled in; absent without one. */
  readonly successCondition?: string;
  /** As written, with the args filled in; absent without one. */
  readonly failureCondition?: string;
  /** How often is tolerated. */
  readonly limits: LimitsDocument;
  /** How often it was measured, and with what outcome. */
  readonly counts: CountsDocument;
  /** How often and when it is measured; absent where that is not known. */
  readonly schedule?: ScheduleDocument;
  /** The last measurements, oldest first: 10 unless `measurementRetention` says otherwise. */
  readonly measurements: readonly MeasurementDocument[];
  /** The query, or the URL of a web metric, with the args filled in and without credentials. */
  readonly query?: string;
  /** Where a person can look at the same: the graph of a query, a check run. */
  readonly link?: string;
  /** The Job of the last measurement. */
  readonly job?: JobDocument;
  /** The last lines of the log of what measured it, a Job or a command. */
  readonly log?: readonly string[];
}

/** How often is tolerated of one metric; each is absent where it is not asked or not known. */
export interface LimitsDocument {
  /** Failed measurements. */
  readonly failure?: Limit;
  /** Inconclusive measurements. */
  readonly inconclusive?: Limit;
  /** Errors in a row. */
  readonly consecutiveError?: Limit;
  /** Successes in a row that are asked for. */
  readonly consecutiveSuccess?: Limit;
}

/** How often a metric was measured. */
export interface CountsDocument {
  /** All measurements but errors. */
  readonly count: Count;
  /** Successful ones. */
  readonly successful: Count;
  /** Failed ones. */
  readonly failed: Count;
  /** Inconclusive ones. */
  readonly inconclusive: Count;
  /** Errors. */
  readonly error: Count;
  /** Errors in a row, up to the last measurement. */
  readonly consecutiveError: Count;
}

/** How often and when a metric is measured. */
export interface ScheduleDocument {
  /** Absent with an interval: until the end of the release. Absent without one: once. */
  readonly count?: Count;
  /** From one measurement to the next. */
  readonly interval?: Milliseconds;
  /** Before the first one. */
  readonly initialDelay?: Milliseconds;
}

/** One measurement. */
export interface MeasurementDocument {
  /** As the provider gave it, not rounded, always text: `0.87`, `[0.87]`; empty for a Job or an error. */
  readonly value: string;
  /** What it was judged to be. */
  readonly verdict: Verdict;
  /** Why it could not be measured; empty otherwise. */
  readonly message: string;
  /** When it began; absent where that is not known. */
  readonly startedAt?: Time;
  /** When it was done; absent while it goes on. */
  readonly finishedAt?: Time;
}

/** A Job of the cluster. */
export interface JobDocument {
  /** Its name. */
  readonly name: string;
  /** Its namespace. */
  readonly namespace: string;
}
