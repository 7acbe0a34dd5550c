import type { Clock } from '../../src/support/clock.ts';

/** A clock whose sleeps are over at once, are remembered, and move its time. */
export interface FakeClock extends Clock {
  /** Milliseconds of each sleep so far. */
  readonly slept: number[];
  /** Moves the time without a sleep. */
  advance(ms: number): void;
}

/** Begins at `start`, milliseconds since the epoch. */
export function fakeClock(start = Date.parse('2026-01-01T00:00:00Z')): FakeClock {
  let time = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    advance(ms) {
      time += ms;
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      time += Math.max(0, ms);
    },
  };
}

/** A clock whose sleeps never end by themselves; `asleep` resolves when the first one has begun. */
export function endlessClock(): Clock & { readonly asleep: Promise<number> } {
  const { promise: asleep, resolve } = Promise.withResolvers<number>();
  return {
    asleep,
    now: () => Date.now(),
    sleep(ms, signal) {
      resolve(ms);
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
    },
  };
}
