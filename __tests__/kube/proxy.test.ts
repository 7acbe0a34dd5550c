import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Credentials, issueServer, makeAuthority } from '../../cluster/certificates.ts';
import { kubeClient } from '../../src/kube/client.ts';
import { connect } from '../../src/kube/config.ts';
import { proxyFor } from '../../src/kube/proxy.ts';
import { rollouts } from '../../src/kube/resources.ts';
import { startConnectProxy, startSocksProxy } from '../support/connect-proxy.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { json, kubeconfigText, startKubeServer } from '../support/kube-server.ts';
import { rollout } from '../support/objects.ts';

describe('the proxy of the environment', () => {
  const proxy = 'http://proxy.example.com:3128';
  it.each<[string, string, NodeJS.ProcessEnv, string | undefined]>([
    ['none without a variable', 'https://api.example.com', {}, undefined],
    ['HTTPS_PROXY for https', 'https://api.example.com', { HTTPS_PROXY: proxy }, proxy],
    ['https_proxy too', 'https://api.example.com', { https_proxy: proxy }, proxy],
    [
      'upper case first',
      'https://api.example.com',
      { HTTPS_PROXY: proxy, https_proxy: 'http://other' },
      proxy,
    ],
    [
      'lower case if upper case is empty',
      'https://api.example.com',
      { HTTPS_PROXY: '', https_proxy: proxy },
      proxy,
    ],
    ['not HTTP_PROXY for https', 'https://api.example.com', { HTTP_PROXY: proxy }, undefined],
    ['HTTP_PROXY for http', 'http://api.example.com', { HTTP_PROXY: proxy }, proxy],
    [
      'http:// where no scheme is given',
      'https://api.example.com',
      { HTTPS_PROXY: 'proxy.example.com:3128' },
      proxy,
    ],
    ['never for localhost', 'https://localhost:6443', { HTTPS_PROXY: proxy }, undefined],
    ['never for 127.0.0.1', 'https://127.0.0.1:6443', { HTTPS_PROXY: proxy }, undefined],
    ['never for ::1', 'https://[::1]:6443', { HTTPS_PROXY: proxy }, undefined],
  ])('is %s', (_name, server, env, expected) => {
    expect(proxyFor(new URL(server), env)).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['*', 'https://api.example.com', false],
    ['api.example.com', 'https://api.example.com', false],
    ['API.example.COM', 'https://api.example.com', false],
    ['example.com', 'https://api.example.com', false],
    ['.example.com', 'https://api.example.com', false],
    ['*.example.com', 'https://api.example.com', false],
    ['.example.com', 'https://example.com', true],
    ['ample.com', 'https://api.example.com', true],
    ['other.com, api.example.com ', 'https://api.example.com', false],
    ['api.example.com:443', 'https://api.example.com', false],
    ['api.example.com:6443', 'https://api.example.com', true],
    ['10.0.0.0/8', 'https://10.1.2.3:6443', false],
    ['10.0.0.0/8', 'https://11.1.2.3:6443', true],
    ['10.1.2.3', 'https://10.1.2.3:6443', false],
    ['10.1.2.3:6443', 'https://10.1.2.3:6443', false],
    ['fd00::/8', 'https://[fd00::1]:6443', false],
    ['fd00::1', 'https://[fd00::1]:6443', false],
    ['[fd00::1]:6443', 'https://[fd00::1]:6443', false],
    ['10.0.0.0/99, ,nonsense/8', 'https://10.1.2.3', true],
    ['', 'https://api.example.com', true],
  ])('with NO_PROXY "%s" is taken for %s: %p', (NO_PROXY, server, taken) => {
    expect(proxyFor(new URL(server), { HTTPS_PROXY: proxy, NO_PROXY }) !== undefined).toBe(taken);
  });
});

