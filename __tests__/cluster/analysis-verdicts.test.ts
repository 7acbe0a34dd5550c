import { describe, expect, it } from '@jest/globals';
import {
  analysedShop,
  jobMetric,
  prometheusMetric,
  running,
  templateOf,
  untilAnalysis,
  webMetric,
} from './support/analysed.ts';
import { type Metric, newMetric, patientTemplate, terminate, webTemplate } from './support/analysis.ts';
import { startMeasuredApp } from './support/measured-app.ts';
import { type Shop, v1, v2 } from './support/rollouts.ts';

const step = (...templates: readonly string[]): object => ({ analysis: running(...templates) });

/** A canary that comes to its analysis by itself, and to a gate after it. */
function shopWith(metric: Metric, template = webTemplate): Promise<Shop> {
  return analysedShop({ steps: [{ setWeight: 50 }, step('smoke'), { pause: {} }] }, [
    template('smoke', metric),
  ]);
}

describe('an analysis of a step that fails', () => {
  it.concurrent(
    'by Prometheus: the end names metric, value, condition, limit and counts, and the log the query',
    async () => {
      const app = await startMeasuredApp();
      await app.measures('success_rate', 0.87);
      const metric = prometheusMetric('success-rate', app.prometheus, 'success_rate{app="{{args.app}}"}', {
        successCondition: 'result[0] >= 0.95',
        failureLimit: 1,
        count: 3,
        interval: '1s',
      });
      const analysis = { ...running('rate'), args: [{ name: 'app', value: app.name }] };
      const shop = await analysedShop({ steps: [{ setWeight: 50 }, { analysis }] }, [
        templateOf('rate', [metric], ['app']),
      ]);
      const { code, outputs, log, summary } = await shop.step({ image: v2 });
      expect({ code, outputs }).toMatchObject({
        code: 1,
        outputs: { ended: 'aborted', reason: 'by-controller', 'stable-image': v1 },
      });
      const why =
        /Analysis of step 1 \(web-\w+-2-1\): metric "success-rate" \(prometheus\): measured \[0\.87\], \[0\.87\], successCondition result\[0\] >= 0\.95, failed 2 of 2 \(limit 1\)\./;
      expect(log).toMatch(new RegExp(`::error::.*${why.source}`));
      expect(summary).toMatch(/successCondition result\[0\] >= 0\.95/);
      expect(log).toContain(`success_rate{app="${app.name}"}`);
      expect(log).toContain('The controller aborted the release: Step-based analysis phase error/failed');
    },
  );

  it.concurrent('by a Job of `exit 1`: after as many failures as the limit lets pass', async () => {
    const metric = jobMetric('fail', 'exit 1', { interval: '1s', failureLimit: 1, count: 3 });
    const shop = await analysedShop({ steps: [{ setWeight: 50 }, step('fail')] }, [
      templateOf('fail', [metric]),
    ]);
    const { outputs, log } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
    expect(log).toMatch(/metric "fail" \(job\): Job test-\w+\/\S+\.fail\.2, failed 2 of 2 \(limit 1\)/);
    expect(log.match(/⊞ \S+ +Job +✖ Failed/g)).toHaveLength(2);
  });

  it.concurrent('is told with what it measured when the release was rolled back for it', async () => {
    const shop = await shopWith(await newMetric('fail'));
    const { code, outputs, log } = await shop.step({ image: v2, 'on-failure': 'rollback' });
    expect({ code, outputs }).toMatchObject({
      code: 1,
      outputs: { ended: 'rolled-back', reason: 'by-controller', phase: 'Healthy', image: v1 },
    });
    expect(log).toMatch(
      /::error::.*metric "smoke" \(web\): measured "fail", failureCondition result == "fail", failed 1 of 1 \(limit 0\)/,
    );
  });
});

