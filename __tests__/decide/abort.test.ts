import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { Operation } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  accepted,
  allowed,
  answers,
  asks,
  carriesOut,
  decisionAfter,
  images,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { gate, healthyBefore, held, inFull, look, plans } from './looks.ts';

describe('an abort', () => {
  it('that a person has asked for is waited for, not promoted away', () => {
    const asked = look('abort', 'abort asked, not acted on');
    const by = (operation: Operation): string =>
      phrase(
        decisionAfter(planOf({ operation, ...plans[operation], onPause: 'promote' }), [
          allowed,
          sees(0, asked),
        ]),
      );
    expect([by('deploy'), by('follow'), by('promote')]).toEqual(['wait', 'wait', 'wait']);
  });

  it('is not asked of a first creation: the controller drops it', () => {
    const first = look('first-creation', 'stable by name while no pod exists');
    const plan = planOf({ images: [{ image: images.first }] });
    expect(phrase(decisionAfter(plan, [allowed, sees(0, first), ticks(31 * minute)]))).toBe(
      'progressing (timed-out)',
    );
  });

  it('of our own that was carried out tells what it was for', async () => {
    const slow = look('release', 'the new hash, no pod yet');
    const events = [
      allowed,
      sees(0, slow),
      asks(31 * minute, 'abort', 'There was no progress in 30m.', 'timed-out'),
      answers(31 * minute, await accepted('abort', slow)),
      sees(32 * minute, look('abort', 'aborted, pods gone')),
    ];
    expect(decisionAfter(planOf(), events)).toMatchObject({
      ended: 'aborted',
      reason: 'timed-out',
      message: expect.stringContaining('There was no progress in 30m.'),
    });
  });
});

describe('an abort under a hold, where the controller scales nothing,', () => {
  const early = look('abort', 'aborted, canary pod still there');
  const gone = look('abort', 'aborted, pods gone');
  const stuck: Observation = { ...early, pauses: [{ kind: 'manual' }] };
  const by = (change: Partial<Plan>, events: readonly Timed[]): string =>
    phrase(decisionAfter(planOf({ images: [], ...change }), [allowed, ...events]));

  it('is followed by the end of the hold, and not preceded by it: the release would go on', async () => {
    const plan = { operation: 'abort' } as const;
    expect(by(plan, [sees(0, held)])).toBe('request abort');
    const sent = [sees(0, held), ...(await carriesOut(0, 'abort', held, stuck))];
    expect(by(plan, sent)).toBe('request resume');
    expect(by(plan, [sees(0, stuck)])).toBe('request resume');
    const lifted = [...sent, ...(await carriesOut(minute, 'resume', stuck, { ...early, version: 1e6 }))];
    expect(by(plan, lifted)).toBe('wait');
    expect(by(plan, [...lifted, sees(2 * minute, { ...gone, version: 2e6 })])).toBe('aborted (requested)');
    // Who holds it again means it.
    expect(by(plan, [...lifted, sees(2 * minute, { ...stuck, version: 2e6 })])).toBe('wait');
  });

  it('by a policy is followed by it, too, and by somebody else it is not', async () => {
    const plan = { operation: 'follow', onPause: 'wait', onTimeout: 'abort' } as const;
    const sent = [sees(0, held), ...(await carriesOut(0, 'abort', held, stuck, { because: 'timed-out' }))];
    expect(by(plan, sent)).toBe('request resume');
    expect(by(plan, [sees(0, held), sees(second, stuck)])).toBe('wait');
  });

  it('that is behind its spec waits', async () => {
    const behind = { ...stuck, current: false, version: 1e6 };
    const sent = [sees(0, held), ...(await carriesOut(0, 'abort', held, behind))];
    expect(by({ operation: 'abort' }, sent)).toBe('wait');
  });
});

describe('operation: abort', () => {
  const plan = planOf({ operation: 'abort', images: [] });
  const revision = gate.guard.stable ?? '';
  const decides = (...events: readonly Timed[]): string => phrase(decisionAfter(plan, [allowed, ...events]));

  it('waits until the controller has moved the traffic back, whoever asked first', async () => {
    const asked = look('abort', 'abort asked, not acted on');
    const early = look('abort', 'aborted, canary pod still there');
    const sent = await carriesOut(0, 'abort', gate, early);
    expect(decides(sees(0, gate), ...sent)).toBe('wait');
    expect(decides(sees(0, asked), sees(second, early))).toBe('wait');
    expect(decides(sees(0, asked), sees(second, look('abort', 'aborted, pods gone')))).toBe(
      'aborted (requested)',
    );
  });

  it('writes the stable template back on top of a full promotion, where an abort would be dropped', () => {
    expect(decisionAfter(plan, [allowed, sees(0, inFull)])).toMatchObject({ request: 'restore', revision });
  });

  it('writes it back, too, where the controller dropped the abort', async () => {
    const dropped: Observation = { ...gate, version: gate.version + 10 };
    const events = [
      sees(0, gate),
      asks(0, 'abort'),
      answers(0, await accepted('abort', gate)),
      sees(second, dropped),
    ];
    expect(decides(...events)).toBe('request restore');
  });

  it('has aborted when the stable template that it wrote back is Healthy, and not before', async () => {
    const { settled, ...rest } = healthyBefore;
    const early: Observation = { ...rest, phase: 'Progressing', version: 1e6 };
    const events = [sees(0, inFull), ...(await carriesOut(0, 'restore', inFull, early, { revision }))];
    expect(decides(...events)).toBe('wait');
    const late: Observation = { ...rest, ...(settled && { settled }), version: 2e6 };
    expect(decides(...events, sees(minute, late))).toBe('aborted (requested)');
  });

  it('goes back also behind the switch of a blueGreen', () => {
    expect(decides(sees(0, look('blue-green', 'post-promotion analysis is running')))).toBe('request abort');
  });

  it('has nothing to abort when the release is complete, and names what goes back from there', () => {
    const decision = decisionAfter(plan, [allowed, sees(0, look('blue-green', 'Healthy on the new'))]);
    expect(phrase(decision)).toBe('refused (nothing-to-do)');
    expect(decision).toMatchObject({ message: expect.stringContaining('operation: rollback') });
  });

  it('is refused at once where the spec is invalid, with what the controller says of it', () => {
    const found = look('invalid-spec', 'invalid');
    expect(decides(sees(0, found))).toBe('refused (invalid-spec)');
    expect(decides(sees(0, gate), sees(second, { ...gate, invalid: true }))).toBe('refused (invalid-spec)');
    expect(decisionAfter(plan, [allowed, sees(0, found)])).toMatchObject({
      message: expect.stringContaining(`${found.message}. An abort sent now would act only when`),
    });
  });

  it('does not abort what somebody set while it looked', () => {
    expect(decides(sees(0, gate), sees(second, look('superseding', 'gate of the third')))).toBe(
      'superseded (by-somebody)',
    );
  });
});
