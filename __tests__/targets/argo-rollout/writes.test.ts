import { describe, expect, it } from '@jest/globals';
import type { JsonPatchOperation } from '../../../src/kube/client.ts';
import { deployments, podTemplates, rollouts } from '../../../src/kube/resources.ts';
import type { ContainerImage } from '../../../src/model.ts';
import type { Observation } from '../../../src/observation.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { moment, seen } from '../../fixtures/stories.ts';
import { type Sent, send } from '../../fixtures/writes.ts';

const gate = seen('release', 'gate');
const uid = gate.guard.uid;
const held = seen('held-by-person', 'held at the gate');
const heldByUs: Observation = {
  ...held,
  held: 'https://github.com/acme/web/actions/runs/7',
  pauses: [...gate.pauses, { kind: 'manual', ours: true }],
};
const workload = seen('workload-ref', 'gate');

const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [] } };
const sets = { 'web-6c97dff9fb': template, 'web-85545d867f': template };
const revision = '6c97dff9fb';

function test(path: string, value: unknown): JsonPatchOperation {
  return { op: 'test', path, value };
}

function body({ patch }: Sent): readonly JsonPatchOperation[] {
  return patch.body as readonly JsonPatchOperation[];
}

describe('the write of a deploy', () => {
  it('replaces one image, if the spec is the one that was read', async () => {
    const before = seen('release', 'Healthy before');
    const { sent } = await send('deploy', before, {}, { images: webImage(images.second) });
    expect(sent.ref).toEqual({ resource: rollouts, namespace: 'shop', name: 'web' });
    expect(sent.options.subresource).toBeUndefined();
    expect(sent.patch).toEqual({
      type: 'json',
      body: [
        test('/metadata/uid', before.guard.uid),
        test('/metadata/generation', 2),
        { op: 'replace', path: '/spec/template/spec/containers/0/image', value: images.second },
      ],
    });
  });

  it('finds init containers and the second container by their place', async () => {
    const three: readonly ContainerImage[] = [
      { container: 'web', init: false, image: 'web:1' },
      { container: 'proxy', init: false, image: 'proxy:1' },
      { container: 'migrate', init: true, image: 'migrate:1' },
    ];
    const wanted: readonly ContainerImage[] = [
      { container: 'proxy', init: false, image: 'proxy:2' },
      { container: 'migrate', init: true, image: 'migrate:2' },
    ];
    const { sent } = await send('deploy', { ...gate, template: three }, {}, { images: wanted });
    expect(body(sent)).toEqual(
      expect.arrayContaining([
        { op: 'replace', path: '/spec/template/spec/containers/1/image', value: 'proxy:2' },
        { op: 'replace', path: '/spec/template/spec/initContainers/0/image', value: 'migrate:2' },
      ]),
    );
  });

  it('lifts the hold of a cancelled run with it, and not that of a person', async () => {
    const wanted = { images: webImage(images.third) };
    expect(body((await send('deploy', heldByUs, {}, wanted)).sent).slice(-2)).toEqual([
      { op: 'add', path: '/spec/paused', value: false },
      { op: 'remove', path: '/metadata/annotations/rollout-conductor~1held' },
    ]);
    const person = body((await send('deploy', held, {}, wanted)).sent);
    expect(person.filter(({ path }) => path === '/spec/paused')).toEqual([]);
  });

  it('goes to the workload where the template is there, guarded by that object', async () => {
    const { sent } = await send('deploy', workload, {}, { images: webImage(images.third) });
    expect(sent.ref).toEqual({ resource: deployments, namespace: 'shop', name: 'web' });
    expect(body(sent)).toEqual([
      test('/metadata/uid', workload.workload?.uid),
      test('/metadata/generation', workload.workload?.generation),
      { op: 'replace', path: '/spec/template/spec/containers/0/image', value: images.third },
    ]);
  });

  it('finds the template of a PodTemplate on top of it', async () => {
    const kind = workload.workload && { ...workload.workload, kind: 'PodTemplate' };
    const { sent } = await send(
      'deploy',
      { ...workload, ...(kind && { workload: kind }) },
      {},
      { images: webImage(images.third) },
    );
    expect(sent.ref).toMatchObject({ resource: podTemplates });
    expect(body(sent).at(-1)).toMatchObject({ path: '/template/spec/containers/0/image' });
  });

  it('leaves the hold of a Rollout alone when it writes to the workload', async () => {
    const both: Observation = { ...workload, pauses: heldByUs.pauses };
    const { sent } = await send('deploy', both, {}, { images: webImage(images.third) });
    expect(body(sent).filter(({ path }) => path.includes('paused'))).toEqual([]);
  });
});

