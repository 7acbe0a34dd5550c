import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';

/** What to start. */
export interface Launch {
  /** The program. */
  command: string;
  /** Its arguments. */
  args: readonly string[];
  /** Its working directory; made if need be. */
  folder: string;
  /** The file that its output is written to. */
  log: string;
  /** Its environment. */
  env?: NodeJS.ProcessEnv;
}

/** A process that was started, the leader of a process group of its own. */
export interface Running {
  /** Its id and that of its group. */
  pid: number;
  /** Resolves when it has ended, with how: "ended with exit code 1", "was ended by SIGKILL". */
  ended: Promise<string>;
  /** Ends it and everything it started. Nothing is saved: what it holds is thrown away with the cluster. */
  kill(): void;
}

/** Starts a program that the kernel ends with this process, where util-linux is there to ask the kernel for that. */
export async function launch({ command, args, folder, log, env }: Launch): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  const output = openSync(log, 'a');
  const [program = command, ...rest] = [...diesWithParent(), command, ...args];
  const child = spawn(program, rest, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: env ?? process.env,
  });
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
    );
  });
  await once(child, 'spawn');
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command} was started but has no process id.`);
  return { pid, ended, kill: () => killGroup(pid) };
}

/** The last lines of a log. */
export function tail(log: string, lines = 20): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

let prefix: string[] | undefined;

function diesWithParent(): string[] {
  const setpriv = ['setpriv', '--pdeathsig', 'SIGKILL', '--'];
  if (!prefix) {
    try {
      execFileSync('setpriv', [...setpriv.slice(1), 'true'], { stdio: 'ignore' });
      prefix = setpriv;
    } catch {
      // Not Linux, or BusyBox: there the watchdog alone does it.
      prefix = [];
    }
  }
  return prefix;
}
