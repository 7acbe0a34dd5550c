import { describe, expect, it } from '@jest/globals';
import type { Checks } from '../src/checks/check.ts';
import type { RoundName } from '../src/checks/round.ts';
import { roundAt, roundKey, roundsWanted } from '../src/gates.ts';
import type { Observation } from '../src/observation.ts';
import type { Plan } from '../src/plan.ts';
import { begun, gate, healthyAfter, healthyBefore, held, inFull, look, timed } from './decide/looks.ts';
import { begins, checkOf, checksOf, gateRound, judges, stateOf } from './fixtures/checks.ts';
import { type Timed, allowed, asks, carriesOut, factsAfter, planOf, sees, stops } from './fixtures/runs.ts';

const all = ['pause', 'background', 'healthy'] as const;
const checks: Checks = checksOf(...all.map((when) => checkOf({ name: when, when })));

/** The rounds that a run that follows the second image would measure now, by their `when`. */
function wanted(events: readonly Timed[], change: Partial<Plan> = {}): readonly string[] {
  const plan = planOf({ checks, ...change });
  return roundsWanted(plan, factsAfter(plan, [allowed, ...events])).map(({ when }) => when);
}

const atGate = gateRound(gate);

describe('what is measured', () => {
  it.each<[string, Observation, readonly string[]]>([
    ['nothing before the candidate is there', healthyBefore, []],
    ['the background while pods are made', begun, ['background']],
    ['the background in a timed pause', timed, ['background']],
    ['gate and background at a gate', gate, ['pause', 'background']],
    ['only the background while a person holds it there', held, ['background']],
    ['only the background while the rest of the steps is skipped', inFull, ['background']],
    ['what comes after Healthy, once it is', healthyAfter, ['healthy']],
    ['nothing of a first creation, which has no gates', look('first-creation', 'one of five pods ready'), []],
    ['nothing of an aborted release', look('abort', 'aborted, pods gone'), []],
    ['nothing on an invalid spec', { ...gate, invalid: true }, []],
  ])('%s', (_, seen, rounds) => {
    expect(wanted([sees(0, seen)])).toEqual(rounds);
  });

  it('nothing of what has a verdict', () => {
    const judged = [begins(1, atGate), judges(2, atGate, stateOf('Successful'))];
    expect(wanted([sees(0, gate), ...judged])).toEqual(['background']);
  });

  it('again what was stopped before it had one', () => {
    const stopped: readonly Timed[] = [begins(1, atGate), [2, { type: 'unmeasured', round: atGate }]];
    expect(wanted([sees(0, gate), ...stopped, sees(3, { ...held, guard: gate.guard })])).toEqual([
      'background',
    ]);
    expect(wanted([sees(0, gate), ...stopped, sees(3, gate)])).toEqual(['pause', 'background']);
  });

  it('what runs goes on while the status is not current, and nothing new begins', () => {
    const stale: Observation = { ...gate, current: false };
    expect(wanted([sees(0, gate), begins(1, atGate), sees(2, stale)])).toEqual(['pause']);
    expect(wanted([sees(0, gate), sees(2, stale)])).toEqual([]);
  });

  it('nothing of the release of somebody else', () => {
    const other: Observation = { ...gate, guard: { ...gate.guard, hash: 'another' } };
    expect(wanted([sees(0, gate), begins(1, atGate), sees(2, other)])).toEqual([]);
  });

  it('nothing once the run is cancelled', () => {
    expect(wanted([sees(0, gate), begins(1, atGate), stops(2)])).toEqual([]);
  });

  it('nothing while an abort of ours is on its way, and of what it leaves', async () => {
    expect(wanted([sees(0, gate), asks(1, 'abort')])).toEqual([]);
    const gone = look('abort', 'aborted, pods gone');
    const back = await carriesOut(1, 'abort', gate, {
      ...gone,
      guard: { ...gone.guard, hash: gate.guard.hash },
    });
    expect(wanted([sees(0, gate), ...back])).toEqual([]);
  });

  it('nothing before every write is known to be allowed', () => {
    const plan = planOf({ checks });
    expect(roundsWanted(plan, factsAfter(plan, [sees(0, gate)]))).toEqual([]);
  });

  it('nothing of checks of which one is refused, lest it were too late for that', () => {
    const misfit = checksOf(
      checkOf({ when: 'background' }),
      checkOf({ steps: [1] }),
      checkOf({ steps: [2] }),
    );
    const follow = { operation: 'follow', checks: misfit } as const;
    expect(wanted([sees(0, gate)], follow)).toEqual([]);
    expect(wanted([sees(0, { ...gate, gates: [1, 2] })], follow)).toEqual(['pause', 'background']);
  });

  it('nothing in a dry run, by an operation that follows nothing, and without checks', () => {
    expect(wanted([sees(0, gate)], { dryRun: true })).toEqual([]);
    expect(wanted([sees(0, gate)], { operation: 'abort', images: [] })).toEqual([]);
    const plan = planOf();
    expect(roundsWanted(plan, factsAfter(plan, [allowed, sees(0, gate)]))).toEqual([]);
  });
});

describe('a candidate that was aborted and is begun anew', () => {
  const background: RoundName = { when: 'background', candidate: gate.guard.hash };
  const once: readonly Timed[] = [atGate, background].flatMap((name) => [
    begins(1, name),
    judges(2, name, stateOf('Successful')),
  ]);
  const aborted: Observation = { ...gate, aborting: true };

  it('is measured anew, at a gate of the same second too', () => {
    expect(wanted([sees(0, gate), ...once])).toEqual([]);
    expect(wanted([sees(0, gate), ...once, sees(3, aborted), sees(4, gate)])).toEqual([
      'pause',
      'background',
    ]);
  });

  it('is measured anew where only its steps went back', () => {
    const later: Observation = { ...gate, guard: { ...gate.guard, step: 4 } };
    expect(wanted([sees(0, later), ...once, sees(3, gate)])).toEqual(['pause', 'background']);
  });

  it('keeps what was measured where its steps go on', () => {
    const later: Observation = { ...gate, guard: { ...gate.guard, step: 4 }, gates: [1, 4] };
    expect(wanted([sees(0, gate), ...once, sees(3, later)])).toEqual(['pause']);
  });

  it('takes no late answer of the attempt before', () => {
    const plan = planOf({ checks });
    const late = [begins(1, atGate), [2, { type: 'unmeasured', round: atGate }] as const, sees(3, aborted)];
    const answer = judges(4, atGate, stateOf('Successful'));
    const facts = factsAfter(plan, [allowed, sees(0, gate), ...late, sees(4, gate), answer]);
    expect(roundAt(facts, atGate)).toBeUndefined();
  });
});

describe('a gate', () => {
  it('that is come to again is another one', () => {
    const again = { ...atGate, since: '2030-01-01T00:00:00Z' };
    expect(roundKey(again)).not.toBe(roundKey(atGate));
    expect(roundKey({ ...atGate })).toBe(roundKey(atGate));
  });

  it('of a late answer keeps the verdict that it has', () => {
    const plan = planOf({ checks });
    const late = [judges(2, atGate, stateOf('Failed')), judges(3, atGate, stateOf('Successful'))];
    const facts = factsAfter(plan, [allowed, sees(0, gate), begins(1, atGate), ...late]);
    expect(facts.rounds.get(roundKey(atGate))).toMatchObject({ verdict: 'Failed', startedAt: 1, endedAt: 2 });
  });
});
