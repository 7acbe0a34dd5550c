import { describe, expect, it } from '@jest/globals';
import { analysedShop, measuring } from './support/analysed-blue-green.ts';
import { patientTemplate } from './support/analysis.ts';
import { blueGreenShop, gate } from './support/blue-green.ts';
import { v1, v2, v3 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

/** The controller switches by itself after some seconds. */
const timed = (seconds: number): object => ({ autoPromotionSeconds: seconds });

describe('deploy to a blueGreen', () => {
  it.concurrent(
    'ends at the gate, with users on the old revision and all that a later job needs',
    async () => {
      const shop = await blueGreenShop();
      const { code, outputs, log } = await shop.step({ image: v2 });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({
        ended: 'paused',
        reason: 'gate',
        phase: 'Paused',
        message: 'BlueGreenPause',
        image: v2,
        'stable-image': v1,
        revision: '2',
        step: '',
        weight: '',
        'actual-weight': '',
      });
      expect(outputs['state']).toMatch(new RegExp(`^${outputs['pod-hash'] ?? '?'}\\.-\\.[a-z0-9]{6}$`));
      expect(log).toContain(`operation: promote with expect: ${outputs['state'] ?? '?'}`);
      expect(await shop.served()).toBe(v1);
      const status = await shop.step({ operation: 'status' });
      const own = { duration: expect.any(String), report: expect.any(String) };
      expect(status).toMatchObject({ code: 0, outputs: { ...outputs, reason: 'read', ...own } });
    },
  );

  it.concurrent(
    'passes the gate under on-pause: promote, and ends when users are on the new revision',
    async () => {
      const shop = await blueGreenShop();
      const { code, outputs } = await shop.step({ image: v2, 'on-pause': 'promote' });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v2 });
      expect(await shop.served()).toBe(v2);
    },
  );

  it.concurrent(
    'leaves a pause with autoPromotionSeconds to the controller, and follows it to the end',
    async () => {
      const shop = await blueGreenShop({ blueGreen: timed(3) });
      const { code, outputs, log } = await shop.step({ image: v2 });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed' });
      expect(log).toContain('BlueGreenPause');
      expect(log.match(/→/g)).toHaveLength(1);
    },
  );

  it.concurrent(
    'knows that autoPromotionSeconds count for nothing beside autoPromotionEnabled: false',
    async () => {
      const shop = await blueGreenShop({ blueGreen: { ...gate, ...timed(1) } });
      const { outputs } = await shop.step({ image: v2 });
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
    },
  );

  it.concurrent('goes to the end where there is no pause at all', async () => {
    const shop = await blueGreenShop({ blueGreen: {} });
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v2 });
    expect(log).not.toContain('Paused');
  });

  it.concurrent('supersedes a release at its gate, and ends at the gate of its own', async () => {
    const shop = await blueGreenShop();
    const state = await shop.toGate(v2);
    const { code, outputs } = await shop.step({ image: v3 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v3, 'stable-image': v1 });
    const late = await shop.step({ operation: 'promote', expect: state });
    expect(late).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'does-not-fit' } });
    expect(await shop.served()).toBe(v1);
  });

  it.concurrent('takes up a release at its gate without a write', async () => {
    const shop = await blueGreenShop();
    const state = await shop.toGate();
    const { outputs, log } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', state });
    expect(log).not.toContain('→');
  });
});

describe('promote of a blueGreen', () => {
  it.concurrent('passes the gate that the state names; a second time it is refused', async () => {
    const shop = await blueGreenShop();
    const state = await shop.toGate();
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v2 });
    expect(log).toContain('→ promote: the gate (operation: promote)');
    expect(await shop.served()).toBe(v2);
    const again = await shop.step({ operation: 'promote', expect: state });
    expect(again).toMatchObject({ code: 1, outputs: { ended: 'refused', phase: 'Healthy' } });
  });

  it.concurrent('passes the gate of the image that it names, and of no other', async () => {
    const shop = await blueGreenShop();
    await shop.toGate();
    const wrong = await shop.step({ operation: 'promote', image: v3 });
    expect(wrong).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'does-not-fit' } });
    expect(await shop.served()).toBe(v1);
    const right = await shop.step({ operation: 'promote', image: v2 });
    expect(right).toMatchObject({ code: 0, outputs: { ended: 'healthy', reason: 'completed' } });
  });

  it.concurrent('lets one of many through that come at once', async () => {
    const shop = await blueGreenShop({ blueGreen: { ...gate, scaleDownDelaySeconds: 30 } });
    const state = await shop.toGate();
    const all = Array.from({ length: 4 }, () => shop.step({ operation: 'promote', expect: state }));
    const ends = (await Promise.all(all)).map(({ outputs }) => outputs['ended']);
    expect(ends.toSorted()).toEqual(['healthy', 'refused', 'refused', 'refused']);
  });

  it.concurrent.each([
    ['has no gate', {}],
    ['switches by itself', timed(1)],
  ])('says that there was nothing to promote when it %s', async (_, pause) => {
    const { shop, metric } = await analysedShop('prePromotion', 'wait', patientTemplate, pause);
    await somebody.sets(shop, v2);
    await measuring(shop, 'prePromotion');
    const run = shop.start({ operation: 'promote', image: v2 });
    await run.logged(/Progressing/);
    metric.set('pass');
    const { code, outputs, log } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed' });
    expect(log).toContain('It came to no gate on the way, so nothing had to be promoted.');
    expect(log).not.toContain('→');
    const late = await shop.step({ operation: 'promote', image: v2 });
    expect(late).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'nothing-to-do' } });
  });

  it.concurrent('in full goes past the gate to the end', async () => {
    const shop = await blueGreenShop();
    const state = await shop.toGate();
    const { code, outputs } = await shop.step({ operation: 'promote-full', expect: state });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v2 });
    expect(await shop.served()).toBe(v2);
  });
});
