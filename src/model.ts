/** The words that all parts share. They are Argo Rollouts' own wherever it has one. */

/** What a step can be asked to do, in the order of action.yml. */
export const operations = [
  'deploy',
  'follow',
  'status',
  'promote',
  'promote-full',
  'abort',
  'retry',
  'rollback',
  'restart',
  'pause',
  'resume',
] as const;

/** What the step was asked to do: the `operation` input. */
export type Operation = (typeof operations)[number];

/**
 * What the action may ask of a target by itself or for a person; each is one guarded write. `restore` writes the
 * pod template of a revision back; all others are the operation of their name.
 */
export type RequestName = Exclude<Operation, 'follow' | 'status' | 'rollback'> | 'restore';

/** The requests that change the pod template: each makes a candidate, and is what a GitOps tool puts back. */
export const templateRequests: ReadonlySet<RequestName> = new Set(['deploy', 'restore', 'restart']);

/** Phase of a release, as Argo Rollouts computes it (`status.phase`). */
export type Phase = 'Healthy' | 'Progressing' | 'Paused' | 'Degraded';

/** The image of one container of the pod template. */
export interface ContainerImage {
  /** Name of the container. */
  readonly container: string;
  /** True for an init container, which a bare image never means. */
  readonly init: boolean;
  /** Image reference as the template has it. */
  readonly image: string;
}

/** One revision of a target: a pod template that has, or had, pods. */
export interface Revision {
  /** Pod template hash, such as `7d9c5b8f6`. */
  readonly hash: string;
  /** Images by container; absent while nobody has read the revision's own template. */
  readonly images?: readonly ContainerImage[];
}

/**
 * Why a release stands still. A `gate` waits for somebody, a `timed` pause for the controller's clock,
 * a `manual` one for the person who set `spec.paused`, an `inconclusive` one for a judgment of an analysis.
 */
export interface Pause {
  readonly kind: 'gate' | 'timed' | 'manual' | 'inconclusive';
  /** A manual pause that a run of this action made when it was cancelled: our next deploy lifts it. */
  readonly ours?: true;
  /**
   * An inconclusive pause that a promote leaves for the next step. Where this is absent the controller starts the
   * same analysis again (background, blueGreen, experiment).
   */
  readonly skips?: true;
  /** When the pause began, RFC 3339 by the cluster's clock; a manual pause has no time in the cluster. */
  readonly since?: string;
  /** When a timed pause ends, in milliseconds since the epoch by the cluster's clock. */
  readonly until?: number;
}

/** Share of traffic on the candidate, in percent: what was asked for, and what is true. */
export interface Weight {
  readonly desired?: number;
  readonly actual?: number;
}

/** Pod counts of a target, from its status. */
export interface Replicas {
  readonly desired: number;
  readonly current: number;
  readonly updated: number;
  readonly ready: number;
  readonly available: number;
}

/** One analysis or experiment as the status of the target tells of it. */
export interface Analysis {
  readonly name: string;
  readonly role: 'step' | 'background' | 'prePromotion' | 'postPromotion' | 'experiment';
  /** `Pending`, `Running`, `Successful`, `Failed`, `Error`, `Inconclusive`; empty while it is being made. */
  readonly status: string;
  /** Ended before its measurements were: what the status calls Successful then is no verdict. */
  readonly terminated: boolean;
}

/** The object that holds the pod template where the target itself has none (`spec.workloadRef`). */
export interface Workload {
  /** `Deployment`, `ReplicaSet` or `PodTemplate`. */
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly generation: number;
  /** Its pod template has annotations. */
  readonly annotated: boolean;
}
