import { describe, expect, it } from '@jest/globals';
import { formatState } from '../../src/format.ts';
import type { Observation, RunNote } from '../../src/observation.ts';
import type { Operation } from '../../src/model.ts';
import type { RunIdentity } from '../../src/note.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  allowed,
  carriesOut,
  decisionAfter,
  minute,
  phrase,
  planOf,
  sees,
} from '../fixtures/runs.ts';
import { aborted, begun, gate, healthyAfter, inFull, plans } from './looks.ts';

const step = '7/ship/web';
const url = 'https://github.com/acme/web/actions/runs/7';
const run: RunIdentity = { url, step, attempt: 2, commit: 'c0ffee', actor: 'jane' };

/** What the first attempt of the step left on the candidate of the stories. */
function noted(operation: Operation, on: Observation, change: Partial<RunNote> = {}): Observation {
  const subject = operation === 'rollback' ? on.guard.hash : formatState(gate.guard);
  const { url: _, ...who } = run;
  return { ...on, note: { ...who, run: url, attempt: 1, operation, subject, ...change } };
}

/** The second attempt of the step, whose inputs are those of the first. */
function again(operation: Operation, events: readonly Timed[], change: Partial<Plan> = {}): string {
  return phrase(
    decisionAfter(planOf({ operation, ...plans[operation], run, ...change }), [allowed, ...events]),
  );
}

describe('a step that is run again', () => {
  it('does not retry what its first attempt began anew, and follows it', () => {
    expect(again('retry', [sees(0, noted('retry', begun))])).toBe('wait');
    expect(again('retry', [sees(0, noted('retry', gate))])).toBe('paused (gate)');
    expect(again('retry', [sees(0, noted('retry', healthyAfter))])).toBe('healthy (completed)');
    expect(again('retry', [sees(0, noted('retry', aborted))])).toBe('request retry');
  });

  it('does not refuse the state that its own full promotion left behind', () => {
    const state = { kind: 'state', state: formatState(gate.guard), hash: gate.guard.hash } as const;
    const full = (on: Observation): string =>
      again('promote-full', [sees(0, noted('promote-full', on))], { expect: state });
    expect(full(inFull)).toBe('wait');
    expect(full(healthyAfter)).toBe('healthy (completed)');
    // Dropped by the controller: it is asked for again, in the state that was looked at and in no other.
    expect(full(gate)).toBe('request promote-full');
    expect(full(begun)).toBe('refused (does-not-fit)');
  });

  it('passes no second gate', () => {
    const next = { ...gate, guard: { ...gate.guard, step: 3, since: '2026-11-21T11:30:00Z' } };
    expect(again('promote', [sees(0, noted('promote', next))])).toBe('paused (gate)');
    expect(again('promote', [sees(0, noted('promote', healthyAfter))])).toBe('healthy (completed)');
  });

  it('goes on with its rollback, and not forward to what that left', async () => {
    const back = noted('rollback', begun);
    expect(again('rollback', [sees(0, back)])).toBe('request promote-full');
    expect(again('rollback', [sees(0, back)], { rollbackSteps: true })).toBe('wait');
    const sent = await carriesOut(0, 'promote-full', back, { ...inFull, version: 1e6 });
    expect(again('rollback', [sees(0, back), ...sent])).toBe('wait');
    const done = { ...healthyAfter, version: 2e6 };
    expect(again('rollback', [sees(0, back), ...sent, sees(minute, done)])).toBe('rolled-back (requested)');
    expect(again('rollback', [sees(0, noted('rollback', healthyAfter))])).toBe('rolled-back (requested)');
    // The full promotion that followed noted the state that it was sent on.
    const full = noted('rollback', healthyAfter, { subject: formatState(healthyAfter.guard) });
    expect(again('rollback', [sees(0, full)])).toBe('rolled-back (requested)');
  });
});

describe('a step acts as if it were the first', () => {
  it.each<[string, Partial<RunNote>]>([
    ['after another step of the run', { step: '7/ship/other' }],
    ['in the attempt that left the note', { attempt: 2 }],
    ['after another operation', { operation: 'deploy' }],
    ['on another candidate', { subject: 'c0ffee.1.-' }],
  ])('%s', (_, change) => {
    expect(again('retry', [sees(0, noted('retry', gate, change))])).toBe('refused (nothing-to-do)');
    expect(again('promote', [sees(0, noted('promote', gate, change))])).toBe('request promote');
    expect(again('rollback', [sees(0, noted('rollback', healthyAfter, change))])).toBe('read revisions');
  });

  it('outside of a workflow, where nobody can tell', () => {
    const plan = planOf({ operation: 'promote', ...plans.promote });
    expect(phrase(decisionAfter(plan, [allowed, sees(0, noted('promote', gate))]))).toBe('request promote');
  });
});
