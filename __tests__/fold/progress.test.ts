import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import { factsAfter, hour, minute, planOf, sees, ticks } from '../fixtures/runs.ts';
import { seen, story } from '../fixtures/stories.ts';

const begun = seen('release', 'the new hash, no pod yet');
const gate = seen('release', 'gate');
const promoted = seen('release', 'promoted: pause gone, phase still Paused');
const follow = planOf({ operation: 'follow', images: [] });

/** A release that stands at a step with so many pods. */
function withPods(observation: Observation, height: number): Observation {
  return { ...observation, progress: { ...observation.progress, height } };
}

describe('when a release last moved', () => {
  it('at a step that was never seen', () => {
    const next = seen('release', 'promoted: next step');
    expect(factsAfter(follow, [sees(0, begun), sees(minute, next)]).movedAt).toBe(minute);
  });

  it('at more pods than were ever seen in a step', () => {
    expect(factsAfter(follow, [sees(0, withPods(begun, 3)), sees(minute, withPods(begun, 4))]).movedAt).toBe(
      minute,
    );
  });

  it('not when pods come and go', () => {
    const flapping = [3, 2, 3, 1, 3].map((pods, i) => sees(i * minute, withPods(begun, pods)));
    expect(factsAfter(follow, flapping).movedAt).toBe(0);
  });

  it('not when the same status is seen again', () => {
    expect(factsAfter(follow, [sees(0, begun), sees(minute, begun), ticks(hour)]).movedAt).toBe(0);
  });

  it('not when it falls back to a step that it had reached', () => {
    const [aborted, again] = [seen('abort', 'retry: begun again'), seen('abort', 'gate again')];
    const free = { ...again, pauses: [] };
    const events = [sees(0, aborted), sees(minute, free), sees(2 * minute, aborted), sees(3 * minute, free)];
    expect(factsAfter(follow, events).movedAt).toBe(minute);
  });

  it('at the end of a pause or of an analysis, which does not count', () => {
    expect(factsAfter(follow, [sees(0, begun), sees(minute, gate), sees(hour, promoted)]).movedAt).toBe(hour);
    const measuring = seen('analysis-failed', 'analysis begins');
    const events = [sees(0, measuring), sees(hour, { ...measuring, measuring: false })];
    expect(factsAfter(follow, events).movedAt).toBe(hour);
  });

  it('in every story, from the first status to the last, at least once a step', () => {
    const { objects } = story('release');
    const events = objects.map(({ what }, i) => sees(i * minute, seen('release', what)));
    const moves = events.map((_, i) => factsAfter(follow, events.slice(0, i + 1)).movedAt);
    expect(new Set(moves).size).toBeGreaterThanOrEqual(8);
    expect(moves.at(-1)).toBe((objects.length - 1) * minute);
  });
});
