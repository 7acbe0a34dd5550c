import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

/** A proxy that leads every name to 127.0.0.1, so that a test can use names nobody resolves. */
export interface Proxy {
  readonly port: number;
  /** What was asked for, `host:port`, with the credentials sent. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** An HTTP proxy; with `refusal`, one that answers each CONNECT with this status. */
export async function startConnectProxy(refusal?: number): Promise<Proxy> {
  const asked: Proxy['asked'] = [];
  const sockets = new Set<Socket>();
  const server = http.createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${String(refusal)} No\r\n\r\n`);
    const target = net.connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    for (const each of [socket, target]) each.on('error', () => undefined);
  });
  return listening(server, sockets, asked);
}

/** A SOCKS5 proxy (RFC 1928) without authentication, for names. */
export async function startSocksProxy(): Promise<Proxy> {
  const asked: Proxy['asked'] = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (request: Buffer) => {
        const length = request[4] ?? 0;
        const port = request.readUInt16BE(5 + length);
        asked.push({
          target: `${request.subarray(5, 5 + length).toString()}:${String(port)}`,
          authorization: undefined,
        });
        const target = net.connect(port, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
          target.pipe(socket).pipe(target);
        });
        target.on('error', () => undefined);
      });
    });
  });
  return listening(server, new Set(), asked);
}

async function listening(server: net.Server, sockets: Set<Socket>, asked: Proxy['asked']): Promise<Proxy> {
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
