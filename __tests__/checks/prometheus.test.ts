import { afterAll, describe, expect, it } from '@jest/globals';
import { prometheus } from '../../src/checks/prometheus.ts';
import { formatNumber, readAnswer } from '../../src/checks/prometheus/answer.ts';
import { fakeClock } from '../support/fake-clock.ts';
import {
  type Behaviour,
  type KubeServer,
  json,
  plain,
  silence,
  startKubeServer,
} from '../support/kube-server.ts';
import { complaintsOf, measured } from './measured.ts';

const open: KubeServer[] = [];

afterAll(async () => {
  for (const server of open) await server.close();
});

async function server(...behaviours: Behaviour[]): Promise<KubeServer> {
  const started = await startKubeServer({}, ...behaviours);
  open.push(started);
  return started;
}

const success = (resultType: string, result: unknown, more: object = {}): object => ({
  status: 'success',
  data: { resultType, result },
  ...more,
});
const one = json(success('vector', [{ metric: { app: 'web' }, value: [1, '0.5'] }]));

describe('what is asked', () => {
  it('is an instant query at the time of Prometheus, below the path of the address', async () => {
    const at = await server(one);
    const query = 'sum(rate(requests_total{app="web",code=~"5.."}[1m])) / 2';
    const headers = [{ key: 'Authorization', value: 'Bearer mine' }];
    expect(await measured(prometheus, { address: `${at.url}/base/`, query, headers })).toEqual({
      kind: 'result',
      result: Float64Array.of(0.5),
      value: '[0.5]',
      query,
      link: `${at.url}/base/graph?g0.expr=${encodeURIComponent(query)}&g0.tab=1`,
    });
    expect(at.heard[0]).toMatchObject({
      method: 'GET',
      path: '/base/api/v1/query',
      headers: { authorization: 'Bearer mine' },
    });
    expect(Object.fromEntries(at.heard[0]?.query ?? [])).toEqual({ query });
  });

  it('is a range by the clock of the measurement', async () => {
    const at = await server(json(success('matrix', [])));
    const clock = fakeClock(Date.parse('2026-11-21T12:00:00.5Z'));
    const rangeQuery = {
      start: 'now() - duration(\'1h30m\') + duration( "30m" )',
      end: ' now( ) ',
      step: '90s',
    };
    const raw = { address: at.url, query: 'up', rangeQuery };
    expect(await measured(prometheus, raw, { clock })).toMatchObject({
      result: Float64Array.of(),
      value: '[]',
      link: `${at.url}/graph?g0.expr=up&g0.tab=0`,
    });
    expect(at.heard[0]?.path).toBe('/api/v1/query_range');
    expect(Object.fromEntries(at.heard[0]?.query ?? [])).toEqual({
      query: 'up',
      start: String(Date.parse('2026-11-21T11:00:00.5Z') / 1000),
      end: String(Date.parse('2026-11-21T12:00:00.5Z') / 1000),
      step: '90',
    });
  });

  it('has the user of the address, which the link does not have', async () => {
    const at = await server(one);
    const address = at.url.replace('//', '//jane:cret@');
    const { link } = await measured(prometheus, { address, query: 'up' });
    expect(at.heard[0]?.headers.authorization).toBe(`Basic ${Buffer.from('jane:cret').toString('base64')}`);
    expect(link).toBe(`${at.url}/graph?g0.expr=up&g0.tab=1`);
  });

  it('is over after the timeout', async () => {
    const at = await server(silence);
    await expect(measured(prometheus, { address: at.url, query: 'up', timeout: 1 })).rejects.toThrow(
      /^GET http:.*: no answer within 1s$/,
    );
  });

  it('warns as Prometheus does, in the log of the measurement', async () => {
    const at = await server(json(success('vector', [], { warnings: ['one', 'two'] })));
    expect(await measured(prometheus, { address: at.url, query: 'up' })).toMatchObject({
      log: ['warning: one', 'warning: two'],
    });
  });
});

