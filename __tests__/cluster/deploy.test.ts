import { describe, expect, it } from '@jest/globals';
import { kubectl } from './support/kubernetes.ts';
import { gated, healthyShop, newShop, pausedShop, v1, v2, v3 } from './support/rollouts.ts';

describe('deploy', () => {
  it('sets the image, follows to the gate, and ends there with all that a later job needs', async () => {
    const shop = await healthyShop();
    const { code, log, outputs, summary } = await shop.step({ image: v2 });
    const { status } = await shop.rollout();
    expect(code).toBe(0);
    expect(outputs).toMatchObject({
      ended: 'paused',
      reason: 'gate',
      phase: 'Paused',
      message: 'CanaryPauseStep',
      step: '1',
      steps: '2',
      weight: '50',
      'actual-weight': '50',
      revision: '2',
      image: v2,
      'stable-image': v1,
      'pod-hash': status.currentPodHash,
    });
    expect(outputs['state']).toMatch(new RegExp(`^${status.currentPodHash ?? ''}\\.1\\.[a-z0-9]{6}$`));
    expect(log).toContain(`→ deploy: set ${v2}`);
    expect(log).toContain(`${v2} (canary)`);
    expect(summary).toContain('## ॥ rollout/web: paused (gate)');
  });

  it('goes through every gate to Healthy under on-pause: promote', async () => {
    const shop = await healthyShop({
      steps: [{ setWeight: 50 }, { pause: {} }, { pause: {} }, { setWeight: 100 }],
    });
    const { code, log, outputs } = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({
      ended: 'healthy',
      reason: 'completed',
      'stable-image': v2,
      weight: '100',
    });
    expect(log.match(/→ promote/g)).toHaveLength(2);
  });

  it('leaves timed pauses to the controller: neither a stop nor shortened', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }, { pause: { duration: '3s' } }] });
    const { outputs, log } = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect(outputs['ended']).toBe('healthy');
    expect(log).not.toContain('→ promote');
    // Whole seconds in the status: a pause of 3 s may show as 2.
    expect(Number(outputs['duration'])).toBeGreaterThanOrEqual(2);
  });

  it('changes nothing when the image is there and Healthy', async () => {
    const shop = await healthyShop();
    const before = await shop.rollout();
    const { code, outputs, log } = await shop.step({ image: v1 });
    const after = await shop.rollout();
    expect(code).toBe(0);
    expect(outputs['ended']).toBe('unchanged');
    expect(log).toContain('deploy it by digest');
    expect(after.metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it('follows the first creation, which skips all steps', async () => {
    const shop = await newShop();
    const { code, outputs } = await shop.step({ image: v1 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ phase: 'Healthy', image: v1, 'stable-image': v1 });
    expect(['healthy', 'unchanged']).toContain(outputs['ended']);
  });

  it('starts an aborted image again from step 0, and says so', async () => {
    const { shop } = await pausedShop();
    await shop.step({ operation: 'abort' });
    const { code, log, outputs } = await shop.step({ image: v2 });
    expect(code).toBe(0);
    expect(log).toContain('→ retry: this image was aborted before: it starts again at step 0');
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '1' });
  });

  it('takes up a release that is paused already when it comes, without a write', async () => {
    const { shop, state } = await pausedShop();
    const before = await shop.rollout();
    const again = await shop.step({ image: v2 });
    expect(again.outputs).toMatchObject({ ended: 'paused', reason: 'gate', state });
    expect((await shop.rollout()).metadata.generation).toBe(before.metadata.generation);
    expect(again.log).not.toContain('→');
  });

  it('carries on after it was killed in the middle of a release', async () => {
    const shop = await healthyShop({
      steps: [{ setWeight: 50 }, { pause: { duration: '4s' } }, { pause: {} }],
    });
    const killed = shop.start({ image: v2 });
    await killed.logged(/step 1\/3/);
    killed.kill('SIGKILL');
    expect((await killed.result).code).toBeNull();
    const { outputs, log } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '2' });
    expect(log).not.toContain('→ deploy');
  });

  it('supersedes a release of another image, as Argo Rollouts does', async () => {
    const { shop } = await pausedShop();
    const { outputs } = await shop.step({ image: v3 });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v3, 'stable-image': v1 });
  });

  it('goes back to the stable image after an abort: Healthy at once, no steps', async () => {
    const { shop } = await pausedShop();
    await shop.step({ operation: 'abort' });
    const { outputs, log } = await shop.step({ image: v1 });
    expect(outputs).toMatchObject({ ended: 'healthy', image: v1, 'stable-image': v1 });
    expect(log).not.toContain('Paused');
  });

  it('does not believe a status that is written for the new generation with the old hash', async () => {
    const { shop } = await pausedShop();
    const { log } = await shop.step({ image: v3 });
    const afterDeploy = log.slice(log.indexOf('→ deploy'));
    const effect = afterDeploy.indexOf('← deploy took effect');
    const believed = afterDeploy
      .slice(0, effect)
      .split('\n')
      .filter((line) => line.includes('step 1/2'));
    expect(effect).toBeGreaterThan(0);
    expect(believed.every((line) => line.includes('not yet observed'))).toBe(true);
  });
});

describe('the containers that an image is for', () => {
  const two = [
    { name: 'web', image: v1 },
    { name: 'proxy', image: 'registry.test/proxy:1' },
  ];
  const setup = [{ name: 'migrate', image: 'registry.test/migrate:1' }];

  it('changes several by name, init containers too, in one write', async () => {
    const shop = await healthyShop({ containers: two, initContainers: setup, steps: gated });
    const { outputs } = await shop.step({ image: `web=${v2}\nmigrate=registry.test/migrate:2` });
    const images = await kubectl(
      ...['get', 'rollout', 'web', '-n', shop.namespace],
      ...['-o', 'jsonpath={.spec.template.spec..image}'],
    );
    expect(outputs['ended']).toBe('paused');
    expect(outputs['revision']).toBe('2');
    expect(images.split(' ').toSorted()).toEqual(
      [v2, 'registry.test/proxy:1', 'registry.test/migrate:2'].toSorted(),
    );
  });

  it.each([
    ['a bare image for a pod of two', v2, 'the pod template has 2: web, proxy, migrate (init)'],
    [
      'an unknown container',
      `app=${v2}`,
      'there is no container "app" in the pod template; it has: web, proxy, migrate (init)',
    ],
  ])('refuses %s, lists the containers, and changes nothing', async (_, image, says) => {
    const shop = await healthyShop({ containers: two, initContainers: setup });
    const before = await shop.rollout();
    const { code, log, outputs } = await shop.step({ image });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'bad-input' });
    expect(log).toContain(says);
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });
});
