import { isIP } from 'node:net';
import { type AccessRule, ruleFor } from '../../kube/access.ts';
import type { KubeError } from '../../kube/kube-error.ts';
import type { ServicePort, ServiceRequest } from '../../kube/request-options.ts';
import { services } from '../../kube/resources.ts';
import { serviceProxyPath, serviceRequestName } from '../../kube/service-proxy.ts';

/** Where the host of an address is. */
export type Place =
  /** Anywhere that this runner can reach. */
  | { readonly kind: 'outside' }
  /** A Service of the cluster: `web.shop.svc`. */
  | { readonly kind: 'service'; readonly service: ServicePort }
  /** A Service of the cluster, unless its name resolves in DNS: `prometheus.monitoring`, `prometheus`. */
  | { readonly kind: 'either'; readonly host: string; readonly service: ServicePort }
  /** In the cluster, but nothing that the API server leads to: a single pod of a StatefulSet. */
  | { readonly kind: 'nowhere' };

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Where the host of an address is, by its name alone. Pure.
 * @param namespace of the target: where a name without a namespace is looked for, as in a pod
 */
export function placeOf(url: URL, namespace: string): Place {
  const host = url.hostname.replace(/\.$/, '');
  if (isIP(host) !== 0 || host.startsWith('[') || /(?:^|\.)localhost$/.test(host)) return { kind: 'outside' };
  const inside = /^(.*)\.svc(?:\.cluster\.local)?$/.exec(host)?.[1];
  const labels = (inside ?? host).split('.');
  const [name = '', ofService = namespace] = labels;
  const fits = labels.length <= 2 && labels.every((part) => label.test(part));
  const service = { namespace: ofService, name, port: portOf(url), tls: url.protocol === 'https:' };
  if (inside !== undefined)
    return fits && labels.length === 2 ? { kind: 'service', service } : { kind: 'nowhere' };
  return fits ? { kind: 'either', host, service } : { kind: 'outside' };
}

function portOf({ port, protocol }: URL): string {
  if (port !== '') return port;
  return protocol === 'https:' ? '443' : '80';
}

/** What a request to a Service has to be allowed. Pure. */
export function serviceAccess(service: ServicePort, method: ServiceRequest['method']): AccessRule {
  const { verb, subresource, namespace, name } = serviceRequestName(service, method);
  return ruleFor(
    verb,
    services,
    { subresource, namespace, name },
    'measure a check at an address of the cluster',
  );
}

/**
 * Where a redirect of a Service leads, as the cluster would say it: the API server writes its own address and path
 * before the path that the app named. Pure.
 */
export function redirectOfService(location: string, service: ServicePort, asked: string): URL | null {
  const marker = serviceProxyPath(service);
  const decoded = location.replaceAll(/%3a/gi, ':');
  const at = decoded.indexOf(`${marker}/`);
  return URL.parse(at < 0 ? location : decoded.slice(at + marker.length), asked);
}

/** A failure on the way through the API server, in one line: what happened, and what to do. Pure. */
export function explainServiceFailure(
  error: KubeError,
  service: ServicePort,
  method: ServiceRequest['method'],
): string {
  const where = `Service ${service.name} in namespace ${service.namespace}`;
  const said = error.serverMessage;
  const { kind } = error;
  if (kind === 'forbidden') {
    const { verb, namespace, name } = serviceRequestName(service, method);
    return `not allowed to go through the API server to the ${where}: let the user of the kubeconfig ${verb} services/proxy in namespace ${namespace} (resourceNames: ${name})`;
  }
  if (kind === 'not-found' || kind === 'no-such-resource') return `there is no ${where} (${said})`;
  if (kind === 'server')
    return `the ${where} does not answer at port ${service.port}: check its ports, its selector, and that a pod of it is ready (${said})`;
  return `the way through the API server to the ${where} failed: ${said}`;
}
