import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { until } from '../../../cluster/wait.ts';
import type { Metric } from '../../../src/checks/check.ts';
import { measureRound } from '../../../src/checks/measuring/measure.ts';
import { readMetric } from '../../../src/checks/reading/metric.ts';
import type { RoundState } from '../../../src/checks/round.ts';
import { applyManifests, freshNamespace, kubectl } from '../support/kubernetes.ts';
import { startMeasuredApp } from '../support/measured-app.ts';
import { sceneIn } from '../support/scenes.ts';

/** A check as it stands in `checks`. */
function metric(raw: Readonly<Record<string, unknown>>): Metric {
  const mistakes: string[] = [];
  const found = readMetric({ raw, dryRun: false, retention: 10 }, new Map(), (path, what) =>
    mistakes.push(`${path.join('.')} ${what}`),
  );
  if (found === undefined) throw new Error(mistakes.join('; '));
  return found;
}

function jobCheck(name: string, pod: Readonly<Record<string, string>>): Metric {
  const containers = [{ name: 'tests', image: 'registry.test/tests:1' }];
  const template = { metadata: { annotations: pod }, spec: { restartPolicy: 'Never', containers } };
  return metric({ name, provider: { job: { spec: { backoffLimit: 0, template } } } });
}

/** A namespace whose template `quality` measures every second for ever. */
async function endless(ok: number): Promise<string> {
  const [app, namespace] = await Promise.all([startMeasuredApp(), freshNamespace()]);
  app.answer = { status: 200, body: { ok } };
  const web = { url: app.url, jsonPath: '{$.ok}' };
  const metrics = [{ name: 'ok', interval: '1s', successCondition: 'result >= 0.95', provider: { web } }];
  const manifest = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'quality' },
  };
  await applyManifests(namespace, stringify({ ...manifest, spec: { metrics } }));
  return namespace;
}

const quality = (): Metric =>
  metric({
    name: 'latency',
    provider: { analysisTemplate: { templateName: 'quality' } },
    consecutiveErrorLimit: 0,
  });

describe('a round of checks in the cluster', () => {
  it('whose Job fails ends the AnalysisRun beside it, and tells both', async () => {
    const namespace = await endless(1);
    const told: RoundState[] = [];
    const checks = [jobCheck('smoke', { 'sim/run-for': '4s', 'sim/exit': '1' }), quality()];
    const state = await measureRound(checks, await sceneIn(namespace), new AbortController().signal, (now) =>
      told.push(now),
    );
    expect(state).toMatchObject({
      verdict: 'Failed',
      metrics: [
        { name: 'smoke', verdict: 'Failed', job: { namespace }, measurements: [{ verdict: 'Failed' }] },
        { name: 'latency/ok', provider: 'web', verdict: 'Terminated' },
      ],
    });
    expect(state.metrics[0]?.job?.name).toMatch(/^smoke-/);
    expect(state.metrics[0]?.log).toContain('simulated container: starting');
    const counts = told.map(({ metrics }) => metrics[1]?.counts.count ?? 0);
    expect(Math.max(...counts)).toBeGreaterThan(1);
    const terminate = 'jsonpath={.items[*].spec.terminate}';
    expect(await kubectl('get', 'analysisruns.argoproj.io', '-n', namespace, '-o', terminate)).toBe('true');
  });

  it('whose AnalysisRun fails ends the Job beside it, and tells why', async () => {
    const namespace = await endless(0.2);
    const checks = [jobCheck('smoke', { 'sim/run-for': '1h' }), quality()];
    const state = await measureRound(
      checks,
      await sceneIn(namespace),
      new AbortController().signal,
      () => undefined,
    );
    expect(state).toMatchObject({
      verdict: 'Failed',
      metrics: [
        { name: 'smoke', verdict: 'Terminated' },
        { name: 'latency/ok', verdict: 'Failed', measurements: [{ value: '0.2', verdict: 'Failed' }] },
      ],
    });
    await until(async () => (await kubectl('get', 'jobs', '-n', namespace, '-o', 'name')) === '', {
      what: 'the Job to be gone',
      deadline: 5_000,
    });
  });
});
