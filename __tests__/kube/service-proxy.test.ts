import { afterAll, describe, expect, it } from '@jest/globals';
import { type KubeClient, kubeClient } from '../../src/kube/client.ts';
import { connect } from '../../src/kube/config.ts';
import type { ServiceRequest } from '../../src/kube/request-options.ts';
import { makeFolder } from '../support/folder.ts';
import {
  type Behaviour,
  type KubeServer,
  json,
  kubeconfigText,
  plain,
  silence,
  startKubeServer,
  status,
} from '../support/kube-server.ts';

const open: { close(): unknown }[] = [];
const service = { namespace: 'shop', name: 'web', port: '80', tls: false };

afterAll(async () => {
  for (const each of open) await each.close();
});

async function story(
  user: object,
  ...behaviours: Behaviour[]
): Promise<{ server: KubeServer; client: KubeClient }> {
  const server = await startKubeServer({}, ...behaviours);
  const connection = await connect({ kubeconfig: kubeconfigText(server.url, { user }), env: {} });
  open.push(server, connection);
  return { server, client: kubeClient(connection, { version: '1' }) };
}

const request = (more: Partial<ServiceRequest> = {}): ServiceRequest => ({
  method: 'GET',
  path: '/health',
  headers: {},
  timeoutMs: 5_000,
  largest: 1_000,
  signal: new AbortController().signal,
  ...more,
});

describe('a request to what is behind a Service', () => {
  it('gives the answer as bytes, with its status and headers', async () => {
    const { client } = await story({}, plain('no', 418, { 'X-App': 'yes' }));
    const { status: code, headers, body } = await client.proxy(service, request());
    expect([code, headers['x-app'], body.toString()]).toEqual([418, 'yes', 'no']);
  });

  it('never lets a header of the check say who asks', async () => {
    const { server, client } = await story({ token: 'mine', as: 'jane' }, json({}));
    const headers = {
      authorization: 'Basic x',
      Authorization: 'Basic y',
      'impersonate-user': 'admin',
      'Impersonate-Group': 'system:masters',
      'x-remote-user': 'admin',
      host: 'elsewhere',
      'x-check': 'yes',
    };
    await client.proxy(service, request({ headers }));
    expect(server.heard[0]?.headers).toMatchObject({
      authorization: 'Bearer mine',
      'impersonate-user': 'jane',
      'x-check': 'yes',
      host: `127.0.0.1:${String(server.port)}`,
    });
    expect(server.heard[0]?.headers).not.toHaveProperty('impersonate-group');
    expect(server.heard[0]?.headers).not.toHaveProperty('x-remote-user');
  });

  it.each(['/../../../../secrets', '/a/../../b', '/%2e%2e/x'])(
    'does not leave the Service: %s',
    async (path) => {
      const { server, client } = await story({}, json({}));
      await expect(client.proxy(service, request({ path }))).rejects.toThrow(
        'the path leads out of the Service',
      );
      expect(server.heard.length).toBe(0);
    },
  );

  it('renews credentials that the API server refuses, not those that the app refuses', async () => {
    const folder = await makeFolder();
    open.push({ close: () => folder.remove() });
    const tokenFile = await folder.write('token', 'old');
    const rotating =
      (token: string, refuse: Behaviour): Behaviour =>
      (response, heard) =>
        void folder.write('token', token).then(() => refuse(response, heard));
    const { server, client } = await story(
      { tokenFile },
      rotating('new', status(401, 'Unauthorized')),
      json({ ok: true }),
      rotating('newest', plain('no', 401)),
    );
    expect((await client.proxy(service, request())).status).toBe(200);
    expect(server.heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect((await client.proxy(service, request())).status).toBe(401);
    expect(server.heard.length).toBe(3);
  });

  it.each([
    { apiVersion: 'v1', code: 404, message: 'no such order' },
    { kind: 'Status', apiVersion: 'v1', code: 500 },
    { kind: 'Status', code: 404 },
    [],
    null,
  ])('takes what only looks like the API server for the answer of the app: %j', async (body) => {
    const { client } = await story({}, json(body, 404));
    expect((await client.proxy(service, request())).status).toBe(404);
  });

  it('rejects with what the API server itself says, once', async () => {
    const { server, client } = await story({}, status(503, 'ServiceUnavailable', 'no endpoints available'));
    await expect(client.proxy(service, request({ method: 'PUT' }))).rejects.toMatchObject({
      kind: 'server',
      verb: 'update',
      objectName: 'web:80',
      message: 'update services/proxy "web:80" in namespace "shop": no endpoints available',
    });
    expect(server.heard.length).toBe(1);
  });

  it('is over after its time, and at once when it is aborted', async () => {
    const { server, client } = await story({}, silence, silence);
    await expect(client.proxy(service, request({ timeoutMs: 50 }))).rejects.toMatchObject({
      kind: 'timed-out',
    });
    const controller = new AbortController();
    const asked = client.proxy(service, request({ signal: controller.signal }));
    await server.hears(2);
    const reason = new Error('the release is over');
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
});
