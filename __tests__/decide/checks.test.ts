import { describe, expect, it } from '@jest/globals';
import type { Checks } from '../../src/checks/check.ts';
import type { RoundName, RoundState } from '../../src/checks/round.ts';
import type { Observation } from '../../src/observation.ts';
import type { Plan } from '../../src/plan.ts';
import { begins, checkOf, checksOf, gateRound, judges, stateOf } from '../fixtures/checks.ts';
import {
  type Timed,
  allowed,
  decisionAfter,
  hour,
  images,
  minute,
  phrase,
  planOf,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { begun, gate, healthyAfter, healthyBefore, look, timed } from './looks.ts';

const checks: Checks = checksOf(checkOf());
const atGate = gateRound(gate);

/** What is decided at a gate whose checks have come to this; without a state they were not begun. */
function atGateWith(state: RoundState | undefined, change: Partial<Plan> = {}, seen = gate): string {
  const name = gateRound(seen);
  const measured = state === undefined ? [] : [begins(1, name), judges(2, name, state)];
  return phrase(decisionAfter(planOf({ checks, ...change }), [allowed, sees(0, seen), ...measured]));
}

function messageOf(plan: Plan, events: readonly Timed[]): string {
  const decision = decisionAfter(plan, events);
  if (decision.do !== 'finish') throw new Error(`It did not end: ${JSON.stringify(decision)}`);
  return decision.message;
}

describe('a gate with checks', () => {
  it.each<[string, RoundState | undefined, Partial<Plan>, string]>([
    ['is not passed before they have begun', undefined, { onPause: 'promote' }, 'wait'],
    ['is not passed while they run', stateOf('Running'), { onPause: 'promote' }, 'wait'],
    ['is passed once they are Successful', stateOf('Successful'), { onPause: 'promote' }, 'request promote'],
    ['is left to a person with their verdicts in view', stateOf('Successful'), {}, 'paused (gate)'],
    ['does not end the step before they have a verdict', stateOf('Running'), {}, 'wait'],
    ['is waited at for somebody after them', stateOf('Successful'), { onPause: 'wait' }, 'wait'],
    ['aborts when they fail', stateOf('Failed'), { onPause: 'promote' }, 'request abort'],
    ['aborts when they fail, for whoever waits too', stateOf('Failed'), { onPause: 'wait' }, 'request abort'],
    ['aborts when they cannot be measured', stateOf('Error'), {}, 'request abort'],
    ['writes the stable template back', stateOf('Failed'), { onFailure: 'rollback' }, 'request restore'],
    ['touches nothing', stateOf('Failed'), { onFailure: 'stop' }, 'paused (checks-failed)'],
    ['waits for a judgment', stateOf('Inconclusive'), { onPause: 'promote' }, 'paused (inconclusive)'],
    ['aborts without a judgment', stateOf('Inconclusive'), { onInconclusive: 'abort' }, 'request abort'],
    ['is passed by operation: promote only after them', stateOf('Running'), { operation: 'promote' }, 'wait'],
    [
      'is not for operation: promote when they fail',
      stateOf('Failed'),
      { operation: 'promote' },
      'request abort',
    ],
  ])('%s', (_, state, change, decided) => {
    expect(atGateWith(state, change)).toBe(decided);
  });

  it('takes no verdict of an older gate for its own', () => {
    const older: RoundName = { ...atGate, since: '2020-01-01T00:00:00Z' };
    const events = [allowed, sees(0, gate), begins(1, older), judges(2, older, stateOf('Successful'))];
    expect(phrase(decisionAfter(planOf({ checks, onPause: 'promote' }), events))).toBe('wait');
  });

  it('takes no verdict of another candidate for its own', () => {
    const other: RoundName = { ...atGate, candidate: 'another' };
    const events = [allowed, sees(0, gate), begins(1, other), judges(2, other, stateOf('Successful'))];
    expect(phrase(decisionAfter(planOf({ checks, onPause: 'promote' }), events))).toBe('wait');
  });

  it('that they are not meant for is passed as if there were none', () => {
    const elsewhere = checksOf(checkOf({ steps: [4] }));
    const seen: Observation = { ...gate, gates: [1, 4] };
    expect(atGateWith(undefined, { checks: elsewhere, onPause: 'promote' }, seen)).toBe('request promote');
  });

  it('beside a judgment is not passed by a person who judges that one, before they are Successful', () => {
    const both = look('gate-and-inconclusive', 'gate and inconclusive');
    const promote = { operation: 'promote', images: [], expect: { kind: 'any' } } as const;
    expect(atGateWith(stateOf('Running'), promote, both)).toBe('wait');
    expect(atGateWith(stateOf('Failed'), promote, both)).toBe('request abort');
    expect(atGateWith(stateOf('Successful'), promote, both)).toBe('request promote');
  });

  it('that nothing speaks for is waited at for pause-timeout, without being measured', () => {
    const unproven: Observation = { ...gate, unproven: 'Its analysis is no verdict.' };
    const plan = planOf({ checks, onPause: 'wait', pauseTimeout: hour });
    expect(decisionAfter(plan, [allowed, sees(0, unproven)])).toEqual({ do: 'wait', until: hour });
    expect(phrase(decisionAfter(plan, [allowed, sees(0, unproven), ticks(hour)]))).toBe('request abort');
  });

  it('whose checks are not begun is not waited at for ever', () => {
    const plan = planOf({ checks, onPause: 'promote', onFailure: 'stop' });
    expect(decisionAfter(plan, [sees(0, gate)])).toEqual({ do: 'wait', until: 30 * minute });
    expect(phrase(decisionAfter(plan, [sees(0, gate), ticks(30 * minute)]))).toBe('paused (timed-out)');
  });

  it('is not passed by a person beside a background check that failed', () => {
    const both = look('gate-and-inconclusive', 'gate and inconclusive');
    const beside = checksOf(checkOf({ when: 'background' }));
    const promote = { operation: 'promote', images: [], expect: { kind: 'any' }, checks: beside } as const;
    for (const operation of ['promote', 'promote-full'] as const) {
      const name: RoundName = { when: 'background', candidate: both.guard.hash };
      const failed = [begins(1, name), judges(2, name, stateOf('Failed'))];
      const plan = planOf({ ...promote, operation });
      expect(phrase(decisionAfter(plan, [allowed, sees(0, both), ...failed]))).toBe('request abort');
    }
  });

  it('is waited at for pause-timeout from the verdict on, because measuring is no waiting', () => {
    const plan = planOf({ checks, onPause: 'wait', pauseTimeout: hour });
    const name = gateRound(gate);
    const events = [
      allowed,
      sees(0, gate),
      begins(1, name),
      judges(40 * minute, name, stateOf('Successful')),
    ];
    expect(decisionAfter(plan, events)).toEqual({ do: 'wait', until: 100 * minute });
  });

  it('says what was measured, and how to go on', () => {
    const events = (state: RoundState): readonly Timed[] => [
      allowed,
      sees(0, gate),
      begins(1, atGate),
      judges(2, atGate, state),
    ];
    const failed = messageOf(planOf({ checks, onFailure: 'stop' }), events(stateOf('Failed')));
    expect(failed).toContain('smoke');
    expect(failed).toContain('0.5');
    expect(failed).toContain('result >= 0.95');
    const judged = messageOf(planOf({ checks }), events(stateOf('Inconclusive')));
    for (const told of [failed, judged]) {
      expect(told).toMatch(
        /operation: promote with expect: \S+ and without checks; to go back: operation: abort/,
      );
    }
  });

  it('tells its abort in few words, because the lines before have told what was measured', () => {
    const events = [allowed, sees(0, gate), begins(1, atGate), judges(2, atGate, stateOf('Failed'))];
    expect(decisionAfter(planOf({ checks }), events)).toMatchObject({
      request: 'abort',
      brief: 'checks at the gate of step 1 failed (on-failure: abort)',
    });
  });
});

describe('a background check', () => {
  const background = checksOf(checkOf({ when: 'background' }));

  function besides(seen: Observation, state: RoundState, change: Partial<Plan> = {}): string {
    const name: RoundName = { when: 'background', candidate: seen.guard.hash };
    const plan = planOf({ checks: background, ...change });
    return phrase(decisionAfter(plan, [allowed, sees(0, seen), begins(1, name), judges(2, name, state)]));
  }

  it.each<[string, Observation, RoundState, Partial<Plan>, string]>([
    ['acts at once while pods are made', begun, stateOf('Failed'), {}, 'request abort'],
    ['acts at once in a timed pause', timed, stateOf('Failed'), {}, 'request abort'],
    ['acts at once at a gate', gate, stateOf('Failed'), { onPause: 'wait' }, 'request abort'],
    ['keeps a gate from being passed', gate, stateOf('Error'), { onPause: 'promote' }, 'request abort'],
    [
      'ends the step where nothing is to be touched',
      timed,
      stateOf('Failed'),
      { onFailure: 'stop' },
      'paused (checks-failed)',
    ],
    [
      'lets a gate be passed while it runs',
      gate,
      stateOf('Running'),
      { onPause: 'promote' },
      'request promote',
    ],
    [
      'is of no weight once the release is complete',
      healthyAfter,
      stateOf('Failed'),
      {},
      'unchanged (nothing-to-do)',
    ],
  ])('%s', (_, seen, state, change, decided) => {
    expect(besides(seen, state, change)).toBe(decided);
  });
});

describe('a release that is complete', () => {
  /** Set by this run, through one gate, to its end. */
  function complete(given: Checks, more: readonly Timed[], change: Partial<Plan> = {}): string {
    const follow = planOf({ operation: 'follow', checks: given, onFailure: 'stop', ...change });
    const events = [allowed, sees(0, healthyBefore), sees(1, begun), sees(2, gate)];
    return phrase(decisionAfter(follow, [...events, ...more, sees(9, healthyAfter)]));
  }
  const passed = [begins(3, atGate), judges(4, atGate, stateOf('Successful'))];
  const healthy: RoundName = { when: 'healthy', candidate: healthyAfter.guard.hash };
  const once = checksOf(checkOf({ when: 'healthy' }));

  it('has ended well when its checks were Successful', () => {
    expect(complete(checks, passed)).toBe('healthy (completed)');
  });

  it('has not when somebody passed the gate before them', () => {
    expect(complete(checks, [])).toBe('healthy (checks-not-run)');
    expect(complete(checks, [begins(3, atGate), [5, { type: 'unmeasured', round: atGate }]])).toBe(
      'healthy (checks-not-run)',
    );
  });

  it('has not when a background check never measured anything', () => {
    const background = checksOf(checkOf({ when: 'background' }));
    expect(complete(background, [])).toBe('healthy (checks-not-run)');
    const name: RoundName = { when: 'background', candidate: begun.guard.hash };
    const measured = [begins(2, name), judges(3, name, stateOf('Running'))];
    expect(complete(background, measured)).toBe('healthy (completed)');
  });

  it('has not when only an aborted attempt was measured', () => {
    const aborted: Observation = { ...gate, aborting: true };
    expect(complete(checks, [...passed, sees(5, aborted), sees(6, begun)])).toBe('healthy (checks-not-run)');
    const background = checksOf(checkOf({ when: 'background' }));
    const name: RoundName = { when: 'background', candidate: begun.guard.hash };
    const once = [begins(2, name), judges(3, name, stateOf('Successful'))];
    expect(complete(background, once)).toBe('healthy (completed)');
    expect(complete(background, [...once, sees(5, aborted), sees(6, begun)])).toBe(
      'healthy (checks-not-run)',
    );
  });

  it('has not when its gates were taken out of the strategy on the way', () => {
    const end = sees(9, { ...healthyAfter, gates: [] });
    const follow = planOf({ operation: 'follow', checks });
    const events = [allowed, sees(0, healthyBefore), sees(1, begun), sees(2, gate), begins(3, atGate)];
    const after = (verdict: RoundState['verdict']): string =>
      phrase(decisionAfter(follow, [...events, judges(4, atGate, stateOf(verdict)), end]));
    expect(after('Running')).toBe('healthy (checks-not-run)');
    expect(after('Successful')).toBe('healthy (completed)');
  });

  it('has missed nothing when users had it before this run came', () => {
    const each = checksOf(checkOf(), checkOf({ when: 'background' }));
    const follow = planOf({ operation: 'follow', checks: each });
    expect(phrase(decisionAfter(follow, [allowed, sees(0, healthyAfter)]))).toBe('healthy (completed)');
    // Another candidate gives way to the image that is stable, and the controller skips all steps for that.
    const back = planOf({ checks: each, images: [{ image: images.first }] });
    const found: Observation = { ...gate, gates: [1] };
    const events = [allowed, sees(0, found), sees(1, { ...healthyBefore, gates: [1] })];
    expect(phrase(decisionAfter(back, events))).toBe('healthy (completed)');
  });

  it('is unchanged for the image that is there already, once the checks of after Healthy say so', () => {
    const plan = planOf({ checks: once, onFailure: 'rollback' });
    const events = [allowed, sees(0, healthyAfter)];
    expect(phrase(decisionAfter(plan, events))).toBe('wait');
    const judged = (state: RoundState): string =>
      phrase(decisionAfter(plan, [...events, begins(1, healthy), judges(2, healthy, state)]));
    expect(judged(stateOf('Running'))).toBe('wait');
    expect(judged(stateOf('Successful'))).toBe('unchanged (nothing-to-do)');
    expect(judged(stateOf('Failed'))).toBe('healthy (checks-failed)');
    expect(phrase(decisionAfter({ ...plan, dryRun: true }, events))).toBe('unchanged (nothing-to-do)');
  });

  it('waits for the checks that come after it', () => {
    expect(complete(once, [])).toBe('wait');
    expect(complete(once, [begins(10, healthy)])).toBe('wait');
  });

  it.each<[RoundState, Partial<Plan>, string]>([
    [stateOf('Successful'), {}, 'healthy (completed)'],
    [stateOf('Failed'), { onFailure: 'stop' }, 'healthy (checks-failed)'],
    [stateOf('Failed'), { onFailure: 'rollback' }, 'request restore'],
    [stateOf('Inconclusive'), { onFailure: 'rollback' }, 'healthy (inconclusive)'],
    [stateOf('Inconclusive'), { onInconclusive: 'rollback' }, 'request restore'],
  ])('comes to what they say: %#', (state, change, decided) => {
    const plan = planOf({ operation: 'follow', checks: once, ...change });
    const events = [allowed, sees(0, healthyBefore), sees(1, begun), sees(2, healthyAfter)];
    const judged = [begins(3, healthy), judges(4, healthy, state)];
    expect(phrase(decisionAfter(plan, [...events, ...judged]))).toBe(decided);
  });

  it('has not when a background check failed in the moment in which it became complete', () => {
    const background = checksOf(checkOf({ when: 'background' }));
    const name: RoundName = { when: 'background', candidate: begun.guard.hash };
    const failed = [begins(2, name), judges(9, name, stateOf('Failed'))];
    expect(complete(background, failed)).toBe('healthy (checks-failed)');
    expect(complete(background, failed, { onFailure: 'rollback' })).toBe('request restore');
  });

  it('goes back to the revision that was there before it', () => {
    const plan = planOf({ operation: 'follow', checks: once, onFailure: 'rollback' });
    const events = [allowed, sees(0, healthyBefore), sees(1, begun), sees(2, healthyAfter)];
    const failed = [begins(3, healthy), judges(4, healthy, stateOf('Failed'))];
    expect(decisionAfter(plan, [...events, ...failed])).toMatchObject({
      do: 'request',
      revision: healthyBefore.guard.hash,
      because: 'checks-failed',
    });
  });
});

describe('checks that fit no gate are refused before anything is changed', () => {
  const refused = (given: Checks, seen: Observation = healthyBefore): string =>
    messageOf(planOf({ checks: given }), [allowed, sees(0, seen)]);

  it('where the strategy has none', () => {
    expect(refused(checks, { ...healthyBefore, gates: [] })).toBe(
      [
        'checks, line 1, column 3: smoke is to be measured at gates, and the strategy has none.',
        'Gates of this target: none.',
        'Correct `steps` or `when` of these checks, or the strategy. Nothing was changed.',
      ].join('\n'),
    );
  });

  it('where they name a timed pause, another step, or none, all at once', () => {
    const message = refused(checksOf(checkOf({ steps: [0, 1, 3, 99] })));
    expect(message).toContain('names step 0, which is no pause (setWeight 20).');
    expect(message).toMatch(
      /names step 3, which is a timed pause \(pause \d+s\): the controller does not wait/,
    );
    expect(message).toContain('names step 99, which is not there (steps are counted from 0).');
    expect(message).not.toContain('step 1,');
    expect(message).toContain('Gates of this target: step 1.');
  });

  it('where they name steps of a blueGreen', () => {
    const blueGreen = look('blue-green', 'gate');
    const plan = planOf({
      operation: 'promote',
      images: [],
      expect: { kind: 'any' },
      checks: checksOf(checkOf({ steps: [1] })),
    });
    expect(messageOf(plan, [allowed, sees(0, blueGreen)])).toContain('a blueGreen has none: leave steps out');
  });

  it('and are no reason to stop what this run has begun', () => {
    const plan = planOf({ operation: 'follow', checks });
    const changed: Observation = { ...gate, gates: [] };
    const events = [allowed, sees(0, gate), begins(1, atGate), judges(2, atGate, stateOf('Running'))];
    expect(phrase(decisionAfter(plan, [...events, sees(3, changed)]))).toBe('wait');
    expect(phrase(decisionAfter(plan, [allowed, sees(0, changed)]))).toBe('refused (bad-input)');
  });
});
