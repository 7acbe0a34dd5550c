import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the app says of itself. */
export interface Said {
  /** Share of its answers that were errors, from 0 to 1. */
  readonly errors: number;
}

/** Stands for the health page of the new version: simulated pods answer nothing. */
export interface Health {
  /** A check that asks it, for the input `checks`. */
  readonly checks: string;
  /** What it says from now on. */
  say(said: Said): void;
  close(): void;
}

/** Starts it on a free port of this machine. */
export async function openHealth(): Promise<Health> {
  let now: Said = { errors: 0 };
  const server = createServer((_, response) => response.end(JSON.stringify(now)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    checks: checksOf(`http://127.0.0.1:${String(port)}/health?hash={{args.pod-hash}}`),
    say: (said) => (now = said),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Twice, because once may be luck. */
function checksOf(url: string): string {
  return `- name: errors
  count: 2
  interval: 1s
  successCondition: result < 0.05
  provider:
    web:
      url: ${url}
      jsonPath: "{$.errors}"
`;
}
