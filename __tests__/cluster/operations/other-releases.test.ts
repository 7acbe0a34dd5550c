import { describe, expect, it } from '@jest/globals';
import { applyManifests, kubectl } from '../support/kubernetes.ts';
import { healthyShop, newShop, pausedShop, rolloutManifest, v1, v2, v3 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { attempt, runUrl, workflowRun } from '../support/workflow-run.ts';

describe('another release is going on', () => {
  it.concurrent('on-busy: fail refuses, and says which release and whose', async () => {
    const { shop } = await pausedShop();
    await shop.step({ image: v2, 'on-pause': 'stop' }, workflowRun({ id: 9 }));
    const before = await shop.rollout();
    const { code, outputs, log } = await shop.step({ image: v3, 'on-busy': 'fail' });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'refused', reason: 'busy', image: v2 });
    expect(log).toContain(`Another release is going on: ${v2} (Paused: CanaryPauseStep)`);
    expect(log).toContain('Nothing was changed. To replace it: on-busy: supersede');
    expect((await shop.rollout()).metadata.generation).toBe(before.metadata.generation);
  });

  it.concurrent('on-busy: wait begins when the other one is over', async () => {
    const { shop, state } = await pausedShop();
    const run = shop.start({ image: v3, 'on-busy': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    const other = await shop.step({ operation: 'promote', expect: state });
    const { code, outputs } = await run.result;
    expect(other.outputs['ended']).toMatch(/^(healthy|superseded)$/);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', image: v3, 'stable-image': v2 });
  });

  it.concurrent('on-busy: wait waits for a gate no longer than pause-timeout', async () => {
    const { shop } = await pausedShop();
    const { code, outputs, log } = await shop.step({
      ...{ image: v3, 'on-busy': 'wait', 'pause-timeout': '1s' },
    });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'refused', reason: 'busy' });
    expect(log).toContain('It was still paused after 1s');
    expect(log).not.toContain('→');
  });

  it.concurrent(
    'on-busy: supersede replaces it; its own run is superseded and leaves ours alone',
    async () => {
      const shop = await healthyShop();
      const theirs = shop.start({ image: v2, 'on-pause': 'wait', 'on-failure': 'abort' });
      await theirs.logged(/Paused {7}step 1\/2/);
      const ours = await shop.step({ image: v3, 'on-busy': 'supersede' }, workflowRun({ id: 9 }));
      expect(ours).toMatchObject({ code: 0, outputs: { ended: 'paused', image: v3 } });
      const { code, outputs, log } = await theirs.result;
      expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'superseded', reason: 'by-somebody' });
      expect(log).toContain(`Another candidate took over: ${v3}`);
      expect(log.match(/→/g)).toHaveLength(1);
      expect(log).toContain(`set by run ${runUrl(9)} (commit 0123456, actor jane)`);
    },
  );

  it.concurrent.each(['wait', 'fail'])(
    'on-busy: %s finds nothing busy in one that was aborted',
    async (word) => {
      const { shop } = await pausedShop();
      await shop.step({ operation: 'abort' });
      const { code, outputs } = await shop.step({ image: v3, 'on-busy': word });
      expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', image: v3 });
    },
  );
});

describe('the target goes another way', () => {
  it.concurrent('Argo CD puts the image back: the run names it and says what to do', async () => {
    const tracked = rolloutManifest().replace(
      'metadata:\n  name: web',
      "metadata:\n  name: web\n  annotations:\n    argocd.argoproj.io/tracking-id: 'shop:argoproj.io/Rollout:prod/web'",
    );
    const shop = await newShop();
    const sync = (): Promise<string> => somebody.applies(shop, tracked, 'argocd-controller');
    await sync();
    await shop.until('v1', ({ status }) => status?.phase === 'Healthy');
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await sync();
    const { code, outputs, log } = await run.result;
    expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'superseded', reason: 'by-somebody' });
    expect(log).toMatch(/changed by argocd-controller at/);
    const error = log.slice(log.indexOf('::error::'));
    expect(error).toContain('Argo CD (Application shop) keeps this object in step');
    expect(error).toContain('RespectIgnoreDifferences=true');
  });

  it.concurrent(
    'it is deleted and made anew: the run is superseded, though the new one has its image',
    async () => {
      const shop = await healthyShop();
      const run = shop.start({ image: v2, 'on-pause': 'wait' });
      await run.logged(/Paused {7}step 1\/2/);
      await kubectl('delete', 'rollout', 'web', '-n', shop.namespace);
      await applyManifests(shop.namespace, rolloutManifest({ containers: [{ name: 'web', image: v2 }] }));
      const { code, outputs } = await run.result;
      expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'superseded', reason: 'deleted' });
    },
  );

  it.concurrent('somebody scales it, as an autoscaler does: the run goes on', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.scales(shop, 4);
    await shop.until('the pods', ({ status }) => status.availableReplicas === 4);
    await shop.step({ operation: 'promote', image: v2 });
    expect(await run.result).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
  });
});

describe('what a run leaves', () => {
  it.concurrent('is on the Rollout and not on its pods: run, commit, actor, operation', async () => {
    const shop = await healthyShop();
    const first = await shop.rollout();
    const { outputs } = await shop.step({ image: v2 }, attempt(1));
    const { metadata, spec } = await shop.rollout();
    const left = {
      'rollout-conductor/run': runUrl(7),
      'rollout-conductor/commit': '0123456789abcdef0123456789abcdef01234567',
      'rollout-conductor/actor': 'jane',
    };
    expect(metadata.annotations).toMatchObject({ ...left, 'rollout-conductor/operation': 'deploy' });
    expect(spec.template.metadata).toEqual(first.spec.template.metadata);
    await shop.step({ operation: 'promote', expect: outputs['state'] ?? '' }, attempt(1));
    const after = await shop.rollout();
    expect(after.metadata.annotations).toMatchObject({
      ...left,
      'rollout-conductor/operation': 'promote',
      'rollout-conductor/subject': outputs['state'],
    });
    expect(after.spec.template.metadata).toEqual(first.spec.template.metadata);
    expect(after.spec.template.spec.containers[0]?.image).not.toBe(v1);
  });
});
