import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { untilAborted } from '../../kube/until-aborted.ts';
import { type Clock, systemClock } from '../../support/clock.ts';
import { endTree } from './process-tree.ts';

/** A program to run, and what it may use. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds; then all of it is ended. */
  readonly timeoutMs: number;
}

/** How it ended. */
export type CommandEnd =
  | { readonly kind: 'exit'; readonly code: number }
  /** Somebody, such as the kernel that had no memory left, has killed it. */
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'timeout' };

/** A run that is cancelled has ten seconds in all. */
const GRACE_MS = 2_000;
/** What a program wrote before it ended comes at once, unless another one holds its output open. */
const FLUSH_MS = 1_000;
/** In the environment of everything that a command starts, so that it can be found and ended. */
const MARK = 'ROLLOUT_CONDUCTOR_CHECK';

/**
 * Runs a program without a terminal or stdin to its end, and tells what it writes, piece by piece. Nothing that it
 * started lives on when this returns. Throws Error if it cannot be started; rejects with the signal's reason.
 */
export async function runCommand(
  { program, args, cwd, env, timeoutMs }: Command,
  hear: (from: 'stdout' | 'stderr', piece: string) => void,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<CommandEnd> {
  signal.throwIfAborted();
  const mark = randomUUID();
  const child = spawn(program, args, {
    cwd,
    env: { ...env, [MARK]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, which can be ended as one.
    detached: true,
  });
  for (const from of ['stdout', 'stderr'] as const) {
    child[from].setEncoding('utf8').on('data', (piece: string) => hear(from, piece));
  }
  const closed = once(child, 'close').catch(() => undefined);
  const late = new AbortController();
  try {
    const ended = new Promise<CommandEnd>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, by) =>
        resolve(code === null ? { kind: 'killed', signal: by ?? '' } : { kind: 'exit', code }),
      );
    });
    const time = clock.sleep(timeoutMs, late.signal).then((): CommandEnd => ({ kind: 'timeout' }));
    const end = await untilAborted(Promise.race([ended, time]), signal);
    if (end.kind === 'exit') await Promise.race([closed, clock.sleep(FLUSH_MS, late.signal)]);
    return end;
  } finally {
    late.abort();
    if (child.pid !== undefined)
      await endTree({ leader: child.pid, mark: `${MARK}=${mark}` }, GRACE_MS, clock);
    // What has changed its environment and its group lives on; it must not keep this process alive.
    for (const pipe of [child.stdout, child.stderr]) pipe.destroy();
    child.unref();
  }
}
