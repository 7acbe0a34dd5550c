import type { Revision } from './model.ts';

/** One revision that the cluster still has a ReplicaSet of, and what is known of it. */
export interface KnownRevision extends Required<Revision> {
  /** Revision number: it grows with each release, and a template that comes again gets a new one. */
  readonly number: number;
  /** When its ReplicaSet was made, RFC 3339: the first time that this template was released. */
  readonly created: string;
  /** The revision that users have. */
  readonly stable: boolean;
  /** The revision that was asked for last; the stable one too when nothing is going on. */
  readonly current: boolean;
  /** We saw it become Healthy, and nothing worse since. */
  readonly knownHealthy: boolean;
  /** We saw it aborted, or an analysis of it has failed, and we have not seen it Healthy since. */
  readonly knownAborted: boolean;
}
