import http, { type Agent } from 'node:http';
import https from 'node:https';
import net, { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { proxyFor } from '../../kube/proxy.ts';

/** A way to a server. None of its connections outlives it. */
export interface Way {
  /** Makes the connections. */
  readonly agent: Agent;
  /** What is asked for, where that is not the path alone. */
  readonly path?: string;
  /** What the proxy wants to know. */
  readonly headers: Readonly<Record<string, string>>;
  /** Closes what is still open. */
  close(): void;
}

/** Whether the environment names a proxy for it, which then resolves its name too. Pure. */
export function goesByProxy(url: URL, env: NodeJS.ProcessEnv): boolean {
  return proxyFor(url, env) !== undefined;
}

/** The way to a server, through the proxy that the environment names for it. `insecure` takes any certificate. */
export function wayTo(url: URL, insecure: boolean, env: NodeJS.ProcessEnv): Way {
  const proxy = proxyFor(url, env);
  const tlsOptions = { rejectUnauthorized: !insecure };
  const isTls = url.protocol === 'https:';
  if (proxy !== undefined)
    return isTls ? tunnel(addressOf(proxy), tlsOptions, url) : forwarded(addressOf(proxy), url);
  const agent = isTls ? new https.Agent(tlsOptions) : new http.Agent();
  return { agent, headers: {}, close: () => agent.destroy() };
}

function addressOf(proxy: string): URL {
  const url = URL.parse(proxy);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new Error('HTTPS_PROXY (or HTTP_PROXY) is not the address of an http or https proxy');
}

/** As Go does it: a proxy is asked for the whole address of a plain http server. */
function forwarded(proxy: URL, url: URL): Way {
  const agent = new http.Agent();
  Object.assign(agent, { createConnection: () => connectTo(proxy) });
  const { protocol, host, pathname, search } = url;
  return {
    agent,
    path: `${protocol}//${host}${pathname}${search}`,
    headers: authorizationOf(proxy),
    close: () => agent.destroy(),
  };
}

function connectTo(proxy: URL): net.Socket {
  const host = hostOf(proxy);
  const port = portOf(proxy);
  return proxy.protocol === 'https:'
    ? tls.connect({ host, port, ...nameOf(host) })
    : net.connect({ host, port });
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function portOf({ port, protocol }: URL): number {
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}

/** A name for TLS; addresses are none. */
function nameOf(host: string): { readonly servername?: string } {
  return isIP(host) === 0 ? { servername: host } : {};
}

function authorizationOf({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(user, 'utf8').toString('base64')}` };
}

/** TLS goes through a tunnel (CONNECT), so that the proxy sees neither headers nor paths. */
function tunnel(proxy: URL, tlsOptions: tls.ConnectionOptions, url: URL): Way {
  const open = new Set<Duplex | http.ClientRequest>();
  const hold = <Held extends Duplex | http.ClientRequest>(held: Held): Held => {
    open.add(held);
    held.once('close', () => open.delete(held));
    return held;
  };
  const host = hostOf(url);
  const connect = (done: (error: Error | null, socket?: Duplex) => void): void => {
    hold(connectRequest(proxy, `${url.hostname}:${String(portOf(url))}`))
      .once('connect', ({ statusCode = 0 }, socket: Duplex) => {
        hold(socket);
        if (statusCode === 200)
          return done(null, hold(tls.connect({ ...tlsOptions, socket, host, ...nameOf(host) })));
        socket.destroy();
        done(new Error(`the proxy ${proxy.host} refused the connection (HTTP ${String(statusCode)})`));
      })
      .once('error', (error) =>
        done(new Error(`the proxy ${proxy.host}: ${error.message}`, { cause: error })),
      )
      .end();
  };
  const agent = new https.Agent();
  Object.assign(agent, {
    createConnection: (_: unknown, done: Parameters<typeof connect>[0]) => connect(done),
  });
  return { agent, headers: {}, close: () => open.forEach((one) => void one.destroy()) };
}

function connectRequest(proxy: URL, target: string): http.ClientRequest {
  return (proxy.protocol === 'https:' ? https : http).request({
    host: hostOf(proxy),
    port: portOf(proxy),
    method: 'CONNECT',
    path: target,
    agent: false,
    headers: { Host: target, ...authorizationOf(proxy) },
  });
}
