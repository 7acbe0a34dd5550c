import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { tail } from './launch.ts';
import type { Message, Request } from './supervisor.ts';

/** How to run the supervisor of one cluster. */
export interface SupervisorOptions {
  /** Whether the cluster ends with this process. */
  owner: 'this-process' | 'nobody';
  /** Names of the parts to start; all if left out. */
  parts?: readonly string[];
  /** Hears one line per part. */
  report: (line: string) => void;
  /** Gives up. */
  signal?: AbortSignal;
}

/** Starts the supervisor on a prepared state folder; returns when its cluster is ready. */
export async function startSupervisor(options: SupervisorOptions, folder: string): Promise<void> {
  const log = join(folder, 'logs', 'supervisor.log');
  const supervisor = spawnSupervisor(folder, log, options.parts ?? []);
  const exited = once(supervisor, 'exit');
  // The supervisor stops everything when this channel closes: by us here, or by the kernel when we are killed.
  const giveUp = (): void => supervisor.disconnect();
  options.signal?.addEventListener('abort', giveUp, { once: true });
  const ending = await lastMessage(supervisor, options.report);
  options.signal?.removeEventListener('abort', giveUp);
  if (ending?.type !== 'ready' || options.signal?.aborted) {
    await exited;
    options.signal?.throwIfAborted();
    if (ending?.type === 'failed') throw new Error(`The cluster did not start. ${ending.reason}`);
    if (!existsSync(log)) throw new Error('The cluster was stopped before it was ready.');
    throw new Error(
      `The supervisor of the cluster ended before it was ready. Its log ${log} ends:\n${tail(log)}`,
    );
  }
  if (options.owner === 'nobody') await release(supervisor);
  supervisor.unref();
  supervisor.channel?.unref();
}

function spawnSupervisor(folder: string, log: string, parts: readonly string[]): ChildProcess {
  const output = openSync(log, 'a');
  // Node options of the caller (inspector, loaders, coverage) are not meant for a process that may outlive it.
  const env = { ...process.env };
  delete env['NODE_OPTIONS'];
  const supervisor = spawn(process.execPath, [join(import.meta.dirname, 'supervisor.ts'), folder, ...parts], {
    cwd: import.meta.dirname,
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  return supervisor;
}

// "ready" or "failed"; undefined when the channel closed before either.
async function lastMessage(
  supervisor: ChildProcess,
  report: (line: string) => void,
): Promise<Message | undefined> {
  return new Promise((resolve) => {
    supervisor.on('message', (message: Message) => {
      if (message.type === 'progress') report(message.line);
      else resolve(message);
    });
    supervisor.once('disconnect', () => resolve(undefined));
  });
}

async function release(supervisor: ChildProcess): Promise<void> {
  const request: Request = 'release';
  await new Promise<void>((resolve, reject) => {
    supervisor.send(request, (error) => (error ? reject(error) : resolve()));
  });
  supervisor.disconnect();
}
