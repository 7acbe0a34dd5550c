import { type ProviderFixture, SECRET } from './fixture.ts';
import { startTestServer } from './silent-server.ts';

const address = 'https://prometheus.example.com';

/** What the contract suite measures with `prometheus`. */
export const prometheusFixture: ProviderFixture = {
  right: [
    { address, query: 'up' },
    {
      address: 'http://prometheus.monitoring.svc:9090/base/',
      query: 'sum(rate(requests_total{app="web"}[1m]))',
      timeout: 5,
      insecure: true,
      headers: [{ key: 'X-Scope-OrgID', value: 'shop' }],
      rangeQuery: { start: 'now() - duration("1h")', end: 'now()', step: '1m' },
    },
    {
      address,
      query: 'up',
      authentication: {
        oauth2: { tokenUrl: 'https://id.example.com/token', clientId: 'a', clientSecret: 'b' },
      },
    },
  ],
  wrong: [
    { raw: undefined, at: [[]] },
    { raw: [], at: [[]] },
    { raw: {}, at: [['address'], ['query']] },
    { raw: { address: 'prometheus:9090', query: 'up' }, at: [['address']] },
    { raw: { address, query: 'up', timeout: 0, interval: '1m' }, at: [['timeout'], ['interval']] },
    {
      raw: { address, query: 'up', authentication: { sigv4: { region: 'a' } } },
      at: [['authentication', 'sigv4']],
    },
    {
      raw: { address, query: 'up', rangeQuery: { start: 'yesterday()', end: 'now()', step: '5' } },
      at: [
        ['rangeQuery', 'start'],
        ['rangeQuery', 'step'],
      ],
    },
  ],
  async open() {
    const server = await startTestServer((request, response) => {
      const isFine = request.url?.includes('query=up') === true;
      const data = { resultType: 'vector', result: [{ metric: {}, value: [1, '0.5'] }] };
      const sent = isFine
        ? { status: 'success', data, warnings: [SECRET] }
        : { status: 'error', errorType: 'bad_data', error: `no ${SECRET} in ${String(request.url)}` };
      response.writeHead(isFine ? 200 : 400).end(JSON.stringify(sent));
    });
    const hidden = { headers: [{ key: 'Authorization', value: `Bearer ${SECRET}` }] };
    return {
      answered: { raw: { address: server.url, query: 'up' }, gives: { value: '[0.5]' } },
      secretive: [
        { address: server.url, query: `up{token="${SECRET}"}`, ...hidden },
        { address: server.url.replace('//', `//user:${SECRET}@`), query: 'up', ...hidden },
        { address: server.url, query: `down{token="${SECRET}"}`, ...hidden },
        { address: `http://127.0.0.1:1/${SECRET}`, query: SECRET, ...hidden },
      ],
      endless: {
        raw: { address: `${server.url}/silent`, query: 'up', timeout: 600 },
        begun: () => server.silenced,
      },
      late: { raw: { address: `${server.url}/silent`, query: 'up', timeout: 1 }, withinMs: 3_000 },
      left: () => server.open.size,
      close: () => server.close(),
    };
  },
};
