import type { Check } from './checks/check.ts';
import type { Round, RoundName } from './checks/round.ts';
import { restored } from './decide/restored.ts';
import { refuseUnfit } from './decide/unfit.ts';
import type { Facts } from './facts.ts';
import { isFollowing } from './intent.ts';
import type { Observation } from './observation.ts';
import type { Plan } from './plan.ts';

/** The identity of a round as text: equal for the same gate of the same candidate, and for no other. Pure. */
export function roundKey({ when, candidate, step, since }: RoundName): string {
  return [when, candidate, step ?? '-', since ?? '-'].join('/');
}

/** The gate that the release has come to, whatever else holds it; undefined at none. Pure. */
export function gateOf({ pauses, guard }: Observation): RoundName | undefined {
  const gate = pauses.find(({ kind }) => kind === 'gate');
  if (gate === undefined) return undefined;
  return {
    when: 'pause',
    candidate: guard.hash,
    ...(guard.step !== undefined && { step: guard.step }),
    ...(gate.since !== undefined && { since: gate.since }),
  };
}

/** The checks that are measured in a round. Pure. */
export function checksOf({ checks }: Plan, { when, step }: RoundName): readonly Check[] {
  return (checks?.checks ?? []).filter(
    (check) =>
      check.when === when &&
      (check.steps === undefined || (step !== undefined && check.steps.includes(step))),
  );
}

/** What is known of a round; undefined while it has not begun, and where only an aborted attempt had it. Pure. */
export function roundAt({ rounds }: Facts, name: RoundName): Round | undefined {
  const round = rounds.get(roundKey(name));
  return round?.undone === true ? undefined : round;
}

/** The rounds that count for the release as it is now. Pure. */
export function roundsThatCount({ rounds }: Facts): readonly Round[] {
  return [...rounds.values()].filter(({ undone }) => undone !== true);
}

/**
 * The rounds that ought to be measured now: of this run's own release only, and of a gate only while the release stands
 * at it. What has a verdict is not measured again. Pure.
 */
export function roundsWanted(plan: Plan, facts: Facts): readonly RoundName[] {
  const { observation, stopped, failure, gone, ours, allowed } = facts;
  if (plan.checks === undefined || observation === undefined || plan.dryRun || !isFollowing(plan.operation))
    return [];
  if (stopped !== undefined || failure !== undefined || gone || !allowed || isGoingBack(facts)) return [];
  // A status that is not current yet ends nothing: the gate may be the same one once it is.
  if (!observation.current) return [...facts.rounds.values()].filter(isRunning);
  if (ours === undefined || observation.guard.hash !== ours || observation.aborting || observation.invalid)
    return [];
  // What is about to be refused measures nothing, not even a part of it.
  if (refuseUnfit(plan, facts, observation) !== undefined) return [];
  return [...standing(plan, observation), ...lasting(observation, ours)].filter((name) => {
    const round = roundAt(facts, name);
    const isOpen = round === undefined || isRunning(round) || round.stopped === true;
    return checksOf(plan, name).length > 0 && isOpen;
  });
}

function isRunning({ endedAt }: Round): boolean {
  return endedAt === undefined;
}

function isGoingBack(facts: Facts): boolean {
  const back = ['abort', 'restore'];
  const asked = facts.request?.name ?? facts.effected.at(-1)?.name ?? '';
  return back.includes(asked) || restored(facts) !== undefined;
}

/**
 * The gate, once nothing else has to be waited for there. A judgment beside it ends the run, unless a person typed that
 * it is passed: then what else stands there is measured first.
 */
function standing({ operation }: Plan, observation: Observation): readonly RoundName[] {
  const { settled, measuring, unproven, promotingFull, pauses } = observation;
  const gate = gateOf(observation);
  // The gate of a blueGreen is unproven by the very analysis that a person has judged.
  const isJudged = operation === 'promote' && pauses.some(({ kind }) => kind === 'inconclusive');
  const isProven = unproven === undefined || isJudged;
  const stands = settled === undefined && !promotingFull && !measuring && isProven;
  const held = pauses.some(({ kind }) => kind === 'manual' || (kind === 'inconclusive' && !isJudged));
  return gate === undefined || held || !stands ? [] : [gate];
}

/** `background` lasts from the first step to the end, and `healthy` begins there. */
function lasting({ settled, stable, aborted }: Observation, candidate: string): readonly RoundName[] {
  if (settled === 'healthy') return [{ when: 'healthy', candidate }];
  const isUnderWay = aborted === undefined && stable !== undefined && stable.hash !== candidate;
  return isUnderWay ? [{ when: 'background', candidate }] : [];
}
