import type { KubeObject } from '../../kube/resources.ts';

/** A whole number, or text that stands for one once its arguments are filled in. */
export type RawLimit = number | string;

/** One metric of `spec.metrics`, its arguments not yet filled in. */
export interface RawMetric {
  readonly name: string;
  readonly interval?: string;
  readonly initialDelay?: string;
  readonly count?: RawLimit;
  readonly successCondition?: string;
  readonly failureCondition?: string;
  readonly failureLimit?: RawLimit;
  readonly inconclusiveLimit?: RawLimit;
  readonly consecutiveErrorLimit?: RawLimit;
  readonly consecutiveSuccessLimit?: RawLimit;
  /** One key: the kind of the provider. */
  readonly provider?: Readonly<Record<string, unknown>>;
}

/** One entry of `metricResults[].measurements`. */
export interface RawMeasurement {
  readonly phase?: string;
  readonly value?: string;
  readonly message?: string;
  /** RFC 3339. */
  readonly startedAt?: string;
  /** RFC 3339; absent while it goes on. */
  readonly finishedAt?: string;
  /** `job-name` and `job-namespace` of a Job metric; nothing for the other kinds. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** One entry of `status.metricResults`; zero counts are absent. */
export interface RawMetricResult {
  readonly name: string;
  readonly phase?: string;
  readonly message?: string;
  readonly dryRun?: boolean;
  readonly count?: number;
  readonly successful?: number;
  readonly failed?: number;
  readonly inconclusive?: number;
  readonly error?: number;
  readonly consecutiveError?: number;
  readonly consecutiveSuccess?: number;
  /** The last 10. */
  readonly measurements?: readonly RawMeasurement[];
}

/** An AnalysisRun as far as this action reads it. */
export interface RawAnalysisRun extends KubeObject {
  readonly spec?: {
    readonly metrics?: readonly RawMetric[];
    /** With the values that the Rollout gave; an argument from a Secret has `valueFrom` and no value. */
    readonly args?: readonly { readonly name: string; readonly value?: string }[];
    /** The controller or a person asked it to end. */
    readonly terminate?: boolean;
  };
  readonly status?: {
    /** Empty until the first reconciliation. */
    readonly phase?: string;
    readonly message?: string;
    readonly metricResults?: readonly RawMetricResult[];
  };
}

/** An Experiment as far as this action reads it. */
export interface RawExperiment extends KubeObject {
  readonly spec?: { readonly templates?: readonly { readonly name: string }[]; readonly terminate?: boolean };
  readonly status?: {
    readonly phase?: string;
    readonly message?: string;
    /** The analyses by the names of their AnalysisRuns, which have no labels. */
    readonly analysisRuns?: readonly { readonly name: string; readonly analysisRun: string }[];
  };
}
