import { describe, expect, it } from '@jest/globals';
import type { JsonPatchOperation } from '../../../src/kube/client.ts';
import type { RequestName } from '../../../src/model.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { moment, seen } from '../../fixtures/stories.ts';
import { failing, send } from '../../fixtures/writes.ts';

const gate = seen('release', 'gate');
const held = seen('held-by-person', 'held at the gate');
const workload = seen('workload-ref', 'gate');

const names: readonly RequestName[] = [
  ...(['deploy', 'restore', 'retry', 'promote', 'promote-full'] as const),
  ...(['abort', 'restart', 'pause', 'resume'] as const),
];
const sets = { 'web-6c97dff9fb': { metadata: { labels: { app: 'web' } }, spec: { containers: [] } } };
const revision = '6c97dff9fb';

describe.each(names)('a %s', (name) => {
  const order = { images: webImage(images.third), ...(name === 'restore' ? { revision } : {}) };

  it('is strict, and sent once', async () => {
    const { sent } = await send(name, gate, { sets }, order);
    expect(sent.options).toMatchObject({ fieldValidation: 'Strict', repeatable: false, dryRun: false });
  });

  it('in a dry run stores nothing, and leaves no note', async () => {
    const note = {
      run: 'https://x',
      step: '1',
      attempt: 1,
      commit: '',
      actor: '',
      operation: name,
      subject: '',
    };
    const { sent, noted } = await send(name, gate, { sets }, { ...order, dryRun: true, note });
    expect(sent.options.dryRun).toBe(true);
    expect(noted).toBeUndefined();
  });

  it('tests the object before it changes anything, and that it is the same object first', async () => {
    const { sent } = await send(name, held, { sets }, order);
    const ops = sent.patch.body as readonly JsonPatchOperation[];
    const first = ops.findIndex(({ op }) => op !== 'test');
    expect(ops.slice(first).filter(({ op }) => op === 'test')).toEqual([]);
    expect(ops[0]).toEqual({ op: 'test', path: '/metadata/uid', value: held.guard.uid });
  });
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
      send('deploy', gate, { says: error, holds: moved }, { images: webImage(images.third) }),
    ).rejects.toBe(error);
  });

  it('is "moved" for a full promotion that an abort was faster than', async () => {
    for (const what of ['abort asked, not acted on', 'aborted, canary pod still there']) {
      const holds = moment('abort', what).rollout;
      const before = seen('abort', 'gate');
      const says = failing('invalid', 422);
      expect((await send('promote-full', before, { says, holds })).answer.kind).toBe('moved');
    }
  });

  it('is "moved" for an abort that a full promotion was faster than', async () => {
    const { rollout } = moment('release', 'gate');
    const holds = { ...rollout, status: { ...rollout.status, promoteFull: true } };
    expect((await send('abort', gate, { says: failing('invalid', 422), holds })).answer.kind).toBe('moved');
  });

  it('is "moved" for a deploy to a workload that somebody edited', async () => {
    const { workload: now } = moment('workload-ref', 'stable template set, not observed');
    const says = failing('invalid', 422);
    const order = { images: webImage(images.third) };
    expect((await send('deploy', workload, { says, ...(now && { holds: now }) }, order)).answer.kind).toBe(
      'moved',
    );
    const { workload: same } = moment('workload-ref', 'gate');
    await expect(send('deploy', workload, { says, ...(same && { holds: same }) }, order)).rejects.toBe(says);
  });

  it.each(['forbidden', 'unreachable', 'server'] as const)('%s is an error', async (kind) => {
    const error = failing(kind);
    await expect(send('abort', gate, { says: error, holds: moved })).rejects.toBe(error);
  });
});
