import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Credentials, issueClient, issueServer, makeAuthority } from '../../cluster/certificates.ts';
import { type KubeClient, kubeClient } from '../../src/kube/client.ts';
import { connect } from '../../src/kube/config.ts';
import { rollouts } from '../../src/kube/resources.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { makeFolder } from '../support/folder.ts';
import {
  type Behaviour,
  type KubeServer,
  type ServerOptions,
  json,
  kubeconfigText,
  startKubeServer,
} from '../support/kube-server.ts';
import { rollout } from '../support/objects.ts';

const web = { resource: rollouts, namespace: 'shop', name: 'web' };
const ok = json(rollout('web', '1'));
const closing: { close(): unknown }[] = [];
let authority: Credentials;

beforeAll(async () => {
  authority = await makeAuthority('test authority');
});
afterAll(async () => {
  for (const each of closing) await each.close();
});

async function story(
  options: ServerOptions,
  parts: Parameters<typeof kubeconfigText>[1],
  behaviour: Behaviour = ok,
): Promise<{ server: KubeServer; client: KubeClient; clock: ReturnType<typeof fakeClock> }> {
  const server = await startKubeServer(options, behaviour);
  const connection = await connect({ kubeconfig: kubeconfigText(server.url, parts), env: {} });
  const clock = fakeClock();
  closing.push(connection, server);
  return { server, client: kubeClient(connection, { version: '1', clock }), clock };
}

describe('a handshake that fails is told at once, never repeated, and nothing was sent', () => {
  const past = { from: new Date('2020-01-01'), until: new Date('2020-01-02') };
  const cases: [string, string, () => Promise<ServerOptions & { trust?: string }>][] = [
    [
      'of an authority that the kubeconfig does not have',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      async () => ({ tls: await issueServer(await makeAuthority('another'), ['127.0.0.1']) }),
    ],
    [
      'for another name',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      async () => ({ tls: await issueServer(authority, ['elsewhere.example.com']) }),
    ],
    [
      'that has expired',
      'CERT_HAS_EXPIRED',
      async () => ({ tls: await issueServer(authority, ['127.0.0.1'], past) }),
    ],
  ];
  it.each(cases)('with a certificate %s', async (_name, code, options) => {
    const { server, client, clock } = await story(await options(), { authority: authority.certificate });
    const writing = client.patch(web, { type: 'merge', body: {} }, { repeatable: false });
    await expect(writing).rejects.toMatchObject({ kind: 'tls', code, maybeActedOn: false });
    await expect(client.get(web)).rejects.toMatchObject({ kind: 'tls' });
    expect(clock.slept).toEqual([]);
    expect(server.heard).toEqual([]);
    expect(server.connections.total).toBe(2);
  });

  it('with a server that speaks no TLS', async () => {
    const server = await startKubeServer({});
    const connection = await connect({
      kubeconfig: kubeconfigText(server.url.replace('http:', 'https:')),
      env: {},
    });
    closing.push(connection, server);
    const reading = kubeClient(connection, { version: '1' }).get(web);
    await expect(reading).rejects.toMatchObject({
      kind: 'tls',
      code: expect.stringMatching(/EPROTO|ERR_SSL/),
    });
  });

  it('with a client key that is none', async () => {
    const tls = await issueServer(authority, ['127.0.0.1']);
    const user = { 'client-certificate-data': 'QUJD', 'client-key-data': 'QUJD' };
    const { client } = await story({ tls }, { authority: authority.certificate, user });
    await expect(client.get(web)).rejects.toMatchObject({ kind: 'tls', maybeActedOn: false });
  });
});

describe('a kubeconfig', () => {
  it('may name the server by another name than its address', async () => {
    const tls = await issueServer(authority, ['elsewhere.example.com']);
    const { client } = await story(
      { tls },
      { authority: authority.certificate, cluster: { 'tls-server-name': 'elsewhere.example.com' } },
    );
    await expect(client.get(web)).resolves.toBeDefined();
  });

  it('may say that the certificate need not be checked', async () => {
    const tls = await issueServer(await makeAuthority('another'), ['elsewhere.example.com']);
    const { client } = await story({ tls }, { cluster: { 'insecure-skip-tls-verify': true } });
    await expect(client.get(web)).resolves.toBeDefined();
  });

  it('may have no user at all: its authority counts all the same', async () => {
    const tls = await issueServer(authority, ['127.0.0.1']);
    const { client, server } = await story(
      { tls },
      { authority: authority.certificate, context: { user: undefined } },
    );
    await client.get(web);
    expect(server.heard[0]?.headers).not.toHaveProperty('authorization');
  });

  it('may name a plain http server, as `kubectl proxy` is one', async () => {
    const { client } = await story({}, {});
    await expect(client.get(web)).resolves.toBeDefined();
  });

  /** Answers with the name in the client's certificate. */
  const whoAreYou: Behaviour = (response, heard) => {
    const { subject } = (response.socket as TLSSocket).getPeerCertificate();
    json(rollout(String(subject.CN), '1'))(response, heard);
  };

  it.each(['data', 'files', 'data, which goes before files'])(
    'may have a client certificate, as %s',
    async (form) => {
      const tls = await issueServer(authority, ['127.0.0.1']);
      const folder = await makeFolder();
      const ann = await issueClient(authority, 'ann');
      const files = {
        'client-certificate': await folder.write('cert.pem', ann.certificate),
        'client-key': await folder.write('key.pem', ann.key),
      };
      const data = {
        'client-certificate-data': Buffer.from(ann.certificate).toString('base64'),
        'client-key-data': Buffer.from(ann.key).toString('base64'),
      };
      const broken = { 'client-certificate': '/no/such/file', 'client-key': '/no/such/file' };
      const user = form === 'data' ? data : form === 'files' ? files : { ...data, ...broken };
      const options = { tls, clientAuthority: authority.certificate };
      const { client } = await story(options, { authority: authority.certificate, user }, whoAreYou);
      await expect(client.get(web)).resolves.toMatchObject({ metadata: { name: 'ann' } });
      await folder.remove();
    },
  );

  it('may get its client certificate from a plugin, and a new one when that is refused', async () => {
    const tls = await issueServer(authority, ['127.0.0.1']);
    const folder = await makeFolder();
    for (const [index, name] of ['old', 'new'].entries()) {
      const { certificate, key } = await issueClient(authority, name);
      await folder.write(
        `answer-${String(index + 1)}`,
        JSON.stringify({ status: { clientCertificateData: certificate, clientKeyData: key } }),
      );
    }
    const command = await folder.write(
      'plugin',
      `#!/bin/sh\necho >> ${folder.path}/runs\ncat ${folder.path}/answer-$(wc -l < ${folder.path}/runs | tr -d ' ')\n`,
      0o755,
    );
    const refuseOld: Behaviour = (response, heard) => {
      const old = (response.socket as TLSSocket).getPeerCertificate().subject.CN === 'old';
      if (old) response.writeHead(401).end();
      else whoAreYou(response, heard);
    };
    const options = { tls, clientAuthority: authority.certificate };
    const { client, server } = await story(
      options,
      { authority: authority.certificate, user: { exec: { command } } },
      refuseOld,
    );
    server.next(refuseOld);
    await expect(client.get(web)).resolves.toMatchObject({ metadata: { name: 'new' } });
    await folder.remove();
  });
});
