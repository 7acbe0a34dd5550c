import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../../cluster/certificates.ts';
import { type ClientOptions, type KubeClient, kubeClient } from '../../src/kube/client.ts';
import { type Connection, connect } from '../../src/kube/config.ts';
import { keepAlive } from '../../src/kube/https-options.ts';
import { type KubeError } from '../../src/kube/kube-error.ts';
import { pods, rollouts } from '../../src/kube/resources.ts';
import { endlessClock, fakeClock } from '../support/fake-clock.ts';
import {
  type Behaviour,
  type KubeServer,
  cut,
  json,
  kubeconfigText,
  plain,
  reset,
  silence,
  startKubeServer,
  status,
  testCertificates,
} from '../support/kube-server.ts';
import { rollout } from '../support/objects.ts';

const web = { resource: rollouts, namespace: 'shop', name: 'web' };
const ok = json(rollout('web', '1'));
const repeatable = { repeatable: true } as const;
const single = { repeatable: false } as const;
const merge = { type: 'merge', body: { spec: { paused: true } } } as const;

let certificates: { authority: Credentials; server: Credentials };
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  certificates = await testCertificates();
});
afterAll(async () => {
  for (const each of open) await each.close();
});

interface Story {
  server: KubeServer;
  client: KubeClient;
  connection: Connection;
  clock: ReturnType<typeof fakeClock>;
}

/** A client of a server that does what the test says. */
async function story(behaviours: Behaviour[], options: Partial<ClientOptions> = {}): Promise<Story> {
  const server = await startKubeServer({ tls: certificates.server }, ...behaviours);
  const kubeconfig = kubeconfigText(server.url, { authority: certificates.authority.certificate });
  const connection = await connect({ kubeconfig, env: {} });
  const clock = fakeClock();
  const client = kubeClient(connection, { version: '1.2.3', clock, ...options });
  open.push(server, connection);
  return { server, client, connection, clock };
}

/** The error that a promise rejects with. */
async function failureOf(promise: Promise<unknown>): Promise<KubeError> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as KubeError,
  );
}

describe('a request', () => {
  it('says who asks, what it accepts and with whose token, at the path of the object', async () => {
    const { server, client } = await story([ok]);
    await expect(client.get(web)).resolves.toEqual(rollout('web', '1'));
    expect(server.heard[0]).toMatchObject({
      method: 'GET',
      path: '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web',
      headers: {
        authorization: 'Bearer test-token',
        accept: 'application/json',
        'user-agent': 'rollout-conductor/1.2.3',
      },
    });
  });

  it('goes over one connection, twenty times', async () => {
    const { server, client } = await story(Array.from({ length: 20 }, () => ok));
    for (let count = 0; count < 20; count += 1) await client.get(web);
    expect(server.connections.total).toBe(1);
  });

  it('closes its connection by itself when that is idle, before a load balancer drops it without a word', async () => {
    const { server, client, connection } = await story([ok]);
    keepAlive((await connection.credentials()).agent, 50);
    await client.get(web);
    for (const socket of server.connections.open) await once(socket, 'close');
    expect(server.connections.open.size).toBe(0);
  });

  it('keeps the path of a server address that has one, as Rancher does', async () => {
    const server = await startKubeServer({}, ok);
    const connection = await connect({
      kubeconfig: kubeconfigText(`${server.url}/k8s/clusters/c-1/`),
      env: {},
    });
    open.push(server, connection);
    await kubeClient(connection, { version: '1' }).get(web);
    expect(server.heard[0]?.path).toBe(
      '/k8s/clusters/c-1/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web',
    );
  });

  it('never drops unknown fields', async () => {
    const object = rollout('web', '1', { spec: { neverHeardOf: { a: [1, null, 'é'] } }, alsoNew: true });
    const { client } = await story([json(object)]);
    await expect(client.get(web)).resolves.toEqual(object);
  });

  it('reads the log of a pod as text', async () => {
    const { server, client } = await story([plain('one\ntwo\n', 200)]);
    const ref = { resource: pods, namespace: 'shop', name: 'web-1' };
    await expect(client.logs(ref, { container: 'app', previous: true, tailLines: 20 })).resolves.toBe(
      'one\ntwo\n',
    );
    expect(server.heard[0]?.path).toBe('/api/v1/namespaces/shop/pods/web-1/log');
    expect(server.heard[0]?.query.toString()).toBe('container=app&previous=true&tailLines=20');
  });
});

