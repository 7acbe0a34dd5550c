import type { Clock } from '../support/clock.ts';
import { KubeError, type KubeErrorKind } from './kube-error.ts';
import { jitter } from './retry.ts';

/** A stream that lived this long was a success, however it ended. */
const LONG_LIVED_MS = 5_000;

/** Connections that broke soon after they were made, in a row, before the server counts as lost. */
const BREAKS_BEFORE_LOST = 3;

/**
 * Failures in a row of a kind that waiting seldom mends, after which a watch that once ran gives up. A restarted API
 * server can answer 401, 403 and 404 for some seconds, until its caches are filled.
 */
const PATIENCE = 6;

const SELDOM_MENDED: readonly KubeErrorKind[] = [
  'unauthorized',
  'forbidden',
  'no-such-resource',
  'not-found',
  'tls',
  'refused',
  'invalid',
  'bad-answer',
];

/** What to do after a failure. */
export type Remedy =
  /** Waiting will not mend it. */
  | { readonly do: 'give-up' }
  | {
      readonly do: 'try-again';
      /** Whether the place to go on from is of no use any more. */
      readonly startOver: boolean;
      /** Whether the server counts as out of reach. */
      readonly lost: boolean;
      /** Milliseconds to wait before. */
      readonly waitMs: number;
    };

/** Judges the failures of one watch; remembers how often and when they came, and waits for nothing itself. */
export class Recovery {
  readonly #clock: Clock;
  readonly #bounds: { readonly baseMs: number; readonly capMs: number };
  #everRan = false;
  /** Failures in a row, also streams that ended soon: they make the waits longer. */
  #failures = 0;
  /** Those in a row that waiting seldom mends. */
  #refusals = 0;
  #startedOver = -Infinity;

  constructor(clock: Clock, bounds: { readonly baseMs: number; readonly capMs: number }) {
    this.#clock = clock;
    this.#bounds = bounds;
  }

  /** The server answered a request as hoped. */
  answered(): void {
    this.#everRan = true;
  }

  /** The server told something of use. */
  heard(): void {
    this.#refusals = 0;
  }

  /** A read told everything there is: whatever was wrong is over. */
  complete(): void {
    this.#refusals = 0;
    this.#failures = 0;
  }

  /**
   * A stream that began at `began` has ended; returns how long to wait before the next one. A server (or a proxy before
   * it) that hangs up soon, again and again, must not be asked in a tight loop.
   */
  ended(began: number): number {
    return this.closed(began) ? 0 : this.#backOff();
  }

  /** A stream that began at `began` is closed, however; returns whether it lived long. */
  closed(began: number): boolean {
    const livedLong = this.#clock.now() - began >= LONG_LIVED_MS;
    if (livedLong) this.complete();
    return livedLong;
  }

  /** The watch goes on in another way, which has yet to succeed. */
  begin(): void {
    this.#everRan = false;
    this.complete();
  }

  /**
   * What to do about a failure.
   * @param streaming whether a stream was open; if not, the server could not be asked at all
   */
  after(error: Error, streaming: boolean): Remedy {
    const known = error instanceof KubeError ? error : undefined;
    const hopeless = known === undefined || SELDOM_MENDED.includes(known.kind);
    this.#refusals = hopeless ? this.#refusals + 1 : 0;
    if (hopeless && (!this.#everRan || this.#refusals > PATIENCE)) return { do: 'give-up' };
    const gone = known?.kind === 'gone';
    const broke = streaming && this.#failures < BREAKS_BEFORE_LOST;
    // The first gap is made good at once (410 is also what comes after a restart of the server, when the consumer has
    // waited long enough); a server that has nothing but gaps is not asked in a tight loop.
    const atOnce = gone ? this.#mayStartOverNow() : broke && this.#failures === 0;
    const backOff = this.#backOff();
    return {
      do: 'try-again',
      // An error that the server said inside a stream would come again from the same place.
      startOver: gone || (streaming && known?.httpStatus !== 0),
      lost: !gone && !broke,
      waitMs: atOnce ? 0 : Math.max(known?.retryAfterMs ?? 0, backOff),
    };
  }

  #backOff(): number {
    return jitter(this.#failures++, this.#bounds);
  }

  #mayStartOverNow(): boolean {
    const before = this.#startedOver;
    this.#startedOver = this.#clock.now();
    return this.#startedOver - before >= LONG_LIVED_MS;
  }
}
