import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { randomInt } from 'node:crypto';

/** That many different ports on which nothing listens. */
export async function freePorts(count: number): Promise<number[]> {
  const held = new Map<number, Server>();
  while (held.size < count) {
    // Not port 0: the kernel hands that out of the range of outgoing connections (from 32768 on Linux), and one
    // of those can take the port in the time until the program listens.
    const port = randomInt(20_000, 30_000);
    const server = held.has(port) ? undefined : await hold(port);
    if (server) held.set(port, server);
  }
  const servers = [...held.values()];
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return [...held.keys()];
}

async function hold(port: number): Promise<Server | undefined> {
  const server = createServer();
  try {
    await once(server.listen(port, '0.0.0.0'), 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
}
