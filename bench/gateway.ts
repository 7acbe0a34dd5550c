import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { issueServer, makeAuthority } from '../cluster/certificates.ts';
import { kubeconfig } from '../cluster/kubeconfig.ts';
import type { Place } from './place.ts';

/** One request that passed. Sizes grow as long as its answer does. */
export interface Passed {
  /** `performance.now()` when its head arrived, before it was sent on. */
  readonly at: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** HTTP status of the answer; 0 before. */
  status: number;
  /** Request line, status line and header fields of both directions, as HTTP/1.1 writes them. */
  headBytes: number;
  /** Bodies of both directions as they are sent: compressed where the server compresses, without chunk sizes. */
  bodyBytes: number;
}

/** A way to the API server that times and counts what passes, inside TLS. */
export interface Gateway {
  /** Path of a kubeconfig that leads through it. */
  readonly kubeconfig: string;
  /** Every request so far, in the order of arrival. */
  readonly passed: readonly Passed[];
  close(): void;
}

/** Hears each piece of an answer as it passes. */
export type Tap = (request: Passed, piece: Buffer) => void;

/**
 * Starts a gateway: it ends the client's TLS and sends on as the administrator over connections of its own, each
 * piece as soon as it is there. It speaks HTTP/1.1 only, so a client that would speak HTTP/2 falls back to that;
 * bodies are the same, heads are larger than they would be.
 */
export async function startGateway(place: Place, name: string, tap?: Tap): Promise<Gateway> {
  const authority = await makeAuthority(`gateway ${name}`);
  const tls = await issueServer(authority, ['127.0.0.1']);
  const agent = new Agent({
    ca: place.authority,
    cert: place.admin.certificate,
    key: place.admin.key,
    keepAlive: true,
  });
  const passed: Passed[] = [];
  const open = new Set<Socket>();
  const server = createServer({ key: tls.key, cert: tls.certificate }, (incoming, outgoing) => {
    passed.push(pass(new URL(incoming.url ?? '', place.server), agent, incoming, outgoing, tap));
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined).once('close', () => open.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const file = join(place.folder, `${name}.kubeconfig`);
  const access = { name, server: `https://127.0.0.1:${String(port)}`, authority: authority.certificate };
  writeFileSync(file, kubeconfig({ ...access, client: place.admin }), { mode: 0o600 });
  return {
    kubeconfig: file,
    passed,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
      agent.destroy();
    },
  };
}

function pass(
  url: URL,
  agent: Agent,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  tap?: Tap,
): Passed {
  const { method = '', headers } = incoming;
  const path = url.pathname + url.search;
  const one: Passed = { at: performance.now(), method, path, status: 0, headBytes: 0, bodyBytes: 0 };
  one.headBytes += headSize(`${method} ${path} HTTP/1.1`, incoming.rawHeaders);
  const { host: _, ...others } = headers;
  const onward = request(url, { method, headers: others, agent });
  // A client that goes away ends what it asked for; one that breaks sees its own connection break.
  outgoing.on('close', () => onward.destroy());
  incoming.on('error', () => onward.destroy());
  onward.on('error', () => outgoing.destroy());
  const count = (piece: Buffer): void => void (one.bodyBytes += piece.length);
  incoming.on('data', count).pipe(onward);
  onward.on('response', (answer) => {
    one.status = answer.statusCode ?? 0;
    one.headBytes += headSize(
      `HTTP/1.1 ${String(one.status)} ${answer.statusMessage ?? ''}`,
      answer.rawHeaders,
    );
    outgoing.writeHead(one.status, answer.headers);
    // Else the head of a watch would wait for its first event.
    outgoing.flushHeaders();
    answer
      .on('error', () => outgoing.destroy())
      .on('data', (piece: Buffer) => {
        count(piece);
        tap?.(one, piece);
      })
      .pipe(outgoing);
  });
  return one;
}

/** First line and fields (name and value by turns), each with its line end, and the empty line. */
function headSize(firstLine: string, rawHeaders: readonly string[]): number {
  // Per field ": " and a line end; per pair of array entries 4 bytes.
  return (
    Buffer.byteLength(firstLine) + 2 + Buffer.byteLength(rawHeaders.join('')) + 2 * rawHeaders.length + 2
  );
}
