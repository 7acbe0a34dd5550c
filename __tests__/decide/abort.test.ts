import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../../src/model.ts';
import {
  accepted,
  allowed,
  answers,
  asks,
  decisionAfter,
  images,
  minute,
  phrase,
  planOf,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { look, plans } from './situations.ts';

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
      asks(31 * minute, 'abort', 'There was no progress in 30m.'),
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