describe('an analysis of a step that succeeds', () => {
  it.concurrent(
    'lets the release go on: several templates, by Prometheus, a Job of `exit 0` and the web',
    async () => {
      const app = await startMeasuredApp();
      await app.measures('success_rate', 0.99);
      const metric = await newMetric('pass');
      const shop = await analysedShop({ steps: [{ setWeight: 50 }, step('rate', 'pass', 'smoke')] }, [
        templateOf('rate', [
          prometheusMetric('rate', app.prometheus, app.query('success_rate'), {
            successCondition: 'result[0] > 0.95',
          }),
        ]),
        templateOf('pass', [jobMetric('pass', 'exit 0', { interval: '15s', failureLimit: 1, count: 1 })]),
        webTemplate('smoke', metric),
      ]);
      const { code, outputs, log, summary } = await shop.step({ image: v2 });
      expect({ code, outputs }).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
      expect(log).toMatch(/α web-\w+-2-1 +AnalysisRun +✔ Successful .* ✔ 3/);
      expect(summary).toMatch(/`rate` prometheus \| ✔ Successful \| `\[0\.99\]`/);
      expect(summary).toMatch(/`pass` job \| ✔ Successful/);
      expect(summary).toMatch(/`smoke` web \| ✔ Successful \| `"pass"`/);
    },
  );
});

describe('an analysis of a step that cannot be measured', () => {
  it.concurrent(
    'is an error after as many in a row as the limit lets pass, with the answer of the server',
    async () => {
      const app = await startMeasuredApp();
      app.answer = { status: 503, body: 'out of order' };
      const metric = webMetric('broken', app.url, {
        successCondition: 'result > 0',
        consecutiveErrorLimit: 1,
      });
      const shop = await analysedShop({ steps: [{ setWeight: 50 }, step('broken')] }, [
        templateOf('broken', [metric]),
      ]);
      const { outputs, log } = await shop.step({ image: v2 });
      expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
      expect(log).toMatch(/⚠ analysis of step 1 web-\w+-2-1: Error/);
      expect(log).toMatch(
        /metric "broken" \(web\): could not be measured: .*503, 2 errors in a row \(limit 1\)/,
      );
    },
  );
});

describe('an analysis of a step that is inconclusive', () => {
  it.concurrent('pauses, which is no gate: a promote judges it, and comes to the gate after it', async () => {
    const shop = await shopWith(await newMetric('unsure'));
    const stopped = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect(stopped).toMatchObject({
      code: 1,
      outputs: { ended: 'paused', reason: 'inconclusive', step: '1' },
    });
    expect(stopped.log).not.toContain('→ promote');
    expect(stopped.log).toMatch(
      /metric "smoke" \(web\): measured "unsure", .*, inconclusive 1 of 1 \(limit 0\)/,
    );
    const judged = await shop.step({ operation: 'promote', expect: stopped.outputs['state'] ?? '' });
    expect(judged).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate', step: '2' } });
    expect(judged.log).toContain('→ promote: the analysis was inconclusive, and a person judged it');
  });

  it.concurrent('aborts under on-inconclusive: abort, with what was measured', async () => {
    const shop = await shopWith(await newMetric('unsure'));
    const { code, outputs, log } = await shop.step({ image: v2, 'on-inconclusive': 'abort' });
    expect({ code, outputs }).toMatchObject({
      code: 1,
      outputs: { ended: 'aborted', reason: 'inconclusive' },
    });
    expect(log).toMatch(/::error::.*metric "smoke" \(web\): measured "unsure"/);
  });
});

describe('an analysis of a step that somebody terminates', () => {
  it.concurrent('passes its step, as the controller does, and is never shown as passed', async () => {
    const shop = await shopWith(await newMetric('wait'), patientTemplate);
    const deploy = shop.start({ image: v2 });
    const { metadata } = await untilAnalysis(shop, 'Step', 'Running');
    await terminate(shop, metadata.name);
    const { outputs, log, summary } = await deploy.result;
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '2' });
    expect(log).toContain(`• analysis of step 1 ${metadata.name}: Terminated`);
    for (const text of [log, summary]) expect(text).not.toContain('✔ Successful');
  });
});
