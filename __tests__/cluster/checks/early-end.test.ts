import { describe, expect, it } from '@jest/globals';
import { until } from '../../../cluster/wait.ts';
import type { Metric } from '../../../src/checks/check.ts';
import { measureRound } from '../../../src/checks/measuring/measure.ts';
import { readMetric } from '../../../src/checks/reading/metric.ts';
import type { RoundState } from '../../../src/checks/round.ts';
import { templateOf, webMetric } from '../support/analysed.ts';
import { applyManifests, freshNamespace, kubectl } from '../support/kubernetes.ts';
import { type MeasuredApp, startMeasuredApp } from '../support/measured-app.ts';
import { sceneIn } from '../support/scenes.ts';

function metric(raw: Readonly<Record<string, unknown>>): Metric {
  const read = readMetric({ raw, dryRun: false, retention: 10 }, new Map(), (path, what) => {
    throw new Error(`${path.join('.')} ${what}`);
  });
  if (read === undefined) throw new Error('The metric cannot be read.');
  return read;
}

/** A web check every second, a Job of an hour, and an AnalysisRun without end. */
function checks(app: MeasuredApp): readonly Metric[] {
  const template = {
    metadata: { annotations: { 'sim/run-for': '1h' } },
    spec: { restartPolicy: 'Never', containers: [{ name: 'load', image: 'registry.test/load:1' }] },
  };
  return [
    metric({ ...webMetric('smoke', app.url, { interval: '1s', successCondition: 'result == 1' }) }),
    metric({ name: 'load', provider: { job: { spec: { backoffLimit: 0, template } } } }),
    metric({ name: 'quality', provider: { analysisTemplate: { templateName: 'quality' } }, count: 1 }),
  ];
}

async function jobs(namespace: string): Promise<string> {
  return kubectl('get', 'jobs', '-n', namespace, '-o', 'name');
}

async function terminated(namespace: string): Promise<string> {
  return kubectl('get', 'analysisruns', '-n', namespace, '-o', 'jsonpath={.items[*].spec.terminate}');
}

/** A round that goes on until all three have been seen measuring. */
async function underWay() {
  const [namespace, app] = [await freshNamespace(), await startMeasuredApp()];
  app.answer = { status: 200, body: { value: 1 } };
  const template = templateOf('quality', [webMetric('ok', app.url, { interval: '1s' })]);
  await applyManifests(namespace, `${JSON.stringify(template)}\n`);
  const stop = new AbortController();
  let last: RoundState | undefined;
  const done = measureRound(checks(app), await sceneIn(namespace), stop.signal, (state) => (last = state));
  done.catch(() => undefined);
  const isUnderWay = async (): Promise<boolean> => {
    const [smoke, load, quality] = last?.metrics ?? [];
    return smoke?.counts.count !== 0 && load?.job !== undefined && (quality?.counts.count ?? 0) > 0;
  };
  await until(isUnderWay, { what: 'all three to be measured', deadline: 30_000 });
  return { namespace, app, stop, done };
}

describe('a round with a Job and an AnalysisRun under way', () => {
  it('ends both when another check fails, and shows them as Terminated', async () => {
    const { namespace, app, done } = await underWay();
    expect(await jobs(namespace)).toMatch(/^job\.batch\/load-r0und-\w+\n$/);
    app.answer = { status: 200, body: { value: 0 } };
    const { verdict, metrics } = await done;
    expect([verdict, ...metrics.map((one) => [one.name, one.verdict])]).toEqual([
      'Failed',
      ['smoke', 'Failed'],
      ['load', 'Terminated'],
      ['quality/ok', 'Terminated'],
    ]);
    expect(metrics[1]?.job).toMatchObject({ namespace });
    expect(await jobs(namespace)).toBe('');
    expect(await terminated(namespace)).toBe('true');
  });

  it('ends both when it is stopped', async () => {
    const { namespace, stop, done } = await underWay();
    stop.abort(new Error('superseded'));
    await expect(done).rejects.toThrow('superseded');
    expect(await jobs(namespace)).toBe('');
    expect(await terminated(namespace)).toBe('true');
  });
});
