import { describe, expect, it } from '@jest/globals';
import type { Effect, Observation } from '../../../src/observation.ts';
import type { RequestName } from '../../../src/model.ts';
import type { RequestOrder } from '../../../src/targets/target.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { type StoryName, moment, seen } from '../../fixtures/stories.ts';
import { type Server, failing, send } from '../../fixtures/writes.ts';

const gate = seen('release', 'gate');
const written = moment('release', 'gate').rollout;
const latest = { ...written, metadata: { ...written.metadata, resourceVersion: '1000000' } };

/** What a request makes of an observation; a way back leads to the stable revision. */
async function effectOf(
  name: RequestName,
  on: Observation,
  now: Observation,
  server: Server = {},
  change: Partial<RequestOrder> = {},
): Promise<Effect> {
  const revision = on.stable?.hash ?? '';
  const sets = { [`web-${revision}`]: {} };
  const order = {
    images: name === 'deploy' ? webImage(images.second) : [],
    ...(name === 'restore' ? { revision } : {}),
    ...change,
  };
  const { answer } = await send(name, on, { sets, ...server }, order);
  if (answer.kind !== 'accepted') throw new Error('The write was refused.');
  return answer.pending.effect(now);
}

type Case = readonly [RequestName, StoryName, asked: string, now: string, Effect];

/** What each request makes of the moments of the captured stories: asked at the first, seen at the second. */
const effects: readonly Case[] = [
  ['deploy', 'release', 'Healthy before', 'Healthy before', 'waiting'],
  ['deploy', 'release', 'Healthy before', 'image set, not observed', 'waiting'],
  ['deploy', 'release', 'Healthy before', 'the new hash, no pod yet', 'done'],
  ['deploy', 'invalid-spec', 'Healthy before', 'invalid', 'waiting'],
  ['deploy', 'invalid-spec', 'Healthy before', 'mended', 'done'],
  ['deploy', 'blue-green', 'Healthy', 'image set, not observed', 'waiting'],
  ['deploy', 'blue-green', 'Healthy', 'the new hash, preview not ready', 'done'],
  ['deploy', 'workload-ref', 'Healthy', 'Deployment edited, revision moved, Healthy of before', 'waiting'],
  ['deploy', 'workload-ref', 'Healthy', 'the new hash', 'done'],
  ['restore', 'blue-green-abort', 'aborted again', 'aborted again', 'waiting'],
  ['restore', 'blue-green-abort', 'aborted again', 'stable template set back', 'done'],
  ['restore', 'workload-ref', 'aborted', 'stable template set, not observed', 'waiting'],
  ['restore', 'workload-ref', 'aborted', 'stable template set back', 'done'],
  ['restore', 'superseding', 'gate of the second', 'third image set, not observed', 'waiting'],
  ['restore', 'superseding', 'gate of the second', 'the hash of the third', 'moved'],
  ['promote', 'release', 'gate', 'gate', 'waiting'],
  ['promote', 'release', 'gate', 'promoted: pause gone, phase still Paused', 'done'],
  ['promote', 'release', 'gate', 'promoted: Progressing, same step', 'done'],
  ['promote', 'release', 'gate', 'timed pause', 'done'],
  ['promote', 'held-by-person', 'gate', 'held at the gate', 'waiting'],
  ['promote', 'abort', 'gate', 'abort asked, not acted on', 'moved'],
  ['promote', 'abort', 'gate', 'aborted, canary pod still there', 'moved'],
  ['promote', 'abort', 'gate', 'the hash of the third', 'moved'],
  ['promote', 'blue-green', 'gate', 'promoted: pause gone, phase still Paused', 'done'],
  ['promote', 'blue-green', 'gate', 'Healthy on the new', 'done'],
  [
    'promote',
    'blue-green',
    'third image at its gate',
    'fourth image observed, hash and pause still of the third',
    'waiting',
  ],
  ['promote', 'blue-green', 'third image at its gate', 'the hash of the fourth', 'moved'],
  ['promote-full', 'release', 'gate', 'Healthy after', 'done'],
  ['promote-full', 'abort', 'gate', 'abort asked, not acted on', 'moved'],
  ['promote-full', 'abort', 'gate', 'aborted, canary pod still there', 'moved'],
  ['promote-full', 'superseding', 'gate of the second', 'the hash of the third', 'moved'],
  ['promote-full', 'blue-green', 'gate', 'Healthy on the new, old pods still there', 'done'],
  ['abort', 'abort', 'gate', 'abort asked, not acted on', 'waiting'],
  ['abort', 'abort', 'gate', 'aborted, canary pod still there', 'done'],
  ['abort', 'traffic-routing', 'next gate', 'aborted', 'done'],
  ['abort', 'superseding', 'gate of the second', 'the hash of the third', 'moved'],
  ['abort', 'blue-green-abort', 'gate', 'abort asked', 'waiting'],
  ['abort', 'blue-green-abort', 'gate', 'aborted', 'done'],
  ['retry', 'abort', 'aborted, pods gone', 'retry asked, not acted on', 'waiting'],
  ['retry', 'abort', 'aborted, pods gone', 'retry: phase first', 'waiting'],
  ['retry', 'abort', 'aborted, pods gone', 'retry: begun again', 'done'],
  ['retry', 'abort', 'aborted, pods gone', 'the hash of the third', 'moved'],
  ['retry', 'blue-green-abort', 'aborted', 'retried, analysis still of the first try', 'waiting'],
  ['retry', 'blue-green-abort', 'aborted', 'gate of the retry before its analysis', 'done'],
  ['restart', 'workload-ref', 'Healthy', 'Deployment edited, revision moved, Healthy of before', 'waiting'],
  ['restart', 'workload-ref', 'Healthy', 'the new hash', 'done'],
  ['pause', 'held-by-person', 'gate', 'gate', 'waiting'],
  ['pause', 'held-by-person', 'gate', 'held, not observed', 'waiting'],
  ['pause', 'held-by-person', 'gate', 'held at the gate', 'done'],
  ['resume', 'held-by-person', 'held at the gate', 'held at the gate', 'waiting'],
  ['resume', 'held-by-person', 'held at the gate', 'resumed', 'done'],
  ['resume', 'blue-green-timed', 'held in the timed pause', 'resumed, not observed', 'waiting'],
  ['resume', 'blue-green-timed', 'held in the timed pause', 'Healthy', 'done'],
];

