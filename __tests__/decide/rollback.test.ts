import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  allowed,
  carriesOut,
  decisionAfter,
  minute,
  phrase,
  planOf,
  second,
  sees,
} from '../fixtures/runs.ts';
import { aborted, begun, gate, healthyAfter, invalid, look } from './looks.ts';

const plan = planOf({ operation: 'rollback', images: [] });
const stable = gate.guard.stable ?? '';

function decides(events: readonly Timed[], change: Partial<Plan> = {}): string {
  return phrase(decisionAfter({ ...plan, ...change }, [allowed, ...events]));
}

describe('a rollback in the middle of a release', () => {
  it('goes to the stable revision, always, and reads nothing for it', () => {
    for (const now of [begun, gate, aborted, look('analysis-inconclusive', 'inconclusive')]) {
      expect(decisionAfter(plan, [allowed, sees(0, now)])).toMatchObject({
        request: 'restore',
        revision: stable,
        because: 'requested',
      });
    }
  });

  it('goes to the stable revision of a blueGreen also behind its switch', () => {
    const switched = look('blue-green', 'post-promotion analysis is running');
    expect(switched.sides?.active?.hash).toBe(switched.guard.hash);
    expect(decisionAfter(plan, [allowed, sees(0, switched)])).toMatchObject({ revision: stable });
  });

  it('ends when the stable revision has all the traffic again', async () => {
    const back = look('blue-green-abort', 'stable template set back');
    const failed = look('blue-green-abort', 'aborted again');
    const events = await carriesOut(0, 'restore', failed, back, { revision: stable });
    const decision = decisionAfter(plan, [allowed, sees(0, failed), ...events]);
    expect(phrase(decision)).toBe('rolled-back (requested)');
  });

  it('waits for that where pods are still missing', async () => {
    const { settled, ...healthy } = look('release', 'Healthy before');
    const early: Observation = { ...healthy, phase: 'Progressing', version: 1e6 };
    const events = [sees(0, gate), ...(await carriesOut(0, 'restore', gate, early, { revision: stable }))];
    // Towards the stable revision there are no steps that could be skipped.
    expect(decides(events)).toBe('wait');
    const late: Observation = { ...healthy, ...(settled && { settled }), version: 2e6 };
    expect(decides([...events, sees(minute, late)])).toBe('rolled-back (requested)');
  });

  it('to a named revision looks what there is', () => {
    expect(decides([sees(0, gate)], { revision: 3 })).toBe('read revisions');
  });
});

describe('a rollback of a complete release', () => {
  it('reads what there is to go back to', () => {
    expect(decides([sees(0, healthyAfter)])).toBe('read revisions');
    expect(decides([sees(0, healthyAfter), [0, { type: 'reading', what: 'revisions' }]])).toBe('wait');
  });

  it('is refused where only the stable revision will do', () => {
    expect(decides([sees(0, healthyAfter)], { revision: 'stable' })).toBe('refused (nothing-to-do)');
  });

  /** Another revision is complete, and the one of the stories is older. */
  const newest: Observation = {
    ...healthyAfter,
    guard: { ...healthyAfter.guard, hash: 'newest', stable: 'newest' },
  };
  const older: Observation = { ...begun, version: 1e6 };
  const revision = older.guard.hash;

  it.each<[string, Observation]>([
    ['as soon as the hash is seen', older],
    ['also where the first of them is a pause', { ...gate, version: 1e6 }],
    ['also where the first of them is an analysis', { ...older, measuring: true }],
  ])('skips the steps %s, unless they were asked for', async (_, first) => {
    const events = [sees(0, newest), ...(await carriesOut(0, 'restore', newest, first, { revision }))];
    expect(decides(events)).toBe('request promote-full');
    expect(decides(events, { rollbackSteps: true })).not.toBe('request promote-full');
  });

  it('skips the steps once, and ends when they are', async () => {
    const full = { ...begun, promotingFull: true, version: 2e6 };
    const events = [
      sees(0, newest),
      ...(await carriesOut(0, 'restore', newest, older, { revision })),
      ...(await carriesOut(2 * second, 'promote-full', older, full)),
    ];
    expect(decides(events)).toBe('wait');
    expect(decides([...events, sees(minute, { ...healthyAfter, version: 3e6 })])).toBe(
      'rolled-back (requested)',
    );
  });
});

describe('a rollback of a held Rollout that takes its pods from a workload', () => {
  const before = look('workload-ref', 'gate');
  const heldBefore: Observation = { ...before, pauses: [...before.pauses, { kind: 'manual' }] };
  const revision = before.guard.stable ?? '';
  const { settled: _, ...healthy } = look('workload-ref', 'Healthy');
  const back: Observation = { ...healthy, version: 1e6 };
  const heldBack: Observation = { ...back, pauses: [{ kind: 'manual' }] };
  const { workload: __, ...alone } = heldBack;

  it('lifts the hold behind the template, once: the write to the workload cannot', async () => {
    const sent = [
      sees(0, heldBefore),
      ...(await carriesOut(0, 'restore', heldBefore, heldBack, { revision })),
    ];
    expect(decides([sees(0, heldBefore)])).toBe('request restore');
    expect(decides(sent)).toBe('request resume');
    const lifted = [...sent, ...(await carriesOut(minute, 'resume', heldBack, { ...back, version: 2e6 }))];
    expect(decides(lifted)).toBe('wait');
    expect(decides([...lifted, sees(2 * minute, { ...heldBack, version: 3e6 })])).toBe(
      'paused (held-by-person)',
    );
  });

  it('has nothing to lift where the template is in the Rollout: that write did it', async () => {
    const sent = [sees(0, heldBefore), ...(await carriesOut(0, 'restore', heldBefore, alone, { revision }))];
    expect(decides(sent)).toBe('paused (held-by-person)');
  });
});

describe('a rollback', () => {
  it('is refused for a first creation: there is nothing else', () => {
    const first = look('first-creation', 'first status: a candidate, no stable revision');
    expect(decides([sees(0, first)])).toBe('refused (nothing-to-do)');
  });

  it('leaves alone what somebody else began after it looked', () => {
    const third = look('superseding', 'gate of the third');
    expect(decides([sees(0, gate), sees(second, third)])).toBe('superseded (by-somebody)');
  });

  it('writes nothing into an invalid spec: what is stable there is what users have', () => {
    expect(decides([sees(0, invalid)])).toBe('wait');
    expect(decides([sees(0, look('invalid-spec', 'invalid'))])).toBe('wait');
  });

  it('is refused where the candidate is not the one that is expected', () => {
    const expectOther = { kind: 'state', state: 'c0ffee.1.-', hash: 'c0ffee' } as const;
    expect(decides([sees(0, gate)], { expect: expectOther })).toBe('refused (does-not-fit)');
  });

  it('that arrived where somebody had written another template is superseded', async () => {
    const third = { ...look('superseding', 'the hash of the third'), version: 1e6 };
    const events = await carriesOut(0, 'restore', gate, third, { revision: stable });
    expect(decides([sees(0, gate), ...events])).toBe('superseded (by-somebody)');
  });
});
