import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../../cluster/certificates.ts';
import { web } from '../../src/checks/web.ts';
import { fakeClock } from '../support/fake-clock.ts';
import {
  type Behaviour,
  type KubeServer,
  cut,
  json,
  plain,
  reset,
  silence,
  startKubeServer,
  testCertificates,
} from '../support/kube-server.ts';
import { complaintsOf, measured } from './measured.ts';

let certificates: { authority: Credentials; server: Credentials };
const open: KubeServer[] = [];

beforeAll(async () => {
  certificates = await testCertificates();
});
afterAll(async () => {
  for (const server of open) await server.close();
});

async function server(...behaviours: Behaviour[]): Promise<KubeServer> {
  const started = await startKubeServer({}, ...behaviours);
  open.push(started);
  return started;
}

const redirect =
  (status: number, location: string): Behaviour =>
  (response) =>
    response.writeHead(status, { Location: location }).end();

/** Answers with these bytes, and says of them what the headers say. */
const bytes =
  (body: Buffer, headers: Readonly<Record<string, string>>): Behaviour =>
  (response) =>
    response.writeHead(200, headers).end(body);

describe('what is asked', () => {
  it('is GET with the headers, and gzip is welcome', async () => {
    const at = await server(json({}));
    const headers = [
      { key: 'X-Check', value: 'one' },
      { key: 'x-check', value: 'the last counts' },
      { key: 'Host', value: 'ignored, as by the controller' },
    ];
    await measured(web, { url: `${at.url}/a%20b?c=d#e`, headers });
    expect(at.heard[0]).toMatchObject({
      method: 'GET',
      path: '/a%20b',
      body: '',
      headers: {
        'x-check': 'the last counts',
        'accept-encoding': 'gzip',
        host: `127.0.0.1:${String(at.port)}`,
      },
    });
    expect(at.heard[0]?.query.toString()).toBe('c=d');
  });

  it('may be a text, without a content type of ours', async () => {
    const at = await server(json({}));
    await measured(web, { url: at.url, method: 'POST', body: 'a=b' });
    expect(at.heard[0]).toMatchObject({ method: 'POST', body: 'a=b', headers: { 'content-length': '3' } });
    expect(at.heard[0]?.headers).not.toHaveProperty('content-type');
  });

  it('may be JSON, with its content type whatever the headers say', async () => {
    const at = await server(json({}));
    const headers = [{ key: 'Content-Type', value: 'text/plain' }];
    await measured(web, { url: at.url, method: 'PUT', jsonBody: { a: [1, null] }, headers });
    expect(at.heard[0]).toMatchObject({
      method: 'PUT',
      body: '{"a":[1,null]}',
      headers: { 'content-type': 'application/json' },
    });
  });

  it('has the user of the address as Authorization, and shows it nowhere', async () => {
    const at = await server(json({}));
    const { query } = await measured(web, { url: at.url.replace('//', '//jane:s%40cret@') });
    expect(at.heard[0]?.headers.authorization).toBe(`Basic ${Buffer.from('jane:s@cret').toString('base64')}`);
    expect(query).toBe(`${at.url}/`);
  });
});

