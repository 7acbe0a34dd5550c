import { isDeepStrictEqual } from 'node:util';
import { asError } from '../../errors.ts';
import type { Clock } from '../../support/clock.ts';
import type { Metric } from '../check.ts';
import { pauseAfter } from './counting.ts';
import type { Provider, Scene, Shown } from '../provider.ts';
import { isOutcome } from './round-verdict.ts';
import { begun, measured, notBegun, showing, type Standing, type Taken, takenOf } from './standing.ts';

/** One check of a round, and what it is measured with. */
export interface Course {
  readonly metric: Metric;
  readonly provider: Provider;
  readonly scene: Scene;
  /** When the round began: `initialDelay` counts from there. Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Aborted, no measurement begins any more. */
  readonly begin: AbortSignal;
  /** Aborted, the one that is under way is ended. */
  readonly goOn: AbortSignal;
  /** Takes every change; `isNews` tells those that people want to hear of at once. */
  readonly update: (standing: Standing, isNews: boolean) => void;
}

/**
 * Measures one check until it has a verdict, or must not go on. The next measurement comes an interval after the last
 * one was done, as with the controller, so that a slow answer never makes two of them overlap.
 */
export async function follow(course: Course): Promise<void> {
  const { metric, scene, startedAt, begin, update } = course;
  const { clock } = scene;
  let standing = notBegun;
  let next = startedAt + (metric.initialDelay ?? 0);
  while (await reached(next, clock, begin)) {
    standing = begun(standing, clock.now());
    // Later ones are told by what they show, or when they are done.
    update(standing, standing.measurements.length === 0);
    const taken = await take(course, (shown) => {
      const before = standing.shown;
      standing = showing(standing, shown, scene.redact);
      // Most providers show the same query each time.
      update(standing, !isDeepStrictEqual(standing.shown, before));
    });
    if (taken === undefined) return;
    const doneAt = clock.now();
    standing = measured(showing(standing, taken.shown, scene.redact), metric, taken, doneAt, scene.redact);
    update(standing, true);
    if (isOutcome(standing.verdict)) return;
    next = doneAt + pauseAfter(metric, taken.outcome);
  }
}

/** Waits until then; false where it is no longer wanted. */
async function reached(then: number, clock: Clock, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  try {
    await clock.sleep(then - clock.now(), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}

/** Measures once; undefined where it was ended. Whatever the provider throws is an Error that is tried again. */
async function take(
  { metric, provider, scene, goOn }: Course,
  show: (shown: Shown) => void,
): Promise<Taken | undefined> {
  // A signal of its own: what a provider leaves listening goes with the measurement, not only with the round.
  const own = new AbortController();
  const end = (): void => own.abort(goOn.reason);
  goOn.addEventListener('abort', end, { once: true });
  let isOver = goOn.aborted;
  const progress = (shown: Shown): void => {
    if (!isOver && !goOn.aborted) show(shown);
  };
  try {
    const found = await provider.measure(metric.spec, { ...scene, check: metric.name }, own.signal, progress);
    return goOn.aborted ? undefined : takenOf(metric, found);
  } catch (error) {
    if (goOn.aborted) return undefined;
    return { outcome: 'Error', value: '', message: asError(error).message, shown: {} };
  } finally {
    isOver = true;
    goOn.removeEventListener('abort', end);
  }
}
