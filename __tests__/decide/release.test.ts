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
  hour,
  images,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { begins, begun, gate, healthyBefore, look } from './looks.ts';

const began = begins('deploy');
const revision = gate.guard.stable ?? '';

function decides(events: readonly Timed[], change: Partial<Plan> = {}): string {
  return phrase(decisionAfter(planOf(change), [...began, ...events]));
}

/** The stable revision again, before and after all its pods are there. */
const { settled, ...healthy } = healthyBefore;
const early: Observation = { ...healthy, phase: 'Progressing', version: 1e6 };
const late: Observation = { ...healthy, ...(settled && { settled }), version: 2e6 };

describe('each policy decides on its own case, and on no other:', () => {
  const failed = sees(minute, look('analysis-failed', 'aborted by the controller'));
  const inconclusive = sees(minute, look('analysis-inconclusive', 'inconclusive'));
  const slow = ticks(40 * minute);
  const all = { onFailure: 'stop', onInconclusive: 'stop', onTimeout: 'stop' } as const;

  it.each<[keyof typeof all, Timed]>([
    ['onFailure', failed],
    ['onInconclusive', inconclusive],
    ['onTimeout', slow],
  ])('%s', (policy, event) => {
    expect(decides([event], { ...all, [policy]: 'rollback' })).toBe('request restore');
    const others = { onFailure: 'rollback', onInconclusive: 'rollback', onTimeout: 'rollback' } as const;
    expect(decides([event], { ...others, [policy]: 'stop' })).not.toMatch(/^request/);
  });

  it('a pause that nobody passes is one of on-timeout', () => {
    const waits = { ...all, onPause: 'wait', onTimeout: 'rollback' } as const;
    expect(decides([sees(minute, gate), ticks(3 * hour)], waits)).toBe('request restore');
  });
});

describe('a rollback by policy', () => {
  it('names the stable revision, what went wrong, and the reason of the end', () => {
    const events = [...began, ticks(40 * minute)];
    expect(decisionAfter(planOf({ onTimeout: 'rollback' }), events)).toMatchObject({
      request: 'restore',
      revision,
      because: 'timed-out',
      reason: expect.stringContaining('There was no progress in 30m'),
    });
  });

  it('ends rolled back, for the reason that it was sent for, when the stable revision is complete', async () => {
    const back = await carriesOut(minute, 'restore', gate, early, { because: 'inconclusive', revision });
    expect(decides([sees(minute, gate), ...back])).toBe('wait');
    expect(decides([sees(minute, gate), ...back, sees(2 * minute, late)])).toBe('rolled-back (inconclusive)');
  });

  it('is no takeover by somebody, though the image is not that of the plan any more', async () => {
    const back = await carriesOut(minute, 'restore', gate, early, { because: 'timed-out', revision });
    expect(early.template).not.toEqual(gate.template);
    expect(decides([sees(minute, gate), ...back])).toBe('wait');
  });

  it('of what the controller aborted writes the template back only once', async () => {
    const failed = look('blue-green-abort', 'aborted by the controller');
    const back = look('blue-green-abort', 'stable template set back');
    const events = [
      allowed,
      sees(0, { ...look('blue-green', 'the new hash, preview not ready'), version: 1 }),
      sees(minute, failed),
      ...(await carriesOut(minute, 'restore', failed, back, { because: 'by-controller', revision })),
    ];
    const plan = planOf({ onFailure: 'rollback' });
    expect(phrase(decisionAfter(plan, events.slice(0, 3)))).toBe('request restore');
    expect(phrase(decisionAfter(plan, events))).toBe('rolled-back (by-controller)');
  });

  it('gives way to a candidate that somebody sets meanwhile', async () => {
    const back = await carriesOut(minute, 'restore', gate, early, { because: 'timed-out', revision });
    const other: Observation = { ...look('superseding', 'gate of the third'), version: 3e6 };
    expect(decides([sees(minute, gate), ...back, sees(2 * minute, other)])).toBe('superseded (by-somebody)');
  });

  it('that itself does not get ahead has nowhere to go', async () => {
    const back = await carriesOut(minute, 'restore', gate, early, { because: 'timed-out', revision });
    const slow = [sees(minute, gate), ...back, ticks(40 * minute)];
    expect(decides(slow, { onTimeout: 'rollback' })).toBe('progressing (timed-out)');
  });

  it('has nowhere to go in a first creation', () => {
    const first = look('first-creation', 'one of five pods ready');
    const plan = planOf({ images: [{ image: images.first }], onTimeout: 'rollback' });
    expect(decisionAfter(plan, [allowed, sees(0, first), ticks(hour)])).toMatchObject({
      ended: 'progressing',
      message: expect.stringContaining('There is no other revision to go back to.'),
    });
  });
});

describe('an abort by policy', () => {
  it('waits for the controller, and ends for the reason that it was sent for', async () => {
    const asked = look('abort', 'abort asked, not acted on');
    const events = [
      asks(minute, 'abort', 'Too slow.', 'timed-out'),
      answers(minute, await accepted('abort', gate)),
    ];
    expect(decides([sees(minute, gate), ...events, sees(minute + second, asked)])).toBe('wait');
    const done = look('abort', 'aborted, pods gone');
    const all = [...began, sees(minute, gate), ...events, sees(minute + second, done)];
    expect(decisionAfter(planOf(), all)).toMatchObject({
      ended: 'aborted',
      reason: 'timed-out',
      message: 'Too slow. The release was aborted. Traffic is back on the stable revision.',
    });
  });

  it('of a blueGreen is over only when its Service is back, 24 ms after the phase says so', () => {
    const plan = planOf();
    const events = (what: string): readonly Timed[] => [
      allowed,
      sees(0, look('blue-green', 'post-promotion analysis is running')),
      sees(second, look('blue-green-abort', what)),
    ];
    expect(phrase(decisionAfter(plan, events('aborted by the controller, traffic still on the new')))).toBe(
      'wait',
    );
    expect(phrase(decisionAfter(plan, events('aborted by the controller')))).toBe('aborted (by-controller)');
  });
});

describe('an invalid spec', () => {
  it('is not acted upon by any policy: what is sent acts when it is mended', () => {
    const now: Observation = { ...gate, invalid: true, phase: 'Degraded', message: 'InvalidSpec: x' };
    const events = [sees(minute, now), ticks(3 * hour)];
    for (const policy of ['abort', 'rollback'] as const) {
      const all = { onFailure: policy, onTimeout: policy, onInconclusive: policy };
      expect(decides(events, all)).toBe('degraded (invalid-spec)');
    }
  });

  it('of a status that is behind is still a moment in which nothing is known', () => {
    expect(decides([sees(minute, { ...begun, current: false })])).toBe('wait');
  });
});
