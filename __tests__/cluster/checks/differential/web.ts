import { type Story, story, value, values, web } from './story.ts';

/** Errors are not tried again in these stories. */
const atOnce = { consecutiveErrorLimit: 0 };
const is = (condition: string): object => ({ ...atOnce, successCondition: condition });
const refused = { ours: 'refused', because: 'a mistake is told before anything is changed' } as const;
const whole = web({ jsonPath: '{$}' });

/** What a web server may answer. */
export const webStories: readonly Story[] = [
  story('a text', 'Successful', is('result == "ok"'), values('ok')),
  story('a text with what JSON escapes', 'Successful', is('result contains "é"'), values('é"\\\n')),
  story('a text with what Go escapes for HTML', 'Successful', is('result contains "<b>"'), values('<b>&'), {
    explained: { ours: 'Successful', because: 'people read <, and not \\u003c' },
  }),
  story('a text that is no number', 'Error', is('result > 1'), values('2')),
  story('a text as a number', 'Successful', is('asInt(result) == 3 && asFloat(result) > 2.5'), values('3')),
  story('a text that cannot be a number', 'Error', is('asInt(result) == 3'), values('three')),
  story('NaN as text', 'Successful', is('isNaN(asFloat(result))'), values('NaN')),
  story('infinity as text', 'Successful', is('isInf(asFloat(result))'), values('+Inf')),
  story('true', 'Successful', is('result'), values(true)),
  story('not false', 'Successful', is('!result'), values(false)),
  story('a number where a condition is asked', 'Error', is('result'), values(1)),
  story('a condition that is no boolean', 'Error', is('result + 1'), values(1), { explained: refused }),
  story('a whole number, a small one and a large one', 'Successful', is('len(result) == 4'), [
    { body: '{"value": [1.0, 1e21, 0.0000001, 9007199254740993]}' },
  ]),
  story('a number below nothing', 'Successful', is('result == 0'), [{ body: '{"value": -0.0}' }], {
    explained: { ours: 'Successful', because: 'JavaScript writes -0 as 0' },
  }),
  story('an object, its keys in order', 'Successful', is('result.b == 1 && result["a"].c[0]'), [
    value({ b: 1, a: { d: null, c: [true] }, 9: 0, 10: 0 }),
  ]),
  story('a member that is not there', 'Failed', is('result.nothing == 1'), [value({ b: 1 })]),
  story('a list', 'Successful', is('all(result, {# > 0.9}) and result[0] == 1'), values([1, 0.95])),
  story('a list that is empty', 'Error', is('result[0] > 0.9'), values([])),
  story('a list that is empty and asked for', 'Successful', is('len(result) == 0'), values([])),
  story('an index out of range', 'Error', is('result[2] > 0.9'), values([1, 2])),
  story('null', 'Successful', is('isNil(result)'), values(null)),
  story('null with a default', 'Successful', is('default(result, 0) < 0.05'), values(null)),
  story('null in a comparison', 'Error', is('result > 1'), values(null)),
  story('a path that is not there', 'Error', is('result > 1'), [{ body: { other: 1 } }]),
  story('a path through a list', 'Successful', is('result == 2'), [{ body: { a: [{ v: 1 }, { v: 2 }] } }], {
    provider: web({ jsonPath: '{$.a[1].v}' }),
  }),
  story(
    'a path with a star takes the first',
    'Successful',
    is('result == 1'),
    [{ body: { a: [{ v: 1 }, { v: 2 }] } }],
    {
      provider: web({ jsonPath: '{$.a[*].v}' }),
    },
  ),
  story(
    'a path with a filter',
    'Successful',
    is('result == 2'),
    [
      {
        body: {
          a: [
            { n: 'x', v: 1 },
            { n: 'y', v: 2 },
          ],
        },
      },
    ],
    {
      provider: web({ jsonPath: '{$.a[?(@.n=="y")].v}' }),
    },
  ),
  story('the whole body', 'Successful', is('result.status == "UP"'), [{ body: { status: 'UP' } }], {
    provider: whole,
  }),
  story('a list as the whole body', 'Successful', is('len(result) == 2'), [{ body: [1, 2] }], {
    provider: whole,
  }),
  story('no jsonPath at all', 'Successful', is('result.value == 7'), values(7), {
    provider: web({ jsonPath: '' }),
  }),
  story('an answer that is no JSON, without a condition', 'Successful', atOnce, [{ body: 'OK' }]),
  story('an answer that is no JSON, with a condition', 'Successful', is('result == 1'), [{ body: 'OK' }]),
  story('an answer without a body', 'Successful', atOnce, [{ status: 204 }]),
  story('201', 'Successful', is('result == 1'), [{ status: 201, body: { value: 1 } }]),
  story('404', 'Error', is('result == 1'), [{ status: 404, body: { value: 1 } }]),
  story('500', 'Error', is('result == 1'), [{ status: 500, body: { value: 1 } }]),
  story('a connection that is cut', 'Error', is('result == 1'), [{ cut: true }]),
  story('a redirect', 'Successful', is('result == 1'), [
    { status: 302, headers: { location: 'elsewhere' } },
    ...values(1),
  ]),
  story('a redirect in circles', 'Error', is('result == 1'), [
    { status: 302, headers: { location: 'answer' } },
  ]),
  story('slower than timeoutSeconds', 'Error', is('result == 1'), [{ after: 2_500, body: { value: 1 } }], {
    provider: web({ timeoutSeconds: 1 }),
  }),
  story('slow, and in time', 'Successful', is('result == 1'), [{ after: 900, body: { value: 1 } }], {
    provider: web({ timeoutSeconds: 3 }),
  }),
  story('POST of a JSON body', 'Successful', is('result == 1'), values(1), {
    provider: web({ method: 'POST', jsonBody: { a: 1 }, headers: [{ key: 'X-Test', value: 'yes' }] }),
  }),
  story('a condition that cannot be read', 'Error', is('result >'), values(1), {
    explained: refused,
  }),
  story('a name in a condition that nothing has', 'Error', is('results > 1'), values(1), {
    explained: refused,
  }),
];
