import { describe, expect, it } from '@jest/globals';
import type { Effect, Observation, RequestName } from '../../../src/model.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { type StoryName, moment, seen } from '../../fixtures/stories.ts';
import { type Server, failing, send } from '../../fixtures/writes.ts';

const gate = seen('release', 'gate');
const written = moment('release', 'gate').rollout;

/** What a request makes of an observation. */
async function effectOf(
  name: RequestName,
  on: Observation,
  now: Observation,
  server?: Server,
): Promise<Effect> {
  const wanted = name === 'deploy' ? webImage(images.second) : [];
  const { answer } = await send(name, on, server, { wanted });
  if (answer.kind !== 'accepted') throw new Error('The write was refused.');
  return answer.pending.effect(now);
}

/** What each request makes of the moments of the captured stories: asked at the first, seen at the second. */
const effects: readonly (readonly [RequestName, StoryName, asked: string, now: string, Effect])[] = [
  ['deploy', 'release', 'Healthy before', 'Healthy before', 'waiting'],
  ['deploy', 'release', 'Healthy before', 'image set, not observed', 'waiting'],
  ['deploy', 'release', 'Healthy before', 'the new hash, no pod yet', 'done'],
  ['deploy', 'invalid-spec', 'Healthy before', 'invalid', 'waiting'],
  ['deploy', 'invalid-spec', 'Healthy before', 'mended', 'done'],
  ['promote', 'release', 'gate', 'gate', 'waiting'],
  ['promote', 'release', 'gate', 'promoted: pause gone, phase still Paused', 'done'],
  ['promote', 'release', 'gate', 'promoted: Progressing, same step', 'done'],
  ['promote', 'release', 'gate', 'timed pause', 'done'],
  ['promote', 'held-by-person', 'gate', 'held at the gate', 'waiting'],
  ['promote', 'abort', 'gate', 'abort asked, not acted on', 'moved'],
  ['promote', 'abort', 'gate', 'aborted, canary pod still there', 'moved'],
  ['promote', 'abort', 'gate', 'the hash of the third', 'moved'],
  ['abort', 'abort', 'gate', 'abort asked, not acted on', 'waiting'],
  ['abort', 'abort', 'gate', 'aborted, canary pod still there', 'done'],
  ['abort', 'traffic-routing', 'next gate', 'aborted', 'done'],
  ['abort', 'superseding', 'gate of the second', 'the hash of the third', 'moved'],
  ['retry', 'abort', 'aborted, pods gone', 'retry asked, not acted on', 'waiting'],
  ['retry', 'abort', 'aborted, pods gone', 'retry: phase first', 'waiting'],
  ['retry', 'abort', 'aborted, pods gone', 'retry: begun again', 'done'],
  ['retry', 'abort', 'aborted, pods gone', 'the hash of the third', 'moved'],
];

describe('the effect, as real Rollouts showed it', () => {
  const cases = effects.map(([name, from, asked, now, effect]) => ({ name, from, asked, now, effect }));

  it.each(cases)('$from: a $name asked at "$asked" is $effect at "$now"', async (one) => {
    const { name, from, asked, now, effect } = one;
    const answer = { ...written, metadata: { ...written.metadata, resourceVersion: '1000000' } };
    expect(await effectOf(name, seen(from, asked), seen(from, now), { says: answer })).toBe(effect);
  });

  it('an abort whose wish is gone without an abort was dropped', async () => {
    const now = { ...gate, version: gate.version + 10 };
    expect(await effectOf('abort', gate, now)).toBe('ignored');
  });

  it('an abort is not dropped by an observation from before the write', async () => {
    expect(await effectOf('abort', gate, { ...gate, version: gate.version - 1 })).toBe('waiting');
  });

  it('an abort whose answer was lost is never called dropped', async () => {
    const now = { ...gate, version: gate.version + 10 };
    expect(await effectOf('abort', gate, now, { says: failing('answer-lost') })).toBe('waiting');
  });

  it('a deploy whose image is gone again was overwritten', async () => {
    const before = seen('superseding', 'gate of the second');
    const third = seen('superseding', 'third image set, not observed');
    expect(await effectOf('deploy', { ...before, template: webImage(images.first) }, third)).toBe('moved');
  });

  it.each(['deploy', 'retry', 'promote', 'abort'] as const)(
    'a %s is moved when the target was created again',
    async (name) => {
      const again = { ...gate, guard: { ...gate.guard, uid: 'another' } };
      expect(await effectOf(name, gate, again)).toBe('moved');
    },
  );
});