describe('through a proxy', () => {
  let authority: Credentials;
  let tls: Credentials;
  beforeAll(async () => {
    authority = await makeAuthority('test authority');
    tls = await issueServer(authority, ['api.test', '127.0.0.1']);
  });
  const closing: { close(): unknown }[] = [];
  afterAll(async () => {
    for (const each of closing) await each.close();
  });
  const web = { resource: rollouts, namespace: 'shop', name: 'web' };
  const ok = json(rollout('web', '1'));

  it('of HTTPS_PROXY the request arrives, twice over one connection, and the password is sent to the proxy only', async () => {
    const proxy = await startConnectProxy();
    const server = await startKubeServer({ tls }, ok, ok);
    const connection = await connect({
      kubeconfig: kubeconfigText(`https://api.test:${String(server.port)}`, {
        authority: authority.certificate,
      }),
      env: { HTTPS_PROXY: `http://ann:pass%40word@127.0.0.1:${String(proxy.port)}` },
    });
    closing.push(connection, server, proxy);
    const client = kubeClient(connection, { version: '1' });
    await client.get(web);
    await client.get(web);
    expect(proxy.asked).toEqual([
      {
        target: `api.test:${String(server.port)}`,
        authorization: `Basic ${Buffer.from('ann:pass@word').toString('base64')}`,
      },
    ]);
    expect(server.heard).toHaveLength(2);
    expect(server.heard[0]?.headers).not.toHaveProperty('proxy-authorization');
    expect(connection.secrets()).toEqual(['test-token', 'pass%40word', 'pass@word']);
  });

  it("of the kubeconfig's proxy-url the request arrives, whatever NO_PROXY says", async () => {
    const proxy = await startConnectProxy();
    const server = await startKubeServer({ tls }, ok);
    const cluster = { 'proxy-url': `http://127.0.0.1:${String(proxy.port)}` };
    const connection = await connect({
      kubeconfig: kubeconfigText(server.url, { authority: authority.certificate, cluster }),
      env: { NO_PROXY: '*', HTTPS_PROXY: 'http://127.0.0.1:1' },
    });
    closing.push(connection, server, proxy);
    await kubeClient(connection, { version: '1' }).get(web);
    expect(proxy.asked).toHaveLength(1);
  });

  it('of SOCKS5 the request arrives, twice over one connection', async () => {
    const proxy = await startSocksProxy();
    const server = await startKubeServer({ tls }, ok, ok);
    const connection = await connect({
      kubeconfig: kubeconfigText(`https://api.test:${String(server.port)}`, {
        authority: authority.certificate,
      }),
      env: { https_proxy: `socks5h://127.0.0.1:${String(proxy.port)}` },
    });
    closing.push(connection, server, proxy);
    const client = kubeClient(connection, { version: '1' });
    await client.get(web);
    await client.get(web);
    expect(proxy.asked.map(({ target }) => target)).toEqual([`api.test:${String(server.port)}`]);
  });

  it('NO_PROXY leads around it', async () => {
    const proxy = await startConnectProxy();
    const server = await startKubeServer({ tls }, ok);
    const connection = await connect({
      // Nobody resolves this name, so a request that goes around the proxy must fail on it.
      kubeconfig: kubeconfigText(`https://api.around.test:${String(server.port)}`, {
        authority: authority.certificate,
      }),
      env: { HTTPS_PROXY: `http://127.0.0.1:${String(proxy.port)}`, NO_PROXY: '.around.test' },
    });
    closing.push(connection, server, proxy);
    const client = kubeClient(connection, { version: '1', clock: fakeClock() });
    await expect(client.get(web)).rejects.toMatchObject({
      kind: 'unreachable',
      code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    });
    expect(proxy.asked).toEqual([]);
  });

  it('that refuses, a write that must not be sent twice was not sent', async () => {
    const proxy = await startConnectProxy(407);
    const connection = await connect({
      kubeconfig: kubeconfigText('https://api.test:6443', { authority: authority.certificate }),
      env: { HTTPS_PROXY: `127.0.0.1:${String(proxy.port)}` },
    });
    closing.push(connection, proxy);
    const client = kubeClient(connection, { version: '1', clock: fakeClock() });
    const writing = client.patch(web, { type: 'merge', body: {} }, { repeatable: false });
    await expect(writing).rejects.toMatchObject({
      kind: 'unreachable',
      maybeActedOn: false,
      serverMessage: 'Bad response: 407',
    });
  });

  it('whose address is none, the error says where it stands', async () => {
    const kubeconfig = kubeconfigText('https://api.test:6443');
    await expect(connect({ kubeconfig, env: { HTTPS_PROXY: 'ftp://x' } })).rejects.toThrow(
      'HTTPS_PROXY (or HTTP_PROXY) in the environment is not the address',
    );
  });
});
