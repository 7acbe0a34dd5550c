import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../src/observation.ts';
import { type Entry, stepTimes } from '../src/timeline.ts';
import { eventsOf, timelineOf } from './fixtures/reports.ts';
import {
  accepted,
  allowed,
  answers,
  asks,
  loses,
  minute,
  planOf,
  second,
  sees,
  sighting,
  ticks,
} from './fixtures/runs.ts';
import { seen } from './fixtures/stories.ts';

const follow = planOf({ operation: 'follow', images: [], onPause: 'promote' });
const begun = seen('release', 'the new hash, no pod yet');
const gate = seen('release', 'gate');
const promoted = seen('release', 'promoted: pause gone, phase still Paused');

function kinds(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ kind }) => kind);
}

describe('the timeline tells each change once', () => {
  it('what is seen again without a change is not told', () => {
    const again = (): Observation => ({ ...begun, version: begun.version + 1 });
    const events = [sees(0, begun), sees(second, again()), ticks(minute), sees(minute, again())];
    expect(timelineOf(events)).toHaveLength(1);
  });

  it('a change of pods, weight, step, phase or message is', () => {
    const changes: readonly Partial<Observation>[] = [
      { replicas: { ...begun.replicas, updated: 1 } },
      { weight: { desired: 20, actual: 20 } },
      { step: { index: 1, of: 8 } },
      { phase: 'Degraded' },
      { message: 'something else' },
      { current: false },
    ];
    for (const change of changes) {
      expect(timelineOf([sees(0, begun), sees(second, { ...begun, ...change })])).toHaveLength(2);
    }
  });

  it('times count from the beginning of the run', () => {
    expect(timelineOf([sees(0, begun), sees(minute, gate)], planOf()).map(({ at }) => at)).toEqual([
      0,
      minute,
    ]);
  });

  it('a request is told when it is decided on, and again when it took effect', async () => {
    const timeline = timelineOf(
      [
        allowed,
        sees(0, gate),
        asks(0, 'promote', 'go'),
        answers(second, await accepted('promote', gate)),
        sees(2 * second, promoted),
      ],
      follow,
    );
    expect(kinds(timeline)).toEqual(['state', 'request', 'state', 'effect']);
    expect(timeline[1]).toMatchObject({ request: 'promote', at: 0 });
    expect(timeline[3]).toMatchObject({ request: 'promote', how: 'took effect', at: 2 * second });
  });

  it('a request without effect is told with what became of it', () => {
    const events = [sees(0, gate), asks(0, 'promote'), answers(second, { kind: 'moved' })] as const;
    expect(timelineOf(events).at(-1)).toMatchObject({
      kind: 'effect',
      how: 'was refused: the target has moved',
    });
  });

  it('the API server is lost once, and found once', () => {
    const events = [
      sees(0, begun),
      loses(second, 'reset'),
      loses(minute, 'refused'),
      sighting(minute, 'back'),
    ];
    expect(timelineOf(events).slice(1)).toEqual([
      { kind: 'lost', at: second, message: 'reset' },
      { kind: 'found', at: minute, message: '' },
    ]);
  });

  it('an observation that comes back says that the server was found, too', () => {
    expect(kinds(timelineOf([sees(0, begun), loses(second), sees(minute, gate)], planOf()))).toEqual([
      'state',
      'lost',
      'found',
      'state',
    ]);
  });
});

describe('how long a release stood at each step', () => {
  const plan = planOf({ operation: 'follow', images: [] });
  const steps = gate.steps;

  it('from when a step was reached until the next', () => {
    const times = stepTimes(timelineOf(eventsOf('release').slice(2), plan), steps);
    expect(times[1]).toEqual({ index: 1, step: 'pause', from: 3_000, duration: 4_000 });
  });

  it('a step that lasts has no duration', () => {
    const times = stepTimes(timelineOf([sees(0, begun), sees(second, gate)], plan), steps);
    expect(times[1]).toEqual({ index: 1, step: 'pause', from: second });
  });

  it('a step that nobody saw has no times: between two looks it came and went', () => {
    const times = stepTimes(timelineOf(eventsOf('release').slice(2), plan), steps);
    expect(times[5]).toEqual({ index: 5, step: 'pause 10s' });
  });

  it('an old status says nothing of the steps', () => {
    const old = seen('superseding', 'generation observed, hash and pause still of the second');
    expect(stepTimes(timelineOf([sees(0, old)], plan), steps)[1]).toEqual({ index: 1, step: 'pause' });
  });

  it('an abort reaches no step, though it puts the index back to 0', () => {
    const aborted = seen('abort', 'aborted, pods gone');
    const events = [sees(0, begun), sees(second, gate), sees(minute, aborted)];
    expect(stepTimes(timelineOf(events, plan), steps).slice(0, 2)).toEqual([
      { index: 0, step: 'setWeight 20', from: 0, duration: second },
      { index: 1, step: 'pause', from: second, duration: minute - second },
    ]);
  });

  it('after a retry the newer time counts', () => {
    const again = seen('abort', 'gate again');
    const events = [sees(0, begun), sees(second, gate), sees(minute, begun), sees(2 * minute, again)];
    expect(stepTimes(timelineOf(events, plan), steps)[1]).toEqual({
      index: 1,
      step: 'pause',
      from: 2 * minute,
    });
  });
});
