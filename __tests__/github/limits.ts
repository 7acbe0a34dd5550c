import { Refusal } from './errors.ts';
import type { Tree } from './json-schema.ts';

/** An hour, in milliseconds: the window of the primary limit. */
const hour = 3_600_000;
const minute = 60_000;

/** How many requests that make content GitHub takes in a minute. */
const writesInAMinute = 80;

/** How a secondary limit is told. */
export interface Slowdown {
  /** Seconds; `retry-after` counts them down. */
  readonly seconds: number;
  readonly status?: 403 | 429;
  /** Left out: true. GitHub does not always say how long; then it is a minute. */
  readonly retryAfter?: boolean;
}

/** GitHub's rate limits. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export class Limits {
  /** Requests in an hour: those of a job's token for a repository. */
  limit = 1000;
  #used = 0;
  #resetAt: number;
  #slowdown: (Slowdown & { readonly until: number }) | undefined;
  #writes: number[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    this.#resetAt = now() + hour;
  }

  /** Uses the primary limit up, until it is reset in so many seconds. */
  exhaust(seconds: number): void {
    this.#used = this.limit;
    this.#resetAt = this.#now() + seconds * 1000;
  }

  /** Puts a secondary limit on everything. */
  slowDown(how: Slowdown): void {
    this.#slowdown = { ...how, until: this.#now() + how.seconds * 1000 };
  }

  /** Throws while a limit is in force. */
  refuse(writes: boolean): void {
    if (writes) this.#countWrite();
    const wait = (this.#slowdown?.until ?? 0) - this.#now();
    if (this.#slowdown !== undefined && wait > 0) {
      const { status = 403, retryAfter = true } = this.#slowdown;
      const headers = retryAfter ? { 'retry-after': String(Math.ceil(wait / 1000)) } : {};
      const message =
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
      throw new Refusal(status, message, { headers });
    }
    if (this.#usedNow() >= this.limit) throw new Refusal(403, 'API rate limit exceeded for installation.');
  }

  /** Counts a request; an answer 304 is free, and so is asking for the limit. */
  count(): void {
    this.#used = this.#usedNow() + 1;
  }

  /** As GitHub tells it; `reset` in seconds since 1970. */
  state(): {
    readonly limit: number;
    readonly remaining: number;
    readonly reset: number;
    readonly used: number;
  } & Tree {
    const used = Math.min(this.#usedNow(), this.limit);
    return { limit: this.limit, remaining: this.limit - used, reset: Math.ceil(this.#resetAt / 1000), used };
  }

  #countWrite(): void {
    const since = this.#now() - minute;
    this.#writes = [...this.#writes.filter((at) => at > since), this.#now()];
    if (this.#writes.length > writesInAMinute && (this.#slowdown?.until ?? 0) <= this.#now())
      this.slowDown({ seconds: 60 });
  }

  #usedNow(): number {
    if (this.#now() < this.#resetAt) return this.#used;
    this.#resetAt = this.#now() + hour;
    return (this.#used = 0);
  }
}
