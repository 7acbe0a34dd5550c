import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { issueClient, issueServer, makeAuthority } from '../cluster/certificates.ts';
import { kubeconfig } from '../cluster/kubeconfig.ts';
import { bundle, prepareAction } from './action.ts';
import { type Program, startProgram } from './program.ts';
import { median } from './statistics.ts';
import { bytes, type Measured, milliseconds } from './table.ts';

const rounds = 25;
const largest = 100;

/** When a process reached the server, in milliseconds from right before it was started. */
interface Reached {
  readonly connection: number;
  readonly request: number | undefined;
}

/**
 * From right before a process is started to what it first shows on the wire, taken at a TLS server in this process:
 * the TCP connection is accepted; the head of the first request has arrived. By turns, 25 times each after one round
 * that is not counted:
 *
 * - the built action, `operation: status`, with a kubeconfig that has an authority and a client certificate;
 * - an empty script that only opens a TCP connection: the least that a Node process takes;
 * - a script that sends one GET over TLS with node:https and the same files, and does nothing else.
 *
 * Target: the action's first request comes at most 100 ms after the empty script's connection. Each process is
 * killed as soon as it was heard. The whole life of `node` with an empty file is told beside it.
 */
export async function measureStart(folder: string): Promise<Measured> {
  const authority = await makeAuthority('bench authority');
  const [tls, client] = await Promise.all([
    issueServer(authority, ['127.0.0.1']),
    issueClient(authority, 'bench'),
  ]);
  const server = createServer({
    key: tls.key,
    cert: tls.certificate,
    ca: authority.certificate,
    requestCert: true,
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `https://127.0.0.1:${String(port)}`;
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const access = { name: 'start', server: url, authority: authority.certificate, client };
  const inputs = { target: 'rollout/web', namespace: 'shop', operation: 'status' };
  const empty = write('empty.mjs', '');
  const connects = write(
    'connects.mjs',
    `import net from 'node:net';\nnet.connect(${String(port)}, '127.0.0.1');\n`,
  );
  const asks = write(
    'asks.mjs',
    `import https from 'node:https';\nconst ca = ${JSON.stringify(authority.certificate)};\n` +
      `const cert = ${JSON.stringify(client.certificate)};\nconst key = ${JSON.stringify(client.key)};\n` +
      `https.get('${url}/', { ca, cert, key });\n`,
  );
  const node = (file: string) => () => startProgram(process.execPath, [file], { folder });
  const started = {
    action: prepareAction(folder, { ...inputs, kubeconfig: write('start.kubeconfig', kubeconfig(access)) }),
    connects: node(connects),
    asks: node(asks),
  };
  const samples: Record<'connection' | 'request' | 'connects' | 'asks' | 'nodeEmptyFile', number[]> = {
    connection: [],
    request: [],
    connects: [],
    asks: [],
    nodeEmptyFile: [],
  };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const action = await reach(started.action, server, 'request');
      const connected = await reach(started.connects, server, 'connection');
      const asked = await reach(started.asks, server, 'request');
      const whole = await lifeOf(node(empty));
      if (round === 0) continue;
      samples.connection.push(action.connection);
      samples.request.push(action.request ?? Number.NaN);
      samples.connects.push(connected.connection);
      samples.asks.push(asked.request ?? Number.NaN);
      samples.nodeEmptyFile.push(whole);
    }
  } finally {
    server.close();
  }

  const [request, floor] = [median(samples.request), median(samples.connects)];
  const above = request - floor;
  const size = statSync(bundle).size;
  return {
    rows: [
      {
        measure: `start to first request, median of ${String(rounds)}`,
        ours: milliseconds(request),
        other: `${milliseconds(floor)} empty script that connects`,
      },
      {
        measure: '  above the empty script',
        ours: milliseconds(above),
        other: `${milliseconds(median(samples.asks) - floor)} script with one node:https GET`,
        target: `<= ${String(largest)} ms`,
        met: above <= largest,
      },
      {
        measure: 'start to first TCP connection',
        ours: milliseconds(median(samples.connection)),
        other: `${milliseconds(median(samples.nodeEmptyFile))} whole life of node with an empty file`,
      },
      { measure: 'size of dist/index.js', ours: bytes(size), other: '' },
    ],
    raw: { aboveEmptyScriptMs: above, bundleBytes: size, milliseconds: samples },
  };
}

/** Starts a process, notes when it reaches the server, and ends it as soon as it came as far as wanted. */
async function reach(
  start: () => Program,
  server: ReturnType<typeof createServer>,
  wanted: 'connection' | 'request',
): Promise<Reached> {
  const connected = Promise.withResolvers<number>();
  const asked = Promise.withResolvers<number>();
  const onConnection = (): void => connected.resolve(performance.now());
  const onRequest = (): void => asked.resolve(performance.now());
  server.on('connection', onConnection).on('request', onRequest);
  const program = start();
  const early = program.ended.then(({ output }) => {
    throw new Error(`It ended before it reached the server:\n${output}`);
  });
  try {
    const connection = (await Promise.race([connected.promise, early])) - program.startedAt;
    if (wanted === 'connection') return { connection, request: undefined };
    return { connection, request: (await Promise.race([asked.promise, early])) - program.startedAt };
  } finally {
    server.off('connection', onConnection).off('request', onRequest);
    early.catch(() => undefined);
    program.kill();
    await program.ended;
  }
}

async function lifeOf(start: () => Program): Promise<number> {
  const program = start();
  await program.ended;
  return performance.now() - program.startedAt;
}
