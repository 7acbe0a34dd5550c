import { describe, expect, it } from '@jest/globals';
import {
  type Timed,
  accepted,
  allowed,
  answers,
  asks,
  factsAfter,
  images,
  minute,
  planOf,
  second,
  sees,
  ticks,
  webImage,
} from '../fixtures/runs.ts';
import { seen } from '../fixtures/stories.ts';

const before = seen('release', 'Healthy before');
const begun = seen('release', 'the new hash, no pod yet');
const gate = seen('release', 'gate');
const promoted = seen('release', 'promoted: pause gone, phase still Paused');
const follow = planOf({ operation: 'follow', images: [] });

describe('what became of a request', () => {
  const promote = planOf({ operation: 'promote', images: [], expect: { kind: 'any' } });
  const sent = async (): Promise<readonly Timed[]> => [
    allowed,
    sees(0, gate),
    asks(0, 'promote', 'go'),
    answers(second, await accepted('promote', gate)),
  ];

  it('it is open until its effect is seen', async () => {
    const facts = factsAfter(promote, [...(await sent()), sees(2 * second, gate)]);
    expect(facts.request).toMatchObject({ name: 'promote', overdueAt: 31 * second });
    expect(facts.effected).toEqual([]);
  });

  it('done: told with what it was decided on; the release has moved', async () => {
    const facts = factsAfter(promote, [...(await sent()), sees(2 * second, promoted)]);
    expect(facts.request).toBeUndefined();
    expect(facts.effected).toEqual([{ name: 'promote', reason: 'go', because: 'requested', on: gate }]);
    expect(facts.movedAt).toBe(2 * second);
    expect(facts.fruitless).toBeUndefined();
  });

  it('done, though the effect was seen before the answer came', async () => {
    const events = [sees(0, gate), asks(0, 'promote'), sees(second, promoted)];
    const early = factsAfter(promote, events);
    expect(early.effected).toEqual([]);
    const facts = factsAfter(promote, [...events, answers(2 * second, await accepted('promote', gate))]);
    expect(facts.effected.map(({ name }) => name)).toEqual(['promote']);
    expect(facts.request).toBeUndefined();
  });

  it('refused: the server found that the target has moved', () => {
    const facts = factsAfter(promote, [
      sees(0, gate),
      asks(0, 'promote'),
      answers(second, { kind: 'moved' }),
    ]);
    expect(facts.request).toBeUndefined();
    expect(facts.fruitless).toEqual({ name: 'promote', how: 'refused', version: gate.version });
  });

  it('moved: somebody aborted the release that was to be promoted', async () => {
    const facts = factsAfter(promote, [
      ...(await sent()),
      sees(2 * second, { ...seen('abort', 'aborted, canary pod still there'), guard: gate.guard }),
    ]);
    expect(facts.fruitless).toMatchObject({ name: 'promote', how: 'moved' });
    expect(facts.effected).toEqual([]);
  });

  it('ignored: the controller dropped an abort without a word', async () => {
    const events = [
      sees(0, begun),
      asks(0, 'abort'),
      answers(second, await accepted('abort', begun)),
      sees(2 * second, { ...begun, version: begun.version + 2 }),
    ];
    expect(factsAfter(follow, events).fruitless).toMatchObject({ name: 'abort', how: 'ignored' });
  });

  it('overdue: nothing was seen for 30 s, and each time is counted', async () => {
    const once = [...(await sent()), ticks(31 * second)];
    expect(factsAfter(promote, once)).toMatchObject({
      overdue: 1,
      fruitless: { name: 'promote', how: 'overdue', version: gate.version },
    });
    expect(factsAfter(promote, once).request).toBeUndefined();
    const twice = [
      ...once,
      asks(32 * second, 'promote'),
      answers(33 * second, await accepted('promote', gate)),
      sees(2 * minute, gate),
    ];
    expect(factsAfter(promote, twice).overdue).toBe(2);
  });

  it('an effect that is seen at the last moment is an effect, not overdue', async () => {
    const facts = factsAfter(promote, [...(await sent()), sees(31 * second, promoted)]);
    expect(facts).toMatchObject({ overdue: 0, effected: [{ name: 'promote' }] });
  });

  it('an answer to nothing is left alone', async () => {
    const facts = factsAfter(promote, [sees(0, gate)]);
    expect(factsAfter(promote, [sees(0, gate), answers(0, await accepted('promote', gate))])).toEqual(facts);
  });

  it('in a dry run the answer tells what would be sent, and nothing waits for an effect', async () => {
    const answer = await accepted('deploy', before, { images: webImage(images.second) });
    const events = [sees(0, before), asks(0, 'deploy', 'set it'), answers(second, answer)];
    const facts = factsAfter(planOf({ dryRun: true }), events);
    expect(facts.checked).toBe('deploy (set it)');
    expect(facts.request).toBeUndefined();
  });
});
