import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of a script. */
export interface Answer {
  /** HTTP status; 200 if left out. */
  readonly status?: number;
  /** Sent as JSON; a text goes as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before it is sent. */
  readonly after?: number;
  /** The connection is cut instead. */
  readonly cut?: true;
}

/** Who asks. */
export type Side = 'controller' | 'action';

/** A server that answers every address below a name by the name's script. */
export interface ScriptedServer {
  /** An address with a copy of the script of its own. */
  play(script: readonly Answer[], side: Side): string;
  close(): Promise<void>;
}

interface Copy {
  readonly script: readonly Answer[];
  readonly side: Side;
  turn: number;
  /** What was asked last, and when. */
  last?: { readonly path: string; readonly at: number };
}

/**
 * The controller may not see yet what it has just written, and then it measures a second time in place of the first
 * (1.10.1, on a busy machine). It is given the same answer again. Less than the shortest interval of the stories.
 */
const againMs = 1_500;

/** Listens on this machine. The last answer of a script is given for ever. */
export async function scriptedServer(): Promise<ScriptedServer> {
  const scripts: Copy[] = [];
  const server = createServer((request, response) => {
    const playing = scripts[Number(request.url?.split('/')[1])];
    request.resume();
    if (playing === undefined) {
      response.writeHead(404).end();
      return;
    }
    const answer = nextAnswer(playing, request.url ?? '');
    setTimeout(() => give(answer, response), answer.after ?? 0);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    play(script, side) {
      scripts.push({ script, side, turn: -1 });
      return `http://127.0.0.1:${String(port)}/${String(scripts.length - 1)}`;
    },
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

function nextAnswer(copy: Copy, path: string): Answer {
  const { side, last } = copy;
  const now = performance.now();
  const isAgain =
    side === 'controller' && last !== undefined && last.path === path && now - last.at < againMs;
  if (!isAgain) {
    copy.turn += 1;
    copy.last = { path, at: now };
  }
  return copy.script[Math.min(copy.turn, copy.script.length - 1)] ?? {};
}

function give({ status = 200, body = '', headers, cut }: Answer, response: ServerResponse): void {
  if (cut === true) {
    response.destroy();
    return;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