describe('an answer', () => {
  const read = (body: unknown, status = 200): ReturnType<typeof readAnswer> =>
    readAnswer({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }, (text) => text);
  const series = (...values: readonly string[]): object => ({
    metric: {},
    values: values.map((value) => [1, value]),
  });

  it.each([
    ['a scalar', success('scalar', [1, '3']), 3, '3'],
    ['a scalar that is no number', success('scalar', [1, 'NaN']), Number.NaN, 'NaN'],
    [
      'a vector',
      success('vector', [
        { metric: {}, value: [1, '1'] },
        { metric: {}, value: [1, '2.5e3'] },
      ]),
      Float64Array.of(1, 2500),
      '[1,2500]',
    ],
    ['an empty vector', success('vector', []), Float64Array.of(), '[]'],
    ['a vector that is null', success('vector', null), Float64Array.of(), '[]'],
    [
      'a matrix, all series one after another',
      success('matrix', [series('1', '2'), series(), series('-Inf', '+Inf')]),
      Float64Array.of(1, 2, -Infinity, Infinity),
      '[1,2,-Inf,+Inf]',
    ],
  ])('is %s', (_, body, result, value) => {
    expect(read(body)).toEqual({ result, value, warnings: [] });
  });

  it.each([
    [
      200,
      success('string', [1, 'text']),
      'Prometheus metric type not supported: string; allowed: scalar, vector, matrix',
    ],
    [
      200,
      success('vector', [{ metric: {}, histogram: [1, {}] }]),
      'the result is a histogram, which is no number',
    ],
    [
      200,
      success('matrix', [{ metric: {}, histograms: [] }]),
      'the result is a histogram, which is no number',
    ],
    [200, success('vector', [{ metric: {}, value: [1, 'much'] }]), 'has no value that is a number'],
    [200, success('vector', [{ metric: {}, value: [1, 2] }]), 'has no value that is a number'],
    [200, success('vector', [{ metric: {} }]), 'has no value that is a number'],
    [200, success('vector', [null]), 'a series of the result is no object'],
    [200, { status: 'success' }, 'Prometheus metric type not supported: undefined'],
    [
      200,
      'welcome',
      'bad_response: HTTP 200 with a body that is no JSON object; check that the address is the one of Prometheus',
    ],
    [200, '[1]', 'bad_response: HTTP 200 with a body that is no JSON object'],
    [200, { status: 'error', errorType: 'timeout', error: 'late' }, 'timeout: late'],
    [
      400,
      { status: 'error', errorType: 'bad_data', error: '1:5: parse error' },
      'bad_data: 1:5: parse error',
    ],
    [422, { status: 'error', errorType: 'execution', error: 'same labels' }, 'execution: same labels'],
    [422, success('scalar', [1, '1']), 'bad_response: inconsistent body for response code'],
    [400, 'Bad Request', 'bad_response: HTTP 400 with a body that is no JSON object'],
    [404, '404 page not found', 'client_error: client error: 404'],
    [401, '', 'client_error: client error: 401'],
    [503, { status: 'error', errorType: 'unavailable', error: 'x' }, 'server_error: server error: 503'],
    [302, '', 'bad_response: bad response code 302'],
  ])('is none (HTTP %i, %j): %s', (status, body, message) => {
    expect(() => read(body, status)).toThrow(message);
  });

  it.each([
    [0, '0'],
    [-0, '-0'],
    [0.5, '0.5'],
    [87.49999999999999, '87.49999999999999'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [-1.5e-7, '-0.00000015'],
    [1e-7, '0.0000001'],
    [123456789.125, '123456789.125'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [Number.MIN_VALUE, `0.${'0'.repeat(323)}5`],
    [Number.NaN, 'NaN'],
    [Infinity, '+Inf'],
    [-Infinity, '-Inf'],
  ])('shows %p as Go does: %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('mistakes', () => {
  const right = { address: 'https://prometheus.example.com', query: 'up' };
  const range = { start: 'now() - duration("1h")', end: 'now()', step: '1m' };
  const time = 'allowed: now(), and now() - duration("1h")';
  it.each([
    [
      { query: 'up' },
      'address: is missing (it has to be an address such as http://prometheus.monitoring.svc:9090 (what the controller is started with is not known here))',
    ],
    [{ ...right, query: '' }, 'query: is missing (it has to be a query in PromQL)'],
    [{ ...right, timeout: -1 }, 'timeout: is out of range (allowed: whole seconds from 1 to 3600)'],
    [{ ...right, timeout: '30s' }, 'timeout: is no whole number'],
    [
      { ...right, rangeQuery: { ...range, start: '1h ago' } },
      `rangeQuery.start: is not a time that is supported here (${time})`,
    ],
    [
      { ...right, rangeQuery: { ...range, start: 'now() - 3600' } },
      `rangeQuery.start: is not a time that is supported here (${time})`,
    ],
    [
      { ...right, rangeQuery: { ...range, start: 'now() - duration("60")' } },
      `rangeQuery.start: has a duration that is none (${time}; a duration has units: 90s, 5m, 1h30m)`,
    ],
    [
      { ...right, rangeQuery: { ...range, end: 'date("2026-01-01")' } },
      `rangeQuery.end: is not a time that is supported here (${time})`,
    ],
    [
      { ...right, rangeQuery: { ...range, start: 'now() + duration("1m")' } },
      'rangeQuery.start: is after the end (write the earlier time as start)',
    ],
    [
      { ...right, rangeQuery: { ...range, step: '0s' } },
      'rangeQuery.step: is no duration above 0 (allowed: 30s, 5m, 1h)',
    ],
    [
      { ...right, rangeQuery: { ...range, step: '60' } },
      'rangeQuery.step: is no duration above 0 (allowed: 30s, 5m, 1h)',
    ],
    [
      { ...right, rangeQuery: { start: range.start, end: range.end } },
      'rangeQuery.step: is missing (it has to be a duration such as 1m)',
    ],
    [
      { ...right, authentication: { sigv4: { region: 'eu-west-1' } } },
      'authentication.sigv4: is not supported here: the controller signs with its own AWS role (measure by an AnalysisTemplate of the cluster: `- templateName: NAME`)',
    ],
    [
      { ...right, authentication: { basic: {} } },
      'authentication.basic: is not a field that it has (allowed: oauth2, sigv4)',
    ],
    [
      { ...right, authentication: { oauth2: { tokenUrl: 'https://id.example.com', clientId: 'a' } } },
      'authentication.oauth2.clientSecret: is missing (it has to be the secret of the client, best by an arg from a Secret)',
    ],
    [
      {
        ...right,
        address: 'http://prometheus.monitoring.svc:9090',
        headers: [{ key: 'authorization', value: 'Bearer x' }],
      },
      'headers: has authorization: an address of the cluster is asked through the API server, which keeps the header authorization for itself; leave it out, or measure by an AnalysisTemplate of the cluster (templateName)',
    ],
  ])('are told with what is allowed %#', (raw, complaint) => {
    expect(complaintsOf(prometheus, raw)).toEqual([complaint]);
  });

  it('takes authentication that is left empty as left out', () => {
    expect(complaintsOf(prometheus, { ...right, authentication: { sigv4: {} } })).toEqual([]);
  });
});

it('is asked again when the connection broke, and no more when Prometheus has answered', async () => {
  const at = await server(plain('later', 503), one);
  await expect(measured(prometheus, { address: at.url, query: 'up' })).rejects.toThrow('server error: 503');
  expect(at.heard.length).toBe(1);
});
