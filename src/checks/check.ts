import type { Condition } from './condition/index.ts';
import type { ProviderName } from './index.ts';

/** When a check is measured: at gates, from the first step to the end, or once the release is Healthy. */
export const whens = ['pause', 'background', 'healthy'] as const;

/** The words of `when`. */
export type When = (typeof whens)[number];

/** One entry of `checks`, found valid; the args are not yet filled in. */
export interface Check {
  /** Name of the metric, or of the AnalysisTemplate. */
  readonly name: string;
  readonly when: When;
  /** Indexes of the canary steps at whose gates it is measured; absent for every gate. */
  readonly steps?: readonly number[];
  /** The metric as it was written, plain JSON values with `{{args.NAME}}`, without `when` and `steps`. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Where it was written, for errors: `deploy/checks.yaml:12:5`, or `line 12, column 5`. */
  readonly place: string;
  /** Measured, and decides nothing. */
  readonly dryRun: boolean;
  /** How many measurements are kept for people; 10 unless `measurementRetention` says otherwise. */
  readonly retention: number;
}

/** Where the value of an arg comes from. */
export type ArgSource =
  | { readonly kind: 'value'; readonly value: string }
  /** A variable of the step's environment; its value is hidden in every output where `hidden` says so. */
  | { readonly kind: 'env'; readonly variable: string; readonly hidden: boolean }
  /** Read from a Secret of the target's namespace when a round begins; hidden in every output. */
  | { readonly kind: 'secret'; readonly name: string; readonly key: string };

/** Everything that `checks` and `args` say: part of the plan. */
export interface Checks {
  readonly checks: readonly Check[];
  /** Args with their sources; the predefined ones are not among them. */
  readonly args: ReadonlyMap<string, ArgSource>;
}

/** A check with its args filled in: ready to be measured. Times are milliseconds. */
export interface Metric {
  readonly name: string;
  readonly provider: ProviderName;
  /** What the provider's `parse` made. */
  readonly spec: unknown;
  /** Absent: measured once, or `count` times without a pause between. */
  readonly interval?: number;
  /** Absent with an interval: measured until the round is ended. */
  readonly count?: number;
  readonly initialDelay?: number;
  readonly successCondition?: Condition;
  readonly failureCondition?: Condition;
  /** -1: no limit. */
  readonly failureLimit: number;
  /** 0 or more: other than failureLimit, the controller knows no -1 here. */
  readonly inconclusiveLimit: number;
  readonly consecutiveErrorLimit: number;
  /** Absent where successes in a row are not asked for. */
  readonly consecutiveSuccessLimit?: number;
  readonly dryRun: boolean;
  readonly retention: number;
}
