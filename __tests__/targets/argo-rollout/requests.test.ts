import { describe, expect, it } from '@jest/globals';
import type { JsonPatchOperation } from '../../../src/kube/client.ts';
import { rollouts } from '../../../src/kube/resources.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { moment, seen } from '../../fixtures/stories.ts';
import { failing, send } from '../../fixtures/writes.ts';

const gate = seen('release', 'gate');

describe('the write', () => {
  const uid = gate.guard.uid;

  it('of a deploy replaces one image, if the spec is the one that was read', async () => {
    const before = seen('release', 'Healthy before');
    const { sent } = await send('deploy', before, {}, { wanted: webImage(images.second) });
    expect(sent.ref).toEqual({ resource: rollouts, namespace: 'shop', name: 'web' });
    expect(sent.options.subresource).toBeUndefined();
    expect(sent.patch).toEqual({
      type: 'json',
      body: [
        { op: 'test', path: '/metadata/uid', value: before.guard.uid },
        { op: 'test', path: '/metadata/generation', value: 2 },
        { op: 'replace', path: '/spec/template/spec/containers/0/image', value: images.second },
      ],
    });
  });

  it('of a deploy finds init containers and the second container by their place', async () => {
    const template = [
      { container: 'web', init: false, image: 'web:1' },
      { container: 'proxy', init: false, image: 'proxy:1' },
      { container: 'migrate', init: true, image: 'migrate:1' },
    ];
    const wanted = [
      { container: 'proxy', init: false, image: 'proxy:2' },
      { container: 'migrate', init: true, image: 'migrate:2' },
    ];
    const { sent } = await send('deploy', { ...gate, template }, {}, { wanted });
    expect(sent.patch.body).toEqual(
      expect.arrayContaining([
        { op: 'replace', path: '/spec/template/spec/containers/1/image', value: 'proxy:2' },
        { op: 'replace', path: '/spec/template/spec/initContainers/0/image', value: 'migrate:2' },
      ]),
    );
  });

  it('of a promote takes the pause away, if it is the pause that was seen', async () => {
    const { sent } = await send('promote', gate);
    expect(sent.options.subresource).toBe('status');
    const body = sent.patch.body as readonly JsonPatchOperation[];
    expect(body.slice(0, -1)).toEqual(
      expect.arrayContaining([
        { op: 'test', path: '/metadata/uid', value: uid },
        { op: 'test', path: '/status/currentPodHash', value: '66c8458db7' },
        { op: 'test', path: '/status/currentStepIndex', value: 1 },
        { op: 'test', path: '/status/pauseConditions/0/startTime', value: '2026-11-21T11:19:59Z' },
      ]),
    );
    expect(body.at(-1)).toEqual({ op: 'remove', path: '/status/pauseConditions' });
  });

  it('of a promote holds every pause to what was seen, so that no later judgment is passed', async () => {
    const [alone, both] = [
      seen('gate-and-inconclusive', 'gate'),
      seen('gate-and-inconclusive', 'gate and inconclusive'),
    ];
    const [one, other] = [(await send('promote', alone)).sent, (await send('promote', both)).sent];
    expect(one.patch.body).not.toEqual(other.patch.body);
  });

  it('of a promote at the very first step tests the step, which is zero', async () => {
    const first = { ...gate, guard: { ...gate.guard, step: 0 } };
    const { sent } = await send('promote', first);
    expect(sent.patch.body).toContainEqual({ op: 'test', path: '/status/currentStepIndex', value: 0 });
  });

  it('of an abort names candidate and stable revision: fully promoted, it would be dropped', async () => {
    const { sent } = await send('abort', gate);
    expect(sent.options.subresource).toBe('status');
    expect(sent.patch.body).toEqual([
      { op: 'test', path: '/metadata/uid', value: uid },
      { op: 'test', path: '/status/currentPodHash', value: '66c8458db7' },
      { op: 'test', path: '/status/stableRS', value: '6c97dff9fb' },
      { op: 'add', path: '/status/abort', value: true },
    ]);
  });

  it('of a retry takes an abort back, if it is still there', async () => {
    const aborted = seen('abort', 'aborted, pods gone');
    const { sent } = await send('retry', aborted);
    expect(sent.options.subresource).toBe('status');
    expect(sent.patch.body).toEqual([
      { op: 'test', path: '/metadata/uid', value: aborted.guard.uid },
      { op: 'test', path: '/status/currentPodHash', value: '66c8458db7' },
      { op: 'test', path: '/status/abort', value: true },
      { op: 'replace', path: '/status/abort', value: false },
    ]);
  });

  it.each(['deploy', 'retry', 'promote', 'abort'] as const)(
    'of a %s is strict, and sent once',
    async (name) => {
      const { sent } = await send(name, gate, {}, { wanted: webImage(images.third) });
      expect(sent.options).toMatchObject({ fieldValidation: 'Strict', repeatable: false, dryRun: false });
    },
  );

  it.each(['deploy', 'retry', 'promote', 'abort'] as const)(
    'of a %s in a dry run stores nothing',
    async (name) => {
      const { sent } = await send(name, gate, {}, { wanted: webImage(images.third), dryRun: true });
      expect(sent.options.dryRun).toBe(true);
    },
  );
});

describe('the answer', () => {
  const moved = moment('release', 'promoted: next step').rollout;

  it('is accepted, and then only the cluster tells what came of it', async () => {
    expect((await send('promote', gate)).answer).toMatchObject({
      kind: 'accepted',
      pending: { patience: 30_000 },
    });
  });

  it('that was lost on the way counts as accepted', async () => {
    const { answer } = await send('promote', gate, { says: failing('answer-lost') });
    expect(answer.kind).toBe('accepted');
  });

  it.each(['invalid', 'conflict'] as const)('%s, with a target that has moved, is "moved"', async (kind) => {
    expect((await send('promote', gate, { says: failing(kind, 422), holds: moved })).answer).toEqual({
      kind: 'moved',
    });
  });

  it.each(['invalid', 'conflict'] as const)(
    '%s, with a target that stands still, is an error',
    async (kind) => {
      const error = failing(kind, 422);
      await expect(send('promote', gate, { says: error })).rejects.toBe(error);
    },
  );

  it('is "moved" for an abort that came when the release was complete', async () => {
    const holds = moment('release', 'Healthy after').rollout;
    const late = seen('release', 'all steps done, one pod missing');
    expect((await send('abort', late, { says: failing('invalid', 422), holds })).answer.kind).toBe('moved');
  });

  it('is "moved" for a retry that somebody else was faster with', async () => {
    const holds = moment('abort', 'retry asked, not acted on').rollout;
    const aborted = seen('abort', 'aborted, pods gone');
    expect((await send('retry', aborted, { says: failing('invalid', 422), holds })).answer.kind).toBe(
      'moved',
    );
  });

  it('looks only at what the write depends on: a deploy does not mind a new step', async () => {
    const error = failing('invalid', 422);
    await expect(
      send('deploy', gate, { says: error, holds: moved }, { wanted: webImage(images.third) }),
    ).rejects.toBe(error);
  });

  it.each(['forbidden', 'unreachable', 'server'] as const)('%s is an error', async (kind) => {
    const error = failing(kind);
    await expect(send('abort', gate, { says: error, holds: moved })).rejects.toBe(error);
  });
});
