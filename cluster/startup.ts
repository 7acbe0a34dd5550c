import type { Bench } from './bench.ts';
import { launch, tail } from './launch.ts';
import type { Running } from './launch.ts';
import type { Part } from './parts.ts';
import { stopwatch, until } from './wait.ts';

/** Who hears of what. */
export interface Listener {
  /** One line of progress. */
  report(line: string): void;
  /** A process is there, and must not be left behind from now on. */
  started(part: string, process: Running): void;
}

/** Starts every part as soon as those before it are ready; returns when all are, throws when one fails. */
export async function startParts(
  parts: readonly Part[],
  bench: Bench,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const ready = new Map<string, Promise<void>>();
  const start = async (part: Part): Promise<void> => {
    for (const before of part.after) await ready.get(before);
    await startPart(part, bench, listener, stop);
  };
  // In the order of the table, so that whatever a part comes after is in the map before it.
  for (const part of parts) ready.set(part.name, start(part));
  try {
    await Promise.all(ready.values());
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(ready.values());
    throw error;
  }
}

async function startPart(part: Part, bench: Bench, listener: Listener, signal: AbortSignal): Promise<void> {
  const elapsed = stopwatch();
  const log = bench.file('logs', `${part.name}.log`);
  signal.throwIfAborted();
  await part.prepare?.(bench, signal);
  signal.throwIfAborted();
  const running = await launch({
    command: bench.built(part.name),
    args: part.args(bench),
    folder: bench.file('work', part.name),
    log,
    // For what a part starts itself: the Argo controller's traffic plugins find the cluster by it.
    env: { ...process.env, KUBECONFIG: bench.file('kubeconfig'), ...part.env },
  });
  listener.started(part.name, running);
  const over = new AbortController();
  try {
    await Promise.race([
      until(() => part.ready(bench), {
        what: `${part.name} to be ready`,
        deadline: 60_000,
        signal: AbortSignal.any([signal, over.signal]),
      }),
      running.ended.then((how) => Promise.reject(new Error(`${part.name} ${how} before it was ready.`))),
    ]);
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason} Its log ${log} ends:\n${tail(log)}`, { cause: error });
  } finally {
    over.abort();
  }
  listener.report(`${part.name.padEnd(24)}ready in ${elapsed()}`);
}
