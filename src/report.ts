import type { Ending, Observation } from './model.ts';
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

/** Everything that reporters render: one readonly value, renewed after each event. */
export interface Report {
  /** As typed, right or wrong. */
  readonly operation: string;
  /** As typed: `rollout/web`; empty when the inputs could not be read. */
  readonly target: string;
  /** Absent until the kubeconfig was read. */
  readonly where?: Where;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the run began. */
  readonly elapsed: number;
  readonly timeline: readonly Entry[];
  /** The last observation. */
  readonly observation?: Observation;
  /** Read at the end. */
  readonly details?: Details;
  /** What somebody should know and what does not stop the run; each once. */
  readonly notices: readonly string[];
  /** Absent while the run goes on. */
  readonly ending?: Ending;
}
