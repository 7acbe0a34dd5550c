import { describe, expect, it } from '@jest/globals';
import { formatState } from '../../src/format.ts';
import type { Observation } from '../../src/observation.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  accepted,
  allowed,
  answers,
  asks,
  carriesOut,
  decisionAfter,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { again, begun, gate, held, look } from './looks.ts';

describe('a promote', () => {
  const promote = (state: string): Plan =>
    planOf({ operation: 'promote', images: [], expect: { kind: 'state', state, hash: gate.guard.hash } });

  it('passes the very gate that was looked at', () => {
    expect(phrase(decisionAfter(promote(formatState(gate.guard)), [allowed, sees(0, gate)]))).toBe(
      'request promote',
    );
  });

  it('refuses the same gate when its pause began again, as after a retry', () => {
    const decision = decisionAfter(promote(formatState(gate.guard)), [
      allowed,
      sees(0, look('abort', 'gate again')),
    ]);
    expect(phrase(decision)).toBe('refused (does-not-fit)');
    expect(decision).toMatchObject({ message: expect.stringContaining('Nothing was sent.') });
  });

  it('refuses the same gate when an analysis has become inconclusive there', () => {
    const approved = look('gate-and-inconclusive', 'gate');
    const expected = {
      kind: 'state',
      state: formatState(approved.guard),
      hash: approved.guard.hash,
    } as const;
    const plan = planOf({ operation: 'promote', images: [], expect: expected });
    const both = look('gate-and-inconclusive', 'gate and inconclusive');
    expect(phrase(decisionAfter(plan, [allowed, sees(0, both)]))).toBe('refused (does-not-fit)');
  });

  it('is no judgment of what becomes inconclusive after it was typed: on-inconclusive decides', () => {
    const plan = planOf({ operation: 'promote', images: [], expect: { kind: 'any' } });
    const events = [
      allowed,
      sees(0, look('analysis-inconclusive', 'analysis begins')),
      sees(second, look('analysis-inconclusive', 'inconclusive')),
    ];
    expect(phrase(decisionAfter(plan, events))).toBe('paused (inconclusive)');
  });

  it('waits for the next gate when it comes before one', () => {
    const plan = planOf({ operation: 'promote', images: [], expect: { kind: 'any' } });
    const events = [allowed, sees(0, look('release', 'the new hash, no pod yet')), sees(second, gate)];
    expect(phrase(decisionAfter(plan, events))).toBe('request promote');
  });

  it('passes one gate, and leaves the next one to on-pause', async () => {
    const next = {
      ...gate,
      version: gate.version + 50,
      guard: { ...gate.guard, step: 3, since: '2026-11-21T11:30:00Z' },
    };
    const passed = [
      allowed,
      sees(0, gate),
      asks(0, 'promote'),
      answers(0, await accepted('promote', gate)),
      sees(second, look('release', 'promoted: pause gone, phase still Paused')),
      sees(minute, next),
    ];
    const plan = planOf({ operation: 'promote', images: [], expect: { kind: 'any' } });
    expect(phrase(decisionAfter(plan, passed))).toBe('paused (gate)');
    expect(phrase(decisionAfter({ ...plan, onPause: 'wait' }, passed))).toBe('wait');
    expect(phrase(decisionAfter({ ...plan, onPause: 'promote' }, passed))).toBe('request promote');
  });

  it('whose own first try arrived unseen does not say that somebody else moved the target', async () => {
    const plan = planOf({ operation: 'promote', images: [], expect: { kind: 'any' } });
    const events = [
      allowed,
      sees(0, gate),
      asks(0, 'promote'),
      answers(0, await accepted('promote', gate)),
      ticks(30 * second),
      asks(30 * second, 'promote'),
      answers(30 * second, { kind: 'moved' }),
      sees(31 * second, look('release', 'promoted: next step')),
    ];
    expect(phrase(decisionAfter(plan, events))).toBe('wait');
    const next = { ...gate, version: 1e6, guard: { ...gate.guard, step: 3, since: '2026-11-21T11:30:00Z' } };
    const unseen = [...events.slice(0, 5), sees(31 * second, next)];
    expect(phrase(decisionAfter(plan, unseen))).toBe('paused (gate)');
  });

  it('is refused when somebody else passed its gate, be the next one of the same second', async () => {
    const plan = planOf({ operation: 'promote', images: [], expect: { kind: 'any' } });
    const next = { ...gate, version: 1e6, guard: { ...gate.guard, step: 3 } };
    const late = { ...next, guard: { ...next.guard, since: '2026-11-21T11:30:00Z' } };
    for (const now of [next, late, { ...look('release', 'promoted: next step'), version: 1e6 }]) {
      const resumed = [sees(0, held), ...(await carriesOut(0, 'resume', held, now))];
      const decision = decisionAfter(plan, [allowed, ...resumed]);
      expect(phrase(decision)).toBe('refused (by-somebody)');
      expect(decision).toMatchObject({
        message: expect.stringContaining('Nothing was promoted by this run.'),
      });
    }
  });
});

