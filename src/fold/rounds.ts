import type { Round, RoundName, RoundState } from '../checks/round.ts';
import type { Event, Facts } from '../facts.ts';
import { checksOf, roundAt, roundKey } from '../gates.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';

const unmeasured: RoundState = { verdict: 'Running', message: '', metrics: [] };

/** The facts with a round that begins now. Pure. */
export function foldBegun(plan: Plan, facts: Facts, name: RoundName): Facts {
  const checks = checksOf(plan, name).map((check) => ({ name: check.name, dryRun: check.dryRun }));
  return withRound(facts, { ...name, ...unmeasured, checks, startedAt: facts.now });
}

/** What a round has come to is final: neither a late answer nor its end changes it. Pure. */
export function foldRound(facts: Facts, event: Extract<Event, { type: 'measured' | 'unmeasured' }>): Facts {
  const round = roundAt(facts, event.round);
  if (round === undefined || round.endedAt !== undefined) return facts;
  if (event.type === 'unmeasured') return withRound(facts, { ...round, endedAt: facts.now, stopped: true });
  const isOver = event.state.verdict !== 'Running';
  return withRound(facts, { ...round, ...event.state, ...(isOver && { endedAt: facts.now }) });
}

function withRound(facts: Facts, round: Round): Facts {
  return { ...facts, rounds: new Map([...facts.rounds, [roundKey(round), round]]) };
}

/** The rounds after one more observation: what was measured before an abort counts no more. Pure. */
export function roundsAfter({ rounds, observation: before }: Facts, now: Observation): Facts['rounds'] {
  return isBegunAnew(before, now) ? undoneOf(rounds, now) : rounds;
}

/**
 * An abort that is taken back begins the candidate anew at its first step; where that was seen of neither, the steps
 * still go back.
 */
function isBegunAnew(before: Observation | undefined, now: Observation): boolean {
  const isSame = before !== undefined && before.guard.hash === now.guard.hash;
  const isUnderWay = now.settled === undefined && now.stable?.hash !== now.guard.hash;
  const goesBack = isSame && isUnderWay && (now.guard.step ?? 0) < (before.guard.step ?? 0);
  return now.aborting || goesBack;
}

/** A round that still runs is ended by whoever measures it, or goes on beside what was begun anew. */
function undoneOf(rounds: Facts['rounds'], { guard }: Observation): Facts['rounds'] {
  const isOver = ({ candidate, endedAt, undone }: Round): boolean =>
    candidate === guard.hash && endedAt !== undefined && undone !== true;
  if (![...rounds.values()].some(isOver)) return rounds;
  return new Map(
    [...rounds].map(([key, round]) => [key, isOver(round) ? { ...round, undone: true as const } : round]),
  );
}
