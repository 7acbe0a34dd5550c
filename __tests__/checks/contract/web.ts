import { type ProviderFixture, SECRET } from './fixture.ts';
import { startTestServer } from './silent-server.ts';

/** What the contract suite measures with `web`. */
export const webFixture: ProviderFixture = {
  right: [
    { url: 'https://example.com/health' },
    {
      url: 'http://web-preview.shop.svc.cluster.local:8080/health?deep=1',
      method: 'POST',
      headers: [{ key: 'X-Check', value: 'yes' }],
      jsonBody: { a: [1, null] },
      jsonPath: '{$.checks[?(@.name=="db")].ok}',
      timeoutSeconds: 5,
      insecure: true,
    },
    {
      url: 'https://example.com/',
      method: 'PUT',
      body: 'text',
      authentication: {
        oauth2: { tokenUrl: 'https://id.example.com/token', clientId: 'a', clientSecret: 'b', scopes: ['c'] },
      },
    },
  ],
  wrong: [
    { raw: undefined, at: [[]] },
    { raw: 'https://example.com', at: [[]] },
    { raw: {}, at: [['url']] },
    { raw: { url: 'example.com/health' }, at: [['url']] },
    { raw: { url: 'https://example.com', retries: 3 }, at: [['retries']] },
    {
      raw: { url: 'https://example.com', method: 'PATCH', timeoutSeconds: '10s' },
      at: [['method'], ['timeoutSeconds']],
    },
    {
      raw: { url: 'https://example.com', headers: [{ key: 'a b', value: 1 }] },
      at: [
        ['headers', 0, 'key'],
        ['headers', 0, 'value'],
      ],
    },
    { raw: { url: 'https://example.com', jsonPath: '{$.a[' }, at: [['jsonPath']] },
    { raw: { url: 'https://example.com', body: 'text' }, at: [['body']] },
  ],
  async open() {
    const server = await startTestServer((request, response) => {
      response.statusCode = request.url?.startsWith('/answer') === true ? 200 : 500;
      response.end(JSON.stringify({ ok: true, said: SECRET }));
    });
    const hidden = { headers: [{ key: 'X-Token', value: SECRET }] };
    return {
      answered: { raw: { url: `${server.url}/answer`, jsonPath: '{$.ok}' }, gives: { value: 'true' } },
      secretive: [
        { url: `${server.url}/answer?token=${SECRET}`, ...hidden },
        { url: `${server.url.replace('//', `//user:${SECRET}@`)}/fails/${SECRET}`, ...hidden },
        { url: `http://127.0.0.1:1/${SECRET}`, ...hidden },
      ],
      endless: { raw: { url: `${server.url}/silent`, timeoutSeconds: 600 }, begun: () => server.silenced },
      late: { raw: { url: `${server.url}/silent`, timeoutSeconds: 1 }, withinMs: 3_000 },
      left: () => server.open.size,
      close: () => server.close(),
    };
  },
};
