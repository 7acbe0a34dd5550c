import { once } from 'node:events';
import http, { type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type Credentials, issueServer, makeAuthority } from '../../cluster/certificates.ts';

/** A request as the server got it. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with one request; it may also do nothing, or break the connection. */
export type Behaviour = (response: ServerResponse, heard: Heard) => void;

/** A server that does to each request, in order, what the test says; a request too many gets 599. */
export interface KubeServer {
  readonly url: string;
  readonly port: number;
  /** All requests so far. */
  readonly heard: Heard[];
  /** Connections made so far, and those open now. */
  readonly connections: { total: number; readonly open: Set<Socket> };
  /** Resolves when this many requests have come. */
  hears(count: number): Promise<void>;
  /** Adds behaviours for the next requests. */
  next(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

/** How the server presents itself. */
export interface ServerOptions {
  /** Left out: plain http. */
  readonly tls?: Credentials | undefined;
  /** Asks clients for certificates of this authority, as an API server does. */
  readonly clientAuthority?: string;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startKubeServer(
  options: ServerOptions,
  ...behaviours: Behaviour[]
): Promise<KubeServer> {
  const heard: Heard[] = [];
  const arrived = new EventTarget();
  const open = new Set<Socket>();
  const connections = { total: 0, open };
  const queue = [...behaviours];
  const onRequest: http.RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    // A client that is gone shows in what it got, not as an error of the test.
    response.on('error', () => undefined);
    request.on('error', () => undefined);
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://server');
      const one = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body,
      };
      heard.push(one);
      (queue.shift() ?? tooMany)(response, one);
      arrived.dispatchEvent(new Event('request'));
    });
  };
  const { tls } = options;
  const server =
    tls === undefined
      ? http.createServer(onRequest)
      : https.createServer(
          {
            cert: tls.certificate,
            key: tls.key,
            ...(options.clientAuthority === undefined
              ? {}
              : { ca: options.clientAuthority, requestCert: true, rejectUnauthorized: false }),
          },
          onRequest,
        );
  server.on('connection', (socket: Socket) => {
    connections.total += 1;
    open.add(socket);
    socket.on('error', () => undefined).once('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${String(port)}`,
    port,
    heard,
    connections,
    async hears(count) {
      while (heard.length < count) await once(arrived, 'request');
    },
    next: (...more) => void queue.push(...more),
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const tooMany: Behaviour = (response) =>
  response.writeHead(599).end('a request that the test did not expect');

/** Answers with JSON. */
export function json(
  body: unknown,
  httpStatus = 200,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return (response) =>
    response
      .writeHead(httpStatus, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify(body));
}

/** Answers with a Status object, as an API server does for every error of its own. */
export function status(
  code: number,
  reason: string,
  message = reason,
  more: { details?: object; headers?: Readonly<Record<string, string>> } = {},
): Behaviour {
  const body = {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    code,
    reason,
    message,
    details: more.details,
  };
  return json(body, code, more.headers);
}

/** Answers with plain text. */
export function plain(
  text: string,
  httpStatus: number,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return (response) => response.writeHead(httpStatus, { 'Content-Type': 'text/plain', ...headers }).end(text);
}

/** Breaks the connection with a reset, without an answer. */
export const reset: Behaviour = (response) =>
  void (response.socket as Socket & { resetAndDestroy?: () => void }).destroy();

/** Never answers. */
export const silence: Behaviour = () => undefined;

/** Begins an answer and breaks the connection in the middle of its body. */
export function cut(beginning: string): Behaviour {
  return (response) => {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': String(beginning.length + 100),
    });
    response.write(beginning, () => response.socket?.destroy());
  };
}

/** One authority and a server certificate of it for 127.0.0.1 and localhost. */
export async function testCertificates(): Promise<{ authority: Credentials; server: Credentials }> {
  const authority = await makeAuthority('test authority');
  return { authority, server: await issueServer(authority, ['127.0.0.1', 'localhost']) };
}

/** A kubeconfig with one context, as text. */
export function kubeconfigText(
  server: string,
  parts: {
    authority?: string | undefined;
    user?: object;
    cluster?: object;
    context?: object;
    name?: string;
  } = {},
): string {
  const name = parts.name ?? 'test';
  const data =
    parts.authority === undefined
      ? {}
      : { 'certificate-authority-data': Buffer.from(parts.authority).toString('base64') };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [{ name, cluster: { server, ...data, ...parts.cluster } }],
    users: [{ name, user: parts.user ?? { token: 'test-token' } }],
    contexts: [{ name, context: { cluster: name, user: name, namespace: 'shop', ...parts.context } }],
  });
}
