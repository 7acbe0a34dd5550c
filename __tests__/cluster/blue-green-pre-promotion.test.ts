import { describe, expect, it } from '@jest/globals';
import { analyses, analysedShop, measuring } from './support/analysed-blue-green.ts';
import { analysisOf, jobTemplate, patientTemplate, terminate } from './support/analysis.ts';
import { blueGreenShop, gate } from './support/blue-green.ts';
import { v1, v2 } from './support/rollouts.ts';

describe('the gate of a blueGreen with a pre-promotion analysis', () => {
  it.concurrent('is a gate only when the analysis was Successful', async () => {
    const { shop, metric } = await analysedShop('prePromotion', 'wait', patientTemplate);
    const run = shop.start({ image: v2 });
    await measuring(shop, 'prePromotion');
    metric.set('pass');
    const { code, outputs, log } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
    expect(await analyses(shop)).toEqual(['2-pre Successful']);
    const promoted = await shop.step({ operation: 'promote', expect: outputs['state'] ?? log });
    expect(promoted).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
  });

  it.concurrent('and with autoPromotionSeconds is over only when the analysis was Successful', async () => {
    const { shop, metric } = await analysedShop('prePromotion', 'wait', patientTemplate, {
      autoPromotionSeconds: 1,
    });
    const run = shop.start({ image: v2 });
    await measuring(shop, 'prePromotion');
    expect(await shop.served()).toBe(v1);
    metric.set('pass');
    expect(await run.result).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    expect(await analyses(shop)).toEqual(['2-pre Successful']);
  });

  it.concurrent('is waited for by a promote that comes while it measures', async () => {
    const { shop, metric } = await analysedShop('prePromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2, 'on-pause': 'wait' });
    await measuring(shop, 'prePromotion');
    const promote = shop.start({ operation: 'promote', image: v2 });
    await promote.logged(/Progressing/);
    expect(await shop.served()).toBe(v1);
    metric.set('pass');
    for (const { result } of [promote, deploy]) {
      expect(await result).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
    }
    expect(await analyses(shop)).toEqual(['2-pre Successful']);
  });

  it.concurrent.each(['promote', 'stop'])(
    'is not passed (on-pause: %s) when the analysis was terminated, and says why',
    async (onPause) => {
      const { shop } = await analysedShop('prePromotion', 'wait', patientTemplate);
      const run = shop.start({ image: v2, 'on-pause': onPause });
      const name = await measuring(shop, 'prePromotion');
      await terminate(shop, name);
      const { code, outputs, log } = await run.result;
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'inconclusive', image: v2 });
      expect(log).toContain(
        `pre-promotion analysis ${name} was ended before its measurements, so it is no verdict`,
      );
      const promote = await shop.step({ operation: 'promote', image: v2 });
      expect(promote).toMatchObject({ code: 1, outputs: { ended: 'paused', reason: 'inconclusive' } });
      expect(promote.log).not.toContain('→');
      expect(await shop.served()).toBe(v1);
    },
  );
});

describe('a pre-promotion analysis that fails', () => {
  it.concurrent('aborts the release, and users never see it', async () => {
    const blueGreen = { ...gate, prePromotionAnalysis: analysisOf('smoke') };
    const shop = await blueGreenShop({ blueGreen, beside: [jobTemplate('smoke', 1)] });
    const { code, outputs, log } = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller', 'stable-image': v1 });
    expect(log).toContain('pre-promotion analysis');
    expect(log).toContain('Metric "smoke" assessed Failed');
    expect(log).not.toContain('→ promote');
    expect(await shop.served()).toBe(v1);
  });

  it.concurrent('is run anew when the same image is deployed again', async () => {
    const { shop, metric } = await analysedShop('prePromotion', 'fail');
    await shop.step({ image: v2 });
    metric.set('pass');
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    expect(log).toContain('→ retry');
    expect(await analyses(shop)).toEqual(['2-pre Failed', '2-pre.1 Successful']);
  });

  it.concurrent('is gone back from under on-failure: rollback', async () => {
    const { shop } = await analysedShop('prePromotion', 'fail');
    const { code, outputs } = await shop.step({ image: v2, 'on-failure': 'rollback' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      ended: 'rolled-back',
      reason: 'by-controller',
      image: v1,
      phase: 'Healthy',
    });
  });
});

describe('a pre-promotion analysis that is inconclusive', () => {
  it.concurrent.each([
    ['stop', 'paused', 'Paused'],
    ['abort', 'aborted', 'Degraded'],
  ])('ends the run under on-inconclusive: %s', async (policy, ended, phase) => {
    const { shop } = await analysedShop('prePromotion', 'unsure');
    const { code, outputs, log } = await shop.step({
      image: v2,
      'on-pause': 'promote',
      'on-inconclusive': policy,
    });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended, reason: 'inconclusive', phase, 'stable-image': v1 });
    expect(log).toContain('An analysis was inconclusive');
    expect(log).not.toContain('→ promote');
    expect(await shop.served()).toBe(v1);
  });

  it.concurrent('starts again by a promote of a person, and is followed through its gate', async () => {
    const { shop, metric } = await analysedShop('prePromotion', 'unsure');
    const { outputs: stopped } = await shop.step({ image: v2 });
    metric.set('pass');
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: stopped['state'] ?? '' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed', 'stable-image': v2 });
    expect(log).toMatch(/→ promote: the analysis was inconclusive[\s\S]*→ promote: the gate/);
    expect(await analyses(shop)).toEqual(['2-pre Inconclusive', '2-pre.1 Successful']);
  });

  it.concurrent('ends a promote of a person when it is inconclusive again', async () => {
    const { shop } = await analysedShop('prePromotion', 'unsure');
    const { outputs: stopped } = await shop.step({ image: v2 });
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: stopped['state'] ?? '' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'inconclusive', image: v2 });
    expect(log).toContain('It was started again, and is inconclusive again.');
    expect(log.match(/→ promote/g)).toHaveLength(1);
    expect(await shop.served()).toBe(v1);
  });
});

describe('while a pre-promotion analysis measures', () => {
  it.concurrent('an abort ends it', async () => {
    const { shop } = await analysedShop('prePromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2 });
    await measuring(shop, 'prePromotion');
    const { code, outputs } = await shop.step({ operation: 'abort', image: v2 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'requested', 'stable-image': v1 });
    expect(await deploy.result).toMatchObject({
      code: 1,
      outputs: { ended: 'aborted', reason: 'by-somebody' },
    });
  });

  it.concurrent('a rollback goes back to the stable revision', async () => {
    const { shop } = await analysedShop('prePromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2 });
    await measuring(shop, 'prePromotion');
    const { code, outputs } = await shop.step({ operation: 'rollback' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'rolled-back', phase: 'Healthy', image: v1 });
    expect(await deploy.result).toMatchObject({ code: 1, outputs: { ended: 'superseded' } });
  });

  it.concurrent('a promote in full does not wait for it', async () => {
    const { shop } = await analysedShop('prePromotion', 'wait', patientTemplate);
    const deploy = shop.start({ image: v2, 'on-pause': 'wait' });
    await measuring(shop, 'prePromotion');
    const { code, outputs } = await shop.step({ operation: 'promote-full', image: v2 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
    expect(await deploy.result).toMatchObject({ code: 0, outputs: { ended: 'healthy' } });
  });
});
