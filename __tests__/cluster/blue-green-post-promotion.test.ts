import { describe, expect, it } from '@jest/globals';
import { analyses, analysedShop, measuring } from './support/analysed-blue-green.ts';
import { analysisOf, jobTemplate, patientTemplate } from './support/analysis.ts';
import { blueGreenShop, gate } from './support/blue-green.ts';
import { v1, v2, v3 } from './support/rollouts.ts';

describe('a post-promotion analysis', () => {
  it.concurrent(
    'is waited for: users are on the new revision, and it is not Healthy before the verdict',
    async () => {
      const { shop, metric } = await analysedShop('postPromotion', 'wait', patientTemplate);
      const run = shop.start({ image: v2, 'on-pause': 'promote' });
      await measuring(shop, 'postPromotion');
      expect(await shop.served()).toBe(v2);
      metric.set('pass');
      const { code, outputs, log } = await run.result;
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v2 });
      expect(log).toContain('waiting for analysis to complete');
      expect(await analyses(shop)).toEqual(['2-post Successful']);
    },
  );

  it.concurrent('that fails brings users back, and the run fails', async () => {
    const blueGreen = { ...gate, postPromotionAnalysis: analysisOf('errors') };
    const shop = await blueGreenShop({ blueGreen, beside: [jobTemplate('errors', 1)] });
    const { code, outputs, log } = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller', 'stable-image': v1 });
    expect(log).toContain('post-promotion analysis');
    expect(await shop.served()).toBe(v1);
  });

  it.concurrent('that fails is gone back from under on-failure: rollback', async () => {
    const { shop } = await analysedShop('postPromotion', 'fail');
    const inputs = { image: v2, 'on-pause': 'promote', 'on-failure': 'rollback' };
    const { code, outputs } = await shop.step(inputs);
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      ended: 'rolled-back',
      reason: 'by-controller',
      image: v1,
      phase: 'Healthy',
    });
    expect(await shop.served()).toBe(v1);
  });

  it.concurrent(
    'that is inconclusive is aborted under on-inconclusive: abort, and users are back',
    async () => {
      const { shop } = await analysedShop('postPromotion', 'unsure');
      const inputs = { image: v2, 'on-pause': 'promote', 'on-inconclusive': 'abort' };
      const { code, outputs } = await shop.step(inputs);
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended: 'aborted', reason: 'inconclusive', 'stable-image': v1 });
      expect(await shop.served()).toBe(v1);
    },
  );

  it.concurrent('is skipped by a promote in full', async () => {
    const { shop } = await analysedShop('postPromotion', 'fail');
    const state = await shop.toGate();
    const { code, outputs } = await shop.step({ operation: 'promote-full', expect: state });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
    expect(await analyses(shop)).toEqual([]);
  });
});

describe('while a post-promotion analysis measures', () => {
  it.concurrent('an abort brings users back', async () => {
    const { shop } = await analysedShop('postPromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2, 'on-pause': 'promote' });
    await measuring(shop, 'postPromotion');
    const { code, outputs } = await shop.step({ operation: 'abort', image: v2 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'requested', 'stable-image': v1 });
    expect(await shop.served()).toBe(v1);
    expect(await deploy.result).toMatchObject({ code: 1, outputs: { reason: 'by-somebody' } });
  });

  it.concurrent('a rollback brings users back to the stable revision', async () => {
    const { shop } = await analysedShop('postPromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2, 'on-pause': 'promote' });
    await measuring(shop, 'postPromotion');
    const { code, outputs } = await shop.step({ operation: 'rollback' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'rolled-back', reason: 'requested', image: v1, phase: 'Healthy' });
    expect(await shop.served()).toBe(v1);
    expect(await deploy.result).toMatchObject({ code: 1, outputs: { ended: 'superseded' } });
  });

  it.concurrent(
    'another image takes over from what users have, and its abort brings them back to what was stable',
    async () => {
      const { shop } = await analysedShop('postPromotion', 'wait', patientTemplate);
      const deploy = shop.start({ image: v2, 'on-pause': 'promote' });
      await measuring(shop, 'postPromotion');
      const { code, outputs } = await shop.step({ image: v3 });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v3, 'stable-image': v1 });
      expect(await deploy.result).toMatchObject({ code: 1, outputs: { ended: 'superseded' } });
      expect(await shop.served()).toBe(v2);
      const aborted = await shop.step({ operation: 'abort', expect: outputs['state'] ?? '' });
      expect(aborted).toMatchObject({ code: 0, outputs: { ended: 'aborted', 'stable-image': v1 } });
      expect(await shop.served()).toBe(v1);
    },
  );

  it.concurrent('status tells that it is not over', async () => {
    const { shop, metric } = await analysedShop('postPromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2, 'on-pause': 'promote' });
    await measuring(shop, 'postPromotion');
    const { code, outputs } = await shop.step({ operation: 'status' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'progressing', reason: 'read', image: v2, 'stable-image': v1 });
    metric.set('pass');
    await deploy.result;
  });

  it.concurrent('it does not count as time without progress', async () => {
    const { shop, metric } = await analysedShop('postPromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2, 'on-pause': 'promote' });
    await measuring(shop, 'postPromotion');
    const follow = shop.start({ operation: 'follow', timeout: '5s' });
    await follow.logged(/waiting for analysis to complete/);
    const longer = await shop.step({ operation: 'follow', image: v3, timeout: '7s' });
    expect(longer.outputs).toMatchObject({ reason: 'timed-out', phase: 'Progressing' });
    metric.set('pass');
    for (const { result } of [follow, deploy]) {
      expect(await result).toMatchObject({ code: 0, outputs: { ended: 'healthy' } });
    }
  });
});
