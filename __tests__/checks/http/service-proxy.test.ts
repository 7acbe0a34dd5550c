import { afterAll, describe, expect, it } from '@jest/globals';
import { placeOf, redirectOfService } from '../../../src/checks/http/service-proxy.ts';
import { web } from '../../../src/checks/web.ts';
import { kubeClient } from '../../../src/kube/client.ts';
import { connect } from '../../../src/kube/config.ts';
import { renderRole } from '../../../src/kube/role.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import {
  type Behaviour,
  json,
  kubeconfigText,
  plain,
  reset,
  startKubeServer,
  status,
} from '../../support/kube-server.ts';
import { complaintsOf, measured } from '../measured.ts';

const open: { close(): unknown }[] = [];

afterAll(async () => {
  for (const each of open) await each.close();
});

async function story(...behaviours: Behaviour[]) {
  const server = await startKubeServer({}, ...behaviours);
  const connection = await connect({ kubeconfig: kubeconfigText(`${server.url}/k8s`), env: {} });
  open.push(server, connection);
  const clock = fakeClock();
  const client = kubeClient(connection, { version: '1.2.3', clock });
  const ask = (raw: object): ReturnType<typeof measured> => measured(web, raw, { client, clock });
  return { server, clock, ask };
}

const prefix = '/k8s/api/v1/namespaces/shop/services/web:8080/proxy';

describe('a host', () => {
  const service = (namespace: string, name: string, port: string, tls = false): object => ({
    namespace,
    name,
    port,
    tls,
  });
  it.each([
    ['http://web.shop.svc/', { kind: 'service', service: service('shop', 'web', '80') }],
    [
      'https://WEB.shop.svc.cluster.local.:8443/',
      { kind: 'service', service: service('shop', 'web', '8443', true) },
    ],
    ['https://web.shop.svc/', { kind: 'service', service: service('shop', 'web', '443', true) }],
    [
      'http://prometheus.monitoring:9090/',
      { kind: 'either', host: 'prometheus.monitoring', service: service('monitoring', 'prometheus', '9090') },
    ],
    [
      'http://prometheus:9090/',
      { kind: 'either', host: 'prometheus', service: service('mine', 'prometheus', '9090') },
    ],
    ['http://web.svc/', { kind: 'nowhere' }],
    ['http://svc/', { kind: 'either', host: 'svc', service: service('mine', 'svc', '80') }],
    ['http://web-0.web.shop.svc/', { kind: 'nowhere' }],
    ['http://a_b.shop.svc/', { kind: 'nowhere' }],
    ['https://status.example.com/', { kind: 'outside' }],
    ['https://web.shop.svc.example.com/', { kind: 'outside' }],
    ['http://localhost:8080/', { kind: 'outside' }],
    ['http://web.localhost/', { kind: 'outside' }],
    ['http://10.0.0.1/', { kind: 'outside' }],
    ['http://10.1/', { kind: 'outside' }],
    ['http://[::1]/', { kind: 'outside' }],
  ])('%s', (url, place) => {
    expect(placeOf(new URL(url), 'mine')).toEqual(place);
  });
});

describe('a redirect through the API server', () => {
  const service = { namespace: 'shop', name: 'web', port: '8080', tls: false };
  it.each([
    ['/k8s/api/v1/namespaces/shop/services/web:8080/proxy/b?c=d', 'http://web.shop.svc:8080/b?c=d'],
    [
      'https://api.example.com/api/v1/namespaces/shop/services/web%3A8080/proxy/b',
      'http://web.shop.svc:8080/b',
    ],
    ['b', 'http://web.shop.svc:8080/dir/b'],
    ['https://other.example.com/b', 'https://other.example.com/b'],
    [
      '/api/v1/namespaces/shop/services/other:80/proxy/b',
      'http://web.shop.svc:8080/api/v1/namespaces/shop/services/other:80/proxy/b',
    ],
    ['http://', undefined],
  ])('to %s leads to %s', (location, url) => {
    expect(redirectOfService(location, service, 'http://web.shop.svc:8080/dir/a')?.href).toBe(url);
  });
});

