import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { prometheus } from '../../../src/checks/prometheus.ts';
import type { Scene } from '../../../src/checks/provider.ts';
import { web } from '../../../src/checks/web.ts';
import { missingAccess } from '../../../src/kube/access.ts';
import { clusterScene, measureOnce, rightSpec } from '../support/check-scene.ts';
import {
  applyManifests,
  clusterFolder,
  clusterKubeconfig,
  freshNamespace,
  userKubeconfig,
} from '../support/kubernetes.ts';
import { prometheusAddress } from '../support/measured-app.ts';
import { type ServiceApp, leadTo, startServiceApp } from '../support/service-app.ts';

let namespace: string;
let scene: Scene;
let app: ServiceApp;

const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/moved': (_, response) => void response.writeHead(302, { location: '/health?moved=1' }).end(),
  '/moved-far': ({ headers }, response) =>
    void response.writeHead(307, { location: `http://${String(headers.host)}/health` }).end(),
  '/broken': (_, response) => void response.writeHead(503).end('the app says no'),
  '/refuses': (_, response) => void response.writeHead(401).end('the app knows nobody'),
};

beforeAll(async () => {
  namespace = await freshNamespace();
  scene = await clusterScene(namespace);
  app = await startServiceApp(namespace, 'web', (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const answer = answers[path];
    if (answer !== undefined) return answer(request, response);
    const { method, url, headers } = request;
    void text(request).then((body) => response.end(JSON.stringify({ ok: true, method, url, body, headers })));
  });
});

const ask = (raw: unknown, as: Scene = scene): ReturnType<typeof measureOnce> => measureOnce(web, raw, as);

describe('web, at an address that only the cluster knows', () => {
  it('asks the app with method, path, query, headers and body, through the API server', async () => {
    const measured = await ask({
      url: `http://${app.host}/health?deep=a%20b`,
      method: 'POST',
      headers: [{ key: 'X-Check', value: 'yes' }],
      jsonBody: { a: 1 },
    });
    expect(measured).toMatchObject({
      kind: 'result',
      query: `POST http://${app.host}/health?deep=a%20b`,
      result: {
        method: 'POST',
        url: '/health?deep=a%20b',
        body: '{"a":1}',
        headers: { 'x-check': 'yes', 'content-type': 'application/json' },
      },
    });
  });

  it.each(['GET', 'POST', 'PUT'])('asks by %s', async (method) => {
    const raw = { url: `http://${app.host}/health`, method, jsonPath: '{.method}' };
    expect(await ask(raw)).toMatchObject({ result: method });
  });

  it.each([
    ['the whole name of a Service', () => `${app.host}.cluster.local`],
    ['a name of two labels that DNS does not know', () => `web.${namespace}`],
    ['the name of a Service in the namespace of the target', () => 'web'],
  ])('takes %s', async (_, host) => {
    expect(await ask({ url: `http://${host()}/health`, jsonPath: '{.ok}' })).toMatchObject({ value: 'true' });
  });

  it('speaks TLS to pods that want it', async () => {
    const secure = await startServiceApp(namespace, 'secure', (_, response) => response.end('{"ok":true}'), {
      tls: true,
    });
    expect(await ask({ url: `https://${secure.host}/`, jsonPath: '{.ok}' })).toMatchObject({ value: 'true' });
  });

  it.each(['/moved', '/moved-far'])('follows a redirect of the app: %s', async (path) => {
    const raw = { url: `http://${app.host}${path}`, jsonPath: '{.url}' };
    expect(await ask(raw)).toMatchObject({ result: expect.stringMatching(/^\/health/) });
  });

  it.each([
    ['/broken', '503'],
    ['/refuses', '401'],
  ])('tells what the app answers, not the API server: %s', async (path, status) => {
    await expect(ask({ url: `http://${app.host}${path}` })).rejects.toThrow(
      `received non 2xx response code: ${status}`,
    );
  });

  it('says what to do when no pod is ready behind the Service', async () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'empty' },
      spec: { selector: { app: 'nobody' }, ports: [{ port: 80 }] },
    };
    await applyManifests(namespace, `${JSON.stringify(service)}\n`);
    await expect(ask({ url: `http://empty.${namespace}.svc/` })).rejects.toThrow(
      `GET http://empty.${namespace}.svc/: the Service empty in namespace ${namespace} does not answer at port 80: check its ports, its selector, and that a pod of it is ready (no endpoints available for service "empty")`,
    );
  });

  it('says so when the pod does not listen, or the Service has no such port', async () => {
    await leadTo(namespace, 'deaf', { port: 80, target: 1 });
    await expect(ask({ url: `http://deaf.${namespace}.svc/` })).rejects.toThrow(
      /the Service deaf in namespace .* does not answer at port 80: .*connection refused/,
    );
    await expect(ask({ url: `http://${app.host}:81/` })).rejects.toThrow(
      /port 81: .*no service port 81 found/,
    );
  });

  it('says so when there is no such Service, and that DNS was asked', async () => {
    await expect(ask({ url: `http://nobody.${namespace}.svc/` })).rejects.toThrow(
      `there is no Service nobody in namespace ${namespace}`,
    );
    await expect(ask({ url: 'http://nobody/' })).rejects.toThrow(
      /nobody does not resolve in DNS \(E\w+\), and as a Service of the cluster: there is no Service nobody in namespace/,
    );
  });
});

