import { describe, expect, it } from '@jest/globals';
import type { Round } from '../../src/checks/round.ts';
import { decide } from '../../src/decide.ts';
import type { Decision } from '../../src/decide/decision.ts';
import { type Facts, noFacts } from '../../src/facts.ts';
import { checksOf, gateOf, roundKey, roundsWanted } from '../../src/gates.ts';
import type { Observation } from '../../src/observation.ts';
import type { Plan } from '../../src/plan.ts';
import { Draw } from '../fixtures/chance.ts';
import { second } from '../fixtures/runs.ts';
import { restored } from '../../src/decide/restored.ts';
import { checkOf, checksOf as checksOfPlan, measuredOf, roundOf, stateOf } from '../fixtures/checks.ts';

interface Drawn {
  readonly plan: Plan;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly at: string;
}

const whens = ['pause', 'background', 'healthy'] as const;
const verdicts = ['Running', 'Successful', 'Failed', 'Error', 'Inconclusive'] as const;

/** Rounds of the gate and the candidate that are seen, and of others, with any verdict or none. */
function drawRounds(draw: Draw, { observation }: Facts): readonly Round[] {
  const hash = observation?.guard.hash ?? 'another';
  const gate = observation && gateOf(observation);
  const allWell = draw.coin(0.3);
  const names = [
    ...(gate === undefined ? [] : [gate, { ...gate, since: 'earlier' }, { ...gate, step: 99 }]),
    ...whens.map((when) => ({ when, candidate: draw.coin(0.9) ? hash : 'another' })),
  ];
  return names
    .filter(() => allWell || draw.coin(0.7))
    .map((name) => {
      const metrics = [measuredOf({ name: name.when })];
      const state = stateOf(allWell ? 'Successful' : draw.one(verdicts), { metrics });
      // Of before an abort that was taken back since, or stopped before it had a verdict.
      const isOver =
        state.verdict === 'Running' ? { endedAt: 1, stopped: true as const } : { undone: true as const };
      return roundOf(name, state, draw.coin(0.2) ? isOver : {});
    });
}

/** Facts that nobody thought of, in a plan with checks. */
const drawn: readonly Drawn[] = Array.from({ length: 15_000 }, (_, seed) => {
  const draw = new Draw(1_000_000 + seed);
  const bare = draw.plan();
  const checks = checksOfPlan(
    ...whens.filter(() => draw.coin(0.7)).map((when) => checkOf({ name: when, when })),
  );
  const plan: Plan = { ...bare, checks, ...(draw.coin() ? { onPause: 'promote' } : {}) };
  const facts = draw.coin(0.7) ? draw.facts(bare) : undisturbed(draw);
  const rounds = new Map(drawRounds(draw, facts).map((round) => [roundKey(round), round]));
  const given: Facts = { ...withGate(facts), rounds };
  const decision = decide(plan, given);
  return { plan, facts: given, decision, at: `${String(seed)}: ${plan.operation}` };
});

/** A release of this run with nothing in its way: most of what is drawn ends before any check is looked at. */
function undisturbed(draw: Draw): Facts {
  const { aborted: _, unproven: __, ...drawn } = draw.observation();
  const unproven = draw.coin(0.2) ? { unproven: 'Its analysis is no verdict.' } : {};
  const calm = { current: true, invalid: false, aborting: false, promotingFull: false };
  const observation: Observation = { ...drawn, ...calm, ...unproven };
  return {
    ...noFacts(0),
    now: second,
    allowed: true,
    observation,
    found: draw.coin(0.3)
      ? observation
      : {
          ...observation,
          guard: { ...observation.guard, hash: draw.one(['another', observation.guard.hash]) },
        },
    ours: observation.guard.hash,
  };
}

/** Whatever pause was drawn is one that the strategy has. */
function withGate({ observation, found, ...facts }: Facts): Facts {
  const gated = (seen: Observation): Observation => ({ ...seen, gates: [seen.guard.step ?? 'promotion'] });
  return {
    ...facts,
    ...(observation && { observation: gated(observation) }),
    ...(found && { found: gated(found) }),
  };
}

