import { describe, expect, it } from '@jest/globals';
import { analysedShop } from './support/analysed.ts';
import { newMetric, patientTemplate, type Value, webTemplate } from './support/analysis.ts';
import { type Shop, v1, v2 } from './support/rollouts.ts';

/** A canary with an experiment that lasts so long, and a gate after it. */
async function triedShop(first: Value, duration: string, template = webTemplate): Promise<Shop> {
  const templates = [
    { name: 'baseline', specRef: 'stable' },
    { name: 'tried', specRef: 'canary' },
  ];
  const experiment = { duration, templates, analyses: [{ name: 'smoke', templateName: 'smoke' }] };
  const steps = [{ setWeight: 50 }, { experiment }, { pause: {} }];
  return analysedShop({ steps }, [template('smoke', await newMetric(first))]);
}

describe('an experiment with an analysis', () => {
  it.concurrent('that succeeds lets the release go on, and is shown with what it measured', async () => {
    const shop = await triedShop('pass', '2s');
    const { outputs, log, summary } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '2' });
    expect(log).toMatch(/Σ web-\w+-2-1 +Experiment +✔ Successful/);
    expect(log).toMatch(/α web-\w+-2-1-smoke(\.1)? +AnalysisRun +✔ Successful/);
    expect(summary).toMatch(/experiment of step 1 `web-\w+-2-1-smoke(\.1)?` \| `smoke` web \| ✔ Successful/);
  });

  it.concurrent('that fails aborts the release, with what it measured', async () => {
    const shop = await triedShop('fail', '60s');
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect({ code, outputs }).toMatchObject({
      code: 1,
      outputs: { ended: 'aborted', reason: 'by-controller' },
    });
    expect(log).toMatch(
      /::error::.*Experiment of step 1 \(web-\w+-2-1-smoke(\.1)?\): metric "smoke" \(web\): measured "fail"/,
    );
  });

  it.concurrent('that is inconclusive pauses, which is no gate, and says what it measured', async () => {
    const shop = await triedShop('unsure', '2s');
    const policy = { 'on-pause': 'promote', 'on-inconclusive': 'abort' };
    const { outputs, log } = await shop.step({ image: v2, ...policy });
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'inconclusive', 'stable-image': v1 });
    expect(log).not.toContain('→ promote');
    expect(log).toMatch(
      /Experiment of step 1 \(web-\w+-2-1-\S+\): metric "smoke" \(web\): measured "unsure"/,
    );
    expect(log).toMatch(/Σ web-\w+-2-1 +Experiment +\? Inconclusive/);
    // The controller has begun it again meanwhile, and the abort has ended that one.
    expect(log).not.toMatch(/(Experiment|AnalysisRun) +✔/);
  });

  it.concurrent('that an abort ends is never shown as passed', async () => {
    const shop = await triedShop('wait', '60s', patientTemplate);
    const deploy = shop.start({ image: v2 });
    await shop.until('the experiment', ({ status }) => JSON.stringify(status).includes('currentExperiment'));
    const { log } = await shop.step({ operation: 'abort', image: v2 });
    const { outputs } = await deploy.result;
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-somebody' });
    const later = await shop.step({ operation: 'status' });
    expect(later.log).toMatch(/Σ web-\w+-2-1 +Experiment +• Terminated/);
    for (const text of [log, later.log]) expect(text).not.toMatch(/(Experiment|AnalysisRun) +✔/);
  });
});
