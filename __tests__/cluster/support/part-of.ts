import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import type { Cluster } from '../../../cluster/cluster.ts';

/** One process of a cluster that a test has to itself. */
export interface PartProcess {
  /** Ends it as a crash does; resolves when it is gone. */
  crash(): Promise<void>;
  /** Starts the same program again as a child of the test. */
  startAgain(): ChildProcess;
}

/** The process of a cluster with this program, such as `kube-apiserver`. Linux only: it is found in /proc. */
export function partOf({ folder }: Cluster, program: string): PartProcess {
  const listed = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const line = listed.find(
    (one) => one.includes(`/${program} `) && one.includes(`${folder}/`) && !one.includes('setpriv'),
  );
  const pid = Number(line?.trim().split(' ')[0]);
  if (Number.isNaN(pid)) throw new Error(`No ${program} of ${folder} is running.`);
  const [command = '', ...args] = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
    .split('\0')
    .slice(0, -1);
  const cwd = readlinkSync(`/proc/${String(pid)}/cwd`);
  return {
    crash: async () => {
      process.kill(pid, 'SIGKILL');
      while (isThere(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    startAgain: () => spawn(command, args, { cwd, stdio: 'ignore' }),
  };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