describe('the write of a way back', () => {
  it('writes the whole template of the ReplicaSet, if the spec is the one that was read', async () => {
    const { sent } = await send('restore', gate, { sets }, { revision });
    expect(sent.ref).toMatchObject({ resource: rollouts, name: 'web' });
    expect(sent.options.subresource).toBeUndefined();
    expect(body(sent)).toEqual([
      test('/metadata/uid', uid),
      test('/metadata/generation', 3),
      { op: 'replace', path: '/spec/template', value: template },
    ]);
  });

  it('lifts a hold with it, whoever made it: what is gone back to would not be followed', async () => {
    const paths = async (on: Observation): Promise<readonly string[]> =>
      body((await send('restore', on, { sets }, { revision })).sent)
        .slice(2)
        .map(({ path }) => path);
    expect(await paths(held)).toEqual(['/spec/template', '/spec/paused']);
    expect(await paths(heldByUs)).toEqual([
      '/spec/template',
      '/spec/paused',
      '/metadata/annotations/rollout-conductor~1held',
    ]);
  });

  it('goes to the workload where the template is there', async () => {
    const { sent } = await send('restore', workload, { sets }, { revision: '85545d867f' });
    expect(sent.ref).toMatchObject({ resource: deployments });
    expect(body(sent).at(-1)).toEqual({ op: 'replace', path: '/spec/template', value: template });
  });

  it('is not sent when the ReplicaSet is gone: there is nothing to write', async () => {
    await expect(send('restore', gate, {}, { revision })).rejects.toThrow(
      'The ReplicaSet of revision 6c97dff9fb is gone',
    );
  });
});

describe('the write of a promote', () => {
  it('takes the pause away, if it is the pause that was seen, alone', async () => {
    const { sent } = await send('promote', gate);
    expect(sent.options.subresource).toBe('status');
    const pauses = [{ reason: 'CanaryPauseStep', startTime: '2026-11-21T11:19:59Z' }];
    expect(body(sent)).toEqual([
      test('/metadata/uid', uid),
      test('/status/currentPodHash', '66c8458db7'),
      test('/status/currentStepIndex', 1),
      test('/status/pauseConditions/0/startTime', '2026-11-21T11:19:59Z'),
      test('/status/pauseConditions', pauses),
      { op: 'remove', path: '/status/pauseConditions' },
    ]);
  });

  it('holds every pause to what was seen, so that no later judgment is passed', async () => {
    const both = seen('gate-and-inconclusive', 'gate and inconclusive');
    const pauses = moment('gate-and-inconclusive', 'gate and inconclusive').rollout.status?.pauseConditions;
    expect(pauses).toHaveLength(2);
    expect(body((await send('promote', both)).sent)).toContainEqual(test('/status/pauseConditions', pauses));
  });

  it('at the very first step tests the step, which is zero', async () => {
    const first = { ...gate, guard: { ...gate.guard, step: 0 } };
    expect(body((await send('promote', first)).sent)).toContainEqual(test('/status/currentStepIndex', 0));
  });

  it('of a blueGreen tests no step, because there is none', async () => {
    const paths = body((await send('promote', seen('blue-green', 'gate'))).sent).map(({ path }) => path);
    expect(paths).not.toContain('/status/currentStepIndex');
    expect(paths.at(-1)).toBe('/status/pauseConditions');
  });

  it('of an inconclusive step goes on to the next one, as the plugin does: its analysis would begin again', async () => {
    const judged = seen('analysis-inconclusive', 'inconclusive');
    const step = judged.guard.step ?? Number.NaN;
    const { sent } = await send('promote', judged);
    expect(body(sent)).toContainEqual(test('/status/currentStepIndex', step));
    expect(body(sent).slice(-3)).toEqual([
      { op: 'remove', path: '/status/pauseConditions' },
      { op: 'add', path: '/status/controllerPause', value: false },
      { op: 'replace', path: '/status/currentStepIndex', value: step + 1 },
    ]);
  });

  it('of a gate with an inconclusive background analysis leaves the step to the controller', async () => {
    const both = seen('gate-and-inconclusive', 'gate and inconclusive');
    expect(body((await send('promote', both)).sent).at(-1)).toEqual({
      op: 'remove',
      path: '/status/pauseConditions',
    });
  });
});

describe('the write of a full promotion', () => {
  it('is held to no abort at all, asked or carried out: it would ship what was rejected', async () => {
    const { sent } = await send('promote-full', gate);
    expect(sent.options.subresource).toBe('status');
    expect(body(sent)).toEqual([
      test('/metadata/uid', uid),
      test('/status/currentPodHash', '66c8458db7'),
      test('/status/stableRS', '6c97dff9fb'),
      test('/status/abort', null),
      test('/status/abortedAt', null),
      { op: 'add', path: '/status/promoteFull', value: true },
    ]);
  });

  it('after a retry finds an explicit false, and no time of an abort', async () => {
    const retried = seen('blue-green-abort', 'gate of the retry');
    expect(retried.guard.abort).toBe(false);
    expect(body((await send('promote-full', retried)).sent)).toEqual(
      expect.arrayContaining([test('/status/abort', false), test('/status/abortedAt', null)]),
    );
  });
});

