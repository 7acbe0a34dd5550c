import { describe, expect, it } from '@jest/globals';
import { analyses, analysedShop, measuring } from './support/analysed-blue-green.ts';
import { patientTemplate, type Value } from './support/analysis.ts';
import type { BlueGreenShop } from './support/blue-green.ts';
import { v1, v2 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

describe('the gate of a blueGreen that was retried after its pre-promotion analysis', () => {
  it.concurrent('is not passed before the new analysis is Successful', async () => {
    const { shop, metric } = await analysedShop('prePromotion', 'pass', patientTemplate);
    await shop.toGate();
    await shop.step({ operation: 'abort' });
    metric.set('wait');
    const run = shop.start({ image: v2, 'on-pause': 'promote' });
    await run.logged(/→ retry/);
    await measuring(shop, 'prePromotion', /-pre\.1$/);
    expect(await shop.served()).toBe(v1);
    metric.set('pass');
    const { code, outputs, log } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
    expect(log.match(/→ promote/g)).toHaveLength(1);
    expect(await analyses(shop)).toEqual(['2-pre Successful', '2-pre.1 Successful']);
  });

  it.concurrent('is no gate when the new analysis fails', async () => {
    const { shop, metric } = await analysedShop('prePromotion', 'pass', patientTemplate);
    await shop.toGate();
    await shop.step({ operation: 'abort' });
    metric.set('wait');
    const run = shop.start({ operation: 'retry', 'on-pause': 'promote' });
    await measuring(shop, 'prePromotion', /-pre\.1$/);
    metric.set('fail');
    const { code, outputs, log } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller', 'stable-image': v1 });
    expect(log).not.toContain('→ promote');
  });
});

describe('after a post-promotion analysis that was no success', () => {
  it.concurrent.each<[string, Value, (shop: BlueGreenShop) => Promise<unknown>]>([
    ['failed', 'fail', (shop) => shop.step({ image: v2, 'on-pause': 'promote' })],
    ['was ended by an abort', 'wait', abortWhileMeasuring],
  ])(
    'because it %s, a retry is refused, and a deploy of the same image is analysed anew',
    async (_, first, fail) => {
      const { shop, metric } = await analysedShop('postPromotion', first, patientTemplate);
      await fail(shop);
      const before = await shop.rollout();
      expect(before.status.phase).toBe('Degraded');
      const retry = await shop.step({ operation: 'retry' });
      expect(retry).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'does-not-fit' } });
      expect(retry.log).toContain('a retry uses its old post-promotion analysis web-');
      metric.set('pass');
      const { code, outputs, log } = await shop.step({ image: v2, 'on-pause': 'promote' });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({
        ended: 'healthy',
        'stable-image': v2,
        'pod-hash': before.status.currentPodHash,
      });
      expect(log).toMatch(/→ restore: [\s\S]*← restore took effect[\s\S]*→ deploy[\s\S]*→ promote/);
      expect(await analyses(shop)).toEqual([expect.stringMatching(/^2-post /), '4-post Successful']);
    },
  );

  it.concurrent(
    'a retry by somebody else comes to a gate that is not passed, until the image is deployed anew',
    async () => {
      const { shop, metric } = await analysedShop('postPromotion', 'wait', patientTemplate);
      await abortWhileMeasuring(shop);
      await somebody.retries(shop);
      await shop.until('its gate', ({ status }) => status.phase === 'Paused');
      const promote = await shop.step({ operation: 'promote', image: v2 });
      expect(promote).toMatchObject({ code: 1, outputs: { ended: 'paused', reason: 'inconclusive' } });
      expect(promote.log).toContain('It was retried, and a retry uses its old post-promotion analysis web-');
      expect(promote.log).not.toContain('→');
      expect(await shop.served()).toBe(v1);
      await shop.step({ operation: 'abort' });
      metric.set('pass');
      const { outputs } = await shop.step({ image: v2, 'on-pause': 'promote' });
      expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
      expect(await analyses(shop)).toEqual(['2-post Successful', '4-post Successful']);
    },
  );
});

async function abortWhileMeasuring(shop: BlueGreenShop): Promise<void> {
  const deploy = shop.start({ image: v2, 'on-pause': 'promote' });
  await measuring(shop, 'postPromotion');
  await shop.step({ operation: 'abort' });
  await deploy.result;
}
