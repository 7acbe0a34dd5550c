import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { applyManifests, freshNamespace, type KubernetesObject, waitFor } from '../support/kubernetes.ts';
import { startMeasuredApp } from '../support/measured-app.ts';
import { rolloutManifest, Shop, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

interface Measurement {
  phase: string;
  value?: string;
  message?: string;
  metadata?: Record<string, string>;
}

interface AnalysisRun extends KubernetesObject {
  status?: {
    phase: string;
    message?: string;
    metricResults?: { name: string; measurements?: Measurement[] }[];
  };
}

interface Analysis {
  phase: string;
  message?: string | undefined;
  measurement: Measurement;
}

/** Runs one metric by itself, as a Rollout would, to its end. */
async function analysed(metric: object): Promise<Analysis> {
  const namespace = await freshNamespace();
  const run = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisRun',
    metadata: { name: 'it' },
    spec: { metrics: [{ name: 'it', ...metric }] },
  };
  await applyManifests(namespace, stringify(run));
  const ends = ['Successful', 'Failed', 'Inconclusive', 'Error'];
  const { status } = await waitFor<AnalysisRun>(
    namespace,
    'analysisruns.argoproj.io',
    'it',
    (seen) => ends.includes(seen.status?.phase ?? ''),
    { what: 'the analysis to end' },
  );
  const measurement = status?.metricResults?.[0]?.measurements?.[0];
  if (!status || !measurement)
    throw new Error(`The analysis ended without a measurement: ${stringify(status)}`);
  return { phase: status.phase, message: status.message, measurement };
}

const web = (url: string): object => ({
  provider: { web: { url, jsonPath: '{$.rate}' } },
  successCondition: 'result >= 0.95',
  failureCondition: 'result < 0.9',
  consecutiveErrorLimit: 0,
});

const prometheus = (address: string, query: string): object => ({
  provider: { prometheus: { address, query } },
  successCondition: 'result[0] >= 0.95',
  failureCondition: 'result[0] < 0.9',
  consecutiveErrorLimit: 0,
});

const job = (command: string): object => {
  const containers = [{ name: 'check', image: 'registry.test/check:1', command: ['sh', '-c', command] }];
  const template = { spec: { restartPolicy: 'Never', containers } };
  return { provider: { job: { spec: { backoffLimit: 0, template } } } };
};

describe('a job metric', () => {
  it('is Successful when its Job completes', async () => {
    const { phase, measurement } = await analysed(job('exit 0'));
    expect(phase).toBe('Successful');
    expect(measurement.metadata).toHaveProperty('job-name');
  });

  it('is Failed when its Job fails', async () => {
    const { phase, message } = await analysed(job('exit 1'));
    expect(phase).toBe('Failed');
    expect(message).toBe('Metric "it" assessed Failed due to failed (1) > failureLimit (0)');
  });
});

describe('a web metric', () => {
  it.each([
    [0.99, 'Successful'],
    [0.5, 'Failed'],
    [0.92, 'Inconclusive'],
  ])('of %d is %s', async (rate, end) => {
    const app = await startMeasuredApp();
    app.answer = { status: 200, body: { rate } };
    const { phase, measurement } = await analysed(web(app.url));
    expect(phase).toBe(end);
    expect(measurement.value).toBe(String(rate));
    expect(app.asked).toBe(1);
  });

  it('is Error when the server is', async () => {
    const app = await startMeasuredApp();
    app.answer = { status: 503, body: 'out of order' };
    const { phase, measurement } = await analysed(web(app.url));
    expect(phase).toBe('Error');
    expect(measurement.message).toContain('503');
  });
});

describe('a prometheus metric', () => {
  it.each([
    [0.99, 'Successful'],
    [0.5, 'Failed'],
  ])('of %d is %s', async (rate, end) => {
    const app = await startMeasuredApp();
    await app.measures('success_rate', rate);
    const { phase, measurement } = await analysed(prometheus(app.prometheus, app.query('success_rate')));
    expect(phase).toBe(end);
    expect(measurement.value).toBe(`[${rate}]`);
  });

  it('follows what the app measures', async () => {
    const app = await startMeasuredApp();
    await app.measures('success_rate', 1);
    await app.measures('success_rate', 0.1);
    expect(await app.ask(app.query('success_rate'))).toBe('0.1');
  });

  it('is Error when nothing was measured', async () => {
    const app = await startMeasuredApp();
    const { phase, measurement } = await analysed(prometheus(app.prometheus, app.query('nothing')));
    expect(phase).toBe('Error');
    expect(measurement.message).toContain('no data returned from the metric provider');
  });
});

describe('an AnalysisTemplate with a job, a web and a prometheus metric', () => {
  it.each([
    [0.99, 'Healthy'],
    [0.5, 'Degraded'],
  ])('of %d leaves the Rollout %s', async (rate, end) => {
    const app = await startMeasuredApp();
    app.answer = { status: 200, body: { rate } };
    await app.measures('success_rate', rate);
    const shop = new Shop(await freshNamespace());
    const metrics = [
      { name: 'job', ...job('exit 0') },
      { name: 'web', ...web(app.url) },
      { name: 'prometheus', ...prometheus(app.prometheus, app.query('success_rate')) },
    ];
    const template = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name: 'good' },
    };
    await applyManifests(shop.namespace, stringify({ ...template, spec: { metrics } }));
    const steps = [{ analysis: { templates: [{ templateName: 'good' }] } }];
    await applyManifests(shop.namespace, rolloutManifest({ steps }));
    const before = await shop.until('v1', ({ status }) => status?.phase === 'Healthy');
    await somebody.sets(shop, v2);
    const { status } = await shop.until(
      'the end of the release',
      ({ status: { phase, stableRS } }) =>
        phase === 'Degraded' || (phase === 'Healthy' && stableRS !== before.status.stableRS),
    );
    expect(status.phase).toBe(end);
  });
});
