import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Asked } from './contract.ts';

/** A request with its headers. */
export interface Request extends Asked {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What goes back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined for no body. */
  readonly body?: unknown;
  /** Sent in place of JSON. */
  readonly html?: string;
}

/** Reads a request to its end; undefined if its client went away before. */
export async function read(incoming: IncomingMessage, basePath: string): Promise<Request | undefined> {
  const { method = '', headers } = incoming;
  const url = new URL(incoming.url ?? '', 'http://github.test');
  const sent = await text(incoming).catch(() => undefined);
  if (sent === undefined) return undefined;
  const inside = url.pathname.startsWith(`${basePath}/`);
  return {
    method,
    // No operation has such a path.
    path: inside ? url.pathname.slice(basePath.length) : `outside of ${basePath}: ${url.pathname}`,
    query: url.searchParams,
    contentType: (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '',
    body: sent === '' ? undefined : parsed(sent),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()])),
  };
}

/** Sends a reply; torn, only its first half, and the connection breaks. */
export function send(response: ServerResponse, reply: Reply, torn: boolean): void {
  const { status, headers, body, html } = reply;
  const content = Buffer.from(html ?? (body === undefined ? '' : JSON.stringify(body)));
  const type = html === undefined ? 'application/json; charset=utf-8' : 'text/html';
  // A client that is gone shows in what it got, not as an error of the test.
  response.on('error', () => undefined);
  response.writeHead(status, {
    ...headers,
    ...(content.length > 0 && { 'content-type': type, 'content-length': content.length }),
  });
  if (torn) response.write(content.subarray(0, content.length / 2), () => response.destroy());
  else response.end(content);
}

/** Waits so many milliseconds, or until the signal. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}

// What is no JSON stays text, which fits no operation.
function parsed(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return sent;
  }
}
