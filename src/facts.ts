import type { Round, RoundName, RoundState } from './checks/round.ts';
import type { Failure } from './failure.ts';
import type { Observation, Pending } from './observation.ts';
import type { Reason } from './ends.ts';
import type { RequestName } from './model.ts';
import type { KnownRevision } from './revisions.ts';
import type { Answer, Examined, Sighting } from './targets/target.ts';

/** What a run reads beside watching, when a decision needs it: the revisions to go back to, or the pods. */
export type Reading = 'revisions' | 'pods';

/** Everything that can happen to a run, in the order in which it reached the inbox. */
export type Event =
  | { readonly type: 'sighting'; readonly sighting: Exclude<Sighting, { kind: 'lost' }> }
  | { readonly type: 'lost'; readonly failure: Failure }
  | {
      readonly type: 'requested';
      readonly request: RequestName;
      readonly reason: string;
      readonly because: Reason;
    }
  | { readonly type: 'reading'; readonly what: Reading }
  | { readonly type: 'revisions'; readonly revisions: readonly KnownRevision[] }
  | { readonly type: 'pods'; readonly examined: Examined; readonly on: Observation }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'measuring'; readonly round: RoundName }
  | { readonly type: 'measured'; readonly round: RoundName; readonly state: RoundState }
  | { readonly type: 'unmeasured'; readonly round: RoundName }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'allowed' }
  | { readonly type: 'tick' }
  | { readonly type: 'stop'; readonly signal: string };

/** A request between its sending and the moment its effect is seen. */
export interface OpenRequest {
  readonly name: RequestName;
  /** Why it was sent, for people. */
  readonly reason: string;
  /** Why, as the word that the run ends with when the request ends it. */
  readonly because: Reason;
  /** The observation it was decided on. */
  readonly on: Observation;
  /** Absent until the server has answered. */
  readonly pending?: Pending;
  /** When it is taken for lost; absent until the server has answered. */
  readonly overdueAt?: number;
}

/** A request that took effect. */
export type Effected = Pick<OpenRequest, 'name' | 'reason' | 'because' | 'on'>;

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
  /** The requests that took effect, oldest first. */
  readonly effected: readonly Effected[];
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
  /** Since when the controller is behind the spec, as far as this run saw it. */
  readonly behindSince: number | undefined;
  /** Since when the API server is out of reach, and how. */
  readonly lost?: { readonly since: number; readonly failure: Failure };
  /** Every write of the plan is known to be allowed; until then none is sent. */
  readonly allowed: boolean;
  readonly gone: boolean;
  /** What was thrown and cannot mend itself. */
  readonly failure?: Failure;
  /** The signal that cancelled the run, and when it came. */
  readonly stopped?: { readonly signal: string; readonly at: number };
  /** What is being read, or was asked for last; each reading is one at a time. */
  readonly reading?: Reading;
  /** What there is to go back to; absent until a decision asked for it. */
  readonly revisions?: readonly KnownRevision[];
  /** The rounds of checks by their key, in the order in which they began. */
  readonly rounds: ReadonlyMap<string, Round>;
  /** What was last read of the candidate's pods, when, and on which observation. */
  readonly pods?: Examined & { readonly at: number; readonly hash: string; readonly version: number };
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
    rounds: new Map(),
    pausedSince: undefined,
    invalidSince: undefined,
    behindSince: undefined,
    allowed: false,
    gone: false,
  };
}
