import { describe, expect, it } from '@jest/globals';
import { formatState } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import {
  accepted,
  allowed,
  answers,
  asks,
  decisionAfter,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { look } from './situations.ts';

describe('a promote', () => {
  const gate = look('release', 'gate');
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
  });
});
