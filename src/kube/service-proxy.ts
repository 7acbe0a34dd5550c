import type { Credentials } from './config.ts';
import type { RequestName, Verb } from './kube-error.ts';
import { isFields } from '../support/fields.ts';
import type { ServicePort, ServiceRequest } from './request-options.ts';
import { services } from './resources.ts';
import type { RawAnswer, RawRequest } from './transport.ts';

/** The verb that RBAC wants of a method; a proxied request is judged by it. */
const verbs = { GET: 'get', POST: 'create', PUT: 'update' } as const satisfies Record<string, Verb>;

/** A Service as it stands in the path, and in `resourceNames` of a role: `web:80`, `https:web:443`. Pure. */
function serviceSegment({ name, port, tls }: Omit<ServicePort, 'namespace'>): string {
  return `${tls ? 'https:' : ''}${name}:${port}`;
}

/** The request as rules and errors name it. Pure. */
export function serviceRequestName(
  service: ServicePort,
  method: ServiceRequest['method'],
): RequestName & { readonly namespace: string; readonly name: string; readonly subresource: 'proxy' } {
  return {
    verb: verbs[method],
    resource: services,
    subresource: 'proxy',
    namespace: service.namespace,
    name: serviceSegment(service),
  };
}

/** The path of a Service's proxy, without a slash at its end. Pure. */
export function serviceProxyPath(service: ServicePort): string {
  return `/api/v1/namespaces/${service.namespace}/services/${serviceSegment(service)}/proxy`;
}

/**
 * Whether a header never gets to what is behind a Service: kube-apiserver takes Authorization off a request that it has
 * authenticated, Host and Connection are about the way to the API server, and what it reads of who somebody acts as must
 * not come from anybody but the kubeconfig. Pure.
 */
export function keptByServer(header: string): boolean {
  return /^(?:(?:proxy-)?authorization|host|connection|upgrade|impersonate-.*|x-remote-.*)$/i.test(header);
}

/** The request as it goes over the wire. */
export function prepareProxied(
  service: ServicePort,
  { path, headers, method, body, signal, timeoutMs }: ServiceRequest,
  connection: { readonly server: string; readonly version: string },
  credentials: Credentials,
): RawRequest {
  const passed = Object.entries(headers).filter(([name]) => !keptByServer(name));
  const root = `${connection.server}${serviceProxyPath(service)}/`;
  const url = new URL(`${root}${path.replace(/^\//, '')}`);
  // With `..` a path would leave the Service, and name something else of the API.
  if (!url.href.startsWith(new URL(root).href)) throw new Error('the path leads out of the Service');
  return {
    method,
    url,
    headers: {
      'User-Agent': `rollout-conductor/${connection.version}`,
      ...Object.fromEntries(passed),
      ...credentials.headers,
    },
    body,
    agent: credentials.agent,
    signal,
    timeoutMs,
  };
}

/**
 * Whether the API server itself answered: with a Status object, which says the status of the answer. What an app of
 * the cluster answers with comes as it is.
 */
export function isOfServer({ status, body }: RawAnswer<Buffer>): boolean {
  if (status < 400 || body.length > 64 * 1024) return false;
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return (
      isFields(value) &&
      value['kind'] === 'Status' &&
      value['apiVersion'] === 'v1' &&
      value['code'] === status
    );
  } catch {
    return false;
  }
}