describe('a request to an address of the cluster', () => {
  const url = 'http://web.shop.svc:8080/health?a=b';

  it('goes to the Service below the path of the API server, with its credentials', async () => {
    const { server, ask } = await story(json({ ok: true }));
    await ask({ url, headers: [{ key: 'X-Check', value: 'yes' }] });
    expect(server.heard[0]).toMatchObject({
      method: 'GET',
      path: `${prefix}/health`,
      headers: {
        authorization: 'Bearer test-token',
        'x-check': 'yes',
        'user-agent': 'rollout-conductor/1.2.3',
      },
    });
    expect(server.heard[0]?.query.toString()).toBe('a=b');
  });

  it('follows a redirect of the app within the Service', async () => {
    const moved: Behaviour = (response) => response.writeHead(302, { Location: `${prefix}/there?x=y` }).end();
    const { server, ask } = await story(moved, json({ ok: true }));
    await ask({ url });
    expect(server.heard[1]).toMatchObject({ path: `${prefix}/there` });
  });

  it('does not take the credentials of the API server along to another host', async () => {
    const other = await startKubeServer({}, json({ ok: true }));
    open.push(other);
    const { ask } = await story((response) => response.writeHead(302, { Location: other.url }).end());
    await ask({ url });
    expect(other.heard[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is not repeated when the app answers with an error, whatever that is', async () => {
    for (const code of [401, 403, 429, 503]) {
      const { server, ask } = await story(plain('no', code), json({}));
      await expect(ask({ url })).rejects.toThrow(`received non 2xx response code: ${String(code)}`);
      expect(server.heard.length).toBe(1);
    }
  });

  it.each([
    [
      status(403, 'Forbidden', 'services "web:8080" is forbidden: User "jane" cannot get'),
      'not allowed to go through the API server to the Service web in namespace shop: let the user of the kubeconfig get services/proxy in namespace shop (resourceNames: web:8080)',
    ],
    [
      status(404, 'NotFound', 'services "web" not found', { details: { name: 'web', kind: 'services' } }),
      'there is no Service web in namespace shop (services "web" not found)',
    ],
    [
      status(503, 'ServiceUnavailable', 'no endpoints available for service "web"'),
      'the Service web in namespace shop does not answer at port 8080: check its ports, its selector, and that a pod of it is ready (no endpoints available for service "web")',
    ],
    [
      status(401, 'Unauthorized'),
      'the way through the API server to the Service web in namespace shop failed: Unauthorized',
    ],
  ])('says what the API server itself has against it %#', async (behaviour, message) => {
    const { server, ask } = await story(behaviour);
    await expect(ask({ url })).rejects.toThrow(`GET ${url}: ${message}`);
    expect(server.heard.length).toBe(1);
  });

  it('is sent again when the connection to the API server broke', async () => {
    const { clock, ask } = await story(reset, json({ ok: true }));
    expect(await ask({ url, jsonPath: '{.ok}' })).toMatchObject({ result: true });
    expect(clock.slept).toEqual([250]);
  });

  it('reads no more than 1 MiB', async () => {
    const { ask } = await story(plain('a'.repeat(1024 * 1024 + 1), 200));
    await expect(ask({ url })).rejects.toThrow('the answer is larger than 1 MiB');
  });

  it('is told as a name of DNS too, where it may be one', async () => {
    const { server, ask } = await story(
      json({ ok: true }),
      status(404, 'NotFound', 'services "web" not found'),
    );
    await ask({ url: 'http://web.no-such-namespace/' });
    expect(server.heard[0]?.path).toBe('/k8s/api/v1/namespaces/no-such-namespace/services/web:80/proxy/');
    await expect(ask({ url: 'http://web.no-such-namespace/' })).rejects.toThrow(
      /^GET .*: web.no-such-namespace does not resolve in DNS \(E\w+\), and as a Service of the cluster: there is no Service web/,
    );
  });
});

describe('rights', () => {
  it.each([
    ['GET', 'get'],
    ['POST', 'create'],
    ['PUT', 'update'],
  ])('for %s are to %s the proxy of that Service and port', (method, verb) => {
    const raw = { url: 'https://web.shop.svc/', method };
    expect(complaintsOf(web, raw)).toEqual([]);
    const spec = web.parse(raw, () => undefined);
    const [rule, ...others] = spec === undefined ? [] : web.access(spec, 'mine');
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      verb,
      resource: 'services',
      subresource: 'proxy',
      namespace: 'shop',
      name: 'https:web:443',
    });
    if (rule !== undefined) expect(renderRole([rule])).toContain('services/proxy');
  });

  it.each(['https://example.com/', 'http://prometheus.monitoring:9090/'])('are not asked for %s', (url) => {
    const spec = web.parse({ url }, () => undefined);
    expect(spec && web.access(spec, 'mine')).toEqual([]);
  });
});
