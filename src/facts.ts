import type { Failure } from './failure.ts';
import type { Observation, Pending, RequestName } from './model.ts';
import type { Answer, Sighting } from './targets/target.ts';

/** Everything that can happen to a run, in the order in which it reached the inbox. */
export type Event =
  | { readonly type: 'sighting'; readonly sighting: Exclude<Sighting, { kind: 'lost' }> }
  | { readonly type: 'lost'; readonly failure: Failure }
  | { readonly type: 'requested'; readonly request: RequestName; readonly reason: string }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'allowed' }
  | { readonly type: 'tick' }
  | { readonly type: 'stop'; readonly signal: string };

/** A request between its sending and the moment its effect is seen. */
export interface OpenRequest {
  readonly name: RequestName;
  /** Why it was sent, for people. */
  readonly reason: string;
  /** The observation it was decided on. */
  readonly on: Observation;
  /** Absent until the server has answered. */
  readonly pending?: Pending;
  /** When it is taken for lost; absent until the server has answered. */
  readonly overdueAt?: number;
}

/**
 * What became of a request without effect: the server `refused` it because its guard did not hold, the
 * controller `ignored` it, the target `moved` after it was accepted, or nothing was seen in time.
 */
export type Fruitless = 'refused' | 'ignored' | 'moved' | 'overdue';

/** All that a decision may rest on, folded from the events. Times are milliseconds of the run's clock. */
export interface Facts {
  readonly startedAt: number;
  readonly now: number;
  readonly observation?: Observation;
  /** The first observation that was current: what the run found when it came. */
  readonly found?: Observation;
  /**
   * Pod template hash of the candidate that this run follows: that of the first current observation whose
   * spec has the images of the plan.
   */
  readonly ours?: string;
  readonly request?: OpenRequest;
  /** The requests that took effect, with the state of the target each one was meant for. */
  readonly effected: readonly {
    readonly name: RequestName;
    readonly reason: string;
    readonly state: string;
  }[];
  /** The last request that did not take effect, and the version of the observation it was decided on. */
  readonly fruitless?: { readonly name: RequestName; readonly how: Fruitless; readonly version: number };
  /** In a dry run: the request that the server would have accepted, and why it would be sent. */
  readonly checked?: string;
  /** How many requests in a row were taken for lost. */
  readonly overdue: number;
  /** When the release last made progress, or last stood still rightly. */
  readonly movedAt: number;
  /** Progress seen: the largest height of each stage. */
  readonly heights: ReadonlyMap<string, number>;
  /** When this run first saw the pause that holds now. */
  readonly pausedSince: number | undefined;
  /** When this run first saw that the spec is invalid. */
  readonly invalidSince: number | undefined;
  /** Since when the API server is out of reach, and how. */
  readonly lost?: { readonly since: number; readonly failure: Failure };
  /** Every write of the plan is known to be allowed; until then none is sent. */
  readonly allowed: boolean;
  readonly gone: boolean;
  /** What was thrown and cannot mend itself. */
  readonly failure?: Failure;
  /** The signal that cancelled the run. */
  readonly stopped?: string;
}

/** The facts of a run that has seen nothing yet. */
export function noFacts(now: number): Facts {
  return {
    startedAt: now,
    now,
    effected: [],
    overdue: 0,
    movedAt: now,
    heights: new Map(),
    pausedSince: undefined,
    invalidSince: undefined,
    allowed: false,
    gone: false,
  };
}