const asksFor = ({ decision }: Drawn, ...names: readonly string[]): boolean =>
  decision.do === 'request' && names.includes(decision.request);

const isWayBack = ({ plan }: Drawn): boolean => plan.operation === 'rollback';

const verdictOf = ({ rounds }: Facts, name: Parameters<typeof roundKey>[0] | undefined): string => {
  const round = name && rounds.get(roundKey(name));
  return round === undefined || round.undone === true ? 'none' : round.verdict;
};

describe('whatever the facts of a plan with checks', () => {
  it('a gate whose checks are not Successful is never passed, not even for a person', () => {
    const unsure = drawn.filter(({ plan, facts }) => {
      const gate = facts.observation && gateOf(facts.observation);
      const checked = gate !== undefined && checksOf(plan, gate).length > 0;
      return checked && verdictOf(facts, gate) !== 'Successful' && restored(facts) === undefined;
    });
    expect(unsure.length).toBeGreaterThan(1_000);
    expect(unsure.filter((one) => asksFor(one, 'promote')).map(({ at }) => at)).toEqual([]);
  });

  it('and it is passed somewhere, or that were empty', () => {
    const passed = drawn.filter(({ plan, facts, decision }) => {
      const gate = facts.observation && gateOf(facts.observation);
      const asks = decision.do === 'request' && decision.request === 'promote';
      return asks && gate !== undefined && checksOf(plan, gate).length > 0;
    });
    expect(passed.length).toBeGreaterThan(20);
  });

  it('nothing is promoted beside a failed background check', () => {
    const failed = drawn.filter(({ facts }) => {
      const name = { when: 'background', candidate: facts.ours ?? '' } as const;
      return ['Failed', 'Error'].includes(verdictOf(facts, name));
    });
    expect(failed.length).toBeGreaterThan(500);
    // A way back skips the steps.
    const promoted = failed.filter(
      (one) =>
        asksFor(one, 'promote', 'promote-full') && restored(one.facts) === undefined && !isWayBack(one),
    );
    expect(promoted.map(({ at }) => at)).toEqual([]);
  });

  it('a release is called complete only with every verdict that it needs', () => {
    const complete = drawn.filter(
      ({ decision }) =>
        decision.do === 'finish' && decision.reason === 'completed' && decision.ended === 'healthy',
    );
    expect(complete.length).toBeGreaterThan(10);
    const unproven = complete.filter(({ plan, facts }) => {
      const name = { when: 'healthy', candidate: facts.ours ?? '' } as const;
      return checksOf(plan, name).length > 0 && verdictOf(facts, name) !== 'Successful';
    });
    expect(unproven.map(({ at }) => at)).toEqual([]);
  });

  it('what is measured is of the candidate that is followed, and asked of the run itself', () => {
    const rounds = drawn.flatMap(({ plan, facts, at }) =>
      roundsWanted(plan, facts).map((round) => ({ round, facts, at })),
    );
    expect(rounds.length).toBeGreaterThan(500);
    const strange = rounds.filter(({ round, facts }) => {
      const isOld = facts.rounds.has(roundKey(round)) && facts.observation?.current === false;
      return (round.candidate !== facts.ours && !isOld) || facts.stopped !== undefined || !facts.allowed;
    });
    expect(strange.map(({ at }) => at)).toEqual([]);
  });

  it('a wait for checks is one in which they are measured', () => {
    const stuck = drawn.filter(({ plan, facts, decision }) => {
      const { observation, ours, allowed, request, lost, stopped } = facts;
      const gate = observation && gateOf(observation);
      const stands =
        gate !== undefined &&
        observation?.current === true &&
        allowed &&
        observation.guard.hash === ours &&
        observation.settled === undefined &&
        request === undefined &&
        lost === undefined &&
        stopped === undefined &&
        decision.do === 'wait' &&
        decision.until === undefined &&
        !observation.measuring;
      if (!stands || checksOf(plan, gate).length === 0 || verdictOf(facts, gate) === 'Successful')
        return false;
      return !roundsWanted(plan, facts).some((round) => roundKey(round) === roundKey(gate));
    });
    expect(stuck.map(({ at }) => at)).toEqual([]);
  });
});
