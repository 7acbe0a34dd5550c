import type { KubeObject } from '../../kube/resources.ts';

/** A container as far as this action reads it. */
export interface RawContainer {
  readonly name: string;
  readonly image: string;
}

/** A pod template as far as this action reads it. */
export interface RawTemplate {
  readonly spec?: {
    readonly containers?: readonly RawContainer[];
    readonly initContainers?: readonly RawContainer[];
  };
}

/** One step of `spec.strategy.canary.steps`: exactly one of the fields is set. */
export interface RawStep {
  readonly setWeight?: number;
  readonly pause?: { readonly duration?: number | string };
  readonly setCanaryScale?: {
    readonly weight?: number;
    readonly replicas?: number;
    readonly matchTrafficWeight?: boolean;
  };
  readonly analysis?: { readonly templates?: readonly { readonly templateName?: string }[] };
  readonly experiment?: {
    readonly templates?: readonly { readonly name?: string; readonly weight?: number }[];
    readonly duration?: string;
  };
  readonly setHeaderRoute?: RawHeaderRoute;
  readonly setMirrorRoute?: RawMirrorRoute;
  readonly plugin?: { readonly name?: string };
}

/** How a method, path or header is compared: exactly one of the fields is set. */
export type RawStringMatch = Readonly<Partial<Record<'exact' | 'prefix' | 'regex', string>>>;

/** A route to the canary alone for requests with these headers; without `match` it is taken away. */
export interface RawHeaderRoute {
  readonly name?: string;
  readonly match?: readonly { readonly headerName?: string; readonly headerValue?: RawStringMatch }[];
}

/** A route that copies this share of its requests to the canary; without `match` it is taken away. */
export interface RawMirrorRoute {
  readonly name?: string;
  /** 100 if it is left out. */
  readonly percentage?: number;
  readonly match?: readonly {
    readonly method?: RawStringMatch;
    readonly path?: RawStringMatch;
    readonly headers?: Readonly<Record<string, RawStringMatch>>;
  }[];
}

/** One entry of `status.pauseConditions`. */
export interface RawPauseCondition {
  /** `CanaryPauseStep`, `BlueGreenPause`, `InconclusiveAnalysisRun` or `InconclusiveExperiment`. */
  readonly reason: string;
  /** RFC 3339, whole seconds. */
  readonly startTime: string;
}

/** One side of `status.canary.weights`; there only with traffic routing. */
export interface RawWeight {
  readonly weight?: number;
  readonly podTemplateHash?: string;
}

/** A Rollout as the API server gives it; zero values are absent. */
export interface RawRollout extends KubeObject {
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly template?: RawTemplate;
    readonly workloadRef?: { readonly kind?: string; readonly name?: string };
    readonly strategy?: {
      readonly canary?: {
        readonly steps?: readonly RawStep[];
        readonly trafficRouting?: unknown;
        /** The background analysis. */
        readonly analysis?: unknown;
      };
      readonly blueGreen?: {
        readonly prePromotionAnalysis?: unknown;
        readonly postPromotionAnalysis?: unknown;
      };
    };
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  };
  readonly status?: {
    readonly abort?: boolean;
    readonly abortedAt?: string;
    /** A number in a string: https://github.com/argoproj/argo-rollouts, `RolloutStatus.ObservedGeneration`. */
    readonly observedGeneration?: string;
    readonly phase?: string;
    readonly message?: string;
    readonly currentPodHash?: string;
    readonly stableRS?: string;
    readonly currentStepIndex?: number;
    readonly controllerPause?: boolean;
    readonly pauseConditions?: readonly RawPauseCondition[];
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
    }[];
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly readyReplicas?: number;
    readonly availableReplicas?: number;
    readonly canary?: {
      readonly weights?: { readonly canary?: RawWeight; readonly stable?: RawWeight };
      /** Gone when the release is over or aborted. */
      readonly currentBackgroundAnalysisRunStatus?: { readonly name?: string };
    };
    readonly blueGreen?: {
      /** Pod template hash of the side that has the traffic. */
      readonly activeSelector?: string;
      /** Pod template hash behind the preview Service; after an abort still the rejected one. */
      readonly previewSelector?: string;
    };
  };
}

/** A ReplicaSet as far as this action reads it. */
export interface RawReplicaSet extends KubeObject {
  readonly spec?: { readonly replicas?: number; readonly template?: RawTemplate };
  readonly status?: {
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly availableReplicas?: number;
  };
}
