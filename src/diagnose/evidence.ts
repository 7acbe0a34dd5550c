import type { RawEvent, RawPod, RawReplicaSet } from './raw.ts';

/** Which pods are meant: those of one revision, and no others. */
export interface RevisionPlace {
  readonly namespace: string;
  /** Selects exactly the revision's pods: the labels of its template and its hash, as in kubectl's `-l`. */
  readonly labelSelector: string;
  /** The revision's ReplicaSet; pods of another owner with the same labels are left out. */
  readonly replicaSet: { readonly name: string; readonly uid: string };
}

/** The end of a container's log. */
export interface RawLog {
  /** uid of the pod. */
  readonly pod: string;
  readonly container: string;
  /** How the run ended that wrote it: a log speaks for other pods only if theirs ended alike. */
  readonly exitCode: number | undefined;
  readonly text: string;
}

/** What was read of a revision's pods, as the API server gave it. */
export interface RawEvidence {
  /** When it was read, in milliseconds since the epoch by this machine's clock. */
  readonly now: number;
  /** Undefined: gone, or forbidden. */
  readonly replicaSet?: RawReplicaSet;
  /** Undefined: forbidden. */
  readonly pods?: readonly RawPod[];
  /** Events by the uid of what they speak of; what was not asked about has no entry. */
  readonly events: ReadonlyMap<string, readonly RawEvent[]>;
  readonly logs: readonly RawLog[];
  /** What could not be read, and the permission it needs; one sentence each. */
  readonly notices: readonly string[];
}
