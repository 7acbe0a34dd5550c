import { BlockList, isIP } from 'node:net';

/**
 * The proxy for a server by the environment, or undefined for none.
 *
 * client-node reads no such variable, kubectl does; the rules are those of Go's golang.org/x/net/http/httpproxy,
 * so that a runner where kubectl works is one where this works: upper case before lower case, the variable of the
 * server's own scheme, never for loopback addresses, and in NO_PROXY `*`, hosts (with their subdomains), `.suffix`
 * (subdomains only), addresses, CIDR ranges, each but the ranges with an optional port.
 */
export function proxyFor(server: URL, env: NodeJS.ProcessEnv): string | undefined {
  const variable = server.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = read(env, variable);
  if (proxy === undefined) return undefined;
  const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = server.port === '' ? (server.protocol === 'https:' ? '443' : '80') : server.port;
  if (isLoopback(host)) return undefined;
  const exceptions = (read(env, 'NO_PROXY') ?? '').split(',').map((entry) => entry.trim().toLowerCase());
  if (exceptions.some((entry) => entry !== '' && excepts(entry, host, port))) return undefined;
  // Go takes `proxy.example:3128` for http://proxy.example:3128; new URL would take it for a scheme.
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}

function read(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return [env[name], env[name.toLowerCase()]].map((value) => value?.trim()).find((value) => value);
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function excepts(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return inRange(entry, host);
  const { name, port: onlyPort } = splitPort(entry);
  if (onlyPort !== undefined && onlyPort !== port) return false;
  if (isIP(name) !== 0 || isIP(host) !== 0) return name === host;
  const suffix = name.replace(/^\*/, '');
  return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`);
}

/** Splits `host:port`, `[v6]:port` and bare addresses, where a colon may be part of the address. */
function splitPort(entry: string): { name: string; port?: string } {
  const bracketed = /^\[(.*)\](?::(\d+))?$/.exec(entry);
  const plain = /^([^:]*):(\d+)$/.exec(entry);
  const match = bracketed ?? plain;
  if (match === null) return { name: entry };
  return { name: match[1] ?? '', ...(match[2] === undefined ? {} : { port: match[2] }) };
}

function inRange(range: string, host: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(network);
  const length = /^\d+$/.test(bits) ? Number(bits) : -1;
  if (family === 0 || family !== isIP(host) || length < 0 || length > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(network, length, family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
