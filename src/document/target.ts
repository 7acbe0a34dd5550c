import type { Phase } from '../model.ts';
import type { AnalysisDocument } from './analyses.ts';
import type { RoundDocument } from './rounds.ts';
import type { DiagnosisDocument } from './diagnoses.ts';
import type { RouteDocument, TreeDocument } from './cluster.ts';
import type { TimelineDocument } from './timeline.ts';
import type { Count, Index, Milliseconds, Percent, Time } from './words.ts';

/** A target as it was seen last, and what happened to it. */
export interface TargetDocument {
  /** As typed: `rollout/web`; empty when the inputs could not be read. */
  readonly target: string;
  /** Where it is; absent, as the next two, until the kubeconfig was read. */
  readonly namespace?: string;
  /** Name of the kubeconfig's context. */
  readonly context?: string;
  /** URL of the API server. */
  readonly server?: string;
  /** `Canary` or `BlueGreen`; absent where it was not read. */
  readonly strategy?: string;
  /** False: the status does not speak of the spec yet. Absent, as all that follows, when the target was not seen. */
  readonly current?: boolean;
  /** Phase, as Argo Rollouts computes it. */
  readonly phase?: Phase;
  /** The controller's words for the phase; may be empty. */
  readonly message?: string;
  /** Where in its steps the release is; absent without steps. */
  readonly step?: StepPlaceDocument;
  /** The steps of the strategy, with the times at which this step of the workflow saw them. */
  readonly steps?: readonly StepDocument[];
  /** Share of traffic on the candidate. */
  readonly weight?: WeightDocument;
  /** Pods, from the status. */
  readonly replicas?: ReplicasDocument;
  /** Images that the pod template asks for. */
  readonly images?: readonly ImageDocument[];
  /** Images of the stable revision; absent where they could not be read. */
  readonly stableImages?: readonly ImageDocument[];
  /** Number of the candidate's revision. */
  readonly revision?: Count;
  /** Pod template hash of the candidate; that of the stable revision when nothing is going on. */
  readonly podHash?: string;
  /** Pod template hash of the stable revision; absent during a first creation. */
  readonly stablePodHash?: string;
  /** Token of what was seen, for the input `expect` of a later promote or abort. */
  readonly state?: string;
  /** All pauses that hold the release. */
  readonly pauses?: readonly PauseDocument[];
  /** The sides of a blueGreen. */
  readonly sides?: SidesDocument;
  /** Who aborted the candidate; absent when nobody has. */
  readonly aborted?: AbortedDocument;
  /** What changed while the step looked on, oldest first. */
  readonly timeline: readonly TimelineDocument[];
  /** The rounds of gating checks, in the order in which they began. */
  readonly rounds: readonly RoundDocument[];
  /** Why pods of the release are not, or were not, ready. */
  readonly diagnoses: readonly DiagnosisDocument[];
  /** The analyses that the controller ran for the release; absent, as the next two, where they were not read. */
  readonly analyses?: readonly AnalysisDocument[];
  /** How the routes split traffic; empty without traffic routing. */
  readonly routes?: readonly RouteDocument[];
  /** The target with all that belongs to it, as `kubectl argo rollouts get rollout` shows it. */
  readonly tree?: TreeDocument;
}

/** Where in its steps a release is. */
export interface StepPlaceDocument {
  /** Index of the current step, from 0; as large as `of` when all are done. */
  readonly index: Index;
  /** Number of steps. */
  readonly of: Count;
}

/** One step of the strategy. */
export interface StepDocument {
  /** Index of the step, from 0. */
  readonly index: Index;
  /** The step in the words of its manifest: `setWeight 20`, `pause 10s`. */
  readonly step: string;
  /** When it was first seen; absent for a step that was not seen. */
  readonly startedAt?: Time;
  /** How long the release stood at it; absent while it lasts. */
  readonly duration?: Milliseconds;
}

/** Share of traffic on the candidate, in percent. */
export interface WeightDocument {
  /** What was asked for; absent where it is not known. */
  readonly desired?: Percent;
  /** What is true; absent where it is not known. */
  readonly actual?: Percent;
}

/** Pod counts of a target. */
export interface ReplicasDocument {
  /** Pods that there ought to be. */
  readonly desired: Count;
  /** Pods of all revisions. */
  readonly current: Count;
  /** Pods of the candidate. */
  readonly updated: Count;
  /** Ready pods of all revisions. */
  readonly ready: Count;
  /** Available pods of all revisions. */
  readonly available: Count;
}

/** The image of one container. */
export interface ImageDocument {
  /** Name of the container. */
  readonly container: string;
  /** True for an init container. */
  readonly init: boolean;
  /** The image, as the pod template has it. */
  readonly image: string;
}

/** Why a release stands still. */
export interface PauseDocument {
  /**
   * A `gate` waits for somebody, a `timed` pause for the controller's clock, a `manual` one for whoever set
   * `spec.paused`, an `inconclusive` one for a judgment of an analysis.
   */
  readonly kind: 'gate' | 'timed' | 'manual' | 'inconclusive';
  /** A run of this action made it when it was cancelled. */
  readonly ours: boolean;
  /** When it began, by the cluster's clock; absent for a manual pause. */
  readonly since?: Time;
  /** When a timed pause ends, by the cluster's clock. */
  readonly until?: Time;
}

/** The sides of a blueGreen, as pod template hashes. */
export interface SidesDocument {
  /** Who gets the traffic of users. */
  readonly active?: string;
  /** Who gets the traffic of the preview. */
  readonly preview?: string;
}

/** An abort of the candidate. */
export interface AbortedDocument {
  /** `controller`: after an analysis or a deadline; `person`: somebody asked for it. */
  readonly by: 'controller' | 'person';
  /** Why, in the controller's words. */
  readonly cause: string;
}