describe('the effect, as real Rollouts showed it', () => {
  const cases = effects.map(([name, from, asked, now, effect]) => ({ name, from, asked, now, effect }));

  it.each(cases)('$from: a $name asked at "$asked" is $effect at "$now"', async (one) => {
    const { name, from, asked, now, effect } = one;
    expect(await effectOf(name, seen(from, asked), seen(from, now), { says: latest })).toBe(effect);
  });

  it.each([...new Set(effects.map(([name]) => name))])(
    'a %s is moved when the target was created again',
    async (name) => {
      const again = { ...gate, guard: { ...gate.guard, uid: 'another' } };
      expect(await effectOf(name, gate, again)).toBe('moved');
    },
  );
});

describe('the effect of an abort', () => {
  it('whose wish is gone without an abort was dropped', async () => {
    const now = { ...gate, version: gate.version + 10 };
    expect(await effectOf('abort', gate, now)).toBe('ignored');
  });

  it('is not dropped by an observation from before the write', async () => {
    expect(await effectOf('abort', gate, { ...gate, version: gate.version - 1 })).toBe('waiting');
  });

  it('whose answer was lost is never called dropped', async () => {
    const now = { ...gate, version: gate.version + 10 };
    expect(await effectOf('abort', gate, now, { says: failing('answer-lost') })).toBe('waiting');
  });
});

describe('the effect of a deploy', () => {
  it('whose image is gone again was overwritten', async () => {
    const before = seen('superseding', 'gate of the second');
    const third = seen('superseding', 'third image set, not observed');
    expect(await effectOf('deploy', { ...before, template: webImage(images.first) }, third)).toBe('moved');
  });
});

describe('the effect of a full promotion', () => {
  const full = (change: Partial<Observation>): Observation => ({
    ...gate,
    promotingFull: true,
    version: gate.version + 10,
    ...change,
  });

  it('is seen when the pauses are gone, and not while the wish alone is there', async () => {
    expect(await effectOf('promote-full', gate, full({}))).toBe('waiting');
    expect(await effectOf('promote-full', gate, full({ pauses: [] }))).toBe('done');
  });

  it('is seen under a hold, where the controller keeps the wish for later', async () => {
    expect(await effectOf('promote-full', gate, full({ pauses: [{ kind: 'manual' }] }))).toBe('done');
  });

  it('is dropped when the wish is gone, and the revision is not stable', async () => {
    const gone = full({ promotingFull: false });
    expect(await effectOf('promote-full', gate, gone)).toBe('ignored');
    expect(await effectOf('promote-full', gate, { ...gone, version: gate.version - 1 })).toBe('waiting');
    expect(await effectOf('promote-full', gate, gone, { says: failing('answer-lost') })).toBe('waiting');
  });
});

describe('the effect of a restart', () => {
  const healthy = seen('release', 'Healthy after');
  const at = Date.parse('2026-11-21T12:00:00.750Z');
  const now = (change: Partial<Observation>, more = 1): Observation => ({
    ...healthy,
    ...change,
    guard: { ...healthy.guard, generation: healthy.guard.generation + more },
  });
  const asked = async (observation: Observation): Promise<Effect> =>
    await effectOf('restart', healthy, observation, {}, { at });

  it('is seen when its time is in the spec: what the controller does of it is for the run to follow', async () => {
    expect(await asked(healthy)).toBe('waiting');
    expect(await asked(now({ restart: { at: '2026-11-21T12:00:01Z', done: false } }))).toBe('done');
    expect(await asked(now({ restart: { at: '2026-11-21T14:00:01+02:00', done: false } }))).toBe('done');
  });

  it('is seen in a later restart of somebody else, which replaces the same pods', async () => {
    expect(await asked(now({ restart: { at: '2026-11-21T12:00:07Z', done: false } }, 2))).toBe('done');
  });

  it('is gone when the spec was written again, and has an earlier time or none', async () => {
    expect(await asked(now({ restart: { at: '2026-11-21T12:00:00Z', done: false } }))).toBe('moved');
    expect(await asked(now({}))).toBe('moved');
  });

  it('waits for one that was there before', async () => {
    expect(await asked(now({ restart: { at: '2026-11-21T11:00:00Z', done: true } }, 0))).toBe('waiting');
  });
});

describe('the effect of a promote of a judgment', () => {
  const judged = seen('analysis-inconclusive', 'inconclusive');

  it('is seen when the step or the pause has changed', async () => {
    const gone: Observation = { ...judged, pauses: [], guard: { ...judged.guard } };
    const { since: _, pauses: __, ...guard } = judged.guard;
    expect(await effectOf('promote', judged, judged)).toBe('waiting');
    expect(await effectOf('promote', judged, { ...gone, guard })).toBe('done');
    const next = { ...judged, guard: { ...judged.guard, step: (judged.guard.step ?? 0) + 1 } };
    expect(await effectOf('promote', judged, next)).toBe('done');
  });
});
