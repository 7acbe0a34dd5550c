import { beforeAll, describe, expect, it } from '@jest/globals';
import { prometheus } from '../../../src/checks/prometheus.ts';
import type { Measured, Scene } from '../../../src/checks/provider.ts';
import { until } from '../../../cluster/wait.ts';
import { clusterScene, measureOnce } from '../support/check-scene.ts';
import { type MeasuredApp, startMeasuredApp } from '../support/measured-app.ts';

let scene: Scene;
let app: MeasuredApp;

beforeAll(async () => {
  scene = await clusterScene('default');
  app = await startMeasuredApp();
  await app.measures('success_rate', 0.5);
});

const ask = (query: string, more: object = {}): Promise<Measured> =>
  measureOnce(prometheus, { address: app.prometheus, query, ...more }, scene);

describe('the real Prometheus', () => {
  it('gives what an app said last, with the query and a link to look at it', async () => {
    expect(await ask(app.query('success_rate'))).toEqual({
      kind: 'result',
      result: Float64Array.of(0.5),
      value: '[0.5]',
      query: app.query('success_rate'),
      link: `${app.prometheus}/graph?g0.expr=${encodeURIComponent(app.query('success_rate'))}&g0.tab=1`,
    });
    await app.measures('success_rate', 0.25);
    expect(await ask(app.query('success_rate'))).toMatchObject({
      result: Float64Array.of(0.25),
      value: '[0.25]',
    });
  });

  it.each([
    ['a scalar', 'scalar(vector(3))', 3, '3'],
    ['a number', '1e21', 1e21, '1000000000000000000000'],
    ['a small number', '1e-7', 1e-7, '0.0000001'],
    ['an empty vector', 'no_such_metric', new Float64Array(), '[]'],
    ['no number', 'vector(0) / 0', Float64Array.of(Number.NaN), '[NaN]'],
    ['infinity', 'vector(-1) / 0', Float64Array.of(-Infinity), '[-Inf]'],
    [
      'several series',
      'vector(1) or label_replace(vector(2.5), "a", "b", "", "")',
      Float64Array.of(1, 2.5),
      '[1,2.5]',
    ],
  ])('gives %s as the controller does', async (_, query, result, value) => {
    expect(await ask(query)).toMatchObject({ kind: 'result', result, value });
  });

  it('gives all numbers of a matrix, one after another', async () => {
    const rangeQuery = { start: 'now() - duration("20s")', end: 'now()', step: '10s' };
    expect(await ask('vector(7)', { rangeQuery })).toMatchObject({
      result: Float64Array.of(7, 7, 7),
      value: '[7,7,7]',
    });
    const instant = async (): Promise<boolean> =>
      ((await ask(`${app.query('success_rate')}[30s]`)) as { value: string }).value !== '[]';
    await until(instant, { what: 'a range of samples', deadline: 5_000 });
  });

  it.each([
    ['sum(', /^bad_data: invalid parameter "query": 1:5: parse error/],
    ['"text"', /^Prometheus metric type not supported: string/],
    [
      'label_replace(vector(1) or label_replace(vector(2), "a", "b", "", ""), "a", "b", "", "")',
      /^execution: /,
    ],
  ])('says what is wrong with %s', async (query, message) => {
    await expect(ask(query)).rejects.toThrow(message);
  });

  it('warns as Prometheus does', async () => {
    const query = 'quantile(2, vector(1))';
    expect(await ask(query)).toMatchObject({
      log: [expect.stringMatching(/^warning: .*quantile value should be between 0 and 1/)],
    });
  });

  it('says so when the address is not the one of Prometheus', async () => {
    const raw = { address: app.url, query: 'up' };
    app.answer = { status: 200, body: 'welcome' };
    await expect(measureOnce(prometheus, raw, scene)).rejects.toThrow(
      /^bad_response: HTTP 200 with a body that is no JSON/,
    );
    const below = { address: `${app.prometheus}/nowhere`, query: 'up' };
    await expect(measureOnce(prometheus, below, scene)).rejects.toThrow('client_error: client error: 404');
  });
});
