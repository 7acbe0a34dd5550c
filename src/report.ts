import type { Round } from './checks/round.ts';
import type { Diagnosis } from './diagnose/finding.ts';
import type { Ending } from './ends.ts';
import type { RequestName } from './model.ts';
import type { RunIdentity } from './note.ts';
import type { Observation } from './observation.ts';
import type { Details } from './targets/target.ts';
import type { Entry } from './timeline.ts';

/** Where the run works: the first thing that people want to be sure of. */
export interface Where {
  /** URL of the API server. */
  readonly server: string;
  /** Name of the kubeconfig's context. */
  readonly context: string;
  readonly namespace: string;
}

/** Where the reports of a run are to be found, as the reporters that made them tell it. */
export interface Links {
  /** Address of the comment on the pull request. */
  readonly comment?: string;
  /** Path of the file with the report as JSON. */
  readonly report?: string;
}

/** Everything that reporters render: one readonly value, renewed after each event. */
export interface Report {
  /** As typed, right or wrong. */
  readonly operation: string;
  /** As typed: `rollout/web`; empty when the inputs could not be read. */
  readonly target: string;
  /** The run of the workflow; absent outside of one. */
  readonly workflowRun?: RunIdentity;
  /** Absent until the kubeconfig was read. */
  readonly where?: Where;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the run began. */
  readonly elapsed: number;
  readonly timeline: readonly Entry[];
  /** The last observation. */
  readonly observation?: Observation;
  /** The release that the run follows, the signal that cancelled it, and a request whose effect was not seen yet. */
  readonly run?: { readonly candidate?: string; readonly signal?: string; readonly open?: RequestName };
  /** The rounds of checks, in the order in which they began. */
  readonly rounds: readonly Round[];
  /** Why the pods of the release are not, or were not, ready. */
  readonly diagnoses?: readonly Diagnosis[];
  /** Read at the end. */
  readonly details?: Details;
  /** What somebody should know and what does not stop the run; each once. */
  readonly notices: readonly string[];
  /** What was asked for and cannot be had, and does not stop the run; each once. */
  readonly warnings?: readonly string[];
  readonly links: Links;
  /** The end could not be told to somebody in time. */
  readonly untold?: true;
  /** Absent while the run goes on. */
  readonly ending?: Ending;
}
