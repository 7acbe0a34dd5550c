import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { Operation } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  allowed,
  carriesOut,
  decisionAfter,
  phrase,
  planOf,
  second,
  sees,
} from '../fixtures/runs.ts';
import { begun, gate, held, heldByUs, look } from './looks.ts';

const notObserved = look('held-by-person', 'held, not observed');
const resumed = look('held-by-person', 'resumed');

function decides(operation: Operation, events: readonly Timed[], change: Partial<Plan> = {}): string {
  const plan = planOf({ operation, images: [], ...change });
  return phrase(decisionAfter(plan, [allowed, ...events]));
}

describe('operation: pause', () => {
  it('holds the target wherever it is, and ends when the controller says so', async () => {
    expect(decides('pause', [sees(0, begun)])).toBe('request pause');
    const sent = await carriesOut(0, 'pause', gate, notObserved);
    expect(decides('pause', [sees(0, gate), ...sent])).toBe('wait');
    expect(decides('pause', [sees(0, gate), ...sent, sees(2 * second, held)])).toBe('paused (requested)');
  });

  it('is not over while the controller still says that the release goes on', async () => {
    const early: Observation = { ...held, phase: 'Progressing' };
    const sent = await carriesOut(0, 'pause', gate, early);
    expect(decides('pause', [sees(0, gate), ...sent])).toBe('wait');
    expect(decides('pause', [sees(0, gate), ...sent, sees(2 * second, held)])).toBe('paused (requested)');
  });

  it('has nothing to send where the target is held already, by a person or by a cancelled run', () => {
    for (const found of [held, heldByUs]) {
      const decision = decisionAfter(planOf({ operation: 'pause', images: [] }), [allowed, sees(0, found)]);
      expect(decision).toMatchObject({
        ended: 'paused',
        reason: 'requested',
        message: expect.stringContaining('was held already'),
      });
    }
  });

  it('does not send a second time what somebody lifts at once', async () => {
    const sent = await carriesOut(0, 'pause', gate, held);
    expect(decides('pause', [sees(0, gate), ...sent, sees(2 * second, resumed)])).toBe('wait');
  });

  it('is refused where the candidate is not the one that is expected', () => {
    const expectOther = { kind: 'state', state: 'c0ffee.1.-', hash: 'c0ffee' } as const;
    expect(decides('pause', [sees(0, gate)], { expect: expectOther })).toBe('refused (does-not-fit)');
  });
});

describe('operation: resume', () => {
  it('lifts a hold, whoever made it, and ends when the controller has seen it', async () => {
    expect([held, heldByUs].map((found) => decides('resume', [sees(0, found)]))).toEqual([
      'request resume',
      'request resume',
    ]);
    const sent = await carriesOut(0, 'resume', held, resumed);
    expect(decides('resume', [sees(0, held), ...sent])).toBe('paused (requested)');
  });

  it('does not fight over a hold that is put back at once', async () => {
    const sent = await carriesOut(0, 'resume', held, resumed);
    const again = { ...held, version: resumed.version + 1 };
    expect(decides('resume', [sees(0, held), ...sent, sees(2 * second, again)])).toBe('paused (requested)');
  });

  it('waits while the hold itself is not observed', () => {
    expect(decides('resume', [sees(0, gate), sees(second, notObserved)])).toBe('wait');
  });

  it('leaves alone a gate, which only a promote passes', () => {
    expect(decides('resume', [sees(0, gate)])).toBe('unchanged (nothing-to-do)');
  });

  it('is not over while the controller has not observed it', async () => {
    const late = look('blue-green-timed', 'resumed, not observed');
    const before = look('blue-green-timed', 'held in the timed pause');
    const sent = await carriesOut(0, 'resume', before, late);
    expect(decides('resume', [sees(0, before), ...sent])).toBe('wait');
    const done = look('blue-green-timed', 'Healthy');
    expect(decides('resume', [sees(0, before), ...sent, sees(2 * second, done)])).toBe('healthy (requested)');
  });

  it('tells how the target goes on: past a timed pause that is over, at once', async () => {
    const before = look('held-in-timed-pause', 'held after the timed pause would be over');
    const now = look('held-in-timed-pause', 'resumed, past the timed pause at once');
    const sent = await carriesOut(0, 'resume', before, now);
    expect(decides('resume', [sees(0, before), ...sent])).toBe('progressing (requested)');
  });
});

describe('a hold in a release that is followed', () => {
  it('is a person’s: nothing moves until they lift it', () => {
    const events = [sees(0, gate), sees(second, held)];
    expect(decides('follow', events)).toBe('paused (held-by-person)');
    expect(decides('follow', events, { onPause: 'promote' })).toBe('wait');
  });

  it('is told apart from the pause that the message names no more', () => {
    const inTimed = look('held-in-timed-pause', 'held in the timed pause');
    expect(inTimed.pauses.map(({ kind }) => kind)).toEqual(['timed', 'manual']);
    expect(decides('follow', [sees(0, inTimed)])).toBe('paused (held-by-person)');
    const inWeight = look('held-in-timed-pause', 'held in setWeight');
    expect(decides('follow', [sees(0, inWeight)])).toBe('paused (held-by-person)');
  });
});
