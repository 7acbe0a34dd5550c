import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent, type Agent } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import { type Fields, isFields } from '../support/fields.ts';
import { messageOf } from './node-error.ts';
import { unusable } from './unusable.ts';

/** What requests are made with, as the entries of a kubeconfig say. */
export interface HttpsOptions {
  /** TLS options, the agent that has them, and headers. */
  readonly options: RequestOptions;
  /** The user's auth-provider with the tokens it has now; undefined if there is none. */
  readonly provider: unknown;
}

/**
 * Turns the entries into TLS options, an agent and headers. Certificates, tokens and passwords are node's own
 * options; for auth-providers (OIDC) and proxies client-node's KubeConfig does it, loaded only then, because its
 * import costs a third of the time to the first request.
 */
export async function httpsOptions(cluster: Fields, user: Fields): Promise<HttpsOptions> {
  const [ours, theirs] = [dataFirst(user), dataFirst(cluster)];
  if (!isFields(ours['auth-provider']) && !theirs['proxy-url']) return directOptions(theirs, ours);
  const { kubeConfigOptions } = await import('./kubeconfig-options.ts');
  return kubeConfigOptions(theirs, ours);
}

async function directOptions(cluster: Fields, user: Fields): Promise<HttpsOptions> {
  const [ca, cert, key] = await Promise.all([
    pem(cluster, 'certificate-authority'),
    pem(user, 'client-certificate'),
    pem(user, 'client-key'),
  ]);
  const { token, username, password, as } = user;
  const name = cluster['tls-server-name'];
  const tls = {
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
    ...(typeof name === 'string' && name !== '' ? { servername: name } : {}),
    ...(cluster['insecure-skip-tls-verify'] === true ? { rejectUnauthorized: false } : {}),
  };
  const headers = {
    ...(typeof token === 'string' && token !== '' ? { Authorization: `Bearer ${token}` } : {}),
    ...(typeof as === 'string' && as !== '' ? { 'Impersonate-User': as } : {}),
  };
  const auth =
    typeof username === 'string' && username !== ''
      ? `${username}:${typeof password === 'string' ? password : ''}`
      : undefined;
  const plain = String(cluster['server']).startsWith('http:');
  const agent = plain ? new HttpAgent() : new HttpsAgent(tls);
  return { options: { ...tls, headers, ...(auth && { auth }), agent }, provider: undefined };
}

/** A certificate or key of an entry, embedded as base64 or in a file; undefined for none. Throws ActionableError. */
export async function pem(entry: Fields, field: string): Promise<Buffer | undefined> {
  const [embedded, file] = [entry[`${field}-data`], entry[field]];
  if (typeof embedded === 'string' && embedded !== '') return Buffer.from(embedded, 'base64');
  if (typeof file !== 'string' || file === '') return undefined;
  try {
    return await readFile(file);
  } catch (error) {
    throw unusable(messageOf(error), error);
  }
}

/** Embedded data goes before a file, as in kubectl; KubeConfig has it the other way round. */
function dataFirst(entry: Fields): Fields {
  const covered = ['certificate-authority', 'client-certificate', 'client-key'].filter(
    (key) => entry[`${key}-data`],
  );
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !covered.includes(key)));
}

/** What identifies the user in a request: Authorization, and whom to act as. */
export function headersOf(options: RequestOptions, user: Fields): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? [...value] : String(value);
  }
  // Basic authentication comes as `auth`; as a header it is like all others.
  if (options.auth)
    headers['Authorization'] ??= `Basic ${Buffer.from(options.auth, 'utf8').toString('base64')}`;
  // client-node sends only the user of an impersonation; without its groups other rules would apply.
  if (typeof user['as-uid'] === 'string') headers['Impersonate-Uid'] = user['as-uid'];
  if (Array.isArray(user['as-groups'])) headers['Impersonate-Group'] = user['as-groups'].map(String);
  if (isFields(user['as-user-extra'])) {
    for (const [key, values] of Object.entries(user['as-user-extra'])) {
      headers[`Impersonate-Extra-${encodeURIComponent(key)}`] = Array.isArray(values)
        ? values.map(String)
        : [];
    }
  }
  return headers;
}

/**
 * Idle connections are closed by ourselves after this, long before load balancers drop theirs (60 s and more), so that
 * a write that may be sent only once does not meet a connection that is dead already.
 */
const IDLE_MS = 15_000;

/** What node's agents have and its types do not name. */
interface AgentParts {
  keepAlive?: boolean;
  readonly options: { timeout?: number | undefined };
}

/** KubeConfig makes agents that close after each request: 20 handshakes for 20 requests were measured, 1 with this. */
export function keepAlive(agent: Agent, idleMs = IDLE_MS): Agent {
  const parts: AgentParts = agent as Agent & AgentParts;
  parts.keepAlive = true;
  parts.options.timeout = idleMs;
  return agent;
}
