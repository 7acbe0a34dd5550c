import type { Ended, Reason } from '../ends.ts';
import type { TargetDocument } from './target.ts';
import type { Count, Milliseconds, Time } from './words.ts';

/**
 * What one step of Rollout Conductor did and saw, as JSON. What is not known is absent. Texts come from the cluster and
 * from inputs in part: whoever shows them escapes them.
 */
export interface ReportDocument {
  /** Version of this format. A field that is renamed, removed or given another meaning makes it 2; a new one does not. */
  readonly version: 1;
  /** What the step was asked to do, as typed: `deploy`, `promote`, `abort`, … */
  readonly operation: string;
  /** How the target was left. */
  readonly ended: Ended;
  /** Why it was left so. */
  readonly reason: Reason;
  /** What happened, and what to do where something is to be done: one or more sentences. */
  readonly message: string;
  /** Whether the step is green. */
  readonly succeeded: boolean;
  /** When the step began, by the clock of the runner. */
  readonly startedAt: Time;
  /** When this was written. */
  readonly endedAt: Time;
  /** From the begin of the step until this was written, in milliseconds; the output of that name has seconds. */
  readonly duration: Milliseconds;
  /** The run of the workflow; absent outside of one. */
  readonly run?: RunDocument;
  /** Where people can look. */
  readonly links: LinksDocument;
  /** What somebody should know and what did not stop the step; each once. */
  readonly notices: readonly string[];
  /** What was rolled out: one target for now. */
  readonly targets: readonly TargetDocument[];
  /** What was left out or cut because the document was too large; absent when all is there. */
  readonly leftOut?: readonly LeftOut[];
}

/** The run of a workflow that the step belongs to, by the words of GitHub's own context. */
export interface RunDocument {
  /** Address of the run. */
  readonly url: string;
  /** Number of the attempt, from 1. */
  readonly attempt: Count;
  /** Commit that the run is of. */
  readonly sha: string;
  /** Who began the run. */
  readonly actor: string;
}

/** Addresses for people. */
export interface LinksDocument {
  /** The run of the workflow; absent outside of one. */
  readonly run?: string;
  /** The comment on the pull request; absent without one. */
  readonly comment?: string;
}

/**
 * What a document that is too large goes without: long texts are cut (they end with `…`), the tree is absent, only the
 * newest of the timeline, only the newest measurements, only the first of each list and no metrics.
 */
export type LeftOut = 'texts' | 'tree' | 'timeline' | 'measurements' | 'lists';
