import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { TLSSocket } from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import { limited } from './time-limit.ts';
import { type ExchangeState, TOO_LARGE } from './transport-failure.ts';

/** One request, ready to be sent once. */
export interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  /** What is asked for, where it is not the path of the address: a proxy wants the whole address. */
  readonly path?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string | undefined;
  readonly agent: Agent;
  /** Ends the request at once, and the reading of its answer. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole exchange, or for the answer's head where the body is a stream. */
  readonly timeoutMs: number;
}

/** An answer with its whole body, as text or as bytes. */
export interface RawAnswer<Body = string> {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Body;
}

/** More than the largest list the action asks for; an answer without end must not fill the memory. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** Silent peers are noticed by the kernel's probes too; 30 s is what client-go uses. */
const PROBE_AFTER_MS = 30_000;

/** Sends a request once and reads the whole answer. Throws TransportFailure, or the reason of an aborted signal. */
export async function exchange(request: RawRequest): Promise<RawAnswer> {
  const answer = await exchangeBytes(request, LARGEST_BODY);
  return { ...answer, body: answer.body.toString('utf8') };
}

/** The same for bytes, at most so many. */
export async function exchangeBytes(request: RawRequest, largest: number): Promise<RawAnswer<Buffer>> {
  const limit = limited(request.timeoutMs, request.signal);
  const state: ExchangeState = { sent: false, reused: false };
  try {
    const response = await send(request, limit.signal, state);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largest) throw tooLarge(largest);
      chunks.push(chunk);
    }
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: Buffer.concat(chunks),
    };
  } catch (error) {
    throw limit.failure(error, state);
  } finally {
    limit.clear();
  }
}

function tooLarge(largest: number): Error {
  return Object.assign(new Error(`the answer is larger than ${String(largest)} bytes`), { code: TOO_LARGE });
}

/**
 * Sends a request once and returns the answer as soon as its head is there; its body is the caller's, who must read
 * or destroy it. An aborted signal destroys it with the signal's reason.
 */
export async function open(request: RawRequest): Promise<IncomingMessage> {
  const limit = limited(request.timeoutMs, request.signal);
  const state: ExchangeState = { sent: false, reused: false };
  try {
    const response = await send(request, limit.signal, state);
    limit.clearTimer();
    response.once('close', limit.clear);
    return response;
  } catch (error) {
    limit.clear();
    throw limit.failure(error, state);
  }
}

function send(request: RawRequest, signal: AbortSignal, state: ExchangeState): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  if (signal.aborted) {
    reject(signal.reason as Error);
    return promise;
  }
  const { method, agent, url } = request;
  const body = request.body === undefined ? undefined : Buffer.from(request.body, 'utf8');
  const headers = {
    ...request.headers,
    ...(body === undefined ? {} : { 'Content-Length': String(body.length) }),
  };
  let outgoing: http.ClientRequest;
  // A certificate or a header that node refuses makes it throw instead of emitting an error.
  try {
    outgoing = (url.protocol === 'https:' ? https : http).request({
      ...urlToHttpOptions(url),
      ...(request.path === undefined ? {} : { path: request.path }),
      method,
      headers,
      agent,
    });
  } catch (error) {
    reject(error);
    return promise;
  }
  const abort = (): void => {
    outgoing.destroy(signal.reason as Error);
    // A request that still waits for its connection, such as a tunnel by a proxy, is destroyed without an event.
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  outgoing
    .once('socket', (socket) => {
      state.reused = outgoing.reusedSocket;
      socket.setKeepAlive(true, PROBE_AFTER_MS);
      markWhenSent(socket, state);
    })
    .once('response', (response) => {
      // Without this listener a stream that nobody reads any more would throw when it is destroyed.
      response.on('error', () => undefined);
      resolve(response);
    })
    .once('close', () => signal.removeEventListener('abort', abort))
    .on('error', reject)
    .end(body);
  return promise;
}

/**
 * Until a new connection stands, node holds the request back: if it fails before, the server has seen nothing. A
 * certificate that does not verify also fails before `secureConnect`.
 */
function markWhenSent(socket: NonNullable<http.ClientRequest['socket']>, state: ExchangeState): void {
  const sent = (): void => {
    state.sent = true;
  };
  if (state.reused) sent();
  else if (socket instanceof TLSSocket) socket.once('secureConnect', sent);
  else if (socket.connecting) socket.once('connect', sent);
  else sent();
}
