import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { KubeError } from '../../kube/kube-error.ts';
import { codeOf } from '../../kube/node-error.ts';
import type { ServicePort } from '../../kube/request-options.ts';
import { keptByServer } from '../../kube/service-proxy.ts';
import { TOO_LARGE, TransportFailure } from '../../kube/transport-failure.ts';
import { exchangeBytes } from '../../kube/transport.ts';
import { untilAborted } from '../../kube/until-aborted.ts';
import type { Scene } from '../provider.ts';
import {
  LARGEST_ANSWER,
  RequestFailure,
  TOO_LONG,
  keptHeader,
  noService,
  ofTransport,
} from './request-failure.ts';
import { explainServiceFailure, placeOf } from './service-proxy.ts';
import { goesByProxy, wayTo } from './connection.ts';

/** What a request is sent with. */
export type HttpScene = Pick<Scene, 'client' | 'clock' | 'env' | 'namespace' | 'redact'>;

/** One request, without the redirects that follow it. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Any certificate will do. */
  readonly insecure: boolean;
  /** Milliseconds. */
  readonly timeoutMs: number;
}

/** What came back. */
export interface RequestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The Service that it came from through the API server; undefined where it came straight. */
  readonly service: ServicePort | undefined;
}

/** Sends a request once, straight or through the API server. Throws RequestFailure, or the signal's reason. */
export async function sendOnce(
  request: HttpRequest,
  scene: HttpScene,
  signal: AbortSignal,
): Promise<RequestAnswer> {
  signal.throwIfAborted();
  const place = placeOf(request.url, scene.namespace);
  if (place.kind === 'nowhere') throw new RequestFailure(noService(request.url), false);
  if (place.kind === 'service') return viaServer(request, place.service, '', scene, signal);
  // A proxy resolves names by itself.
  const unresolved =
    place.kind === 'either' ? await whyUnresolved(place.host, request, scene, signal) : undefined;
  if (unresolved === undefined || place.kind !== 'either') return straight(request, scene, signal);
  const note = `${place.host} does not resolve in DNS (${unresolved}), and as a Service of the cluster: `;
  return viaServer(request, place.service, note, scene, signal);
}

/** The code of DNS where a name does not resolve. */
export async function whyUnresolved(
  host: string,
  { url }: Pick<HttpRequest, 'url'>,
  { env }: Pick<HttpScene, 'env'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (goesByProxy(url, env)) return undefined;
  try {
    await untilAborted(lookup(host), signal);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    return codeOf(error) || 'no answer';
  }
}

async function straight(request: HttpRequest, scene: HttpScene, signal: AbortSignal): Promise<RequestAnswer> {
  const { method, url, headers, body, timeoutMs } = request;
  const way = wayTo(url, request.insecure, scene.env);
  try {
    const answer = await exchangeBytes(
      {
        method,
        url,
        path: way.path,
        headers: { ...headers, ...way.headers },
        body,
        agent: way.agent,
        signal,
        timeoutMs,
      },
      LARGEST_ANSWER,
    );
    return { ...answer, service: undefined };
  } catch (error) {
    throw error instanceof TransportFailure ? ofTransport(error, method) : error;
  } finally {
    way.close();
  }
}

async function viaServer(
  request: HttpRequest,
  service: ServicePort,
  note: string,
  { client }: HttpScene,
  signal: AbortSignal,
): Promise<RequestAnswer> {
  const { method, url, headers, body, timeoutMs } = request;
  const kept = url.username === '' ? Object.keys(headers).find(keptByServer) : 'authorization';
  if (kept !== undefined) throw new RequestFailure(`${note}${keptHeader(kept)}`, false);
  const path = `${url.pathname}${url.search}`;
  try {
    const order = { method, path, headers, body, timeoutMs, largest: LARGEST_ANSWER, signal };
    return { ...(await client.proxy(service, order)), service };
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    const again = error.kind === 'unreachable' && (method !== 'POST' || !error.maybeActedOn);
    const message = error.code === TOO_LARGE ? TOO_LONG : explainServiceFailure(error, service, method);
    throw new RequestFailure(`${note}${message}`, again, { cause: error });
  }
}