const any = planOf({ operation: 'promote', images: [], expect: { kind: 'any' } });

function decides(events: readonly Timed[], change: Partial<Plan> = {}): string {
  return phrase(decisionAfter({ ...any, ...change }, [allowed, ...events]));
}

describe('a promote of what somebody holds', () => {
  const resumed = look('held-by-person', 'resumed');

  it('lifts the hold first: under it a promote would be lost', () => {
    expect(decisionAfter(any, [allowed, sees(0, held)])).toMatchObject({
      request: 'resume',
      reason: expect.stringContaining('would be lost'),
    });
  });

  it('lifts it also where the release is at no gate, to pass the next one', () => {
    expect(decides([sees(0, look('held-in-timed-pause', 'held in setWeight'))])).toBe('request resume');
  });

  it('passes the gate when it is seen again without the hold', async () => {
    const lifted = [sees(0, held), ...(await carriesOut(0, 'resume', held, resumed))];
    expect(decides(lifted)).toBe('request promote');
  });

  it('lifts it once: who holds it again means it', async () => {
    const lifted = [sees(0, held), ...(await carriesOut(0, 'resume', held, resumed))];
    expect(decides([...lifted, sees(minute, again(held))])).toBe('wait');
  });

  it('lifts no hold of a candidate that came after the one that was found', () => {
    const third = look('superseding', 'gate of the third');
    const events = [sees(0, { ...gate, current: true }), sees(second, { ...third, pauses: held.pauses })];
    expect(decides(events)).toBe('superseded (by-somebody)');
  });
});

describe('a promote of an inconclusive analysis, which a person has judged,', () => {
  const ofStep = look('analysis-inconclusive', 'inconclusive');
  const both = look('gate-and-inconclusive', 'gate and inconclusive');
  /** An analysis before the promotion of a blueGreen, or an experiment: the controller makes it again. */
  const alone: Observation = {
    ...both,
    pauses: [{ kind: 'inconclusive', since: '2026-11-21T11:20:10Z' }],
    guard: { ...both.guard, since: '2026-11-21T11:20:10Z' },
  };
  const later = (now: Observation, version: number): Observation => ({
    ...now,
    version,
    guard: { ...now.guard, hash: alone.guard.hash, since: '2026-11-21T11:21:00Z' },
  });

  it('of a step goes on to the next step, and leaves the next gate to on-pause', async () => {
    expect(ofStep.pauses).toMatchObject([{ kind: 'inconclusive', skips: true }]);
    expect(decides([sees(0, ofStep)])).toBe('request promote');
    const next: Observation = {
      ...later(gate, 1e6),
      guard: { ...later(gate, 1e6).guard, hash: ofStep.guard.hash, step: (ofStep.guard.step ?? 0) + 1 },
    };
    const passed = [sees(0, ofStep), ...(await carriesOut(0, 'promote', ofStep, next))];
    expect(decides(passed)).toBe('paused (gate)');
    expect(decides(passed, { onPause: 'promote' })).toBe('request promote');
  });

  it('beside a gate passes both, as the controller does, and no other gate', async () => {
    expect(decides([sees(0, both)])).toBe('request promote');
    const passed = [sees(0, both), ...(await carriesOut(0, 'promote', both, later(gate, 1e6)))];
    expect(decides(passed)).toBe('paused (gate)');
  });

  it('that is started again leaves the next gate of a canary to on-pause: nobody has looked at that step', async () => {
    const begun_: Observation = { ...later(begun, 1e6), pauses: [] };
    const judged = [sees(0, alone), ...(await carriesOut(0, 'promote', alone, begun_))];
    expect(decides(judged)).toBe('wait');
    expect(decides([...judged, sees(minute, later(gate, 2e6))])).toBe('paused (gate)');
    expect(decides([...judged, sees(minute, later(gate, 2e6))], { onPause: 'promote' })).toBe(
      'request promote',
    );
  });

  it('that is started again before the switch of a blueGreen has not passed its one gate: that is passed', async () => {
    const story = (what: string): Observation => look('blue-green-abort', what);
    const gate_ = story('gate of the retry');
    const { since } = gate_.guard;
    const judged_: Observation = {
      ...gate_,
      pauses: [{ kind: 'inconclusive', ...(since !== undefined && { since }) }],
    };
    const anew: Observation = { ...gate_, measuring: true, version: 1e6, pauses: [] };
    const { since: _, pauses: __, ...guard } = anew.guard;
    const judged = [sees(0, judged_), ...(await carriesOut(0, 'promote', judged_, { ...anew, guard }))];
    expect(decides(judged)).toBe('wait');
    const next = { ...gate_, version: 2e6, guard: { ...gate_.guard, since: '2026-11-21T11:30:00Z' } };
    expect(decides([...judged, sees(minute, next)])).toBe('request promote');
  });

  it('that is inconclusive once more is not started for ever: on-inconclusive decides', async () => {
    const begun_: Observation = { ...later(begun, 1e6), pauses: [] };
    const judged = [sees(0, alone), ...(await carriesOut(0, 'promote', alone, begun_))];
    const twice = [allowed, ...judged, sees(minute, later(alone, 2e6))];
    expect(decisionAfter(any, twice)).toMatchObject({
      ended: 'paused',
      reason: 'inconclusive',
      message: expect.stringContaining('It was started again, and is inconclusive again.'),
    });
    expect(phrase(decisionAfter({ ...any, onInconclusive: 'abort' }, twice))).toBe('request abort');
  });

  it('is not sent into an invalid spec, nor for somebody else’s candidate', () => {
    expect(decides([sees(0, ofStep), sees(second, { ...ofStep, invalid: true })])).toBe('wait');
    const other = { ...ofStep, guard: { ...ofStep.guard, hash: 'another' } };
    expect(decides([sees(0, gate), sees(second, other)])).toBe('superseded (by-somebody)');
  });

  it('is not what a policy does: deploy and follow leave it to on-inconclusive', () => {
    for (const operation of ['deploy', 'follow'] as const) {
      const plan = planOf({ operation, onPause: 'promote' });
      expect(phrase(decisionAfter(plan, [allowed, sees(0, ofStep)]))).toBe('paused (inconclusive)');
    }
  });
});

