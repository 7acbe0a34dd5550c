import { describe, expect, it } from '@jest/globals';
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
import { aborted, again, begun, gate, healthyAfter, held, inFull, look } from './looks.ts';

const any = planOf({ operation: 'promote-full', images: [], expect: { kind: 'any' } });

function decides(events: readonly Timed[], plan: Plan = any): string {
  return phrase(decisionAfter(plan, [allowed, ...events]));
}

describe('a full promotion', () => {
  it('is asked for wherever the release is: the steps do not matter any more', () => {
    expect([begun, gate, look('release', 'timed pause')].map((now) => decides([sees(0, now)]))).toEqual([
      'request promote-full',
      'request promote-full',
      'request promote-full',
    ]);
  });

  it('waits for the hash of the candidate, or it would be lost', () => {
    const edited = look('superseding', 'third image set, not observed');
    const half = look('superseding', 'generation observed, hash and pause still of the second');
    const hash = look('superseding', 'the hash of the third');
    expect(decides([sees(0, edited)])).toBe('wait');
    expect(decides([sees(0, edited), sees(second, half)])).toBe('wait');
    expect(decides([sees(0, edited), sees(second, half), sees(2 * second, hash)])).toBe(
      'request promote-full',
    );
  });

  it('is sent once, and followed to the end', async () => {
    const asked = await carriesOut(0, 'promote-full', gate, inFull);
    expect(decides([sees(0, gate), ...asked])).toBe('wait');
    expect(decides([sees(0, gate), ...asked, sees(minute, healthyAfter)])).toBe('healthy (completed)');
  });

  it('is not asked for a second time where somebody did', () => {
    expect(decides([sees(0, inFull)])).toBe('wait');
  });

  it('is waited for at the gate that somebody else has just asked to be passed with it', () => {
    const echo: Observation = { ...gate, promotingFull: true, guard: { ...gate.guard, promoteFull: true } };
    expect(decides([sees(0, gate), sees(1, echo)])).toBe('wait');
    const follow = planOf({ operation: 'follow', images: [] });
    expect(decides([sees(0, echo)], follow)).toBe('wait');
  });

  it('is refused on an aborted release: it would ship what was rejected', () => {
    const decision = decisionAfter(any, [allowed, sees(0, aborted)]);
    expect(phrase(decision)).toBe('refused (does-not-fit)');
    expect(decision).toMatchObject({ message: expect.stringContaining('would ship the revision') });
  });

  it('is not sent on top of an abort that comes before it, nor after that', () => {
    const asked = look('abort', 'abort asked, not acted on');
    expect(decides([sees(0, { ...gate, current: true }), sees(second, asked)])).toBe('wait');
    expect(decides([sees(0, gate), sees(second, aborted)])).toBe('aborted (by-somebody)');
  });

  it('is refused where the state is not the one that was looked at', () => {
    const expectOther = { kind: 'state', state: '66c8458db7.3.-', hash: '66c8458db7' } as const;
    expect(decides([sees(0, gate)], { ...any, expect: expectOther })).toBe('refused (does-not-fit)');
  });

  it('of a held target lifts the hold first, and is then sent', async () => {
    expect(decides([sees(0, held)])).toBe('request resume');
    const resumed = look('held-by-person', 'resumed');
    const lifted = await carriesOut(0, 'resume', held, resumed);
    expect(decides([sees(0, held), ...lifted])).toBe('request promote-full');
  });

  it('whose hold was put back while it went on is not resumed again', async () => {
    const resumed = look('held-by-person', 'resumed');
    const lifted = await carriesOut(0, 'resume', held, resumed);
    expect(decides([sees(0, held), ...lifted, sees(minute, again(held))])).toBe('wait');
  });

  it('has nothing to skip in a first creation, and sees it to its end', () => {
    const first = look('first-creation', 'first status: a candidate, no stable revision');
    expect(decides([sees(0, first)])).toBe('wait');
    expect(decides([sees(0, first), sees(minute, look('first-creation', 'Healthy'))])).toBe(
      'healthy (completed)',
    );
  });

  it('that the controller dropped is not sent again', async () => {
    const answer = await accepted('promote-full', gate);
    const dropped: Observation = { ...gate, version: gate.version + 2 };
    const events = [sees(0, gate), asks(0, 'promote-full'), answers(0, answer), sees(second, dropped)];
    expect(decides(events)).toBe('progressing (ignored)');
  });

  it('that came too late for its guard looks again, and asks for what is there then', () => {
    const refused = [sees(0, gate), asks(0, 'promote-full'), answers(0, { kind: 'moved' })];
    expect(decides(refused)).toBe('wait');
    expect(decides([...refused, sees(second, again(gate))])).toBe('request promote-full');
    expect(decides([...refused, sees(second, again(healthyAfter))])).toBe('healthy (completed)');
  });

  it('is not meant for a candidate that came after the one that was found', () => {
    const third = look('superseding', 'gate of the third');
    expect(decides([sees(0, { ...gate, current: true }), sees(second, third)])).toBe(
      'superseded (by-somebody)',
    );
  });

  it('that is too slow ends by on-timeout', async () => {
    const asked = await carriesOut(0, 'promote-full', gate, inFull);
    const late = [sees(0, gate), ...asked, ticks(40 * minute)];
    expect(decides(late, { ...any, onTimeout: 'rollback' })).toBe('request restore');
    expect(decides(late, { ...any, onTimeout: 'stop' })).toBe('progressing (timed-out)');
  });
});
