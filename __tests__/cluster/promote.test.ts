import { describe, expect, it } from '@jest/globals';
import { kubectl } from './support/kubernetes.ts';
import { gated, healthyShop, pausedShop, twoGates, v1, v2, v3 } from './support/rollouts.ts';

describe('promote', () => {
  it('passes the gate that the state names, and follows to Healthy', async () => {
    const { shop, state } = await pausedShop();
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', image: v2, 'stable-image': v2 });
    expect(log).toContain('→ promote: the gate at step 1 of 2 (operation: promote)');
  });

  it('passes one gate only, and stops at the next', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates, replicas: 4 });
    const { code, outputs } = await shop.step({ operation: 'promote', expect: state });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '3' });
  });

  it('is refused with a state that is no longer true, and nothing is sent', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates, replicas: 4 });
    await shop.step({ operation: 'promote', expect: state });
    const before = await shop.rollout();
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', step: '3' });
    expect(log).toContain(`expect: "${state}" was given, and the target is at "${outputs['state'] ?? ''}"`);
    expect((await shop.rollout()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it('is refused with the image of another release, and passes with the right one', async () => {
    const { shop } = await pausedShop();
    const wrong = await shop.step({ operation: 'promote', image: v3 });
    expect(wrong.code).toBe(1);
    expect(wrong.outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', phase: 'Paused' });
    expect(wrong.log).toContain(`image: "${v3}" was given, and the candidate is ${v2}`);
    const right = await shop.step({ operation: 'promote', image: v2 });
    expect(right.outputs['ended']).toBe('healthy');
  });

  it('is refused with neither state nor image', async () => {
    const { shop } = await pausedShop();
    const { code, outputs, log } = await shop.step({ operation: 'promote' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'bad-input' });
    expect(log).toContain('expect: nothing was given');
    expect((await shop.rollout()).status.phase).toBe('Paused');
  });

  it('lets one of many through: two gates are never passed by promotes of the first', async () => {
    const { shop, state } = await pausedShop({ steps: twoGates, replicas: 4 });
    const steps = Array.from({ length: 6 }, () => shop.step({ operation: 'promote', expect: state }));
    const ends = (await Promise.all(steps)).map(
      ({ outputs }) => `${outputs['ended'] ?? ''} (${outputs['reason'] ?? ''})`,
    );
    expect(ends.filter((end) => end === 'paused (gate)')).toHaveLength(1);
    expect(ends.filter((end) => /^refused \((by-somebody|does-not-fit)\)$/.test(end))).toHaveLength(5);
    expect((await shop.rollout()).status.currentStepIndex).toBe(3);
  });

  it('lets one of many through also when they are told only the image', async () => {
    const { shop } = await pausedShop({ steps: twoGates, replicas: 4 });
    const steps = Array.from({ length: 4 }, () => shop.start({ operation: 'promote', image: v2 }));
    const logs = (await Promise.all(steps.map(({ result }) => result))).map(({ log }) => log);
    const passed = logs.filter((log) => log.includes('← promote took effect')).length;
    // One that came after the first had passed was told to pass the gate it found: at most as many as there are gates.
    expect(passed).toBeLessThanOrEqual(2);
    expect(passed).toBeGreaterThanOrEqual(1);
  });

  it('waits for the gate when the release is not there yet', async () => {
    const shop = await healthyShop({
      steps: [{ setWeight: 50 }, { pause: { duration: '2s' } }, { pause: {} }],
    });
    await kubectl(
      ...['patch', 'rollout', 'web', '-n', shop.namespace, '--type=json'],
      ...[
        '-p',
        JSON.stringify([{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: v2 }]),
      ],
    );
    const { code, outputs, log } = await shop.step({ operation: 'promote', image: v2 });
    expect(log).toContain('the gate at step 2 of 3');
    expect(code).toBe(0);
    expect(outputs['ended']).toBe('healthy');
  });

  it('is refused when there is nothing to promote', async () => {
    const shop = await healthyShop({ steps: gated });
    const { code, outputs } = await shop.step({ operation: 'promote', image: v1 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'nothing-to-do', phase: 'Healthy' });
  });

  it('is refused on an aborted release: the rejected version is not shipped', async () => {
    const { shop } = await pausedShop();
    await shop.step({ operation: 'abort' });
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: 'any' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', phase: 'Degraded' });
    expect(log).toContain('Deploy the image again');
  });
});
