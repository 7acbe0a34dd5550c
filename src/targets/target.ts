import type { AccessRule } from '../kube/access.ts';
import type { KubeClient } from '../kube/client.ts';
import type { Resource } from '../kube/resources.ts';
import type { Diagnosis } from '../diagnose/finding.ts';
import type { Reading } from '../facts.ts';
import type { KnownRevision } from '../revisions.ts';
import type { ContainerImage, Operation, RequestName } from '../model.ts';
import type { Observation, Pending, RunNote } from '../observation.ts';
import type { RouteWeight } from './route-weight.ts';
import type { Clock } from '../support/clock.ts';
import type { AnalysisEvidence } from './evidence.ts';

/** What watching a target yields; from `lost` to `back` the API server is out of reach and is tried again. */
export type Sighting =
  | { readonly kind: 'observation'; readonly observation: Observation }
  | { readonly kind: 'lost'; readonly error: Error }
  | { readonly kind: 'back' }
  | { readonly kind: 'gone' };

/** What a request is made from. */
export interface RequestOrder {
  /** The observation that the request was decided on; its guard is what the server checks. */
  readonly observation: Observation;
  /** The images to set; only `deploy` reads them. */
  readonly images: readonly ContainerImage[];
  /** Hash of the revision whose template is written back; only `restore` reads it. */
  readonly revision?: string;
  /** When it was decided, in milliseconds since the epoch. */
  readonly at: number;
  /** Marks a pause as one of a cancelled run, which our next deploy lifts. */
  readonly held: boolean;
  /** Left on the target, so that people and later runs know who did it; absent outside of a workflow. */
  readonly note?: RunNote;
  /** Ask the server to check and admit the write, and to store nothing. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

/** The answer to a request: accepted, or refused by the server because what was observed has moved. */
export type Answer = { readonly kind: 'accepted'; readonly pending: Pending } | { readonly kind: 'moved' };

/**
 * One guarded write. Throws KubeError for anything but a guard that did not hold; an answer that was lost
 * on the way counts as accepted, because only the cluster can tell, and `pending.effect` asks it.
 */
export type Request = (order: RequestOrder) => Promise<Answer>;

/** One row of the tree that people know from `kubectl argo rollouts get rollout`. */
export interface TreeNode {
  readonly name: string;
  readonly kind: 'Rollout' | 'Revision' | 'ReplicaSet' | 'Pod' | 'Experiment' | 'AnalysisRun' | 'Job';
  /** Status in Argo's words, such as `Healthy`, `ScaledDown`, `CrashLoopBackOff`; empty for a revision. */
  readonly status: string;
  /** When it was created, RFC 3339; absent for a revision. */
  readonly created?: string;
  /** Roles and counts, such as `canary`, `ready:1/1` or `✔ 3`. */
  readonly info: readonly string[];
  /** When a ReplicaSet that is no longer needed is to be scaled down, RFC 3339. */
  readonly scaleDownAt?: string;
  readonly children: readonly TreeNode[];
}

/** What is read for people and for diagnosis only: never by whoever decides. */
export interface Details {
  /** `Canary` or `BlueGreen`. */
  readonly strategy: string;
  /** Images with the roles they have now, such as `stable`, `canary`, `active`, or `Σ:baseline` in an experiment. */
  readonly images: readonly { readonly image: string; readonly roles: readonly string[] }[];
  /** Images of the stable revision; absent where it is not there or could not be read. */
  readonly stable?: readonly ContainerImage[];
  readonly tree: TreeNode;
  /** The analyses of the candidate, or of what was gone back from, in the order in which they began. */
  readonly analyses: readonly AnalysisEvidence[];
  /** How the routes split traffic, read from the objects that the router follows; empty without traffic routing. */
  readonly routes: readonly RouteWeight[];
  /** What could not be read, and which permission would let it. */
  readonly notices: readonly string[];
}

/** What was read of the candidate's pods: why they are not ready, and what could not be read. */
export interface Examined {
  /**
   * The pods of all revisions that are not being deleted: how many, how many there ought to be, and when the oldest was
   * created (RFC 3339). Read only while a restart is under way.
   */
  readonly live?: { readonly count: number; readonly wanted: number; readonly oldest: string };
  readonly diagnoses: readonly Diagnosis[];
  readonly notices: readonly string[];
}

/** A target that is being conducted: facts come out of it, requests go into it. */
export interface Target {
  /** As typed in the workflow: `rollout/web`. */
  readonly ref: string;
  /** The kind of object that it is. */
  readonly resource: Resource;
  /** Name of the object. */
  readonly name: string;
  readonly namespace: string;
  /** What may be asked of it, each as one guarded write. */
  readonly requests: Readonly<Record<RequestName, Request>>;
  /** Follows the target until the signal; throws what cannot mend itself (forbidden, not there, not ours). */
  observe(signal: AbortSignal): AsyncIterable<Sighting>;
  /**
   * Reads everything that people want to see; leaves out what is forbidden, with a notice. The analyses are those of
   * the revision that was `left`, where a run went back from one.
   */
  details(signal: AbortSignal, left?: Observation): Promise<Details>;
  /** Reads the pods of the candidate, and no others, when they do not become ready. */
  examine(observation: Observation, signal: AbortSignal): Promise<Examined>;
  /** Reads what there is to go back to, newest first. */
  revisions(observation: Observation, signal: AbortSignal): Promise<readonly KnownRevision[]>;
  /** Notes on the target how a revision fared, for a later rollback to choose by. */
  remember(fared: 'healthy' | 'aborted', observation: Observation, signal: AbortSignal): Promise<void>;
}

/** What a target is opened with. */
export interface TargetSetting {
  readonly client: KubeClient;
  readonly clock: Clock;
  readonly namespace: string;
  readonly name: string;
  /** Told once each: what does not stop the run, but somebody should know. */
  readonly notice: (text: string) => void;
  /** What the run may come to send, so that rights on what only reading finds are asked for in time. */
  readonly requests: readonly RequestName[];
  /** Makes sure that these are allowed; rejects with one ActionableError that names all that are not. */
  readonly require: (rules: readonly AccessRule[], signal: AbortSignal) => Promise<void>;
}

/** A kind of target: one file or folder, and one line in the registry. */
export interface TargetKind {
  /** The operations it has; any other is an input error that lists these. */
  readonly operations: readonly Operation[];
  /** What these requests and readings have to be allowed, for the check before the first write and for docs. */
  access(
    name: string,
    namespace: string,
    requests: readonly RequestName[],
    readings?: readonly Reading[],
  ): readonly AccessRule[];
  open(setting: TargetSetting): Target;
}
