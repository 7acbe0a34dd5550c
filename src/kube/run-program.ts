import { spawn } from 'node:child_process';

/** How a program ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** Its exit code; undefined if it was stopped or killed, or never started. */
  readonly code: number | undefined;
  /** Why it was stopped by us. */
  readonly stopped?: 'time' | 'output' | undefined;
  /** Why it could not be started, as node says it. */
  readonly error?: Error | undefined;
}

/**
 * Runs a program without a terminal or stdin and waits for its end; never throws.
 * @param longest characters of stdout and of stderr; more stop it
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { timeoutMs, longest }: { timeoutMs: number; longest: number },
): Promise<Ended> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  let stopped: Ended['stopped'];
  const stop = (why: 'time' | 'output'): void => {
    stopped ??= why;
    child.kill('SIGKILL');
    // A child of its own may hold the pipes open, and `close` would wait for it.
    child.stdout.destroy();
    child.stderr.destroy();
  };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (piece: string) => {
      text[name] += piece;
      if (text[name].length > longest) stop('output');
    });
  }
  // Not spawn's own time limit: its timer goes on when a program cannot be started, and keeps the process from ending.
  const timer = setTimeout(stop, timeoutMs, 'time');
  try {
    return await new Promise<Ended>((resolve) => {
      child.once('error', (error) => resolve({ ...text, code: undefined, error }));
      child.once('close', (code) => resolve({ ...text, code: code ?? undefined, stopped }));
    });
  } finally {
    clearTimeout(timer);
  }
}