describe('an answer', () => {
  const parts = { b: [1.5, null], a: { ok: true, text: 'x<y' } };
  it.each<[string, Behaviour, string | undefined, unknown, string]>([
    [
      'as a whole, keys in order',
      json(parts),
      undefined,
      parts,
      '{"a":{"ok":true,"text":"x<y"},"b":[1.5,null]}',
    ],
    ['by a path', json(parts), '{$.a.ok}', true, 'true'],
    ['the first that a path finds', json(parts), '{.b[*]}', 1.5, '1.5'],
    ['null by a path', json(parts), '{.b[1]}', null, 'null'],
    ['a bare number', plain('0.95', 200), undefined, 0.95, '0.95'],
    ['a bare boolean', plain(' true\n', 200), undefined, true, 'true'],
    ['a bare text in quotes', plain('"yes"', 200), undefined, 'yes', '"yes"'],
    ['null', plain('null', 200), undefined, null, 'null'],
    ['of any 2xx', json({ a: 1 }, 299), '{.a}', 1, '1'],
  ])('is taken %s', async (_, behaviour, jsonPath, result, value) => {
    const at = await server(behaviour);
    expect(await measured(web, { url: at.url, ...(jsonPath && { jsonPath }) })).toEqual({
      kind: 'result',
      result,
      value,
      query: `${at.url}/`,
    });
  });

  it('may be zipped', async () => {
    const at = await server(bytes(gzipSync('{"ok":true}'), { 'Content-Encoding': 'GZIP' }));
    expect(await measured(web, { url: at.url, jsonPath: '{.ok}' })).toMatchObject({ result: true });
  });

  it.each(['OK', '', '<html>502</html>', '{"cut": tr', '\uFEFF{"ok":true}'])(
    'that is no JSON is Successful as it is, whatever the conditions, and says so: %j',
    async (body) => {
      const at = await server(plain(body, 200));
      expect(await measured(web, { url: at.url, jsonPath: '{.ok}' })).toEqual({
        kind: 'verdict',
        verdict: 'Successful',
        value: body,
        message: 'the answer is no JSON: it is taken as it is, without asking the conditions',
        query: `${at.url}/`,
      });
    },
  );

  it.each([
    [json({ ok: 1 }, 500), 'received non 2xx response code: 500'],
    [json({ ok: 1 }, 404), 'received non 2xx response code: 404'],
    [redirect(304, '/'), 'received non 2xx response code: 304'],
    [redirect(302, ''), 'received non 2xx response code: 302'],
    [json({ a: 1 }), 'Could not find JSONPath in body: ok is not found'],
    [json({ ok: [] }), 'result of web metric produced no value'],
  ])('is an error of the measurement, in the words of the controller %#', async (behaviour, message) => {
    const at = await server(behaviour);
    const jsonPath = message.startsWith('result') ? '{.ok[*]}' : '{.ok}';
    await expect(measured(web, { url: at.url, jsonPath })).rejects.toThrow(message);
  });
});

describe('a redirect', () => {
  it.each([
    [301, 'GET', ''],
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'text'],
    [308, 'POST', 'text'],
  ])('%i is followed by %s', async (status, method, body) => {
    const at = await server(redirect(status, 'b?c=1'), json({ ok: true }));
    const headers = [{ key: 'Content-Type', value: 'text/plain' }];
    await measured(web, { url: `${at.url}/dir/a`, method: 'POST', body: 'text', headers });
    expect(at.heard[1]).toMatchObject({ method, path: '/dir/b', body });
    expect(at.heard[1]?.headers['content-type']).toBe(body === '' ? undefined : 'text/plain');
  });

  it('keeps Authorization and Cookie for the host that they were meant for', async () => {
    const other = await server(json({ ok: true }));
    const first = await server(
      redirect(302, '/again'),
      redirect(302, other.url.replace('127.0.0.1', 'localhost')),
    );
    const headers = ['Authorization', 'Cookie', 'X-Check'].map((key) => ({ key, value: 'mine' }));
    await measured(web, { url: first.url, headers });
    expect(first.heard[1]?.headers).toMatchObject({
      authorization: 'mine',
      cookie: 'mine',
      'x-check': 'mine',
    });
    expect(other.heard[0]?.headers).toMatchObject({ 'x-check': 'mine' });
    expect(other.heard[0]?.headers).not.toHaveProperty('authorization');
    expect(other.heard[0]?.headers).not.toHaveProperty('cookie');
  });

  it('is followed ten times', async () => {
    const at = await server(...Array.from({ length: 11 }, () => redirect(302, '/')));
    await expect(measured(web, { url: at.url })).rejects.toThrow(/: stopped after 10 redirects$/);
    expect(at.heard.length).toBe(11);
  });

  it('to what is no web address is refused', async () => {
    const at = await server(redirect(302, 'file:///etc/passwd'));
    await expect(measured(web, { url: at.url })).rejects.toThrow(
      'redirected to what is no http or https address',
    );
  });
});