describe('a list', () => {
  it('follows its pages and gives built-in items the type that only the list has', async () => {
    const page = (name: string, next?: string): Behaviour =>
      json({
        kind: 'PodList',
        metadata: { resourceVersion: '7', continue: next },
        items: [{ metadata: { name } }],
      });
    const { server, client } = await story([page('a', 'next page'), page('b')], { pageSize: 1 });
    const list = await client.list(pods, { namespace: 'shop', labelSelector: 'app in (web)' });
    expect(list).toEqual({
      resourceVersion: '7',
      items: ['a', 'b'].map((name) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name } })),
    });
    expect(server.heard.map(({ query }) => query.toString())).toEqual([
      'labelSelector=app+in+%28web%29&limit=1',
      'labelSelector=app+in+%28web%29&limit=1&continue=next+page',
    ]);
  });

  it('starts over in one piece when its next page has become too old', async () => {
    const { server, client } = await story([
      json({ metadata: { resourceVersion: '7', continue: 'old' }, items: [{ metadata: { name: 'a' } }] }),
      status(410, 'Expired'),
      json({ metadata: { resourceVersion: '9' }, items: [{ metadata: { name: 'b' } }] }),
    ]);
    const list = await client.list(pods, { namespace: 'shop' });
    expect(list.items.map(({ metadata }) => metadata.name)).toEqual(['b']);
    expect(server.heard[2]?.query.toString()).toBe('');
  });
});

