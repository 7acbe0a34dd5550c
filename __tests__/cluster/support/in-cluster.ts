import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import {
  createServer as createTcpServer,
  connect,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll } from '@jest/globals';
import { kubectl, kubectlWithInput, type KubernetesObject, waitFor } from './kubernetes.ts';

type Endpoints = KubernetesObject & { subsets?: { addresses?: unknown[] }[] };

const open: Server[] = [];
const forwarded = new Set<Socket>();

afterAll(async () => {
  await Promise.all(
    open.splice(0).map(async (server) => {
      server.close();
      // The API server keeps a connection for 90 s after its last request.
      for (const socket of forwarded) socket.destroy();
      if ('closeAllConnections' in server) (server.closeAllConnections as () => void)();
      await once(server, 'close');
    }),
  );
});

/** An address of this machine that is not loopback: the API server leads nobody to 127.0.0.1. */
export function machineAddress(): string {
  const all = Object.values(networkInterfaces()).flat();
  const found = all.find((one) => one?.family === 'IPv4' && !one.internal);
  if (found === undefined) throw new Error('This machine has no address but loopback.');
  return found.address;
}

/** Listens on a free port of the machine's address until the tests of the file are over; returns the port. */
export async function serve(listener: RequestListener): Promise<number> {
  return listen(createServer(listener));
}

/** Leads a port of the machine's address to one of loopback, such as that of the cluster's Prometheus. */
export async function forward(url: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return listen(
    createTcpServer((socket) => {
      const onward = connect(Number(port), hostname);
      socket.pipe(onward).pipe(socket);
      for (const one of [socket, onward]) forwarded.add(one.once('close', () => forwarded.delete(one)));
      for (const one of [socket, onward]) one.on('error', () => [socket, onward].map((all) => all.destroy()));
    }),
  );
}

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, machineAddress()), 'listening');
  open.push(server);
  return (server.address() as AddressInfo).port;
}

/**
 * Makes a Service, and a pod behind it that has the machine's address, so that the API server's proxy leads to a port
 * of it. A Service that is there already is led to that port.
 */
export async function makeService(
  namespace: string,
  name: string,
  { port, targetPort }: { readonly port: number; readonly targetPort: number },
): Promise<void> {
  const labels = { 'test/behind': name };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${name}-0`, labels, annotations: { 'sim/pod-ip': machineAddress() } },
    spec: { containers: [{ name: 'app', image: 'registry.test/app:1' }] },
  };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: labels, ports: [{ port, targetPort }] },
  };
  const list = { apiVersion: 'v1', kind: 'List', items: [pod, service] };
  await kubectlWithInput(JSON.stringify(list), 'apply', '-n', namespace, '-f', '-');
  await waitFor<Endpoints>(
    namespace,
    'endpoints',
    name,
    ({ subsets }) => subsets?.[0]?.addresses?.length === 1,
    { what: `the endpoint of ${name}` },
  );
}

/** A namespace by its name, for what manifests name; made if it is not there. */
export async function ensureNamespace(name: string): Promise<void> {
  await kubectl('get', 'namespace', name).catch(() => kubectl('create', 'namespace', name));
}