describe('a server that misbehaves', () => {
  it('is told without what it adds to the address, which may be a signature', async () => {
    const at = await server(redirect(302, 'http://me:pass-word@127.0.0.1:1/file?X-Signature=abc#part'));
    const failure = await measured(web, { url: at.url }).catch((error: unknown) => error);
    expect(String(failure)).toContain('GET http://127.0.0.1:1/file?…: ');
    expect(String(failure)).not.toMatch(/abc|pass-word|part/);
  });

  it('by silence is given up after timeoutSeconds, redirects and all', async () => {
    const at = await server(redirect(302, '/slow'), silence);
    await expect(measured(web, { url: at.url, timeoutSeconds: 1 })).rejects.toThrow(
      `GET ${at.url}/slow: no answer within 1s`,
    );
  });

  it('by an answer that never ends in time is given up too', async () => {
    const dribble: Behaviour = (response) => void response.writeHead(200).write('{"a":');
    const at = await server(dribble);
    await expect(measured(web, { url: at.url, timeoutSeconds: 1 })).rejects.toThrow('no answer within 1s');
  });

  it.each<[string, Behaviour]>([
    ['plain', (response) => response.end(Buffer.alloc(1024 * 1024 + 1, 'a'))],
    ['zipped', bytes(gzipSync(Buffer.alloc(64 * 1024 * 1024)), { 'Content-Encoding': 'gzip' })],
    [
      'endless',
      (response) => {
        const more = (): boolean => response.write(Buffer.alloc(65_536, 'a')) && more();
        response.on('drain', more);
        more();
      },
    ],
  ])('by more than 1 MiB is not read on: %s', async (_, behaviour) => {
    const at = await server(behaviour);
    await expect(measured(web, { url: at.url })).rejects.toThrow(/: the answer is larger than 1 MiB; /);
    expect(at.heard.length).toBe(1);
  });

  it('by gzip that is none', async () => {
    const at = await server(bytes(Buffer.from('{"ok":true}'), { 'Content-Encoding': 'gzip' }));
    await expect(measured(web, { url: at.url })).rejects.toThrow(
      'says that it is gzip, but cannot be unpacked',
    );
  });

  it('by breaking the connection is asked again, twice', async () => {
    const at = await server(reset, cut('{"ok":'), json({ ok: true }));
    const clock = fakeClock();
    expect(await measured(web, { url: at.url, jsonPath: '{.ok}' }, { clock })).toMatchObject({
      result: true,
    });
    expect(clock.slept).toEqual([250, 750]);
    at.next(reset, reset, reset);
    await expect(measured(web, { url: at.url }, { clock })).rejects.toThrow(
      /^GET .*: (socket hang up|read ECONNRESET)/,
    );
    expect(at.heard.length).toBe(6);
  });

  it('by breaking the connection gets a POST only once', async () => {
    const at = await server(reset, json({}));
    await expect(measured(web, { url: at.url, method: 'POST' })).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(at.heard.length).toBe(1);
  });

  it('by a wrong status is not asked again', async () => {
    const at = await server(json({}, 503), json({}));
    await expect(measured(web, { url: at.url })).rejects.toThrow('503');
    expect(at.heard.length).toBe(1);
  });

  it('by not being there is told with the address', async () => {
    const message = 'GET http://127.0.0.1:1/health: connect ECONNREFUSED 127.0.0.1:1';
    const raw = { url: 'http://127.0.0.1:1/health' };
    await expect(measured(web, raw, { clock: fakeClock() })).rejects.toThrow(message);
  });

  it('by a certificate that nobody trusts is refused, unless insecure', async () => {
    const at = await startKubeServer({ tls: certificates.server }, json({ ok: true }));
    open.push(at);
    await expect(measured(web, { url: at.url })).rejects.toThrow(
      /no trusted connection: .*NODE_EXTRA_CA_CERTS\), or set insecure: true/,
    );
    expect(at.heard.length).toBe(0);
    const raw = { url: at.url, insecure: true, jsonPath: '{.ok}' };
    expect(await measured(web, raw)).toMatchObject({ result: true });
  });

  it('leaves no connection open', async () => {
    const at = await server(json({}));
    await measured(web, { url: at.url });
    for (const socket of at.connections.open) await new Promise((resolve) => socket.once('close', resolve));
    expect(at.connections.open.size).toBe(0);
  });
});

