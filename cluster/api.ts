import { Agent, request } from 'node:https';
import type { Credentials } from './certificates.ts';

/** What the API server answered. */
export interface Answer {
  /** HTTP status. */
  status: number;
  /** The body as text. */
  body: string;
}

/** One request as the administrator; `type` is the media type of the body. */
export type Api = (method: string, path: string, body?: string, type?: string) => Promise<Answer>;

/** Talks to a server whose certificate the authority signed, as the given client. */
export function apiClient(server: string, authority: string, client: Credentials): Api {
  const agent = new Agent({ ca: authority, cert: client.certificate, key: client.key, keepAlive: true });
  return async (method, path, body, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const headers = body === undefined ? {} : { 'content-type': type };
      const sent = request(new URL(path, server), { method, agent, headers, timeout: 10_000 }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer for 10 s`)));
      sent.on('error', reject);
      sent.end(body);
    });
}

/** Creates an object in the collection at `path`. */
export async function create(api: Api, path: string, manifest: string): Promise<void> {
  const { status, body } = await api('POST', path, manifest);
  if (status >= 300)
    throw new Error(`The API server refused to create an object in ${path} (HTTP ${status}): ${body}`);
}
