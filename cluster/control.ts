import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What a supervisor says about its cluster. */
export interface Status {
  /** Where it is in its life. */
  phase: 'starting' | 'ready' | 'stopping';
  /** Whether the API server says it is ready, asked just now. */
  serving: boolean;
  /** The parts that have ended though nobody asked them to, each with how. */
  lost: string[];
}

/** What a supervisor does when asked. */
export interface Controls {
  /** Tells how the cluster is. */
  status(): Promise<Status>;
  /** Stops the cluster; resolves when nothing of it is left. */
  stop(): Promise<void>;
}

interface Door {
  url: string;
  token: string;
}

// A process id could by now be somebody else's. Who answers here with this token is the supervisor and no other.
const doorFile = 'supervisor.json';

/** Lets other processes reach the supervisor that owns the state folder; what it returns shuts the door again. */
export async function openDoor(folder: string, controls: Controls): Promise<() => Promise<void>> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    if (request.headers.authorization !== token) {
      response.writeHead(401).end();
      return;
    }
    const answer = request.method === 'POST' ? controls.stop() : controls.status();
    // Not kept alive, so that the door can be shut as soon as the last answer is out.
    response.setHeader('connection', 'close');
    void answer.then((body) => response.end(JSON.stringify(body ?? {})));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const door: Door = { url: `http://127.0.0.1:${port}`, token };
  writeFileSync(join(folder, doorFile), JSON.stringify(door), { mode: 0o600 });
  return async () => void (await once(server.close(), 'close'));
}

/** How the cluster in that folder is; undefined when no supervisor is there. */
export async function askStatus(folder: string): Promise<Status | undefined> {
  const answer = await knock(folder, 'GET', 15_000);
  return answer && ((await answer.json()) as Status);
}

/** Stops the cluster in that folder and waits until nothing of it is left; false when no supervisor is there. */
export async function askToStop(folder: string): Promise<boolean> {
  const answer = await knock(folder, 'POST', 30_000);
  await answer?.text();
  return answer !== undefined;
}

async function knock(folder: string, method: string, deadline: number): Promise<Response | undefined> {
  try {
    const door = JSON.parse(readFileSync(join(folder, doorFile), 'utf8')) as Door;
    const signal = AbortSignal.timeout(deadline);
    const answer = await fetch(door.url, { method, headers: { authorization: door.token }, signal });
    return answer.ok ? answer : undefined;
  } catch (error) {
    // No such file, or nobody listens: there is no supervisor. One that hangs is a failure to be seen.
    if ((error as Error).name !== 'TimeoutError') return undefined;
    const advice = 'End the process "supervisor.ts" of that folder; its cluster ends with it.';
    throw new Error(`The supervisor of ${folder} has not answered for ${deadline / 1000} s. ${advice}`, {
      cause: error,
    });
  }
}