describe('mistakes', () => {
  const url = 'https://example.com';
  it.each([
    [
      { url: 'ftp://example.com' },
      'url: is not an address (allowed: an http or https address such as https://example.com/health)',
    ],
    [
      { url: 'http://' },
      'url: is not an address (allowed: an http or https address such as https://example.com/health)',
    ],
    [{ url: 7 }, 'url: is no text (put it in quotes)'],
    [{ url, method: 'get' }, 'method: is not a method that is allowed (allowed: GET, POST, PUT)'],
    [{ url, method: 'POST', body: 'a', jsonBody: {} }, 'jsonBody: stands beside body (use one of them)'],
    [{ url, body: 'a' }, 'body: cannot be sent by GET (set method to POST or PUT)'],
    [{ url, jsonBody: {} }, 'jsonBody: cannot be sent by GET (set method to POST or PUT)'],
    [{ url, method: 'PUT', jsonBody: [1] }, 'jsonBody: is no object (write any other body as text in body)'],
    [{ url, timeoutSeconds: 1.5 }, 'timeoutSeconds: is no whole number'],
    [
      { url, timeoutSeconds: 86_400 },
      'timeoutSeconds: is out of range (allowed: whole seconds from 0 to 3600)',
    ],
    [{ url, insecure: 'true' }, 'insecure: is neither true nor false'],
    [{ url, headers: { a: 'b' } }, 'headers: is no list'],
    [
      { url, headers: [{ key: 'a', value: 'b\nc' }] },
      'headers.0.value: has characters that no header can have, such as a line break',
    ],
    [{ url, headers: [{ value: 'b' }] }, 'headers.0.key: is missing (it has to be the name of a header)'],
    [
      { url, jsonPath: '$.a' },
      'jsonPath: does not begin with `{`: Kubernetes would take it for plain text (allowed: one path in braces, such as {$.data.ok})',
    ],
    [
      { url, jsonpath: '{.a}' },
      'jsonpath: is not a field that it has (allowed: url, method, headers, body, jsonBody, timeoutSeconds, jsonPath, insecure, authentication)',
    ],
    [
      { url: 'http://web-0.web.shop.svc/' },
      'url: web-0.web.shop.svc is in the cluster, but is no Service: the API server leads to SERVICE.NAMESPACE.svc only (put a Service before the pods that are measured)',
    ],
    [
      { url: 'http://a:b@web.shop.svc/' },
      'url: has a user in it: an address of the cluster is asked through the API server, which keeps the header authorization for itself; leave it out, or measure by an AnalysisTemplate of the cluster (templateName)',
    ],
  ])('are told with what is allowed %#', (raw, complaint) => {
    expect(complaintsOf(web, raw)).toEqual([complaint]);
  });

  it('takes what is left empty as left out', () => {
    const raw = { url, method: '', headers: null, body: '', jsonPath: '', timeoutSeconds: 0, jsonBody: null };
    expect(complaintsOf(web, raw)).toEqual([]);
    expect(web.parse(raw, () => undefined)).toMatchObject({
      request: { method: 'GET', headers: {}, body: undefined, timeoutMs: 10_000, insecure: false },
    });
  });
});
