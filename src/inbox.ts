import type { Event } from './facts.ts';
import type { Clock } from './support/clock.ts';

/**
 * Where everything that happens to a run arrives, in order: one reader, any number of writers. A cancel or a
 * failed check therefore interrupts whatever is being waited for.
 */
export class Inbox {
  readonly #events: Event[] = [];
  #wake: (() => void) | undefined;

  /** Adds an event and wakes the reader. */
  put(event: Event): void {
    this.#events.push(event);
    this.#wake?.();
  }

  /** The next event; a `tick` when there is none until then (milliseconds of the clock). */
  async next(until: number, clock: Clock): Promise<Event> {
    const waiting = new AbortController();
    const event =
      this.#events.shift() ?? (await this.#arrival(clock.sleep(until - clock.now(), waiting.signal)));
    waiting.abort();
    return event;
  }

  async #arrival(timeUp: Promise<void>): Promise<Event> {
    const arrived = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    // Aborting the sleep after an arrival rejects it; that is its ordinary end.
    await Promise.race([arrived, timeUp.catch(() => undefined)]);
    this.#wake = undefined;
    return this.#events.shift() ?? { type: 'tick' };
  }
}
