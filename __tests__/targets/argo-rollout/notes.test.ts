import { describe, expect, it } from '@jest/globals';
import { deployments, rollouts } from '../../../src/kube/resources.ts';
import { heldAnnotation, noteAnnotations, readNote } from '../../../src/targets/argo-rollout/notes.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import { besideOf, moment, seen } from '../../fixtures/stories.ts';
import { failing, send } from '../../fixtures/writes.ts';

const gate = seen('release', 'gate');
const workload = seen('workload-ref', 'gate');
const { metadata } = moment('release', 'gate').rollout;

describe('the note that a request leaves', () => {
  const note = {
    run: 'https://github.com/acme/web/actions/runs/7',
    step: '7/ship/web',
    attempt: 2,
    commit: 'c0ffee',
    actor: 'jane',
    operation: 'promote',
    subject: '66c8458db7.1.tounhb',
  };

  it('is a write of its own beside one of the status, on the Rollout, that may be repeated', async () => {
    const { sent, noted } = await send('promote', gate, {}, { note });
    expect(sent.options.repeatable).toBe(false);
    expect(noted?.ref).toEqual({ resource: rollouts, namespace: 'shop', name: 'web' });
    expect(noted?.options).toMatchObject({ repeatable: true });
    expect(noted?.patch).toEqual({
      type: 'merge',
      body: {
        metadata: {
          annotations: {
            'rollout-conductor/run': note.run,
            'rollout-conductor/step': note.step,
            'rollout-conductor/attempt': '2',
            'rollout-conductor/commit': 'c0ffee',
            'rollout-conductor/actor': 'jane',
            'rollout-conductor/operation': 'promote',
            'rollout-conductor/subject': note.subject,
          },
        },
      },
    });
  });

  it('is on the Rollout, also where the request went to the workload', async () => {
    const { sent, noted } = await send('deploy', workload, {}, { note, images: webImage(images.third) });
    expect(sent.ref.resource).toBe(deployments);
    expect(noted?.ref.resource).toBe(rollouts);
  });

  it('is in the write itself where that is of the Rollout, so that none comes without the other', async () => {
    const { sent, noted } = await send('pause', gate, {}, { note });
    expect(noted).toBeUndefined();
    const notes = (sent.patch.body as readonly { path: string }[]).filter(({ path }) =>
      path.startsWith('/metadata/annotations/'),
    );
    expect(notes).toHaveLength(7);
    expect(notes).toContainEqual({
      op: 'add',
      path: '/metadata/annotations/rollout-conductor~1run',
      value: note.run,
    });
  });

  it('is beside it while the controller has not touched the Rollout: there is no map to add to', async () => {
    const { revision: _, ...fresh } = gate;
    const { sent, noted } = await send('pause', fresh, {}, { note });
    expect(JSON.stringify(sent.patch.body)).not.toContain('annotations');
    expect(noted?.patch.type).toBe('merge');
  });

  it('that is forbidden changes nothing, and names the permission', async () => {
    const { answer, notices } = await send('promote', gate, { toNote: failing('forbidden', 403) }, { note });
    expect(answer.kind).toBe('accepted');
    expect(notices).toEqual([expect.stringContaining('patch rollouts.argoproj.io')]);
  });

  it('is not left where the request was refused', async () => {
    const holds = moment('release', 'promoted: next step').rollout;
    const says = failing('invalid', 422);
    const { answer, noted } = await send('promote', gate, { says, holds }, { note });
    expect(answer.kind).toBe('moved');
    expect(noted).toBeUndefined();
  });
});

describe('what a run left on a Rollout', () => {
  const note = {
    run: 'https://github.com/acme/web/actions/runs/7',
    step: '7/ship/web',
    attempt: 2,
    commit: 'c0ffee',
    actor: 'jane',
    operation: 'rollback',
    subject: '66c8458db7',
  };

  it('is read back as it was left', () => {
    const { rollout } = moment('release', 'gate');
    const noted = { ...rollout, metadata: { ...metadata, annotations: noteAnnotations(note) } };
    expect(readNote(noted.metadata)).toEqual(note);
    expect(observe(noted, besideOf('release', noted)).note).toEqual(note);
  });

  it('is nothing where no run wrote, and no number where somebody wrote nonsense', () => {
    expect(readNote(metadata)).toBeUndefined();
    expect(seen('release', 'gate').note).toBeUndefined();
    const odd = { ...noteAnnotations(note), 'rollout-conductor/attempt': 'second' };
    expect(readNote({ ...metadata, annotations: odd })?.attempt).toBe(0);
  });

  it('marks a hold as ours, and a hold without the mark is that of a person', () => {
    const { rollout } = moment('held-by-person', 'held at the gate');
    const kinds = (annotations: Readonly<Record<string, string>>): unknown =>
      observe({ ...rollout, metadata: { ...rollout.metadata, annotations } }).pauses;
    expect(kinds({})).toMatchObject([{ kind: 'gate' }, { kind: 'manual' }]);
    expect(kinds({})).not.toMatchObject([{ kind: 'gate' }, { ours: true }]);
    expect(kinds({ [heldAnnotation]: 'cancelled' })).toMatchObject([
      { kind: 'gate' },
      { kind: 'manual', ours: true },
    ]);
  });
});
