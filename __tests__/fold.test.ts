import { describe, expect, it } from '@jest/globals';
import {
  allowed,
  asks,
  factsAfter,
  images,
  loses,
  minute,
  planOf,
  second,
  sees,
  sighting,
  stops,
  ticks,
} from './fixtures/runs.ts';
import { seen } from './fixtures/stories.ts';

const before = seen('release', 'Healthy before');
const edited = seen('release', 'image set, not observed');
const begun = seen('release', 'the new hash, no pod yet');
const gate = seen('release', 'gate');
const promoted = seen('release', 'promoted: pause gone, phase still Paused');
const timed = seen('release', 'timed pause');
const follow = planOf({ operation: 'follow', images: [] });

describe('each event', () => {
  it('a tick moves nothing but the time', () => {
    const facts = factsAfter(follow, [allowed, sees(0, begun)]);
    expect(factsAfter(follow, [allowed, sees(0, begun), ticks(minute)])).toEqual({ ...facts, now: minute });
  });

  it('what was allowed stays allowed', () => {
    expect(factsAfter(follow, []).allowed).toBe(false);
    expect(factsAfter(follow, [allowed, sees(0, begun)]).allowed).toBe(true);
  });

  it('a cancel is remembered with its signal', () => {
    expect(factsAfter(follow, [stops(0, 'SIGTERM'), ticks(second)]).stopped).toEqual({
      signal: 'SIGTERM',
      at: 0,
    });
  });

  it('what was thrown is remembered', () => {
    const failure = { ended: 'refused', reason: 'forbidden', message: 'no' } as const;
    expect(factsAfter(follow, [[0, { type: 'failed', failure }]]).failure).toBe(failure);
  });

  it('a deletion is remembered', () => {
    expect(factsAfter(follow, [sees(0, begun), sighting(second, 'gone')]).gone).toBe(true);
  });

  it('the server is lost since the first loss, and found by a sign of life or by an observation', () => {
    const lost = [sees(0, begun), loses(second, 'reset'), loses(minute, 'refused')];
    expect(factsAfter(follow, lost).lost).toMatchObject({ since: second, failure: { message: 'reset' } });
    expect(factsAfter(follow, [...lost, sighting(2 * minute, 'back')]).lost).toBeUndefined();
    expect(factsAfter(follow, [...lost, sees(2 * minute, begun)]).lost).toBeUndefined();
  });

  it('an observation becomes the newest one, and the first that is current is what was found', () => {
    const facts = factsAfter(follow, [sees(0, edited), sees(second, begun), sees(minute, gate)]);
    expect(facts.observation).toBe(gate);
    expect(facts.found).toBe(begun);
  });

  it('a request belongs to the observation that it was decided on', () => {
    const facts = factsAfter(follow, [sees(0, gate), asks(0, 'promote', 'on-pause: promote')]);
    expect(facts.request).toEqual({
      name: 'promote',
      reason: 'on-pause: promote',
      because: 'requested',
      on: gate,
    });
  });
});

describe('the candidate that the run calls its own', () => {
  const deploy = planOf();

  it('is not there before the edit', () => {
    expect(factsAfter(deploy, [sees(0, before)]).ours).toBeUndefined();
  });

  it('is not the old one while the edit is not observed', () => {
    expect(factsAfter(deploy, [sees(0, before), sees(second, edited)]).ours).toBeUndefined();
  });

  it('is not the old one when only the generation was observed', () => {
    const third = planOf({ images: [{ image: images.third }] });
    for (const [name, what] of [
      ['abort', 'generation observed, hash and index still of the second'],
      ['superseding', 'generation observed, hash and pause still of the second'],
    ] as const) {
      expect(factsAfter(third, [sees(0, seen(name, what))]).ours).toBeUndefined();
    }
    expect(factsAfter(third, [sees(0, seen('superseding', 'the hash of the third'))]).ours).toBe(
      '5b47899686',
    );
  });

  it('is the new one once its hash is observed', () => {
    const facts = factsAfter(deploy, [sees(0, before), sees(second, edited), sees(2 * second, begun)]);
    expect(facts.ours).toBe('66c8458db7');
  });

  it('stays the same when somebody else takes over', () => {
    const third = seen('superseding', 'gate of the third');
    expect(factsAfter(deploy, [sees(0, begun), sees(second, third)]).ours).toBe('66c8458db7');
  });

  it('is what is there, for a follow without an image, a promote and an abort', () => {
    for (const operation of ['follow', 'promote', 'abort'] as const) {
      expect(factsAfter(planOf({ operation, images: [] }), [sees(0, gate)]).ours).toBe('66c8458db7');
    }
  });

  it('is not the old one while the spec is invalid', () => {
    const invalid = seen('invalid-spec', 'invalid');
    const [first, mended] = [seen('invalid-spec', 'Healthy before'), seen('invalid-spec', 'mended')];
    expect(factsAfter(deploy, [sees(0, first), sees(second, invalid)]).ours).toBeUndefined();
    expect(factsAfter(deploy, [sees(0, first), sees(second, invalid), sees(minute, mended)]).ours).toBe(
      '66c8458db7',
    );
  });
});

describe('since when a pause holds', () => {
  it('counts from the first sight of it, not from the newest', () => {
    expect(factsAfter(follow, [sees(second, gate), sees(minute, gate)]).pausedSince).toBe(second);
  });

  it('begins again at the next pause, also where nothing was seen between them', () => {
    expect(factsAfter(follow, [sees(second, gate), sees(minute, timed)]).pausedSince).toBe(minute);
  });

  it('begins again when the same gate is reached after a retry', () => {
    const again = seen('abort', 'gate again');
    expect(factsAfter(follow, [sees(0, seen('abort', 'gate')), sees(minute, again)]).pausedSince).toBe(
      minute,
    );
  });

  it('goes on while a person holds the gate as well', () => {
    const [at, held] = [seen('held-by-person', 'gate'), seen('held-by-person', 'held at the gate')];
    expect(factsAfter(follow, [sees(second, at), sees(minute, held)]).pausedSince).toBe(second);
  });

  it('is over with the pause', () => {
    expect(factsAfter(follow, [sees(second, gate), sees(minute, promoted)]).pausedSince).toBeUndefined();
  });
});

describe('since when a spec is invalid', () => {
  it('counts from the first sight, and is over when it is mended', () => {
    const invalid = seen('invalid-spec', 'invalid');
    const twice = [sees(second, invalid), sees(30 * second, invalid)];
    expect(factsAfter(follow, twice).invalidSince).toBe(second);
    expect(factsAfter(follow, [...twice, sees(minute, seen('invalid-spec', 'mended'))]).invalidSince).toBe(
      undefined,
    );
  });
});
