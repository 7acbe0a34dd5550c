/**
 * What an analysis, or one metric or measurement of it, came to, in Argo's words. `Terminated` is ours: the
 * controller calls a run that was ended before its time `Successful`, though nobody finished measuring.
 */
export type Verdict =
  'Successful' | 'Failed' | 'Inconclusive' | 'Error' | 'Running' | 'Pending' | 'Terminated';

/** Whether a verdict speaks against the release: it ends an analysis before its time, `IsTerminating`. Pure. */
export function isAgainst(verdict: Verdict): verdict is 'Failed' | 'Error' | 'Inconclusive' {
  return verdict === 'Failed' || verdict === 'Error' || verdict === 'Inconclusive';
}

/** What an analysis belongs to: a step, the whole release, a blueGreen's switch, or an experiment of a step. */
export type AnalysisRole = 'step' | 'background' | 'prePromotion' | 'postPromotion' | 'experiment';

/** One measurement of a metric. */
export interface Measurement {
  /** As the provider gave it, always text: `0.87`, `[0.87]`, `{"p99":120}`; empty for a Job or an error. */
  readonly value: string;
  readonly verdict: Verdict;
  /** Why it could not be measured; empty otherwise. */
  readonly message: string;
  /** When it began, RFC 3339; absent where that is not known. */
  readonly startedAt?: string;
  /** When it was done, RFC 3339; absent while it goes on. */
  readonly finishedAt?: string;
}

/** One metric of an analysis: what was measured, and what was asked of it. */
export interface MetricEvidence {
  readonly name: string;
  /** Key of the provider in the manifest, such as `prometheus`, `web`, `job`; of a plugin its name. */
  readonly provider: string;
  readonly verdict: Verdict;
  /** The last measurements, oldest first; the controller keeps 10, `counts` knows them all. */
  readonly measurements: readonly Measurement[];
  /** As written in the template, with the arguments of the run filled in. */
  readonly successCondition?: string;
  readonly failureCondition?: string;
  /** How often is still tolerated; with the defaults of Argo Rollouts where the template says nothing. */
  readonly limits: {
    /** `-1`: no limit. */
    readonly failure: string;
    readonly inconclusive: string;
    readonly consecutiveError: string;
    /** How often in a row it has to succeed; absent where that is not asked. */
    readonly consecutiveSuccess?: string;
  };
  /** How often it was measured; `count` is without errors. */
  readonly counts: {
    readonly count: number;
    readonly successful: number;
    readonly failed: number;
    readonly inconclusive: number;
    readonly error: number;
    readonly consecutiveError: number;
  };
  /** How often and when it is measured, in milliseconds; absent where that is not known. */
  readonly schedule?: {
    /** Absent with an interval: until the end of the release. Absent without one: once. */
    readonly count?: number;
    readonly interval?: number;
    readonly initialDelay?: number;
  };
  /** The controller's words, such as the error of the last measurement; empty for most. */
  readonly message: string;
  /** The query, or the URL of a web metric, with the arguments of the run filled in and without credentials. */
  readonly query?: string;
  /** It is measured, and decides nothing; false as long as nothing was measured. */
  readonly dryRun: boolean;
  /** The Job of the last measurement. */
  readonly job?: { readonly name: string; readonly namespace: string };
  /** The last lines of the log of what measured it, a Job or a command. */
  readonly log?: readonly string[];
  /** Where a person can look at the same: the graph of a query, a check run. */
  readonly link?: string;
}

/** One analysis of the release that is, or was last, under way. */
export interface AnalysisEvidence {
  /** Name of the AnalysisRun. */
  readonly name: string;
  readonly role: AnalysisRole;
  /** Index of the step; absent for an analysis that belongs to none. */
  readonly step?: number;
  readonly verdict: Verdict;
  /** The controller's words; empty for most that succeed. */
  readonly message: string;
  readonly metrics: readonly MetricEvidence[];
}
