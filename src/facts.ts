import type { Failure } from './failure.ts';
import { hasImages } from './images.ts';
import type { Observation, Pending, RequestName } from './model.ts';
import { formatState } from './model.ts';
import type { Plan } from './plan.ts';
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

/** The facts after one more event. Pure and exhaustive. */
export function fold(plan: Plan, facts: Facts, event: Event, now: number): Facts {
  const at = { ...facts, now };
  switch (event.type) {
    case 'tick':
      return expire(at);
    case 'lost':
      return { ...at, lost: facts.lost ?? { since: now, failure: event.failure } };
    case 'allowed':
      return { ...at, allowed: true };
    case 'stop':
      return { ...at, stopped: event.signal };
    case 'failed':
      return { ...at, failure: event.failure };
    case 'requested':
      return facts.observation === undefined
        ? at
        : { ...at, request: { name: event.request, reason: event.reason, on: facts.observation } };
    case 'answer':
      return foldAnswer(plan, at, event.answer);
    case 'sighting':
      return expire(foldSighting(plan, at, event.sighting));
  }
}

function foldAnswer(plan: Plan, facts: Facts, answer: Answer): Facts {
  const { request, now, ...rest } = facts;
  if (request === undefined) return facts;
  // A refusal says that the target has moved, though nothing newer was seen yet.
  if (answer.kind === 'moved') return { ...close(facts, request, 'refused'), movedAt: now };
  if (plan.dryRun) return { ...rest, now, checked: `${request.name} (${request.reason})` };
  const { pending } = answer;
  return settle({ ...facts, request: { ...request, pending, overdueAt: now + pending.patience } });
}

function foldSighting(plan: Plan, facts: Facts, sighting: Exclude<Sighting, { kind: 'lost' }>): Facts {
  switch (sighting.kind) {
    case 'back':
      return withoutLost(facts);
    case 'gone':
      return { ...facts, gone: true };
    case 'observation':
      return settle(foldObservation(plan, facts, sighting.observation));
  }
}

function withoutLost({ lost: _, ...facts }: Facts): Facts {
  return facts;
}

function foldObservation(plan: Plan, { lost: _, ...facts }: Facts, observation: Observation): Facts {
  const before = facts.observation;
  const { stage, height } = observation.progress;
  const progressed = height > (facts.heights.get(stage) ?? -1);
  const stoodRightly = isStanding(observation) || (before !== undefined && isStanding(before));
  const pauseLasts = before !== undefined && isPaused(before) && samePause(before, observation);
  return {
    ...facts,
    observation,
    ...(facts.found === undefined && observation.current ? { found: observation } : {}),
    ...(facts.ours === undefined && isCandidate(plan, observation) ? { ours: observation.guard.hash } : {}),
    heights: progressed ? new Map([...facts.heights, [stage, height]]) : facts.heights,
    movedAt: progressed || stoodRightly ? facts.now : facts.movedAt,
    pausedSince: isPaused(observation) ? lasting(pauseLasts, facts.pausedSince, facts.now) : undefined,
    invalidSince: observation.invalid ? lasting(true, facts.invalidSince, facts.now) : undefined,
  };
}

/** A promote or abort means whatever is there when it comes; decide refuses it if the plan names another. */
function isCandidate(plan: Plan, observation: Observation): boolean {
  const asFound = plan.operation === 'promote' || plan.operation === 'abort';
  return observation.current && !observation.invalid && (asFound || hasImages(plan, observation));
}

function lasting(lasts: boolean, since: number | undefined, now: number): number {
  return lasts && since !== undefined ? since : now;
}

function isPaused({ pauses }: Observation): boolean {
  return pauses.length > 0;
}

/** Pauses, analyses and experiments are not waited for by `timeout`. */
function isStanding(observation: Observation): boolean {
  return isPaused(observation) || observation.measuring;
}

function samePause(before: Observation, now: Observation): boolean {
  return formatState(before.guard) === formatState(now.guard);
}

/** Closes the open request when the observation shows what became of it. */
function settle(facts: Facts): Facts {
  const { request, observation } = facts;
  if (request?.pending === undefined || observation === undefined) return facts;
  const effect = request.pending.effect(observation);
  switch (effect) {
    case 'waiting':
      return facts;
    case 'moved':
    case 'ignored':
      return close(facts, request, effect);
    case 'done': {
      const { request: _, ...rest } = facts;
      const { name, reason, on } = request;
      return {
        ...rest,
        effected: [...facts.effected, { name, reason, state: formatState(on.guard) }],
        movedAt: facts.now,
        overdue: 0,
      };
    }
  }
}

/** A request whose effect did not show in time is taken for lost; its guard makes another one safe. */
function expire(facts: Facts): Facts {
  const { request, now } = facts;
  if (request?.overdueAt === undefined || now < request.overdueAt) return facts;
  return { ...close(facts, request, 'overdue'), overdue: facts.overdue + 1 };
}

function close({ request: _, ...facts }: Facts, request: OpenRequest, how: Fruitless): Facts {
  return { ...facts, fruitless: { name: request.name, how, version: request.on.version } };
}
