import { ActionableError } from '../errors.ts';
import { type Clock, systemClock } from '../support/clock.ts';
import { type Credentials, credentialSource } from './credentials.ts';
import type { Fields } from '../support/fields.ts';
import type { Kubeconfig } from './kubeconfig.ts';
import { findKubeconfig } from './kubeconfig-source.ts';
import { proxyFor } from './proxy.ts';
import { readLifetime } from './token.ts';
import type { Lifetime } from './token-expiry.ts';

export type { Credentials } from './credentials.ts';

/** What is asked for; every field but `env` may be left out or empty. */
export interface ConnectOptions {
  /** A path, the content, its base64, or `in-cluster`; empty: `$KUBECONFIG`, then `~/.kube/config`. */
  readonly kubeconfig?: string;
  /** Name of a context; empty: the kubeconfig's current one. */
  readonly context?: string;
  /** Namespace; empty: the context's, then `default`. */
  readonly namespace?: string;
  /** Environment: KUBECONFIG, HOME, PATH and more for plugins, the proxy variables. */
  readonly env: NodeJS.ProcessEnv;
  /** Told of each secret value as soon as it is known and before it is used, so that it can be masked. */
  readonly onSecret?: (value: string) => void;
  /** Tells when credentials have expired. */
  readonly clock?: Clock;
}

/** Where to connect, and with whose credentials. */
export interface Connection {
  /** Address of the API server, as in the kubeconfig; may have a path. Never holds user information. */
  readonly server: string;
  /** Name of the context. */
  readonly context: string;
  /** The namespace to work in. */
  readonly namespace: string;
  /** Name of the kubeconfig's user entry (not the user that the server knows); empty for none. */
  readonly user: string;
  /** Where the kubeconfig came from, in words. */
  readonly source: string;
  /** What the server's certificate is checked with: a file, `certificate-authority-data`, or undefined for the system's. */
  readonly authority: string | undefined;
  /** The proxy in between, without its user information; undefined for none. */
  readonly proxy: string | undefined;
  /**
   * What to send a request with; cached until it expires, a token file is read each time.
   * Throws ActionableError when credentials cannot be had.
   */
  credentials(): Promise<Credentials>;
  /**
   * New credentials after the server refused `refused` with 401; many calls at once renew once.
   * Returns `refused` itself if there is nothing newer, so that the caller does not repeat in vain.
   */
  renew(refused: Credentials): Promise<Credentials>;
  /** All secret values so far: tokens, passwords; never hosts, names or PEM lines. */
  secrets(): string[];
  /**
   * How long the credentials last, and what renews them; runs no plugin and sends no request. Throws ActionableError
   * when a file of the kubeconfig cannot be read.
   */
  lifetime(): Promise<Lifetime>;
  /** Closes idle and open connections. */
  close(): void;
}

/** Finds the kubeconfig, chooses the context and prepares the credentials; runs no plugin and sends no request. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const kubeconfig = await findKubeconfig(options.kubeconfig, options.env);
  const context = chooseContext(kubeconfig, options.context?.trim() ?? '');
  const cluster = entry(kubeconfig, 'clusters', context.name, text(context.fields['cluster']));
  const userName = text(context.fields['user']);
  const user = userName === '' ? {} : entry(kubeconfig, 'users', context.name, userName);
  const server = serverOf(cluster, kubeconfig.source);
  const proxy = proxyOf(cluster, server, options.env, kubeconfig.source);
  const source = credentialSource({
    cluster: {
      ...cluster,
      server: server.href.replace(/\/$/, ''),
      ...(proxy === undefined ? {} : { 'proxy-url': proxy.href }),
    },
    user,
    env: options.env,
    clock: options.clock ?? systemClock,
    onSecret: options.onSecret ?? (() => undefined),
  });
  return {
    server: server.href.replace(/\/$/, ''),
    context: context.name,
    namespace: options.namespace?.trim() || text(context.fields['namespace']) || 'default',
    user: userName,
    source: kubeconfig.source,
    authority:
      text(cluster['certificate-authority']) ||
      ('certificate-authority-data' in cluster ? 'certificate-authority-data' : undefined),
    proxy: proxy === undefined ? undefined : `${proxy.protocol}//${proxy.host}`,
    lifetime: () => readLifetime(user),
    ...source,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function chooseContext(kubeconfig: Kubeconfig, asked: string): { name: string; fields: Fields } {
  const name = asked || (kubeconfig.currentContext ?? '');
  const fields = kubeconfig.contexts.get(name);
  if (fields !== undefined) return { name, fields };
  const names = [...kubeconfig.contexts.keys()];
  const there = names.length === 0 ? 'There are none.' : `There are: ${names.join(', ')}.`;
  throw new ActionableError({
    what:
      name === ''
        ? `${kubeconfig.source} has no current context. ${there}`
        : `${kubeconfig.source} has no context "${name}"${asked === '' ? ', which is its current one' : ''}. ${there}`,
    next: 'set the input context to one of these, or correct the kubeconfig.',
  });
}

function entry(kubeconfig: Kubeconfig, list: 'clusters' | 'users', context: string, name: string): Fields {
  const fields = kubeconfig[list].get(name);
  if (fields !== undefined) return fields;
  throw new ActionableError({
    what: `${kubeconfig.source}: the context "${context}" names "${name}", which is not among its ${list} (${[...kubeconfig[list].keys()].join(', ') || 'none'}).`,
    next: 'correct the kubeconfig (`kubectl config view` shows it), or choose another context.',
  });
}

function serverOf(cluster: Fields, source: string): URL {
  const url = URL.parse(text(cluster['server']));
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '')
    return url;
  throw new ActionableError({
    what: `${source}: the cluster has no usable server address.`,
    next: 'set `server` to an address such as https://api.example.com:6443, without user information.',
  });
}

/** The kubeconfig's own proxy first, then the environment's. */
function proxyOf(cluster: Fields, server: URL, env: NodeJS.ProcessEnv, source: string): URL | undefined {
  const own = text(cluster['proxy-url']);
  const address = own || proxyFor(server, env);
  if (address === undefined) return undefined;
  const url = URL.parse(address);
  if (url !== null && /^(https?|socks[45]?[ah]?):$/.test(url.protocol) && url.hostname !== '') return url;
  throw new ActionableError({
    what: `${own === '' ? 'HTTPS_PROXY (or HTTP_PROXY) in the environment' : `${source}: proxy-url`} is not the address of an http, https or socks5 proxy.`,
    next: 'correct it, for example http://proxy.example.com:3128, or list the API server in NO_PROXY.',
  });
}