describe('the write of an abort, or of its end', () => {
  it('names candidate and stable revision, and no full promotion: there it would be dropped', async () => {
    const { sent } = await send('abort', gate);
    expect(sent.options.subresource).toBe('status');
    expect(body(sent)).toEqual([
      test('/metadata/uid', uid),
      test('/status/currentPodHash', '66c8458db7'),
      test('/status/stableRS', '6c97dff9fb'),
      test('/status/promoteFull', null),
      { op: 'add', path: '/status/abort', value: true },
    ]);
  });

  it('of a retry takes an abort back, if it is still there', async () => {
    const aborted = seen('abort', 'aborted, pods gone');
    const { sent } = await send('retry', aborted);
    expect(sent.options.subresource).toBe('status');
    expect(body(sent)).toEqual([
      test('/metadata/uid', aborted.guard.uid),
      test('/status/currentPodHash', '66c8458db7'),
      test('/status/abort', true),
      { op: 'replace', path: '/status/abort', value: false },
    ]);
  });
});

describe('the write of a restart', () => {
  it('sets the next whole second: in the one of its decision pods may have been made already', async () => {
    const { sent } = await send('restart', gate);
    expect(sent.options.subresource).toBeUndefined();
    expect(body(sent)).toEqual([
      test('/metadata/uid', uid),
      test('/metadata/generation', 3),
      { op: 'add', path: '/spec/restartAt', value: '2026-11-21T12:00:01Z' },
    ]);
  });

  it('of a workload annotates its template as kubectl rollout restart does', async () => {
    const annotation = {
      op: 'add',
      path: '/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt',
      value: '2026-11-21T12:00:01Z',
    };
    const { sent } = await send('restart', workload);
    expect(sent.ref).toMatchObject({ resource: deployments });
    expect(workload.workload?.annotated).toBe(false);
    expect(body(sent).slice(2)).toEqual([
      { op: 'add', path: '/spec/template/metadata/annotations', value: {} },
      annotation,
    ]);
    const annotated = workload.workload && { ...workload.workload, annotated: true };
    const again = await send('restart', { ...workload, ...(annotated && { workload: annotated }) });
    expect(body(again.sent).slice(2)).toEqual([annotation]);
  });
});

describe('the write of a hold', () => {
  it('sets spec.paused, whatever else has moved', async () => {
    const { sent } = await send('pause', gate);
    expect(sent.options.subresource).toBeUndefined();
    expect(body(sent)).toEqual([
      test('/metadata/uid', uid),
      { op: 'add', path: '/spec/paused', value: true },
    ]);
  });

  it('of a cancelled run is marked, with the URL of the run where there is one', async () => {
    const mark = '/metadata/annotations/rollout-conductor~1held';
    const alone = await send('pause', gate, {}, { held: true });
    expect(body(alone.sent)).toContainEqual({ op: 'add', path: mark, value: 'cancelled' });
    const note = {
      run: 'https://github.com/acme/web/actions/runs/7',
      step: '7/ship/web',
      attempt: 1,
      commit: 'c0ffee',
      actor: 'jane',
      operation: 'deploy',
      subject: '66c8458db7.1.-',
    };
    const { sent } = await send('pause', gate, {}, { held: true, note });
    expect(body(sent)).toContainEqual({ op: 'add', path: mark, value: note.run });
  });

  it('of a Rollout that the controller has not touched is not marked: there is no map to put it in', async () => {
    const { revision: _, ...fresh } = gate;
    expect(body((await send('pause', fresh, {}, { held: true })).sent)).toHaveLength(2);
  });

  it('is lifted with its mark, where a cancelled run made it', async () => {
    expect(body((await send('resume', held)).sent)).toEqual([
      test('/metadata/uid', held.guard.uid),
      { op: 'add', path: '/spec/paused', value: false },
    ]);
    expect(body((await send('resume', heldByUs)).sent)).toEqual([
      test('/metadata/uid', held.guard.uid),
      { op: 'add', path: '/spec/paused', value: false },
      { op: 'remove', path: '/metadata/annotations/rollout-conductor~1held' },
    ]);
  });

  it('is on the Rollout, also where the template is in a workload', async () => {
    const both: Observation = { ...workload, pauses: [{ kind: 'manual' }] };
    for (const name of ['pause', 'resume'] as const) {
      expect((await send(name, both)).sent.ref).toMatchObject({ resource: rollouts });
    }
  });
});
