import { readFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { join } from 'node:path';
import { parse } from 'yaml';
import { issueClient, issueServer } from '../../../cluster/certificates.ts';
import { kubeconfig } from '../../../cluster/kubeconfig.ts';
import { clusterFolder, clusterKubeconfig } from './kubernetes.ts';

/**
 * What becomes of one request: it `passes`; its answer is `lost` after the server acted on it; it is `refused`
 * with 500, or its connection `cut`, before the server heard of it.
 */
export type Fault = 'passes' | 'lost' | 'refused' | 'cut';

/** Says what becomes of a request, given those before it; as a promise, it holds the request back until then. */
export type Judge = (seen: Seen, before: readonly Seen[]) => Fault | Promise<Fault>;

/** A request as the proxy sees it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A way to the real API server that fails as it is told. */
export interface FaultyProxy {
  /** A kubeconfig that leads through the proxy, as content. */
  readonly kubeconfig: string;
  /** Every request so far. */
  readonly seen: readonly Seen[];
  /** Closes all connections that are open now. */
  hangUp(): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of the API server of the tests; `fault` says what becomes of each request. */
export async function startFaultyProxy(fault: Judge): Promise<FaultyProxy> {
  const pki = (name: string): Promise<string> => readFile(join(clusterFolder(), 'pki', name), 'utf8');
  const authority = { certificate: await pki('authority.crt'), key: await pki('authority.key') };
  const [tls, admin] = await Promise.all([
    issueServer(authority, ['127.0.0.1']),
    issueClient(authority, 'faulty-proxy', ['system:masters']),
  ]);
  const upstream = await serverAddress();
  const seen: Seen[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer({ key: tls.key, cert: tls.certificate }, (incoming, outgoing) => {
    void read(incoming).then(async (body) => {
      const one = { method: incoming.method ?? '', path: incoming.url ?? '', body };
      const before = [...seen];
      seen.push(one);
      const what = await fault(one, before);
      if (what === 'cut') incoming.socket.destroy();
      else if (what === 'refused')
        outgoing.writeHead(500).end('{"kind":"Status","message":"out of order","code":500}');
      else forward(incoming, outgoing, body, what === 'lost');
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });

  function forward(incoming: IncomingMessage, outgoing: ServerResponse, body: string, lose: boolean): void {
    const { host: _, ...headers } = incoming.headers;
    const certificates = { ca: authority.certificate, cert: admin.certificate, key: admin.key };
    const onward = request(new URL(incoming.url ?? '', upstream), {
      method: incoming.method,
      headers,
      ...certificates,
    });
    outgoing.on('close', () => onward.destroy());
    onward.on('error', () => outgoing.destroy());
    onward.on('response', (answer) => {
      if (lose) answer.resume().on('end', () => incoming.socket.destroy());
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers));
    });
    onward.end(body);
  }

  const hangUp = (): void => sockets.forEach((socket) => socket.destroy());
  const { port } = await listening(server);
  const address = `https://127.0.0.1:${String(port)}`;
  return {
    kubeconfig: kubeconfig({
      name: 'proxied',
      server: address,
      authority: authority.certificate,
      client: admin,
    }),
    seen,
    hangUp,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  };
}

async function listening(server: Server): Promise<AddressInfo> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address() as AddressInfo;
}

async function read(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8') as AsyncIterable<string>) body += chunk;
  return body;
}

async function serverAddress(): Promise<string> {
  const config = parse(await readFile(clusterKubeconfig(), 'utf8')) as {
    clusters: [{ cluster: { server: string } }];
  };
  return config.clusters[0].cluster.server;
}
