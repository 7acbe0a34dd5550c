import { describe, expect, it } from '@jest/globals';
import { asLeft, endingOf } from '../src/ending.ts';
import type { Ended, Reason } from '../src/ends.ts';
import type { Operation } from '../src/model.ts';
import { seen } from './fixtures/stories.ts';

/** Every end that leaves a step green; all others make it red. */
const green: readonly (readonly [Operation, Ended, Reason])[] = [
  ['deploy', 'healthy', 'completed'],
  ['follow', 'healthy', 'completed'],
  ['promote', 'healthy', 'completed'],
  ['deploy', 'unchanged', 'nothing-to-do'],
  ['deploy', 'planned', 'nothing-to-do'],
  ['deploy', 'paused', 'gate'],
  ['promote', 'paused', 'gate'],
  ['abort', 'aborted', 'requested'],
  ['promote-full', 'healthy', 'completed'],
  ['retry', 'healthy', 'completed'],
  ['retry', 'paused', 'gate'],
  ['rollback', 'rolled-back', 'requested'],
  ['rollback', 'paused', 'gate'],
  ['restart', 'healthy', 'requested'],
  ['restart', 'paused', 'requested'],
  ['restart', 'paused', 'gate'],
  ['pause', 'paused', 'requested'],
  ['resume', 'progressing', 'requested'],
  ['resume', 'paused', 'requested'],
  ['resume', 'unchanged', 'nothing-to-do'],
  ['status', 'healthy', 'read'],
  ['status', 'degraded', 'read'],
  ['status', 'aborted', 'read'],
];

const red: readonly (readonly [Operation, Ended, Reason])[] = [
  ['deploy', 'aborted', 'requested'],
  ['deploy', 'aborted', 'by-controller'],
  ['deploy', 'aborted', 'by-somebody'],
  ['deploy', 'aborted', 'timed-out'],
  ['abort', 'aborted', 'timed-out'],
  ['deploy', 'paused', 'timed-out'],
  ['deploy', 'paused', 'inconclusive'],
  ['deploy', 'paused', 'cancelled'],
  ['deploy', 'progressing', 'timed-out'],
  ['deploy', 'degraded', 'invalid-spec'],
  ['deploy', 'healthy', 'cancelled'],
  ['deploy', 'superseded', 'by-somebody'],
  ['deploy', 'superseded', 'deleted'],
  ['promote', 'refused', 'does-not-fit'],
  ['abort', 'refused', 'nothing-to-do'],
  ['deploy', 'unknown', 'unreachable'],
  ['deploy', 'rolled-back', 'timed-out'],
  ['deploy', 'rolled-back', 'by-controller'],
  ['deploy', 'rolled-back', 'inconclusive'],
  ['deploy', 'rolled-back', 'requested'],
  ['deploy', 'progressing', 'cannot-start'],
  ['deploy', 'refused', 'busy'],
  ['deploy', 'paused', 'held-by-person'],
  ['promote-full', 'progressing', 'ignored'],
  ['retry', 'refused', 'nothing-to-do'],
  ['rollback', 'healthy', 'cancelled'],
  ['rollback', 'rolled-back', 'timed-out'],
  ['restart', 'healthy', 'timed-out'],
  ['pause', 'paused', 'timed-out'],
  ['pause', 'paused', 'cancelled'],
  ['resume', 'paused', 'timed-out'],
  ['follow', 'paused', 'requested'],
  ['status', 'refused', 'does-not-fit'],
  ['status', 'paused', 'cancelled'],
  ['status', 'unknown', 'unreachable'],
];

describe('a step', () => {
  it.each(green)('%s that ends %s (%s) succeeds', (operation, ended, reason) => {
    expect(endingOf(operation, ended, reason, 'why')).toEqual({
      ended,
      reason,
      message: 'why',
      succeeded: true,
    });
  });

  it.each(red)('%s that ends %s (%s) fails', (operation, ended, reason) => {
    expect(endingOf(operation, ended, reason, 'why').succeeded).toBe(false);
  });
});

describe('a target is left', () => {
  it.each([
    ['healthy', 'release', 'Healthy after'],
    ['progressing', 'traffic-routing', 'Healthy, traffic still on the canary Service'],
    ['progressing', 'release', 'the new hash, no pod yet'],
    ['paused', 'release', 'gate'],
    ['degraded', 'deadline-degraded', 'past the progress deadline'],
    ['aborted', 'abort', 'aborted, pods gone'],
    ['aborted', 'abort', 'aborted, canary pod still there'],
    ['paused', 'abort', 'abort asked, not acted on'],
    ['paused', 'held-in-timed-pause', 'held in setWeight'],
    ['progressing', 'blue-green', 'switched, post-promotion analysis not begun'],
    ['aborted', 'blue-green-abort', 'aborted by the controller, traffic still on the new'],
  ] as const)('%s: %s, %s', (left, name, what) => {
    expect(asLeft(seen(name, what))).toBe(left);
  });
});
