import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { isTlsFailure } from '../../kube/failure.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { codeOf } from '../../kube/node-error.ts';
import type { ServicePort } from '../../kube/request-options.ts';
import { keptByServer } from '../../kube/service-proxy.ts';
import { TOO_LARGE, TransportFailure } from '../../kube/transport-failure.ts';
import { exchangeBytes } from '../../kube/transport.ts';
import { untilAborted } from '../../kube/until-aborted.ts';
import type { Scene } from '../provider.ts';
import { explainServiceFailure, placeOf } from './service-proxy.ts';
import { goesByProxy, wayTo } from './way.ts';

/** What a request is sent with. */
export type HttpScene = Pick<Scene, 'client' | 'clock' | 'env' | 'namespace' | 'redact'>;

/** One request, without the redirects that follow it. */
export interface Hop {
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
export interface HopAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The Service that it came from through the API server; undefined where it came straight. */
  readonly service: ServicePort | undefined;
}

/** A request without an answer; the message says why, without the request, and may hold secrets. */
export class HopFailure extends Error {
  /** Whether sending it again may help, and does no harm. */
  readonly again: boolean;

  constructor(message: string, again: boolean, options?: ErrorOptions) {
    super(message, options);
    this.again = again;
  }
}

/** More than anybody means to judge by a condition; the result of a measurement is kept and shown. */
export const LARGEST_ANSWER = 1024 * 1024;

/** What is said of a longer one. */
export const TOO_LONG =
  'the answer is larger than 1 MiB; let the address give less, or ask the part that is measured';

/** Sends a request once, straight or through the API server. Throws HopFailure, or the signal's reason. */
export async function sendHop(hop: Hop, scene: HttpScene, signal: AbortSignal): Promise<HopAnswer> {
  signal.throwIfAborted();
  const place = placeOf(hop.url, scene.namespace);
  if (place.kind === 'nowhere') throw new HopFailure(noService(hop.url), false);
  if (place.kind === 'service') return viaServer(hop, place.service, '', scene, signal);
  // A proxy resolves names by itself.
  const unresolved =
    place.kind === 'either' ? await whyUnresolved(place.host, hop, scene, signal) : undefined;
  if (unresolved === undefined || place.kind !== 'either') return straight(hop, scene, signal);
  const note = `${place.host} does not resolve in DNS (${unresolved}), and as a Service of the cluster: `;
  return viaServer(hop, place.service, note, scene, signal);
}

/** Why an address of the cluster leads nowhere. */
export function noService({ hostname }: URL): string {
  return `${hostname} is in the cluster, but is no Service: the API server leads to SERVICE.NAMESPACE.svc only`;
}

/** The code of DNS where a name does not resolve. */
export async function whyUnresolved(
  host: string,
  { url }: Pick<Hop, 'url'>,
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

async function straight(hop: Hop, scene: HttpScene, signal: AbortSignal): Promise<HopAnswer> {
  const { method, url, headers, body, timeoutMs } = hop;
  const way = wayTo(url, hop.insecure, scene.env);
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

function ofTransport(failure: TransportFailure, method: Hop['method']): HopFailure {
  const cause = { cause: failure };
  if (failure.code === TOO_LARGE) return new HopFailure(TOO_LONG, false, cause);
  if (isTlsFailure(failure))
    return new HopFailure(
      `no trusted connection: ${failure.message}; let the runner trust its authority (NODE_EXTRA_CA_CERTS), or set insecure: true`,
      false,
      cause,
    );
  const harmless = method !== 'POST' || !failure.sent;
  return new HopFailure(failure.message, harmless && failure.code !== 'ENOTFOUND', cause);
}

async function viaServer(
  hop: Hop,
  service: ServicePort,
  note: string,
  { client }: HttpScene,
  signal: AbortSignal,
): Promise<HopAnswer> {
  const { method, url, headers, body, timeoutMs } = hop;
  const kept = url.username === '' ? Object.keys(headers).find(keptByServer) : 'authorization';
  if (kept !== undefined) throw new HopFailure(`${note}${keptHeader(kept)}`, false);
  const path = `${url.pathname}${url.search}`;
  try {
    const request = { method, path, headers, body, timeoutMs, largest: LARGEST_ANSWER, signal };
    return { ...(await client.proxy(service, request)), service };
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    const again = error.kind === 'unreachable' && (method !== 'POST' || !error.maybeActedOn);
    const message = error.code === TOO_LARGE ? TOO_LONG : explainServiceFailure(error, service, method);
    throw new HopFailure(`${note}${message}`, again, { cause: error });
  }
}

/** Why a header cannot be sent to an address of the cluster, and what else to do. */
export function keptHeader(name: string): string {
  return `an address of the cluster is asked through the API server, which keeps the header ${name} for itself; leave it out, or measure by an AnalysisTemplate of the cluster (templateName)`;
}
