import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/plan.ts';
import {
  allowed,
  decisionAfter,
  images,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { look } from './looks.ts';

describe('a follow', () => {
  const plan = (image: string): Plan => planOf({ operation: 'follow', images: [{ image }] });

  it('waits for the image that a GitOps tool will bring', () => {
    expect(
      phrase(decisionAfter(plan(images.second), [allowed, sees(0, look('release', 'Healthy before'))])),
    ).toBe('wait');
  });

  it('takes a release up when its image has come and is observed', () => {
    const events = [
      allowed,
      sees(0, look('release', 'Healthy before')),
      sees(second, look('release', 'gate')),
    ];
    expect(phrase(decisionAfter(plan(images.second), events))).toBe('paused (gate)');
  });

  it('ends when the image does not come in time', () => {
    const events = [allowed, sees(0, look('release', 'Healthy before')), ticks(31 * minute)];
    expect(phrase(decisionAfter(plan(images.second), events))).toBe('healthy (timed-out)');
  });
});
