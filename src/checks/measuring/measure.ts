import type { Clock } from '../../support/clock.ts';
import { Board } from './board.ts';
import type { Metric } from '../check.ts';
import { follow } from './following.ts';
import { type ProviderName, providers } from '../index.ts';
import type { Provider, Scene } from '../provider.ts';
import type { RoundState } from '../round.ts';

/**
 * How long a check may still answer what it was asked when another has decided. The controller counts whatever it
 * measured at the same time, so that a failure beside an inconclusive check is a failure: as long as it waits for a
 * web server. Nothing is worse than a failure, and nobody should wait for what is only told beside it.
 */
const patienceMs = { decided: 10_000, failed: 1_000 };

/**
 * Measures the checks of a round beside each other until all have a verdict, or one has decided: as the controller
 * does with the metrics of an AnalysisRun. Tells of every change. Never rejects for what a provider throws; rejects
 * with the signal's reason when that is aborted. Settles when nothing of it is left running.
 */
export async function measureRound(
  metrics: readonly Metric[],
  scene: Scene,
  signal: AbortSignal,
  onChange: (state: RoundState) => void,
  providerOf: (name: ProviderName) => Provider = (name) => providers[name],
): Promise<RoundState> {
  signal.throwIfAborted();
  // Nothing measured is never a success.
  if (metrics.length === 0) return { verdict: 'Error', message: 'There is nothing to measure.', metrics: [] };
  const { clock, redact } = scene;
  const [decided, over] = [new AbortController(), new AbortController()];
  const begin = AbortSignal.any([signal, decided.signal]);
  const goOn = AbortSignal.any([signal, over.signal]);
  const board = new Board(metrics, redact, (state) => {
    if (!signal.aborted) onChange(state);
  });
  const startedAt = clock.now();
  const courses = metrics.map((metric, index) => {
    const provider = providerOf(metric.provider);
    return follow({
      metric,
      provider,
      scene: { ...scene, check: metric.name },
      startedAt,
      begin,
      // What judges by itself may take hours, such as a Job: the controller ends it, too.
      goOn: provider.conditions ? goOn : begin,
      update: (standing, isNews) => board.put(index, standing, isNews),
    });
  });
  try {
    const done = Promise.all(courses);
    await Promise.race([done, board.decided]);
    decided.abort();
    await lastAnswers(done, board, clock, signal);
    board.close(clock.now());
  } finally {
    decided.abort();
    over.abort();
    await Promise.allSettled(courses);
  }
  signal.throwIfAborted();
  return board.state;
}

async function lastAnswers(
  done: Promise<unknown>,
  board: Board,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  if (board.isDone) return;
  const enough = new AbortController();
  const either = AbortSignal.any([signal, enough.signal]);
  const atMost = (ms: number): Promise<void> => clock.sleep(ms, either).catch(() => undefined);
  try {
    await Promise.race([done, board.failed, atMost(patienceMs.decided)]);
    await Promise.race([done, atMost(patienceMs.failed)]);
  } finally {
    enough.abort();
  }
}
