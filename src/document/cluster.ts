import type { Time } from './words.ts';

/** How one route splits its traffic. */
export interface RouteDocument {
  /** Kind of the object, such as `VirtualService`; the router's key in the Rollout where no object was read. */
  readonly kind: string;
  /** Name of the object; empty where no object was read. */
  readonly name: string;
  /** Which route in the object; absent where the object is the route. */
  readonly route?: string;
  /** Weight of the stable side, in parts of `total`. @minimum 0 */
  readonly stable: number;
  /** Weight of the canary side, in parts of `total`. @minimum 0 */
  readonly canary: number;
  /** What all weights are out of: 100 nearly always. @minimum 0 */
  readonly total: number;
  /** Header and mirror routes of the release that are in the object; told with its first route only. */
  readonly managed: readonly string[];
  /** `status`: no object was read, this is what the controller says it has set. */
  readonly from: 'object' | 'status';
}

/** One row of the tree. */
export interface TreeDocument {
  /** Name of the object. */
  readonly name: string;
  /** Its kind; a `Revision` is no object, it holds those of one revision. */
  readonly kind: TreeKind;
  /** Status in Argo's words, such as `Healthy`, `ScaledDown`, `CrashLoopBackOff`; empty for a revision. */
  readonly status: string;
  /** When it was created; absent for a revision. */
  readonly created?: Time;
  /** Roles and counts, such as `canary`, `ready:1/1` or `✔ 3`. */
  readonly info: readonly string[];
  /** When a ReplicaSet that is no longer needed is to be scaled down. */
  readonly scaleDownAt?: Time;
  /** What belongs to it. */
  readonly children: readonly TreeDocument[];
}

/** Kinds in the tree. */
export type TreeKind = 'Rollout' | 'Revision' | 'ReplicaSet' | 'Pod' | 'Experiment' | 'AnalysisRun' | 'Job';
