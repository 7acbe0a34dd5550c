import type { Clock } from '../../src/support/clock.ts';

/** A clock whose time stands still while anybody has something to do, and then goes on to the next end of a sleep. */
export interface PatientClock extends Clock {
  /** How many sleep now. */
  readonly asleep: number;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Begins at `start`, milliseconds since the epoch. Everything that is waited for has to be a sleep, not a real answer. */
export function patientClock(start = Date.parse('2026-01-01T00:00:00Z')): PatientClock {
  let time = start;
  let isTicking = false;
  const sleepers = new Set<Sleeper>();
  const tick = (): void => {
    isTicking = false;
    const first = [...sleepers].toSorted((one, other) => one.until - other.until)[0];
    if (first === undefined) return;
    time = Math.max(time, first.until);
    first.wake();
    goOn();
  };
  const goOn = (): void => {
    if (isTicking || sleepers.size === 0) return;
    isTicking = true;
    setImmediate(tick);
  };
  return {
    get asleep() {
      return sleepers.size;
    },
    now: () => time,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (!(ms > 0)) return;
      await new Promise<void>((resolve, reject) => {
        const end = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const sleeper: Sleeper = { until: time + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', end, { once: true });
        goOn();
      });
    },
  };
}
