import { describe, expect, it } from '@jest/globals';
import { applyManifests, kubectl } from '../support/kubernetes.ts';
import { pausedShop, rolloutManifest, twoGates, v1, v2, v3 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { runUrl, workflowRun } from '../support/workflow-run.ts';

const refused = { code: 1, ended: 'refused', reason: 'does-not-fit' };
const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;

describe('an approval of one gate', () => {
  it.concurrent('promotes no other version; the refusal names who changed it and when', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates });
    await somebody.sets(shop, v3);
    await shop.step({ operation: 'follow' });
    const before = await shop.rollout();
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ ...refused, image: v3, step: '1' });
    const is = `the target is at "${outputs['state'] ?? ''}": ${v3}, Paused: CanaryPauseStep`;
    expect(log).toContain(`expect: "${state}" was given, and ${is}`);
    expect(log).toMatch(new RegExp(`The pod template was changed by kubectl-patch at ${time}`));
    expect(log).toContain('Nothing was sent');
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it.concurrent('promotes no version of another run of ours, which is named with its URL', async () => {
    const { shop, state } = await pausedShop();
    await shop.step({ image: v3 }, workflowRun({ id: 9 }));
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ ...refused, image: v3 });
    const by = String.raw`set by run ${runUrl(9)} \(commit 0123456, actor jane\) at ${time}`;
    expect(log).toMatch(new RegExp(by));
  });

  it.concurrent('promotes neither another step of the same version', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates });
    await somebody.promotes(shop);
    await shop.until('the second gate', ({ status }) => status.currentStepIndex === 3);
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ ...refused, step: '3' });
    expect(log).toContain(`the target is at "${outputs['state'] ?? ''}"`);
  });

  it.concurrent('nor the same version and step of a Rollout that was made anew', async () => {
    const { shop, state } = await pausedShop();
    await kubectl('delete', 'rollout', 'web', '-n', shop.namespace);
    await applyManifests(shop.namespace, rolloutManifest());
    await shop.until('v1', ({ status }) => status?.phase === 'Healthy');
    const { outputs: gate } = await shop.step({ image: v2 });
    expect(gate['pod-hash']).toBe(state.split('.')[0]);
    const { code, outputs } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject(refused);
  });
});

describe('what an operation is told to expect', () => {
  const acting = ['promote', 'promote-full', 'abort', 'rollback', 'restart', 'pause', 'resume', 'retry'];

  it('image is a requirement of every operation but deploy: none acts on another version', async () => {
    const { shop } = await pausedShop();
    const before = await shop.rollout();
    for (const operation of acting) {
      const { code, outputs, log } = await shop.step({ operation, image: v3 });
      expect({ operation, code, ...outputs }).toMatchObject({ operation, ...refused });
      expect(log).toContain(`image: "${v3}" was given, and the candidate is ${v2}`);
    }
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it('expect is a requirement of each too: none acts on another candidate', async () => {
    const { shop } = await pausedShop();
    const before = await shop.rollout();
    for (const operation of acting) {
      const { code, outputs } = await shop.step({ operation, expect: 'abcdef1234.1.t0xk1b' });
      expect({ operation, code, ...outputs }).toMatchObject({ operation, ...refused });
    }
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it.concurrent('abort fits the candidate at any step of it: it is no approval', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates });
    await somebody.promotes(shop);
    await shop.until('the second gate', ({ status }) => status.currentStepIndex === 3);
    const { code, outputs } = await shop.step({ operation: 'abort', expect: state });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'aborted', 'stable-image': v1 });
  });
});

describe('follow with an image', () => {
  it.concurrent('tells nothing of the release before: it waits until a sync brings the image', async () => {
    const { shop } = await pausedShop();
    const run = shop.start({ operation: 'follow', image: v3 });
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.applies(shop, rolloutManifest({ containers: [{ name: 'web', image: v3 }] }), 'flux');
    const { code, outputs, log } = await run.result;
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', image: v3 });
    expect(log).not.toContain('→');
  });
});
