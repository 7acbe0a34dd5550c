import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server of a test; it answers as told, and never to `/silent`. */
export interface TestServer {
  readonly url: string;
  readonly open: ReadonlySet<Socket>;
  /** Requests so far. */
  readonly heard: readonly IncomingMessage[];
  /** Resolves with the first request that gets no answer. */
  readonly silenced: Promise<unknown>;
  close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startTestServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TestServer> {
  const open = new Set<Socket>();
  const heard: IncomingMessage[] = [];
  const silenced = Promise.withResolvers<undefined>();
  const server = http.createServer((request, response) => {
    heard.push(request);
    if (request.url?.startsWith('/silent') === true) silenced.resolve(undefined);
    else answer(request, response);
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined).once('close', () => open.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    open,
    heard,
    silenced: silenced.promise,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
