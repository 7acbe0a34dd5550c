import { spawn } from 'node:child_process';

/** Ends process groups when the process that started them has ended, however that came about. */
export interface Watchdog {
  /** From now on, this process group too. */
  guard(group: number): void;
  /** There is nothing left to guard. */
  dismiss(): void;
}

// Reads until its standard input closes, which the kernel sees to when the other side is killed. It covers what
// the parent-death signal cannot: systems without it, and what the programs start themselves (plugins).
const script = `
groups=
while read -r word; do
  if [ "$word" = dismiss ]; then exit 0; fi
  groups="$groups $word"
done
for group in $groups; do kill -s KILL -- "-$group"; done
`;

/** Starts the watchdog: a shell in a session of its own, which no signal to our group reaches. */
export function startWatchdog(): Watchdog {
  const shell = spawn('/bin/sh', ['-c', script, 'cluster-watchdog'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // If somebody kills it, the parent-death signal still stands; writing to it must not end us.
  shell.stdin.on('error', () => undefined);
  return {
    guard: (group) => void shell.stdin.write(`${group}\n`),
    dismiss: () => void shell.stdin.end('dismiss\n'),
  };
}
