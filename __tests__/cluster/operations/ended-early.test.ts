import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { analysisRuns, newMetric, patientTemplate, terminate } from '../support/analysis.ts';
import { applyManifests, freshNamespace } from '../support/kubernetes.ts';
import { rolloutManifest, Shop, v1, v2 } from '../support/rollouts.ts';

/** A release of v2 whose step analysis (1) measures without end, before a gate (2). */
async function measuringShop(): Promise<{ shop: Shop; run: string }> {
  const metric = await newMetric('wait');
  const analysis = { templates: [{ templateName: 'smoke' }] };
  const canary = { steps: [{ setWeight: 50 }, { analysis }, { pause: {} }] };
  const shop = new Shop(await freshNamespace());
  const rollout = rolloutManifest({ spec: { strategy: { canary } } });
  await applyManifests(shop.namespace, `${stringify(patientTemplate('smoke', metric))}---\n${rollout}`);
  await shop.until('v1 to be Healthy', ({ status }) => status?.phase === 'Healthy');
  const deploy = shop.start({ image: v2, 'on-cancel': 'stop' });
  const running = ({ status }: object & { status: unknown }): boolean =>
    JSON.stringify(status).includes('"status":"Running"');
  await shop.until('the analysis to run', running);
  deploy.kill('SIGTERM');
  await deploy.result;
  return { shop, run: Object.keys(await analysisRuns(shop))[0] ?? '' };
}

/** The controller calls it Successful; it has no verdict. */
async function expectNoVerdict(shop: Shop, run: string, log: string): Promise<void> {
  expect((await analysisRuns(shop))[run]).toBe('Successful');
  expect(log).toContain(`• analysis of step 1 ${run}: Terminated`);
  expect(log).not.toMatch(/AnalysisRun +✔/);
}

describe('an analysis that is ended before it has a verdict', () => {
  it.concurrent(
    'by promote-full: the release is complete, and the analysis is not called passed',
    async () => {
      const { shop, run } = await measuringShop();
      const { code, outputs, log } = await shop.step({ operation: 'promote-full', image: v2 });
      expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'healthy', 'stable-image': v2 });
      await expectNoVerdict(shop, run, log);
    },
  );

  it.concurrent('by abort: the release is aborted, and the analysis is not called passed', async () => {
    const { shop, run } = await measuringShop();
    const { code, outputs, log } = await shop.step({ operation: 'abort', image: v2 });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'aborted', 'stable-image': v1 });
    await expectNoVerdict(shop, run, log);
  });

  it.concurrent(
    'by somebody: the controller passes its step, and who looks at the gate is told',
    async () => {
      const { shop, run } = await measuringShop();
      const follow = shop.start({ operation: 'follow', image: v2 });
      await follow.logged(/step 1\/3/);
      await terminate(shop, run);
      const { code, outputs, log } = await follow.result;
      expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', step: '2' });
      await expectNoVerdict(shop, run, log);
    },
  );

  it.concurrent(
    'is waited for by a promote, which skips nothing: the plugin would leave the step',
    async () => {
      const { shop, run } = await measuringShop();
      const promote = shop.start({ operation: 'promote', image: v2 });
      await promote.logged(/step 1\/3/);
      expect((await analysisRuns(shop))[run]).toBe('Running');
      await terminate(shop, run);
      const { outputs, log } = await promote.result;
      expect(log.match(/→.*/g)).toEqual([expect.stringContaining('the gate at step 2 of 3')]);
      expect(outputs['ended']).toBe('healthy');
    },
  );
});
