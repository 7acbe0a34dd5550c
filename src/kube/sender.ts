import type { Readable } from 'node:stream';
import type { Clock } from '../support/clock.ts';
import type { Connection, Credentials } from './config.ts';
import { forSingleWrite, fromTransport } from './failure.ts';
import { KubeError, type RequestName } from './kube-error.ts';
import { type SendOptions, prepare } from './prepare.ts';
import type { ServicePort, ServiceRequest } from './request-options.ts';
import { type RetryPolicy, withRetries } from './retry.ts';
import { isOfServer, prepareProxied, serviceRequestName } from './service-proxy.ts';
import { type RawAnswer, type RawRequest, exchange, exchangeBytes, open } from './transport.ts';
import { TransportFailure } from './transport-failure.ts';
import { fromAnswer } from './status-error.ts';
import { untilAborted } from './until-aborted.ts';

/** Sends named requests with credentials, retries and typed errors. */
export interface RequestSender {
  /** The answer as JSON. */
  json(request: RequestName, options: SendOptions): Promise<unknown>;
  /** The answer as text. */
  text(request: RequestName, options: SendOptions): Promise<string>;
  /** The answer as a stream once its head is there; never retried. */
  stream(request: RequestName, options: SendOptions): Promise<Readable>;
  /** The answer of what is behind a Service, as it is; one try. Rejects where the API server itself refuses. */
  proxied(service: ServicePort, request: ServiceRequest): Promise<RawAnswer<Buffer>>;
}

/** What a sender is made with. */
export interface SenderOptions {
  readonly version: string;
  readonly clock: Clock;
  readonly policy: RetryPolicy;
  readonly attemptTimeoutMs: number;
}

/** How long the body of a refused watch is waited for; its status alone would do. */
const ERROR_BODY_MS = 5_000;

/** Makes a sender for a connection. */
export function requestSender(
  connection: Connection,
  { version, clock, policy, attemptTimeoutMs }: SenderOptions,
): RequestSender {
  let reached = false;
  const rawRequest =
    (request: RequestName, options: SendOptions) =>
    (credentials: Credentials): RawRequest =>
      prepare(request, options, connection.server, credentials, { version, timeoutMs: timeLeft(options) });
  const timeLeft = ({ deadline }: SendOptions): number =>
    Math.max(1, Math.min(attemptTimeoutMs, deadline === undefined ? Infinity : deadline - clock.now()));

  /** Sends with the credentials there are, and once more with new ones if the server answers 401. */
  const authenticated = async <T>(
    make: (credentials: Credentials) => RawRequest,
    signal: AbortSignal | undefined,
    send: (raw: RawRequest) => Promise<T>,
    statusOf: (answer: T) => number,
    drop: (answer: T) => void,
  ): Promise<T> => {
    const credentials = await untilAborted(connection.credentials(), signal);
    const answer = await send(make(credentials));
    reached = true;
    if (statusOf(answer) !== 401) return answer;
    // 401 is said before the request is looked at, so a write that must not be repeated was not done either.
    const fresh = await untilAborted(connection.renew(credentials), signal);
    if (fresh === credentials) return answer;
    drop(answer);
    return send(make(fresh));
  };

  const attempt = async (request: RequestName, options: SendOptions): Promise<RawAnswer> => {
    try {
      const answer = await authenticated(
        rawRequest(request, options),
        options.signal,
        exchange,
        ({ status }) => status,
        () => undefined,
      );
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw fromAnswer(request, answer, clock.now());
    } catch (error) {
      const known = error instanceof TransportFailure ? fromTransport(request, error) : error;
      throw known instanceof KubeError && !options.repeatable ? forSingleWrite(known) : known;
    }
  };

  const send = (request: RequestName, options: SendOptions): Promise<RawAnswer> => {
    if (options.retry === false) return attempt(request, options);
    const { deadline, signal } = options;
    return withRetries(() => attempt(request, options), {
      deadline,
      signal,
      clock,
      policy,
      reached: () => reached,
    });
  };

  return {
    async json(request, options) {
      const answer = await send(request, options);
      try {
        return JSON.parse(answer.body) as unknown;
      } catch {
        const error = new KubeError(request, {
          kind: 'bad-answer',
          message: `HTTP ${String(answer.status)} with a body that is not JSON`,
          httpStatus: answer.status,
          maybeActedOn: true,
        });
        throw options.repeatable ? error : forSingleWrite(error);
      }
    },
    text: async (request, options) => (await send(request, options)).body,
    async stream(request, options) {
      try {
        const response = await authenticated(
          rawRequest(request, options),
          options.signal,
          open,
          ({ statusCode }) => statusCode ?? 0,
          (answer) => answer.destroy(),
        );
        if (response.statusCode === 200) return response;
        throw fromAnswer(request, await wholeAnswer(response), clock.now());
      } catch (error) {
        throw error instanceof TransportFailure ? fromTransport(request, error) : error;
      }
    },
    async proxied(service, request) {
      const name = serviceRequestName(service, request.method);
      const { server } = connection;
      try {
        const answer = await authenticated(
          (credentials) => prepareProxied(service, request, { server, version }, credentials),
          request.signal,
          (raw) => exchangeBytes(raw, request.largest),
          (given) => (isOfServer(given) ? given.status : 200),
          () => undefined,
        );
        if (!isOfServer(answer)) return answer;
        throw fromAnswer(name, { ...answer, body: answer.body.toString('utf8') }, clock.now());
      } catch (error) {
        throw error instanceof TransportFailure ? fromTransport(name, error) : error;
      }
    },
  };
}

/** Reads the short body of an error that was opened as a stream; what is too long or cut is left out. */
async function wholeAnswer(
  response: Readable & { statusCode?: number | undefined; headers: RawAnswer['headers'] },
): Promise<RawAnswer> {
  let body = '';
  const timer = setTimeout(() => response.destroy(), ERROR_BODY_MS);
  try {
    for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
      body += chunk;
      if (body.length > 1024 * 1024) break;
    }
  } catch {
    // The status says enough.
  } finally {
    clearTimeout(timer);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}
