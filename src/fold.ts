import type { Event, Facts, Fruitless, OpenRequest } from './facts.ts';
import { foldBegun, foldRound, roundsAfter } from './fold/rounds.ts';
import { hasImages } from './images.ts';
import { formatState } from './format.ts';
import type { Observation } from './observation.ts';
import { templateRequests } from './model.ts';
import type { Plan } from './plan.ts';
import type { Answer, Sighting } from './targets/target.ts';

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
      return { ...at, stopped: facts.stopped ?? { signal: event.signal, at: now } };
    case 'failed':
      return { ...at, failure: event.failure };
    case 'requested':
      return facts.observation === undefined ? at : { ...at, request: openRequest(event, facts.observation) };
    case 'reading':
      return { ...at, reading: event.what };
    case 'revisions':
      return { ...withoutReading(at), revisions: event.revisions };
    case 'pods':
      return {
        ...withoutReading(at),
        pods: { ...event.examined, at: now, hash: event.on.guard.hash, version: event.on.version },
      };
    case 'measuring':
      return foldBegun(plan, at, event.round);
    case 'measured':
    case 'unmeasured':
      return foldRound(at, event);
    case 'answer':
      return foldAnswer(plan, at, event.answer);
    case 'sighting':
      return expire(foldSighting(plan, at, event.sighting));
  }
}

function openRequest(
  { request: name, reason, because }: Extract<Event, { type: 'requested' }>,
  on: Observation,
): OpenRequest {
  return { name, reason, because, on };
}

function withoutReading({ reading: _, ...facts }: Facts): Facts {
  return facts;
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
    rounds: roundsAfter(facts, observation),
    ...(facts.found === undefined && observation.current ? { found: observation } : {}),
    ...(facts.ours === undefined && isCandidate(plan, observation) ? { ours: observation.guard.hash } : {}),
    heights: progressed ? new Map([...facts.heights, [stage, height]]) : facts.heights,
    movedAt: progressed || stoodRightly ? facts.now : facts.movedAt,
    pausedSince: isPaused(observation) ? lasting(pauseLasts, facts.pausedSince, facts.now) : undefined,
    invalidSince: observation.invalid ? lasting(true, facts.invalidSince, facts.now) : undefined,
    behindSince: observation.current ? undefined : lasting(true, facts.behindSince, facts.now),
  };
}

/** What acts on a release means the one that is there when it comes; decide refuses it if the plan names another. */
function isCandidate(plan: Plan, observation: Observation): boolean {
  const asFound = !['deploy', 'follow', 'status'].includes(plan.operation);
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
      const { name, reason, because, on } = request;
      return {
        ...rest,
        // What a change of the template made is followed from then on.
        ...(templateRequests.has(name) ? { ours: observation.guard.hash } : {}),
        effected: [...facts.effected, { name, reason, because, on }],
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
