import type {
  Analysis,
  ContainerImage,
  Pause,
  Phase,
  Replicas,
  Revision,
  Weight,
  Workload,
} from './model.ts';
import type { LastChange } from './ownership/last-change.ts';
import type { Owner } from './ownership/owner.ts';

/** What a run of this action left on the target when it last wrote; read from its annotations. */
export interface RunNote {
  /** URL of the workflow run. */
  readonly run: string;
  /** The step of the workflow: run, job and action, so that the same step of a re-run is known again. */
  readonly step: string;
  /** Number of the attempt of that run. */
  readonly attempt: number;
  /** Commit that the run was of. */
  readonly commit: string;
  /** Who began the run. */
  readonly actor: string;
  readonly operation: string;
  /** The `state` that a promote passed, or the hash that a rollback went to. */
  readonly subject: string;
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
  /** `status.abort` as it is: absent, true, or an explicit false after a retry. */
  readonly abort?: boolean;
  /** `status.abortedAt`, RFC 3339. */
  readonly abortedAt?: string;
  /** A full promotion is asked for; the controller drops an abort on top of it. */
  readonly promoteFull?: boolean;
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
  /** Where the template is, if it is not in the target itself. */
  readonly workload?: Workload;
  /** The revision being released; the same as `stable` when nothing is going on. */
  readonly candidate?: Revision;
  /** The revision that users have; absent during a first creation. */
  readonly stable?: Revision;
  /** The sides of a blueGreen: who gets the traffic of users, and who that of the preview. */
  readonly sides?: { readonly active?: Revision; readonly preview?: Revision };
  /** Revision number of the candidate, as people see it in `rollout.argoproj.io/revision`. */
  readonly revision?: number;
  readonly step?: { readonly index: number; readonly of: number };
  /** The steps in words, such as `setWeight 20` or `pause 10s`. */
  readonly steps: readonly string[];
  /** Where the strategy waits for somebody: indexes of canary steps, or the switch of a blueGreen. */
  readonly gates: readonly (number | 'promotion')[];
  /** Names of the Services of the strategy, by what Argo calls the fields; empty without any. */
  readonly services: Readonly<
    Partial<Record<'stableService' | 'canaryService' | 'activeService' | 'previewService', string>>
  >;
  readonly weight: Weight;
  readonly replicas: Replicas;
  /** All pauses that hold the release now, not only the first, which the message names. */
  readonly pauses: readonly Pause[];
  /** An analysis or experiment of a step is running: the release stands still, and rightly so. */
  readonly measuring: boolean;
  /** The analyses that the status names now; those of a canary are gone once its step or its release is over. */
  readonly analyses: readonly Analysis[];
  /** Why the gate that holds the release may not be passed yet, or at all, whatever its look. */
  readonly unproven?: string;
  /** Why a retry would ship the candidate without a new analysis. */
  readonly untested?: string;
  /** The controller skips all steps and analyses for a template that is older than the stable one (`spec.rollbackWindow`). */
  readonly rollbackWindow: boolean;
  /** The rest of the steps and analyses are being skipped. */
  readonly promotingFull: boolean;
  /** A restart that was asked for last (RFC 3339), and whether the controller calls it done. */
  readonly restart?: { readonly at: string; readonly done: boolean };
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
  /** Who changed the pod template last. */
  readonly changed?: LastChange;
  /** Who keeps the object with the template in step with what stands elsewhere. */
  readonly owner?: Owner;
  /** The mark of a cancelled run that held it, which outlives the hold when somebody else resumes it. */
  readonly held?: string;
  /** What a run of this action wrote on it last. */
  readonly note?: RunNote;
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