describe('a write', () => {
  const kinds = [
    ['merge', 'application/merge-patch+json', merge, '{"spec":{"paused":true}}'],
    [
      'json',
      'application/json-patch+json',
      { type: 'json', body: [{ op: 'test', path: '/a', value: 1 }] },
      '[{"op":"test","path":"/a","value":1}]',
    ],
    [
      'apply',
      'application/apply-patch+yaml',
      { type: 'apply', body: { spec: {} } },
      '{"apiVersion":"argoproj.io/v1alpha1","kind":"Rollout","spec":{}}',
    ],
  ] as const;
  it.each(kinds)(
    'by %s patch says its content type and field manager',
    async (_name, contentType, patch, body) => {
      const { server, client } = await story([ok]);
      await client.patch(web, patch, {
        ...single,
        subresource: 'status',
        dryRun: true,
        fieldValidation: 'Strict',
        force: true,
      });
      expect(server.heard[0]).toMatchObject({
        method: 'PATCH',
        path: '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web/status',
        headers: { 'content-type': contentType },
        body,
      });
      expect(Object.fromEntries(server.heard[0]?.query ?? [])).toEqual({
        fieldManager: 'rollout-conductor',
        dryRun: 'All',
        fieldValidation: 'Strict',
        force: 'true',
      });
    },
  );

  it('creates with the type filled in, and deletes only the very object that was meant', async () => {
    const { server, client } = await story([ok, ok]);
    await client.create(rollouts, 'shop', { metadata: { name: 'web' } }, single);
    await client.delete(web, { ...single, uid: 'u1', propagationPolicy: 'Foreground' });
    expect(server.heard.map(({ method, path, body }) => [method, path, JSON.parse(body) as unknown])).toEqual(
      [
        [
          'POST',
          '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts',
          { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' } },
        ],
        [
          'DELETE',
          '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web',
          {
            apiVersion: 'v1',
            kind: 'DeleteOptions',
            preconditions: { uid: 'u1' },
            propagationPolicy: 'Foreground',
          },
        ],
      ],
    );
  });
});

describe('trying again', () => {
  it('waits as long as Retry-After says in seconds', async () => {
    const { client, clock } = await story([
      status(429, 'TooManyRequests', 'x', { headers: { 'Retry-After': '7' } }),
      ok,
    ]);
    await client.get(web);
    expect(clock.slept).toEqual([7000]);
  });

  it('waits until the date that Retry-After names', async () => {
    const date = new Date('2026-01-01T00:00:20Z').toUTCString();
    const { client, clock } = await story([
      status(503, 'ServiceUnavailable', 'x', { headers: { 'Retry-After': date } }),
      ok,
    ]);
    await client.get(web);
    expect(clock.slept).toEqual([20_000]);
  });

  it('gives up at once if Retry-After is later than the deadline', async () => {
    const { client, clock, server } = await story([
      status(429, 'TooManyRequests', 'x', { headers: { 'Retry-After': '7' } }),
    ]);
    const error = await failureOf(client.get(web, { deadline: clock.now() + 6_999 }));
    expect(error).toMatchObject({ kind: 'too-many-requests', httpStatus: 429, retryAfterMs: 7000 });
    expect(server.heard).toHaveLength(1);
  });

  it.each([408, 500, 502, 503, 504])('reads again after HTTP %i, twice, with growing waits', async (code) => {
    const { client, clock } = await story([plain('x', code), plain('x', code), ok]);
    await client.get(web);
    expect(clock.slept).toHaveLength(2);
    expect(clock.slept[0]).toBeLessThanOrEqual(250);
    expect(clock.slept[1]).toBeLessThanOrEqual(500);
  });

  it.each([400, 403, 404, 405, 409, 410, 415, 422])('never repeats after HTTP %i', async (code) => {
    const { client, server } = await story([plain('x', code)]);
    await failureOf(client.get(web));
    expect(server.heard).toHaveLength(1);
  });

  it('ends at the deadline with the last error', async () => {
    const { client, clock } = await story(Array.from({ length: 100 }, () => plain('x', 500)));
    const start = clock.now();
    const error = await failureOf(client.get(web, { deadline: start + 30_000 }));
    expect(error).toMatchObject({ kind: 'server', httpStatus: 500 });
    expect(clock.now() - start).toBeLessThanOrEqual(30_000);
    expect(clock.slept.length).toBeGreaterThan(3);
  });

  it('is left to callers who ask for one try', async () => {
    const { client, server } = await story([plain('x', 500)]);
    await failureOf(client.get(web, { retry: false }));
    expect(server.heard).toHaveLength(1);
  });

  it('ends at once when the signal is aborted in the middle of a wait', async () => {
    const clock = endlessClock();
    const { client } = await story([plain('x', 500)], { clock });
    const controller = new AbortController();
    const reading = failureOf(client.get(web, { signal: controller.signal }));
    await clock.asleep;
    controller.abort(new Error('cancelled by the test'));
    expect((await reading).message).toBe('cancelled by the test');
  });

  it('reads again after a reset, a cut body and no answer at all', async () => {
    const { client, server } = await story([reset, cut('{"kind":'), silence, ok], { attemptTimeoutMs: 150 });
    await expect(client.get(web)).resolves.toEqual(rollout('web', '1'));
    expect(server.heard).toHaveLength(4);
  });

  it('reads again at once, without a wait, when a kept connection was closed under the request', async () => {
    const { client, clock, server } = await story([ok, reset, ok]);
    await client.get(web);
    await client.get(web);
    expect(server.heard).toHaveLength(3);
    expect(clock.slept).toEqual([]);
  });

  it('does that only once for a request', async () => {
    const { client, clock } = await story([ok, ok, reset, reset, ok]);
    // Two kept connections, so that the repetition meets one too.
    await Promise.all([client.get(web), client.get(web)]);
    await client.get(web);
    expect(clock.slept).toHaveLength(1);
  });

  it('tries a first contact that is refused only a few times', async () => {
    const { client, clock, server } = await story([]);
    await server.close();
    const error = await failureOf(client.get(web));
    expect(error).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED', maybeActedOn: false });
    expect(clock.slept).toHaveLength(5);
  });

  it('outlasts a restart of a server that has answered before', async () => {
    const { client, clock, server } = await story([ok]);
    await client.get(web);
    await server.close();
    const start = clock.now();
    await failureOf(client.get(web));
    expect(clock.slept.length).toBeGreaterThan(5);
    expect(clock.now() - start).toBeGreaterThan(40_000);
  });
});

describe('a write that must not be sent twice', () => {
  it.each([
    ['the connection breaks', reset],
    ['the answer is cut', cut('{"kind":')],
    ['no answer comes', silence],
    ['HTTP 500 comes', plain('x', 500)],
    ['HTTP 502 comes', plain('x', 502)],
    ['HTTP 503 without Retry-After comes', plain('x', 503)],
    ['HTTP 504 comes', status(504, 'Timeout', 'x', { headers: { 'Retry-After': '1' } })],
    ['the answer is no JSON', plain('<html>', 200)],
  ])('arrives exactly once if %s, and its error says that the answer is lost', async (_name, behaviour) => {
    const { client, server } = await story([behaviour, ok], { attemptTimeoutMs: 150 });
    const error = await failureOf(client.patch(web, merge, single));
    expect(error).toMatchObject({ kind: 'answer-lost', verb: 'patch', maybeActedOn: true });
    // Whatever else the client might still do would have been done before this answer.
    await client.get(web);
    expect(server.heard.map(({ method }) => method)).toEqual(['PATCH', 'GET']);
  });

  it('arrives exactly once if a kept connection breaks under it', async () => {
    const { client, server } = await story([ok, reset, ok]);
    await client.get(web);
    const error = await failureOf(client.patch(web, merge, single));
    expect(error.kind).toBe('answer-lost');
    await client.get(web);
    expect(server.heard.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET']);
  });

  it.each([
    ['HTTP 429', status(429, 'TooManyRequests', 'x', { headers: { 'Retry-After': '1' } })],
    [
      'HTTP 503 with Retry-After',
      status(503, 'ServiceUnavailable', 'x', { headers: { 'Retry-After': '1' } }),
    ],
  ])('is sent again after %s, which refuses it before anything is done', async (_name, behaviour) => {
    const { client, server } = await story([behaviour, ok]);
    await client.patch(web, merge, single);
    expect(server.heard).toHaveLength(2);
  });

  it('is tried again while no connection can be made, because then nothing was sent', async () => {
    const { client, clock, server } = await story([]);
    await server.close();
    const error = await failureOf(client.patch(web, merge, single));
    expect(error).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED' });
    expect(clock.slept).toHaveLength(5);
  });

  it('is repeated if it is said to be repeatable', async () => {
    const { client, server } = await story([reset, plain('x', 500), ok]);
    await client.patch(web, merge, repeatable);
    expect(server.heard).toHaveLength(3);
  });
});

describe('an error', () => {
  it.each([
    [
      'not-found',
      status(404, 'NotFound', 'rollouts.argoproj.io "web" not found', {
        details: { name: 'web', kind: 'rollouts' },
      }),
    ],
    ['no-such-resource', plain('404 page not found\n', 404)],
    ['forbidden', status(403, 'Forbidden')],
    ['conflict', status(409, 'Conflict')],
    ['already-exists', status(409, 'AlreadyExists')],
    // What an API server answers for a core kind that it does not know.
    [
      'no-such-resource',
      status(404, 'NotFound', 'the server could not find the requested resource', { details: {} }),
    ],
    ['invalid', status(422, 'Invalid')],
    ['gone', status(410, 'Expired')],
    ['refused', status(415, 'UnsupportedMediaType')],
    ['unauthorized', status(401, 'Unauthorized')],
    ['bad-answer', plain('<html>', 200)],
  ] as const)('is of the kind %s', async (kind, behaviour) => {
    const { client } = await story([behaviour]);
    expect((await failureOf(client.get(web))).kind).toBe(kind);
  });

  it("holds the request's name and the server's words, and nothing secret", async () => {
    const { client } = await story([
      status(422, 'Invalid', 'spec.x:\n  is wrong', { details: { name: 'web', kind: 'Rollout' } }),
    ]);
    const error = await failureOf(
      client.patch(
        web,
        { type: 'merge', body: { secret: 'body-text' } },
        { ...single, subresource: 'status' },
      ),
    );
    expect(error.message).toBe(
      'patch rollouts.argoproj.io/status "web" in namespace "shop": spec.x: is wrong',
    );
    expect(error).toMatchObject({
      httpStatus: 422,
      reason: 'Invalid',
      objectName: 'web',
      namespace: 'shop',
      subresource: 'status',
    });
    expect(JSON.stringify(error) + String(error.stack)).not.toMatch(/test-token|body-text|Bearer/);
  });

  it.each([
    ['as a string', JSON.stringify(JSON.stringify({ env: 'body-text "quoted" }'.repeat(20) }))],
    ['as JSON', JSON.stringify({ env: Array.from({ length: 30 }, () => ({ value: 'body-text' })) })],
  ])(
    'does not show the object that strict validation quotes %s, and keeps the reason behind it',
    async (_name, quoted) => {
      const message = `"" is invalid: patch: Invalid value: ${quoted}: strict decoding error: unknown field "spec.nonsense"`;
      const { client } = await story([status(422, 'Invalid', message)]);
      const error = await failureOf(client.get(web));
      expect(error.serverMessage).toBe(
        '"" is invalid: patch: Invalid value: (not shown): strict decoding error: unknown field "spec.nonsense"',
      );
    },
  );

  it('does not show a body that is no Status, such as the login page of a gateway', async () => {
    const { client } = await story([plain('<html>session=abcdef</html>', 403)]);
    expect((await failureOf(client.get(web))).serverMessage).toBe('HTTP 403 Forbidden');
  });
});
