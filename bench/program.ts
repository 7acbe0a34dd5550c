import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  /** Everything it printed. */
  readonly output: string;
  /** Most memory it ever held, in bytes; undefined where that was not asked for. */
  readonly peakMemory: number | undefined;
}

/** A program that runs. */
export interface Program {
  /** `performance.now()` right before it was started. */
  readonly startedAt: number;
  readonly ended: Promise<Ended>;
  /** Resolves when its output fits; rejects with the output when it ends without. */
  printed(pattern: RegExp): Promise<void>;
  kill(): void;
}

/** How to start a program. */
export interface ProgramOptions {
  /** Its whole environment but PATH. */
  readonly env?: NodeJS.ProcessEnv;
  readonly folder?: string;
  /** Looks every 20 ms how much memory it has held; not for what is timed. */
  readonly watchMemory?: boolean;
}

const running = new Set<Program>();
process.on('exit', () => {
  for (const program of running) program.kill();
});

/** Starts a program that does not outlive this process. */
export function startProgram(
  command: string,
  args: readonly string[],
  { env = {}, folder, watchMemory = false }: ProgramOptions = {},
): Program {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let over = false;
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      look();
    });
  const memory = watchMemory && child.pid !== undefined ? watchPeakMemory(child.pid) : undefined;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      over = true;
      running.delete(program);
      look();
      resolve({ code, output, peakMemory: memory?.() });
    });
  });
  const program: Program = {
    startedAt,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (pattern.test(output)) resolve();
          else if (over) reject(new Error(`It ended without ${String(pattern)} in its output:\n${output}`));
        };
        look();
      }),
    kill: () => void child.kill('SIGKILL'),
  };
  running.add(program);
  return program;
}

/** As `ended`; throws with the output when it failed. */
export async function succeeded(program: Program): Promise<Ended> {
  const ended = await program.ended;
  if (ended.code !== 0) throw new Error(`It ended with exit code ${String(ended.code)}:\n${ended.output}`);
  return ended;
}

/**
 * VmHWM, the kernel's own mark of the highest resident set, read until the process is gone: only a peak in its last
 * 20 ms could be missed. The returned function stops and tells it in bytes.
 */
function watchPeakMemory(pid: number): () => number | undefined {
  let peak: number | undefined;
  const timer = setInterval(() => {
    try {
      const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
      if (found !== undefined) peak = Number(found) * 1024;
    } catch {
      // It has just ended, or this is not Linux.
    }
  }, 20);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