describe('what the API server keeps for itself', () => {
  it('is Authorization: the app never sees it', async () => {
    const pki = (name: string): Promise<string> => readFile(join(clusterFolder(), 'pki', name), 'utf8');
    const config = JSON.parse(await readFile(clusterKubeconfig(), 'utf8')) as {
      clusters: [{ cluster: { server: string } }];
      users: [{ user: Record<string, string> }];
    };
    const user = config.users[0].user;
    const request = https.request(
      `${config.clusters[0].cluster.server}/api/v1/namespaces/${namespace}/services/web:80/proxy/health`,
      {
        ca: await pki('authority.crt'),
        cert: Buffer.from(user['client-certificate-data'] ?? '', 'base64'),
        key: Buffer.from(user['client-key-data'] ?? '', 'base64'),
        headers: { Authorization: 'Basic Y2hlY2s6Y2hlY2s=', 'X-Other': 'passes' },
        agent: false,
      },
    );
    const [response] = (await once(request.end(), 'response')) as [IncomingMessage];
    const { headers } = JSON.parse(await text(response)) as { headers: Record<string, string> };
    expect(headers).toMatchObject({ 'x-other': 'passes' });
    expect(headers).not.toHaveProperty('authorization');
  });

  it('so a check that has it is refused before the run, or as soon as DNS has said where it goes', async () => {
    const headers = [{ key: 'Authorization', value: 'Bearer of-the-check' }];
    expect(() => rightSpec(web, { url: `http://${app.host}/`, headers })).toThrow(
      /^headers has authorization: .*the API server, which keeps the header authorization for itself/,
    );
    const spec = web.parse({ url: `http://web.${namespace}/`, headers }, () => undefined);
    expect(spec).toBeDefined();
    if (spec === undefined) return;
    const { signal } = new AbortController();
    await expect(web.verify?.(spec, scene, signal)).rejects.toThrow(
      /keeps the header authorization for itself/,
    );
    const before = app.heard.length;
    await expect(web.measure(spec, scene, signal, () => undefined)).rejects.toThrow(
      /keeps the header authorization/,
    );
    expect(app.heard.length).toBe(before);
  });

  it('nobody acts as somebody else by a header of a check', () => {
    const headers = [{ key: 'Impersonate-User', value: 'admin' }];
    expect(() => rightSpec(web, { url: `http://${app.host}/`, headers })).toThrow(/impersonate-user/);
  });
});

describe('rights', () => {
  const read = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };

  it('lacking, are asked for before the run, and named when it measures', async () => {
    const kubeconfig = await userKubeconfig('reader', [read], namespace);
    const reader = await clusterScene(namespace, { kubeconfig });
    const raw = { url: `http://${app.host}/health`, method: 'POST', body: 'x' };
    const rules = web.access(rightSpec(web, raw) as never, namespace);
    expect(await missingAccess(reader.client, rules)).toEqual({ known: true, missing: rules });
    await expect(ask(raw, reader)).rejects.toThrow(
      `not allowed to go through the API server to the Service web in namespace ${namespace}: let the user of the kubeconfig create services/proxy in namespace ${namespace} (resourceNames: web:80)`,
    );
  });

  it('lacking for a name that does not resolve, are told with the role before the run', async () => {
    const kubeconfig = await userKubeconfig('reader-of-names', [read], namespace);
    const reader = await clusterScene(namespace, { kubeconfig });
    const spec = web.parse({ url: 'http://web/health' }, () => undefined);
    expect(spec).toBeDefined();
    if (spec === undefined) return;
    await expect(web.verify?.(spec, reader, new AbortController().signal)).rejects.toThrow(
      /web does not resolve in DNS[^]*services\/proxy[^]*web:80/,
    );
  });

  it('of exactly the rules that are asked for are enough, for the very Service and port', async () => {
    const rule = {
      apiGroups: [''],
      resources: ['services/proxy'],
      verbs: ['get'],
      resourceNames: ['web:80'],
    };
    const kubeconfig = await userKubeconfig('measurer', [rule], namespace);
    const measurer = await clusterScene(namespace, { kubeconfig });
    const raw = { url: `http://${app.host}/health`, jsonPath: '{.ok}' };
    const rules = web.access(rightSpec(web, raw) as never, namespace);
    expect(await missingAccess(measurer.client, rules)).toEqual({ known: true, missing: [] });
    expect(await ask(raw, measurer)).toMatchObject({ value: 'true' });
    await expect(ask({ ...raw, method: 'POST' }, measurer)).rejects.toThrow(/create services\/proxy/);
  });
});

describe('prometheus, at an address that only the cluster knows', () => {
  it('is asked through the API server, with the same YAML', async () => {
    const real = new URL(await prometheusAddress());
    const inside = await startServiceApp(namespace, 'prometheus', (request, response) => {
      const forwarded = http.request({
        host: real.hostname,
        port: real.port,
        path: request.url,
        method: request.method,
      });
      forwarded.once('response', (answer) =>
        answer.pipe(response.writeHead(answer.statusCode ?? 0, answer.headers)),
      );
      request.pipe(forwarded);
    });
    const address = `http://${inside.host}`;
    const measured = await measureOnce(prometheus, { address, query: 'vector(0.5)' }, scene);
    expect(measured).toMatchObject({
      kind: 'result',
      result: Float64Array.of(0.5),
      value: '[0.5]',
      query: 'vector(0.5)',
    });
    expect(measured).not.toHaveProperty('link');
    await expect(measureOnce(prometheus, { address, query: 'sum(' }, scene)).rejects.toThrow(
      /^bad_data: .*parse error/,
    );
  });
});
