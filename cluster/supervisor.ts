import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makeBench } from './bench.ts';
import type { Bench } from './bench.ts';
import { openDoor } from './control.ts';
import type { Status } from './control.ts';
import type { Running } from './launch.ts';
import { partsNamed } from './parts.ts';
import { startParts } from './startup.ts';
import { stopwatch } from './wait.ts';
import { startWatchdog } from './watchdog.ts';

/** What the supervisor tells the process that started it. */
export type Message =
  { type: 'progress'; line: string } | { type: 'ready' } | { type: 'failed'; reason: string };

/** What that process may send: the cluster shall outlive it. */
export type Request = 'release';

const [folder = '', ...partNames] = process.argv.slice(2);
const parts = partsNamed(partNames);
const name = basename(folder);
const watchdog = startWatchdog();
const running = new Map<string, Running>();
const lost: string[] = [];
const stopping = new AbortController();
let phase: Status['phase'] = 'starting';
let released = false;
let bench: Bench | undefined;
let starting: Promise<void> | undefined;
let stopped: Promise<void> | undefined;
let shutDoor: (() => Promise<void>) | undefined;

function tell(message: Message): void {
  console.log(new Date().toISOString(), JSON.stringify(message));
  if (process.connected) process.send?.(message);
}

function started(part: string, process: Running): void {
  watchdog.guard(process.pid);
  running.set(part, process);
  void process.ended.then((how) => {
    running.delete(part);
    if (phase === 'stopping') return;
    lost.push(`${part} ${how} at ${new Date().toISOString()}`);
    console.error(`${part} ${how}, though nobody asked it to.`);
  });
  // Somebody may have asked to stop while this one was being started.
  if (phase === 'stopping') process.kill();
}

async function start(): Promise<void> {
  const elapsed = stopwatch();
  const report = (line: string): void => tell({ type: 'progress', line });
  bench = await makeBench(
    folder,
    name,
    parts.flatMap((part) => part.ports),
  );
  report(`${'certificates, ports'.padEnd(24)}made in ${elapsed()}`);
  await startParts(parts, bench, { report, started }, stopping.signal);
}

// Everything at once and by SIGKILL: nothing of the cluster is kept, and an orderly end of the API server alone
// takes seconds.
async function stop(keepLogs: boolean): Promise<void> {
  phase = 'stopping';
  stopping.abort();
  for (const process of running.values()) process.kill();
  // A start that is under way ends here, with whatever it was about to start or to write.
  await starting?.catch(() => undefined);
  await Promise.all([...running.values()].map(({ ended }) => ended));
  watchdog.dismiss();
  const rest = await readdir(folder);
  const doomed = rest.filter((entry) => !(keepLogs && entry === 'logs'));
  await Promise.all(doomed.map((entry) => rm(join(folder, entry), { recursive: true, force: true })));
  if (!keepLogs) await rm(folder, { recursive: true, force: true });
}

async function shutDown(reason: string): Promise<void> {
  console.log(`Stopping: ${reason}.`);
  await (stopped ??= stop(lost.length > 0));
  // Not awaited: the answer to whoever asked us to stop goes out when this function returns.
  void (shutDoor?.() ?? Promise.resolve()).then(() => process.exit(0));
}

async function status(): Promise<Status> {
  const serving = await (bench?.answers('kube-apiserver', '/readyz') ?? Promise.resolve(false)).catch(
    () => false,
  );
  return { phase, serving, lost };
}

process.on('message', (request: Request) => {
  released = request === 'release';
});
// Whoever started us holds the other end until it releases us; the kernel closes it however that process ends.
process.on('disconnect', () => {
  if (!released) void shutDown('the process that the cluster belongs to has gone');
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => void shutDown(signal));

try {
  shutDoor = await openDoor(folder, { status, stop: () => shutDown('asked to') });
  // They may have gone before anything here was listening.
  if (!process.connected) throw new Error('Nobody waits for the cluster.');
  starting = start();
  await starting;
  phase = 'ready';
  tell({ type: 'ready' });
} catch (error) {
  console.error(error);
  if (!stopped) tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  stopped ??= stop(process.connected);
  await shutDown('it did not start');
}
