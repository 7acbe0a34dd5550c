/** The words that all parts share. They are Argo Rollouts' own wherever it has one. */

/** What a step can be asked to do, in the order of action.yml. */
export const operations = ['deploy', 'follow', 'status', 'promote', 'abort'] as const;
/** What the step was asked to do: the `operation` input. */
export type Operation = (typeof operations)[number];

/** What the action may ask of a target by itself or for a person; each is one guarded write. */
export type RequestName = 'deploy' | 'retry' | 'promote' | 'abort';

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

/** What a write must still find in the cluster, or the server refuses it. */
export interface Guard {
  readonly uid: string;
  /** `metadata.generation`: stands for the whole spec as it was read. */
  readonly generation: number;
  /** Pod template hash of the candidate. */
  readonly hash: string;
  /** Pod template hash of the stable revision; absent during a first creation. */
  readonly stable?: string;
  /** An abort is asked for, and not taken back. */
  readonly abort?: true;
  /** Index of the step, where the strategy has steps. */
  readonly step?: number;
  /** Start of the pause, RFC 3339 as the status has it; absent when nothing is paused. */
  readonly since?: string;
  /** All pauses as the status has them: a judgment that came after the gate must not be passed with it. */
  readonly pauses?: readonly { readonly reason: string; readonly startTime: string }[];
}

/** What the watched object says now: cheap, pure, readonly. */
export interface Observation {
  /** False when the status does not yet speak of the spec: whoever decides may only wait. */
  readonly current: boolean;
  /** The object's resourceVersion; a later observation has a larger one. */
  readonly version: number;
  readonly phase: Phase;
  readonly message: string;
  /** The images that the spec asks for; the cluster may not have begun with them. */
  readonly template: readonly ContainerImage[];
  /** The revision being released; the same as `stable` when nothing is going on. */
  readonly candidate?: Revision;
  /** The revision that users have; absent during a first creation. */
  readonly stable?: Revision;
  /** Revision number of the candidate, as people see it in `rollout.argoproj.io/revision`. */
  readonly revision?: number;
  readonly step?: { readonly index: number; readonly of: number };
  /** The steps in words, such as `setWeight 20` or `pause 10s`. */
  readonly steps: readonly string[];
  readonly weight: Weight;
  readonly replicas: Replicas;
  /** All pauses that hold the release now, not only the first, which the message names. */
  readonly pauses: readonly Pause[];
  /** An analysis or experiment of a step is running: the release stands still, and rightly so. */
  readonly measuring: boolean;
  /** Somebody, or the controller, aborted the candidate. */
  readonly aborted?: { readonly by: 'controller' | 'person'; readonly cause: string };
  /** An abort was asked for or is being taken back: `aborted` is not the whole truth yet. */
  readonly aborting: boolean;
  /** The controller refuses the spec; it does nothing until that is mended. */
  readonly invalid: boolean;
  /** The release is over and traffic is where it belongs. */
  readonly settled?: 'healthy' | 'aborted';
  /** How far the release is: a stage never seen before, or a new height within one, is progress. */
  readonly progress: { readonly stage: string; readonly height: number };
  readonly guard: Guard;
}

/** A request on its way: sent, and not yet seen to have taken effect. */
export interface Pending {
  /** After this long without effect it is taken for lost; milliseconds since it was answered. */
  readonly patience: number;
  /** What an observation says of the request. Pure. */
  effect(now: Observation): Effect;
}

/**
 * `waiting`: not to be seen yet; `done`: it took effect; `ignored`: the controller dropped it;
 * `moved`: somebody else changed the target, so that the request has lost its meaning.
 */
export type Effect = 'waiting' | 'done' | 'ignored' | 'moved';

/** How the target was left. */
export type Ended =
  | 'healthy'
  | 'paused'
  | 'progressing'
  | 'degraded'
  | 'aborted'
  | 'unchanged'
  | 'planned'
  | 'superseded'
  | 'refused'
  | 'unknown';

/** Why the run ended there; a word of its own, because the same end can have several causes. */
export type Reason =
  | 'completed'
  | 'requested'
  | 'read'
  | 'gate'
  | 'held-by-person'
  | 'inconclusive'
  | 'timed-out'
  | 'cancelled'
  | 'by-controller'
  | 'by-somebody'
  | 'deleted'
  | 'invalid-spec'
  | 'ignored'
  | 'does-not-fit'
  | 'nothing-to-do'
  | 'bad-input'
  | 'forbidden'
  | 'unauthorized'
  | 'not-found'
  | 'unreachable'
  | 'failed';

/** How a run ended: set as outputs, told in log and summary. */
export interface Ending {
  readonly ended: Ended;
  readonly reason: Reason;
  /** One or more sentences for people: what happened, and what to do where something is to be done. */
  readonly message: string;
  /** Whether the step is green. */
  readonly succeeded: boolean;
}

/** Phase and message as one line, such as `Paused: CanaryPauseStep`. */
export function formatPhase({ phase, message }: Pick<Observation, 'phase' | 'message'>): string {
  return message === '' ? phase : `${phase}: ${message}`;
}

/** The images as one line for people and outputs: bare for one container, `name=image` for several. */
export function formatImages(images: readonly ContainerImage[] | undefined): string {
  const [first, ...others] = images ?? [];
  if (first === undefined) return '';
  if (others.length === 0) return first.image;
  return [first, ...others].map(({ container, image }) => `${container}=${image}`).join(' ');
}

/**
 * The `state` of a target: candidate's hash, step and start of its pause in seconds as base 36, such as
 * `7d9c5b8f6.1.t0xk1b`. No braces and no colons: a person types it, and GitHub carries it between jobs.
 */
export function formatState({ hash, step, since }: Guard): string {
  const start = since === undefined ? '-' : Math.floor(Date.parse(since) / 1000).toString(36);
  return [hash === '' ? '-' : hash, step === undefined ? '-' : String(step), start].join('.');
}
