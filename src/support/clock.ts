import { setTimeout as delay } from 'node:timers/promises';

/** Time as an argument: whatever waits takes one, so that tests need no real seconds. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Waits for `ms` milliseconds (none for zero or less).
   * Rejects with the signal's reason as soon as it is aborted, also when it was aborted before.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** setTimeout holds 31 bits; a longer delay would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    signal?.throwIfAborted();
    const until = Date.now() + ms;
    for (let left = ms; left > 0; left = until - Date.now()) {
      try {
        await delay(Math.min(left, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        // node:timers rejects with an AbortError of its own; the caller's reason says more.
        signal?.throwIfAborted();
        throw error;
      }
    }
  },
};
