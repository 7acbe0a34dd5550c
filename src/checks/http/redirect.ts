import type { HttpRequest, RequestAnswer } from './request.ts';
import { redirectOfService } from './service-proxy.ts';

/** What Go's client takes along only to the same host or a subdomain of it. */
const credentials = ['authorization', 'cookie', 'cookie2', 'www-authenticate', 'proxy-authorization'];

/**
 * The request that a redirect asks for, as Go's http client does it; undefined for any other answer, and for a redirect
 * that says no place. Pure. Throws Error for a place that is no address.
 * https://pkg.go.dev/net/http#Client
 */
export function redirectOf(
  request: HttpRequest,
  { status, headers, service }: RequestAnswer,
): HttpRequest | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || location === '')
    return undefined;
  const url =
    service === undefined
      ? URL.parse(location, request.url.href)
      : redirectOfService(location, service, request.url.href);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error('redirected to what is no http or https address');
  // GET by 301, 302, 303: without a body.
  const repeats = status === 307 || status === 308;
  return {
    ...request,
    url,
    ...(repeats ? {} : { method: 'GET' as const, body: undefined }),
    headers: Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) =>
          (repeats || request.method === 'GET' || !name.startsWith('content-')) &&
          (isWithin(url.hostname, request.url.hostname) || !credentials.includes(name)),
      ),
    ),
  };
}

function isWithin(host: string, other: string): boolean {
  return host === other || host.endsWith(`.${other}`);
}
