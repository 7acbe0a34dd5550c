import type { Agent } from 'node:http';
import type { Clock } from '../support/clock.ts';
import { type ExecCredential, runExecPlugin } from './exec-plugin.ts';
import { type Fields, isFields } from '../support/fields.ts';
import { headersOf, httpsOptions, keepAlive } from './https-options.ts';
import { secretsOf } from './secrets.ts';
import { tokenExpiry } from './token-expiry.ts';
import { readToken } from './token.ts';

/** What to send a request with. */
export interface Credentials {
  /** Holds the connections, and the TLS options they are made with; the same one as long as those do not change. */
  readonly agent: Agent;
  /** Authorization and impersonation. */
  readonly headers: Readonly<Record<string, string | string[]>>;
}

/** The part of a connection that deals with credentials; see Connection for each of them. */
export interface CredentialSource {
  credentials(): Promise<Credentials>;
  renew(refused: Credentials): Promise<Credentials>;
  secrets(): string[];
  close(): void;
}

/** What credentials are made from. */
export interface CredentialParts {
  /** The cluster's entry of the kubeconfig, with absolute paths and the proxy to take. */
  readonly cluster: Fields;
  /** The user's entry. */
  readonly user: Fields;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly onSecret: (value: string) => void;
}

/** Credentials with the time they end, and what their connections are made with. */
interface Held extends Credentials {
  readonly expiresAt: number;
  readonly tls: string;
  readonly token: string | undefined;
}

/** Credentials are got again this long before they end, so that they do not end on their way to the server. */
const EARLY_MS = 5_000;

/** Keeps credentials, gets them again when they end or are refused, and runs one plugin for many askers. */
export function credentialSource(parts: CredentialParts): CredentialSource {
  const secrets = new Set<string>();
  const agents = new Set<Agent>();
  // KubeConfig renews OIDC tokens in the entry; the next renewal needs the refresh token that came with the last.
  let user = parts.user;
  let held: Held | undefined;
  let pending: Promise<Held> | undefined;

  const learn = (values: readonly string[]): void => {
    for (const value of values.filter((each) => !secrets.has(each))) {
      secrets.add(value);
      parts.onSecret(value);
    }
  };
  learn(secretsOf(parts.cluster, parts.user));

  const obtain = async (): Promise<Held> => {
    const { renewed, ...fresh } = await make({ ...parts, user }, learn);
    user = renewed;
    // The agent goes on as long as what its connections are made with is the same: a new token needs no new handshake.
    held = held !== undefined && held.tls === fresh.tls ? { ...fresh, agent: held.agent } : fresh;
    agents.add(held.agent);
    return held;
  };
  const obtainOnce = (): Promise<Held> => {
    pending ??= obtain().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  return {
    async credentials() {
      if (held === undefined || held.expiresAt - EARLY_MS <= parts.clock.now()) return obtainOnce();
      return (await tokenFileChanged(parts.user, held)) ? obtainOnce() : held;
    },
    async renew(refused) {
      if (held !== undefined && held !== refused) return held;
      const fresh = await obtainOnce();
      return sameCredentials(fresh, refused) ? refused : fresh;
    },
    secrets: () => [...secrets],
    close() {
      for (const agent of agents) agent.destroy();
    },
  };
}

function sameCredentials(fresh: Credentials, refused: Credentials): boolean {
  return fresh.agent === refused.agent && JSON.stringify(fresh.headers) === JSON.stringify(refused.headers);
}

/** A rotated token counts at once; reading a small file costs less than asking with a token that has ended. */
async function tokenFileChanged(user: Fields, held: Held): Promise<boolean> {
  return typeof user['tokenFile'] === 'string' && (await readToken(user['tokenFile'])) !== held.token;
}

async function make(
  parts: CredentialParts,
  learn: (values: readonly string[]) => void,
): Promise<Held & { renewed: Fields }> {
  const { exec, tokenFile, ...rest } = parts.user;
  const credential: ExecCredential = isFields(exec)
    ? await runExecPlugin(exec, parts.cluster, parts.env)
    : typeof tokenFile === 'string'
      ? { token: await readToken(tokenFile) }
      : {};
  if (credential.token !== undefined) learn([credential.token]);
  const user = {
    ...rest,
    ...(credential.token === undefined ? {} : { token: credential.token }),
    ...(credential.certificate === undefined
      ? {}
      : { 'client-certificate-data': base64(credential.certificate) }),
    ...(credential.key === undefined ? {} : { 'client-key-data': base64(credential.key) }),
  };
  const { options, provider } = await httpsOptions(parts.cluster, user);
  const renewed = provider === undefined ? parts.user : { ...parts.user, 'auth-provider': provider };
  learn(secretsOf({}, renewed));
  const headers = headersOf(options, parts.user);
  const bearer = /^Bearer (.+)$/.exec(String(headers['Authorization'] ?? ''))?.[1];
  if (bearer !== undefined) learn([bearer]);
  return {
    renewed,
    agent: keepAlive(options.agent as Agent),
    headers,
    tls: JSON.stringify([options.ca, options.cert, options.key].map(String)),
    token: credential.token,
    expiresAt:
      credential.expiresAt ??
      (isFields(parts.user['auth-provider']) ? tokenExpiry(bearer) : undefined) ??
      Infinity,
  };
}

function base64(value: string): string {
  return Buffer.from(value, 'utf8').toString('base64');
}
