import { describe, expect, it } from '@jest/globals';
import type { KnownRevision } from '../../src/revisions.ts';
import {
  type Timed,
  accepted,
  answers,
  asks,
  carriesOut,
  factsAfter,
  looks,
  minute,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { seen } from '../fixtures/stories.ts';

const gate = seen('release', 'gate');
const follow = planOf({ operation: 'follow', images: [] });

describe('what is read beside watching', () => {
  const reading = (at: number, what: 'pods' | 'revisions'): Timed => [at, { type: 'reading', what }];

  it('is under way until it has come', () => {
    expect(factsAfter(follow, [sees(0, gate), reading(0, 'pods')]).reading).toBe('pods');
    const read = factsAfter(follow, [sees(0, gate), reading(0, 'pods'), looks(second, gate)]);
    expect(read.reading).toBeUndefined();
    expect('reading' in read).toBe(false);
  });

  it('of the pods is known with when, of which candidate, and at which version', () => {
    const { pods } = factsAfter(follow, [
      sees(0, gate),
      looks(second, gate, { live: { count: 5, wanted: 5, oldest: '2026-11-21T11:19:57Z' } }),
    ]);
    expect(pods).toEqual({
      at: second,
      hash: '66c8458db7',
      version: gate.version,
      live: { count: 5, wanted: 5, oldest: '2026-11-21T11:19:57Z' },
      diagnoses: [],
      notices: [],
    });
  });

  it('of the revisions is known from then on', () => {
    const revisions: readonly KnownRevision[] = [];
    const facts = factsAfter(follow, [
      sees(0, gate),
      reading(0, 'revisions'),
      [second, { type: 'revisions', revisions }],
    ]);
    expect(facts.revisions).toBe(revisions);
    expect(facts.reading).toBeUndefined();
  });

  it('is no progress of the release', () => {
    const events = [sees(0, gate), reading(minute, 'pods'), looks(2 * minute, gate)];
    expect(factsAfter(follow, events).movedAt).toBe(0);
  });
});

describe('a cancel', () => {
  it('keeps its first signal and its time', () => {
    const stop = (at: number, signal: string): Timed => [at, { type: 'stop', signal }];
    const facts = factsAfter(follow, [sees(0, gate), stop(second, 'SIGINT'), stop(8 * second, 'SIGTERM')]);
    expect(facts.stopped).toEqual({ signal: 'SIGINT', at: second });
  });
});

describe('the candidate that the run calls its own after a request of its own', () => {
  const failed = seen('blue-green-abort', 'aborted again');
  const back = seen('blue-green-abort', 'stable template set back');
  const hash = back.guard.hash;

  it('is what it wrote back', async () => {
    expect(failed.guard.hash).not.toBe(hash);
    const rollback = planOf({ operation: 'rollback', images: [] });
    const restored = await carriesOut(0, 'restore', failed, back, { revision: hash });
    expect(factsAfter(rollback, [sees(0, failed), ...restored]).ours).toBe(hash);
  });

  it('is the new revision that a restart makes of a workload', async () => {
    const [before, next] = [seen('workload-ref', 'Healthy'), seen('workload-ref', 'the new hash')];
    const plan = planOf({ operation: 'restart', images: [] });
    const facts = factsAfter(plan, [sees(0, before), ...(await carriesOut(0, 'restart', before, next))]);
    expect(facts.ours).toBe(next.guard.hash);
  });

  it('stays the same through a promote, a hold and an abort', async () => {
    const held = seen('held-by-person', 'held at the gate');
    const before = seen('held-by-person', 'gate');
    const facts = factsAfter(follow, [sees(0, before), ...(await carriesOut(0, 'pause', before, held))]);
    expect(facts.ours).toBe(before.guard.hash);
    expect(facts.effected.map(({ name }) => name)).toEqual(['pause']);
  });

  it('is what is there, for every operation that acts on a release', () => {
    for (const operation of ['promote-full', 'retry', 'rollback', 'restart', 'pause', 'resume'] as const) {
      expect(factsAfter(planOf({ operation, images: [] }), [sees(0, gate)]).ours).toBe('66c8458db7');
    }
  });
});

describe('a request', () => {
  it('keeps the reason of the end that it was sent for', async () => {
    const events = [
      sees(0, gate),
      asks(0, 'abort', 'Too slow.', 'timed-out'),
      answers(0, await accepted('abort', gate)),
      sees(second, seen('abort', 'aborted, canary pod still there')),
    ].map(asOne);
    expect(factsAfter(follow, events).effected).toMatchObject([
      { name: 'abort', reason: 'Too slow.', because: 'timed-out' },
    ]);
  });

  it('of a cancelled run is overdue as any other', async () => {
    const events = [
      sees(0, gate),
      asks(0, 'pause', 'on-cancel: pause', 'cancelled'),
      answers(0, await accepted('pause', gate)),
      ticks(30 * second),
    ];
    expect(factsAfter(follow, events)).toMatchObject({
      overdue: 1,
      fruitless: { name: 'pause', how: 'overdue' },
    });
  });
});

/** The stories are of several clusters; in one run they are one object. */
function asOne([at, event]: Timed): Timed {
  if (event.type !== 'sighting' || event.sighting.kind !== 'observation') return [at, event];
  const { observation } = event.sighting;
  return sees(at, { ...observation, guard: { ...observation.guard, uid: gate.guard.uid } });
}
