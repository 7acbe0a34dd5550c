import type { Credentials } from './config.ts';
import type { RequestName, Verb } from './kube-error.ts';
import { pathOf } from './resources.ts';
import type { RawRequest } from './transport.ts';

/** What is sent, and how often it may be. */
export interface SendOptions {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly deadline?: number | undefined;
  readonly retry?: false;
}

const METHODS: Readonly<Record<Verb, RawRequest['method']>> = {
  get: 'GET',
  list: 'GET',
  watch: 'GET',
  create: 'POST',
  update: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
};

/** A named request as it goes over the wire. */
export function prepare(
  request: RequestName,
  options: SendOptions,
  server: string,
  credentials: Credentials,
  { version, timeoutMs }: { version: string; timeoutMs: number },
): RawRequest {
  // Joined as text: a server address may have a path of its own, which `new URL(path, server)` would drop.
  const url = new URL(server + pathOf(request.resource, request));
  for (const [key, value] of Object.entries(options.query ?? {})) {
    if (value) url.searchParams.set(key, value);
  }
  return {
    method: METHODS[request.verb],
    url,
    headers: {
      Accept: 'application/json',
      'User-Agent': `rollout-conductor/${version}`,
      ...(options.contentType === undefined ? {} : { 'Content-Type': options.contentType }),
      ...credentials.headers,
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    agent: credentials.agent,
    signal: options.signal,
    timeoutMs,
  };
}
