import { KubeConfig } from '@kubernetes/client-node';
import type { Agent } from 'node:http';
import type { RequestOptions } from 'node:https';
import { ActionableError } from '../errors.ts';
import { type Fields, isFields } from './kubeconfig.ts';
import { messageOf } from './node-error.ts';
import { redact } from './redact.ts';

/** What KubeConfig made of the entries. */
export interface FromKubeConfig {
  /** TLS options, the agent that has them, and headers. */
  readonly options: RequestOptions;
  /** The user's auth-provider with the tokens it has now; undefined if there is none. */
  readonly provider: unknown;
}

/** Lets client-node's KubeConfig turn the entries into TLS options, an agent (direct or by proxy) and OIDC tokens. */
export async function httpsOptions(cluster: Fields, user: Fields): Promise<FromKubeConfig> {
  const kubeconfig = new KubeConfig();
  // For a plain http server there is no certificate to check, but KubeConfig wants this said; kubectl does not.
  const plain = String(cluster['server']).startsWith('http:') ? { 'insecure-skip-tls-verify': true } : {};
  const options: RequestOptions = {};
  try {
    kubeconfig.loadFromString(
      JSON.stringify({
        clusters: [{ name: 'cluster', cluster: { ...dataFirst(cluster), ...plain } }],
        users: [{ name: 'user', user: dataFirst(user) }],
        contexts: [{ name: 'context', context: { cluster: 'cluster', user: 'user' } }],
        'current-context': 'context',
      }),
    );
    await kubeconfig.applyToHTTPSOptions(options);
  } catch (error) {
    throw unusable(redact(messageOf(error)), error);
  }
  const provider: unknown = kubeconfig.getCurrentUser()?.authProvider ?? undefined;
  // KubeConfig goes on without a token then, and the server would speak of system:anonymous.
  if (
    isFields(provider) &&
    provider['name'] === 'oidc' &&
    headersOf(options, {})['Authorization'] === undefined
  ) {
    throw unusable(
      'its OIDC id-token is missing or has expired, and it has no refresh-token to get a new one',
    );
  }
  return { options, provider };
}

/** Embedded data goes before a file, as in kubectl; KubeConfig has it the other way round. */
function dataFirst(entry: Fields): Fields {
  const covered = ['certificate-authority', 'client-certificate', 'client-key'].filter(
    (key) => entry[`${key}-data`],
  );
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !covered.includes(key)));
}

function unusable(how: string, cause?: unknown): ActionableError {
  return new ActionableError(
    {
      what: `The credentials of the kubeconfig cannot be used: ${how}.`,
      asked: 'credentials for the Kubernetes API server',
      next: 'check the files it names and the login of its user; `kubectl get --raw /version` must work with it.',
    },
    { cause },
  );
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
