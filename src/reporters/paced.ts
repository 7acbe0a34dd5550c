import { asError } from '../errors.ts';
import type { Clock } from '../support/clock.ts';

/** What became of one delivery: done, to be tried again not before a time of the clock, or never to be. */
export type Delivery =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly at: number; readonly why: string }
  /** `minor`: no more than people ought to know, even where it was asked for. */
  | { readonly kind: 'never'; readonly why: string; readonly minor?: true };

/** How a state is delivered, and how often. Times are milliseconds. */
export interface Pace<State> {
  readonly clock: Clock;
  /** At least this between the beginnings of two deliveries, after so many were done. */
  readonly interval: (done: number) => number;
  /** Delivers one state; rejects never, or only when the signal is aborted. */
  readonly deliver: (state: State, signal: AbortSignal) => Promise<Delivery>;
}

/**
 * Delivers the newest of many states, one at a time: what is offered meanwhile waits, and the last one wins. Whoever
 * offers never waits.
 */
export class Paced<State> {
  readonly #pace: Pace<State>;
  readonly #life = new AbortController();
  #waiting: { readonly state: State } | undefined;
  #working: Promise<void> | undefined;
  #nap = new AbortController();
  #done = 0;
  /** When the next delivery is due, by the interval. */
  #dueAt = 0;
  /** Until when whoever takes the deliveries asked to be left alone. */
  #barredUntil = 0;
  /** When the last delivery has to be done; the interval counts no more then. */
  #deadline: number | undefined;
  #over: string | undefined;
  #lastWhy = '';

  constructor(pace: Pace<State>) {
    this.#pace = pace;
  }

  /** Takes a state to be delivered; it replaces one that still waits. */
  offer(state: State): void {
    if (this.#over !== undefined || this.#life.signal.aborted) return;
    this.#waiting = { state };
    this.#working ??= this.#work();
  }

  /**
   * Delivers what was offered last, or gives up after the patience (milliseconds), or as soon as it can be told that it
   * would take longer. Resolves with why it was lost; undefined when it was delivered.
   */
  async close(patience: number): Promise<string | undefined> {
    const { clock } = this.#pace;
    this.#deadline = clock.now() + patience;
    this.#nap.abort();
    const early = new AbortController();
    const timeUp = clock.sleep(patience, early.signal).catch(() => undefined);
    await Promise.race([this.#working, timeUp]);
    early.abort();
    const isLost = this.#waiting !== undefined || this.#working !== undefined;
    this.#life.abort(new Error('the run is over'));
    return this.#over ?? (isLost ? this.#lastWhy || 'There was no time left to tell it.' : undefined);
  }

  async #work(): Promise<void> {
    try {
      while (this.#waiting !== undefined && !this.#life.signal.aborted) {
        if (!(await this.#isDue())) return;
        await this.#deliverNext(this.#waiting);
      }
    } catch (error) {
      if (!this.#life.signal.aborted) this.#over = asError(error).message;
    } finally {
      this.#working = undefined;
    }
  }

  async #deliverNext(next: { readonly state: State }): Promise<void> {
    const { clock, deliver, interval } = this.#pace;
    this.#waiting = undefined;
    this.#dueAt = clock.now() + interval(this.#done);
    const delivery = await deliver(next.state, this.#life.signal);
    if (delivery.kind === 'done') this.#done += 1;
    if (delivery.kind === 'never') {
      this.#over = delivery.why;
      this.#waiting = undefined;
    }
    if (delivery.kind === 'later') {
      this.#lastWhy = delivery.why;
      this.#barredUntil = delivery.at;
      this.#waiting ??= next;
    }
  }

  /** Waits until the next delivery may begin; false where that is after the deadline. */
  async #isDue(): Promise<boolean> {
    const { clock } = this.#pace;
    const { signal } = this.#life;
    for (;;) {
      const due = this.#deadline === undefined ? Math.max(this.#dueAt, this.#barredUntil) : this.#barredUntil;
      if (this.#deadline !== undefined && due > this.#deadline) return false;
      const left = due - clock.now();
      if (left <= 0) return true;
      if (this.#nap.signal.aborted) this.#nap = new AbortController();
      const nap = this.#nap;
      try {
        await clock.sleep(left, AbortSignal.any([signal, nap.signal]));
      } catch (error) {
        if (signal.aborted || !nap.signal.aborted) throw error;
      }
    }
  }
}
