import type { KubeObject } from '../../kube/resources.ts';

/** A container as far as this action reads it. */
export interface RawContainer {
  readonly name: string;
  readonly image: string;
}

/** A pod template as far as this action reads it. */
export interface RawTemplate {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
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

/** An analysis as the status names it. */
export interface RawAnalysisStatus {
  readonly name?: string;
  /** `Pending`, `Running`, `Successful`, `Failed`, `Error`, `Inconclusive`; empty at first. */
  readonly status?: string;
  readonly message?: string;
}

/** What a plugin of a step said last (argo-rollouts 1.10.1, `StepPluginStatus`). */
export interface RawStepPluginStatus {
  readonly index?: number;
  /** `Run`, `Terminate` or `Abort`. */
  readonly operation?: string;
  /** `Running`, `Successful`, `Failed` or `Error`. */
  readonly phase?: string;
}

/** One side of `status.canary.weights`; there only with traffic routing. */
export interface RawWeight {
  readonly weight?: number;
  readonly podTemplateHash?: string;
}

/** `spec.strategy.blueGreen` as far as this action reads it. */
export interface RawBlueGreen {
  readonly activeService?: string;
  readonly previewService?: string;
  /** Absent means true, and is not filled in by the server. */
  readonly autoPromotionEnabled?: boolean;
  /** Not looked at by the controller when autoPromotionEnabled is false. */
  readonly autoPromotionSeconds?: number;
  readonly prePromotionAnalysis?: unknown;
  readonly postPromotionAnalysis?: unknown;
}

/** A Rollout as the API server gives it; zero values are absent. */
export interface RawRollout extends KubeObject {
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    /** RFC 3339. */
    readonly restartAt?: string;
    readonly template?: RawTemplate;
    readonly rollbackWindow?: { readonly revisions?: number };
    readonly workloadRef?: { readonly apiVersion?: string; readonly kind?: string; readonly name?: string };
    readonly strategy?: {
      readonly canary?: {
        readonly steps?: readonly RawStep[];
        readonly trafficRouting?: unknown;
        /** The background analysis. */
        readonly analysis?: unknown;
      };
      readonly blueGreen?: RawBlueGreen;
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
    readonly promoteFull?: boolean;
    readonly restartedAt?: string;
    /** A number in a string; only with workloadRef. */
    readonly workloadObservedGeneration?: string;
    readonly canary?: {
      readonly weights?: { readonly canary?: RawWeight; readonly stable?: RawWeight };
      readonly currentStepAnalysisRunStatus?: RawAnalysisStatus;
      /** Gone when the release is over or aborted. */
      readonly currentBackgroundAnalysisRunStatus?: RawAnalysisStatus;
      readonly currentExperiment?: string;
      /** What plugins of steps said last, each by the index of its step; it stays when the step is over. */
      readonly stepPluginStatuses?: readonly RawStepPluginStatus[];
    };
    readonly blueGreen?: {
      /** Pod template hash of the side that has the traffic. */
      readonly activeSelector?: string;
      /** Pod template hash behind the preview Service; after an abort still the rejected one. */
      readonly previewSelector?: string;
      readonly prePromotionAnalysisRunStatus?: RawAnalysisStatus;
      readonly postPromotionAnalysisRunStatus?: RawAnalysisStatus;
    };
  };
}

/** The object that `spec.workloadRef` names: a Deployment or ReplicaSet, or a PodTemplate with the template on top. */
export interface RawWorkload extends KubeObject {
  readonly spec?: { readonly template?: RawTemplate };
  readonly template?: RawTemplate;
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
