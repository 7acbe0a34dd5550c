import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll } from '@jest/globals';
import { issueServer, makeAuthority } from '../../../cluster/certificates.ts';
import { until } from '../../../cluster/wait.ts';
import { kubectl } from './kubectl.ts';
import { applyManifests } from './namespaces.ts';

/** A server of the test that is a pod of the cluster with a Service before it. */
export interface ServiceApp {
  /** `web.NAMESPACE.svc` with its port: an address that only the cluster knows. */
  readonly host: string;
  /** What came so far. */
  readonly heard: readonly IncomingMessage[];
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];

afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await once(server.close(), 'close');
  }
});

/** The API server leads only to addresses that no loopback has. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  const own = addresses.find(({ internal, family }) => !internal && family === 'IPv4');
  if (own === undefined) throw new Error('this machine has no address but the loopback');
  return own.address;
}

/** Starts it as Service `name` at port 80, or 443 with TLS; it ends with the tests of the file. */
export async function startServiceApp(
  namespace: string,
  name: string,
  answer: Answer,
  options: { readonly tls?: boolean } = {},
): Promise<ServiceApp> {
  const heard: IncomingMessage[] = [];
  const listener: Answer = (request, response) => {
    heard.push(request);
    answer(request, response);
  };
  const server = options.tls === true ? await tlsServer(listener) : createServer(listener);
  servers.push(server);
  await once(server.listen(0, ownAddress()), 'listening');
  const target = (server.address() as AddressInfo).port;
  await leadTo(namespace, name, { port: options.tls === true ? 443 : 80, target });
  return { host: `${name}.${namespace}.svc`, heard };
}

async function tlsServer(listener: Answer): Promise<Server> {
  const { certificate, key } = await issueServer(await makeAuthority('app'), ['localhost']);
  return createTlsServer({ cert: certificate, key }, listener);
}

/** A Service at `port`, and behind it a pod that is this machine and listens, or does not, at `target`. */
export async function leadTo(
  namespace: string,
  name: string,
  at: { readonly port: number; readonly target: number },
): Promise<void> {
  const address = ownAddress();
  const labels = { app: name };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels, annotations: { 'sim/pod-ip': address } },
    spec: { containers: [{ name: 'app', image: 'app:v1' }] },
  };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: labels, ports: [{ port: at.port, targetPort: at.target }] },
  };
  await applyManifests(namespace, `${JSON.stringify(pod)}\n---\n${JSON.stringify(service)}\n`);
  const isThere = async (): Promise<boolean> =>
    (await kubectl(
      'get',
      'endpoints',
      name,
      '-n',
      namespace,
      '-o',
      'jsonpath={.subsets[*].addresses[*].ip}',
    )) === address;
  await until(isThere, { what: `the Service ${name} to lead to its pod`, deadline: 20_000 });
}