describe('a promote at the gate of a blueGreen', () => {
  const story = (what: string): Observation => look('blue-green-abort', what);

  it('waits for the analysis that a retry began again, though the gate is there', () => {
    const early = [
      sees(0, story('gate of the retry before its analysis')),
      sees(second, story('gate of the retry, its analysis is running')),
    ];
    expect(decides(early)).toBe('wait');
    expect(decides([...early, sees(minute, story('gate of the retry'))])).toBe('request promote');
  });

  it('passes none whose analysis was ended early, and says so', () => {
    const now = story('gate');
    const unproven = 'Its pre-promotion analysis was ended before its measurements, so it is no verdict.';
    expect(decisionAfter(any, [allowed, sees(0, { ...now, unproven })])).toMatchObject({
      ended: 'paused',
      reason: 'inconclusive',
      message: expect.stringContaining(unproven),
    });
  });

  it('is seen to the end through the analysis behind the switch', async () => {
    const name = 'blue-green';
    const now = look(name, 'gate');
    const passed = await carriesOut(0, 'promote', now, look(name, 'promoted, not switched yet'));
    const post = sees(minute, look(name, 'post-promotion analysis is running'));
    expect(decides([sees(0, now), ...passed, post])).toBe('wait');
    expect(decides([sees(0, now), ...passed, post, ticks(3 * 60 * minute)])).toBe('wait');
    const end = sees(2 * minute, look(name, 'Healthy on the new, old pods still there'));
    expect(decides([sees(0, now), ...passed, post, end])).toBe('healthy (completed)');
  });
});

describe('a promote that the server refused', () => {
  const refused = [sees(0, gate), asks(0, 'promote'), answers(second, { kind: 'moved' } as const)];

  it('ends the run that was to promote this gate', () => {
    expect(decides(refused)).toBe('refused (by-somebody)');
  });

  it('is not repeated by a policy until something newer is seen', () => {
    const policy = planOf({ onPause: 'promote' });
    expect(phrase(decisionAfter(policy, [allowed, ...refused]))).toBe('wait');
    expect(phrase(decisionAfter(policy, [allowed, ...refused, sees(2 * second, again(gate))]))).toBe(
      'request promote',
    );
  });

  it('at a later gate is one by policy, too', async () => {
    const next = { ...gate, version: 1e6, guard: { ...gate.guard, step: 3, since: '2026-11-21T11:30:00Z' } };
    const passed = [
      sees(0, gate),
      ...(await carriesOut(0, 'promote', gate, next)),
      asks(minute, 'promote'),
      answers(minute, { kind: 'moved' } as const),
    ];
    expect(decides(passed, { onPause: 'promote' })).toBe('wait');
  });
});
