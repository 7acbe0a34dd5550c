import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { analysisRuns, newMetric, type Metric, webTemplate } from '../support/analysis.ts';
import { applyManifests, freshNamespace } from '../support/kubernetes.ts';
import { gated, rolloutManifest, Shop, slow, v1, v2 } from '../support/rollouts.ts';

const smoke = { templates: [{ templateName: 'smoke' }] };
const stepAnalysis = { steps: [{ setWeight: 50 }, { analysis: smoke }, { pause: {} }, { setWeight: 100 }] };
const background = { analysis: smoke, steps: [...gated, { setWeight: 70 }, { pause: {} }] };
const experiment = {
  steps: [
    {
      experiment: {
        templates: [{ name: 'try', specRef: 'canary' }],
        analyses: [{ name: 'smoke', templateName: 'smoke', requiredForCompletion: true }],
      },
    },
    { pause: {} },
  ],
};
const undecided = { ended: 'paused', reason: 'inconclusive', 'stable-image': v1 };

/** A Rollout that is Healthy on v1, and the metric that its analyses measure: `unsure`. */
async function analysedShop(canary: object, annotations = {}): Promise<{ shop: Shop; metric: Metric }> {
  const metric = await newMetric('unsure');
  const shop = new Shop(await freshNamespace());
  const rollout = rolloutManifest({ annotations, spec: { strategy: { canary } } });
  await applyManifests(shop.namespace, `${stringify(webTemplate('smoke', metric))}---\n${rollout}`);
  await shop.until('v1 to be Healthy', ({ status }) => status?.phase === 'Healthy');
  return { shop, metric };
}

/** The same, with a release of v2 that its analysis could not judge. */
async function undecidedShop(
  canary: object,
  annotations = {},
): Promise<{ shop: Shop; metric: Metric; state: string }> {
  const analysed = await analysedShop(canary, annotations);
  const { outputs } = await analysed.shop.step({ image: v2, 'on-pause': 'wait' });
  expect(outputs).toMatchObject(undecided);
  return { ...analysed, state: outputs['state'] ?? '' };
}

describe('an inconclusive analysis of a step', () => {
  it.concurrent.each([
    ['stop', { ...undecided, step: '1', message: 'InconclusiveAnalysisRun' }],
    ['abort', { ended: 'aborted', reason: 'inconclusive', phase: 'Degraded' }],
    ['rollback', { ended: 'rolled-back', reason: 'inconclusive', image: v1 }],
  ])('is no gate: on-inconclusive %s decides, whatever on-pause says', async (policy, ends) => {
    const { shop } = await analysedShop(stepAnalysis);
    const { code, outputs, log } = await shop.step({
      ...{ image: v2, 'on-pause': 'promote', 'on-inconclusive': policy },
    });
    expect(code).toBe(1);
    expect(outputs).toMatchObject(ends);
    expect(log).not.toContain('→ promote');
  });

  it.concurrent('is passed by a person who judged it, to the next step: its gate is kept', async () => {
    const { shop, state } = await undecidedShop(stepAnalysis);
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '2' });
    expect(log).toContain('→ promote: the analysis was inconclusive, and a person judged it');
    expect(Object.keys(await analysisRuns(shop))).toHaveLength(1);
    const again = await shop.step({ operation: 'promote', expect: state });
    expect(again.outputs).toMatchObject({ ended: 'refused', reason: 'does-not-fit', step: '2' });
  });

  it.concurrent('is passed once by many promotes', async () => {
    const { shop, state } = await undecidedShop(stepAnalysis);
    const all = await Promise.all([1, 2, 3].map(() => shop.step({ operation: 'promote', expect: state })));
    expect(all.filter(({ outputs }) => outputs['reason'] === 'gate')).toHaveLength(1);
    expect((await shop.rollout()).status.currentStepIndex).toBe(2);
  });

  it.concurrent('is left behind by an abort and a retry, which measures anew', async () => {
    const { shop, metric } = await undecidedShop(stepAnalysis);
    await shop.step({ operation: 'abort' });
    metric.set('pass');
    const { code, outputs } = await shop.step({ operation: 'retry' });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', step: '2' });
  });
});

describe('an inconclusive background analysis at a gate', () => {
  it.concurrent('is not the gate that on-pause: promote passes', async () => {
    const { shop } = await analysedShop(background);
    const { code, outputs, log } = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ...undecided });
    expect(log.match(/→ promote/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it.concurrent('is started again by a promote, which is followed to the next gate', async () => {
    const { shop, metric, state } = await undecidedShop(background);
    metric.set('pass');
    const { code, outputs } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate' });
    expect(Object.values(await analysisRuns(shop)).toSorted()).toEqual(['Inconclusive', 'Successful']);
  });

  it.concurrent('before the gate is started again by a promote, and the gate after it is kept', async () => {
    const { shop, metric, state } = await undecidedShop(background, slow);
    expect(state).toMatch(/^\w+\.0\./);
    metric.set('pass');
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', step: '1' });
    expect(log.match(/→/g)).toHaveLength(1);
  });

  it.concurrent('that is inconclusive again ends the promote, and says so', async () => {
    const { shop, state } = await undecidedShop(background);
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ...undecided });
    expect(log).toContain('It was started again, and is inconclusive again');
  });
});

describe('an inconclusive experiment', () => {
  it.concurrent('that the controller repeats without end ends the promote, and says so', async () => {
    const { shop, state } = await undecidedShop(experiment);
    const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ...undecided, step: '0' });
    expect(log).toContain('It was started again, and is inconclusive again');
    expect((await shop.step({ operation: 'abort' })).outputs['ended']).toBe('aborted');
  });

  it.concurrent(
    'that passes while nobody looks leaves its step: the approval of that one does not fit',
    async () => {
      const { shop, metric, state } = await undecidedShop(experiment);
      metric.set('pass');
      // The controller repeats the experiment under the pause, and takes the gate after it for passed.
      await shop.until('the step to be left', ({ status }) => (status.currentStepIndex ?? 0) > 0);
      const { code, outputs, log } = await shop.step({ operation: 'promote', expect: state });
      expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'refused', reason: 'does-not-fit' });
      expect(log).not.toContain('→');
    },
  );
});
