import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../../../cluster/certificates.ts';
import { web } from '../../../src/checks/web.ts';
import { startConnectProxy } from '../../support/connect-proxy.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { type KubeServer, json, startKubeServer, testCertificates } from '../../support/kube-server.ts';
import { measured } from '../measured.ts';

let certificates: { authority: Credentials; server: Credentials };
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  certificates = await testCertificates();
});
afterAll(async () => {
  for (const each of open) await each.close();
});

async function secure(): Promise<KubeServer> {
  const server = await startKubeServer({ tls: certificates.server }, json({ ok: true }));
  open.push(server);
  return server;
}

describe('the proxy of the environment', () => {
  it('leads to a server with TLS by a tunnel, and tells it who asks', async () => {
    const at = await secure();
    const proxy = await startConnectProxy();
    open.push(proxy);
    const env = { HTTPS_PROXY: `http://jane:s%40cret@127.0.0.1:${String(proxy.port)}` };
    const url = `https://app.example.com:${String(at.port)}/health`;
    expect(await measured(web, { url, insecure: true, jsonPath: '{.ok}' }, { env })).toMatchObject({
      result: true,
    });
    expect(proxy.asked).toEqual([
      {
        target: `app.example.com:${String(at.port)}`,
        authorization: `Basic ${Buffer.from('jane:s@cret').toString('base64')}`,
      },
    ]);
    expect(at.heard[0]).toMatchObject({
      path: '/health',
      headers: { host: `app.example.com:${String(at.port)}` },
    });
  });

  it('changes nothing about whom to trust', async () => {
    const at = await secure();
    const proxy = await startConnectProxy();
    open.push(proxy);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${String(proxy.port)}` };
    const url = `https://app.example.com:${String(at.port)}/`;
    await expect(measured(web, { url }, { env })).rejects.toThrow('no trusted connection');
    expect(at.heard.length).toBe(0);
  });

  it('is asked for the whole address of a server without TLS', async () => {
    const heard: http.IncomingMessage[] = [];
    const proxy = http.createServer((request, response) => {
      heard.push(request);
      response.end('{"ok":true}');
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    open.push(proxy);
    const env = { http_proxy: `127.0.0.1:${String((proxy.address() as AddressInfo).port)}` };
    const url = 'http://app.example.com/health?deep=1';
    expect(await measured(web, { url, jsonPath: '{.ok}' }, { env })).toMatchObject({ result: true });
    expect(heard[0]).toMatchObject({ url, headers: { host: 'app.example.com' } });
  });

  it('that refuses is named', async () => {
    const proxy = await startConnectProxy(407);
    open.push(proxy);
    const env = { HTTPS_PROXY: `http://jane:cret@127.0.0.1:${String(proxy.port)}` };
    await expect(
      measured(web, { url: 'https://app.example.com/' }, { env, clock: fakeClock() }),
    ).rejects.toThrow(
      `GET https://app.example.com/: the proxy 127.0.0.1:${String(proxy.port)} refused the connection (HTTP 407)`,
    );
  });

  it('that is silent is left at once when the measurement is over', async () => {
    const silent = http.createServer();
    const asked = Promise.withResolvers<undefined>();
    const closed = Promise.withResolvers<undefined>();
    silent.on('connect', (_, socket) => {
      socket
        .on('error', () => undefined)
        .once('end', () => {
          socket.destroy();
          closed.resolve(undefined);
        });
      socket.resume();
      asked.resolve(undefined);
    });
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    open.push(silent);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${String((silent.address() as AddressInfo).port)}` };
    const controller = new AbortController();
    const measuring = measured(web, { url: 'https://app.example.com/' }, { env }, controller.signal);
    await asked.promise;
    controller.abort(new Error('the release is over'));
    await expect(measuring).rejects.toThrow('the release is over');
    await closed.promise;
  });

  it('is not for what NO_PROXY names, nor for this machine', async () => {
    const at = await startKubeServer({}, json({ ok: true }), json({ ok: true }));
    open.push(at);
    const env = { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'localhost' };
    await measured(web, { url: at.url }, { env });
    await measured(web, { url: at.url.replace('127.0.0.1', 'localhost') }, { env });
    expect(at.heard.length).toBe(2);
  });

  it('that is no address is said', async () => {
    const env = { HTTPS_PROXY: 'socks5://127.0.0.1:1' };
    await expect(measured(web, { url: 'https://app.example.com/' }, { env })).rejects.toThrow(
      'HTTPS_PROXY (or HTTP_PROXY) is not the address of an http or https proxy',
    );
  });
});
