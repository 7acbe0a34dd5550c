import { once } from 'node:events';
import http, { type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Scene } from '../../../src/checks/provider.ts';
import { kubeClient } from '../../../src/kube/client.ts';
import { connect } from '../../../src/kube/config.ts';
import { systemClock } from '../../../src/support/clock.ts';
import { kubeconfigText } from '../../support/kube-server.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An object as this server has it. */
export interface Stored extends Fields {
  readonly metadata: Fields & { readonly name: string; readonly uid: string };
  readonly spec: Fields;
}

/** How what is created fares. */
export interface Course {
  /** The plural of what measurements create. */
  readonly plural: string;
  /** Its status as soon as somebody watches it; undefined: never any. */
  readonly status: (made: Stored) => Fields | undefined;
  /** Whether it is still at work, and would be if nobody ended it. */
  readonly isAtWork: (made: Stored) => boolean;
  /** What the server says when it does not take an object; undefined where it does. */
  readonly refusal?: (body: string) => string | undefined;
  /** What else there is, by path. */
  readonly there: (path: string, made: readonly Stored[]) => unknown;
}

/** An API server as far as a check needs one: what is created there is watched, changed and deleted. */
export interface Cluster {
  /** A client of it, and time that goes 100 times as fast. */
  readonly scene: Partial<Scene>;
  /** Resolves when something is watched that has no status. */
  readonly watched: Promise<unknown>;
  /** Open watches, and objects that are at work. */
  left(): number;
  close(): Promise<void>;
}

/** Starts one. */
export async function startCluster({ plural, status, isAtWork, refusal, there }: Course): Promise<Cluster> {
  const made = new Map<string, Stored>();
  const watches = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  const watched = Promise.withResolvers<undefined>();
  let version = 1;
  const store = (fields: Fields): Stored => {
    version += 1;
    const metadata = {
      uid: `uid-${String(version)}`,
      ...(fields['metadata'] as Fields),
      resourceVersion: String(version),
    };
    const stored = { ...fields, metadata } as unknown as Stored;
    made.set(stored.metadata.name, stored);
    return stored;
  };
  const follow = (name: string, response: ServerResponse): void => {
    watches.add(response);
    response.on('close', () => watches.delete(response)).writeHead(200);
    const now = made.get(name);
    const then = now && status(now);
    if (now === undefined || then === undefined) watched.resolve(undefined);
    else response.write(`${JSON.stringify({ type: 'MODIFIED', object: store({ ...now, status: then }) })}\n`);
  };
  const answer = (
    method: string,
    { pathname, searchParams }: URL,
    sent: string,
    response: ServerResponse,
  ): void => {
    const name = pathname.split(`/${plural}/`)[1] ?? '';
    const found = made.get(name);
    const say = (code: number, body: unknown): void =>
      void response.writeHead(code).end(JSON.stringify(body));
    if (searchParams.has('watch')) {
      follow((searchParams.get('fieldSelector') ?? '').replace('metadata.name=', ''), response);
    } else if (method === 'POST') {
      const message = refusal?.(sent);
      if (message === undefined) say(201, store(JSON.parse(sent) as Fields));
      else say(422, { kind: 'Status', code: 422, message });
    } else if (!pathname.includes(`/${plural}`)) {
      const body = there(pathname, [...made.values()]);
      if (typeof body === 'string') response.end(body);
      else say(200, body);
    } else if (found === undefined) say(404, { kind: 'Status', code: 404, details: { name } });
    else if (method === 'PATCH') {
      say(200, store({ ...found, spec: { ...found.spec, ...(JSON.parse(sent) as { spec: Fields }).spec } }));
    } else {
      if (method === 'DELETE') made.delete(name);
      say(200, found);
    }
  };
  const server = http.createServer((request, response) => {
    response.on('error', () => undefined);
    void text(request)
      .then((sent) =>
        answer(request.method ?? '', new URL(request.url ?? '', 'http://server'), sent, response),
      )
      .catch(() => response.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const connection = await connect({ kubeconfig: kubeconfigText(address), env: {} });
  return {
    scene: { client: kubeClient(connection, { version: 'test' }), clock: fast },
    watched: watched.promise,
    left: () => watches.size + [...made.values()].filter(isAtWork).length,
    async close() {
      connection.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const start = Date.now();

/** The minutes that a check waits in vain are the same code as the seconds. */
const fast: Scene['clock'] = {
  now: () => start + (Date.now() - start) * 100,
  sleep: (ms, signal) => systemClock.sleep(ms / 100, signal),
};
