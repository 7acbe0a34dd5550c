import type { Answer } from './scripted-server.ts';
import type { MeasuredApp } from '../../support/measured-app.ts';
import { realPrometheus, scriptedPrometheus, type Story, story } from './story.ts';

const is = (condition: string): object => ({ consecutiveErrorLimit: 0, successCondition: condition });
const provider = scriptedPrometheus();
const real = (query: string): object => ({ provider: realPrometheus(() => query) });

/** The process of these tests may be too busy to be scraped just then. */
const lately = (app: MeasuredApp): string => `last_over_time(${app.query('success_rate')}[1m])`;

/** An answer of Prometheus. */
function found(resultType: string, result: unknown, more: object = {}): Answer {
  return { body: { status: 'success', data: { resultType, result }, ...more } };
}

const vector = (...numbers: readonly string[]): Answer =>
  found(
    'vector',
    numbers.map((number, index) => ({ metric: { pod: String(index) }, value: [1_700_000_000.5, number] })),
  );

/** What Prometheus answers, by script and in truth. */
export const prometheusStories: readonly Story[] = [
  story('a vector of one', 'Successful', is('result[0] >= 0.95'), [vector('0.97')], { provider }),
  story('a vector of one that fails', 'Failed', is('result[0] >= 0.95'), [vector('0.5')], { provider }),
  story('a vector of several', 'Successful', is('all(result, # > 0.9)'), [vector('0.97', '1', '1e3')], {
    provider,
  }),
  story('a vector that is empty', 'Error', is('result[0] >= 0.95'), [vector()], { provider }),
  story('a vector that may be empty', 'Successful', is('len(result) == 0 || result[0] > 1'), [vector()], {
    provider,
  }),
  story('a text where a vector has numbers', 'Error', is('result[0] == "x"'), [vector('0.97')], { provider }),
  story('NaN in a vector', 'Successful', is('isNaN(result[0])'), [vector('NaN')], { provider }),
  story('NaN is no success', 'Failed', is('result[0] >= 0.95'), [vector('NaN')], { provider }),
  story(
    'NaN fulfils neither condition',
    'Inconclusive',
    { successCondition: 'result[0] >= 0.95', failureCondition: 'result[0] < 0.95' },
    [vector('NaN')],
    { provider },
  ),
  story(
    'infinity in a vector',
    'Successful',
    is('isInf(result[0]) && result[1] < 0'),
    [vector('+Inf', '-Inf')],
    { provider },
  ),
  story(
    'large, small and negative numbers',
    'Successful',
    is('len(result) == 4'),
    [vector('1e21', '0.0000001', '-0', '123456789.125')],
    { provider },
  ),
  story('a scalar', 'Successful', is('result == 3'), [found('scalar', [1_700_000_000, '3'])], { provider }),
  story('a scalar with an index', 'Error', is('result[0] == 3'), [found('scalar', [1_700_000_000, '3'])], {
    provider,
  }),
  story('a text', 'Error', is('result == "3"'), [found('string', [1_700_000_000, '3'])], { provider }),
  story(
    'warnings beside a result',
    'Successful',
    is('result[0] == 1'),
    [found('vector', [{ metric: {}, value: [1, '1'] }], { warnings: ['much'] })],
    { provider },
  ),
  story(
    'a query that cannot be read',
    'Error',
    is('result[0] == 1'),
    [{ status: 400, body: { status: 'error', errorType: 'bad_data', error: 'parse error' } }],
    { provider },
  ),
  story(
    'a query that takes too long',
    'Error',
    is('result[0] == 1'),
    [{ status: 503, body: { status: 'error', errorType: 'timeout', error: 'query timed out' } }],
    { provider },
  ),
  story('an answer that is no JSON', 'Error', is('result[0] == 1'), [{ body: 'hello' }], { provider }),
  story('a server error', 'Error', is('result[0] == 1'), [{ status: 500, body: 'oh' }], { provider }),
  story(
    'a gauge of an app',
    'Failed',
    { ...is('result[0] >= 0.95'), interval: '3s', count: 3, failureLimit: 1 },
    [],
    {
      provider: realPrometheus(lately),
    },
  ),
  story('a sum', 'Successful', is('result[0] > 0.8 && result[0] < 0.9'), [], {
    provider: realPrometheus((app) => `sum(${lately(app)})`),
  }),
  story('a number in a vector', 'Successful', is('result[0] == 0.25'), [], real('vector(0.25)')),
  story('a number', 'Successful', is('result == 2'), [], real('scalar(vector(2))')),
  story('nothing by nothing', 'Successful', is('isNaN(result)'), [], real('0/0')),
  story('something by nothing', 'Successful', is('isInf(result)'), [], real('1/0')),
  story('what is not there', 'Error', is('result[0] < 1'), [], real('no_such_metric')),
  story('a comparison that nothing fulfils', 'Successful', is('len(result) == 0'), [], real('vector(1) > 2')),
  story('a mistake in the query', 'Error', is('result[0] < 1'), [], real('sum(')),
  story('a matrix', 'Successful', is('len(result) > 0 && all(result, # == 1)'), [], real('vector(1)[5s:5s]')),
  story('a range', 'Successful', is('len(result) == 3 && all(result, # == 1)'), [], {
    provider: realPrometheus(() => 'vector(1)', {
      rangeQuery: { start: 'now() - duration("10s")', end: 'now()', step: '5s' },
    }),
  }),
];
