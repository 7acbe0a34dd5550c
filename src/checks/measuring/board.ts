import { isAgainst } from '../../targets/evidence.ts';
import type { Metric } from '../check.ts';
import { evidenceOf } from './metric-evidence.ts';
import type { Scene } from '../provider.ts';
import type { RoundState } from '../round.ts';
import { assessRound, isOutcome, type MetricOutcome } from './round-verdict.ts';
import { notBegun, type Standing, terminated } from './standing.ts';

/** How all checks of a round stand. */
export class Board {
  readonly #metrics: readonly Metric[];
  readonly #redact: Scene['redact'];
  readonly #tell: (state: RoundState) => void;
  readonly #decided = Promise.withResolvers<void>();
  readonly #failed = Promise.withResolvers<void>();
  #standings: readonly Standing[];
  #closed = false;

  constructor(metrics: readonly Metric[], redact: Scene['redact'], tell: (state: RoundState) => void) {
    this.#metrics = metrics;
    this.#redact = redact;
    this.#tell = tell;
    this.#standings = metrics.map(() => notBegun);
  }

  /** Resolves as soon as one check does not let the round pass. */
  get decided(): Promise<void> {
    return this.#decided.promise;
  }

  /** Resolves as soon as nothing can make the verdict any worse. */
  get failed(): Promise<void> {
    return this.#failed.promise;
  }

  /** Whether every check has its verdict. */
  get isDone(): boolean {
    return this.#standings.every(({ verdict }) => isOutcome(verdict));
  }

  /** What the round came to so far. */
  get state(): RoundState {
    const metrics = this.#metrics.flatMap((metric, index) =>
      evidenceOf(metric, this.#at(index), this.#redact),
    );
    return { ...assessRound(this.#outcomes, this.#closed), metrics };
  }

  /** Sets how one check stands, and tells it if it is news. */
  put(index: number, standing: Standing, isNews: boolean): void {
    this.#standings = this.#standings.with(index, standing);
    const telling = this.#outcomes.filter(({ dryRun, verdict }) => !dryRun && isAgainst(verdict));
    if (telling.length > 0) this.#decided.resolve();
    if (telling.some(({ verdict }) => verdict === 'Failed')) this.#failed.resolve();
    // The verdict of the last one is told by `close`.
    if (isNews && !this.isDone) this.#tell(this.state);
  }

  /** Ends what is not done yet, and tells the verdict. */
  close(now: number): void {
    this.#standings = this.#standings.map((standing, index) =>
      terminated(standing, this.#metrics[index]?.retention ?? 1, now),
    );
    this.#closed = true;
    this.#tell(this.state);
  }

  get #outcomes(): readonly MetricOutcome[] {
    return this.#metrics.map(({ name, dryRun }, index) => {
      const { verdict, why, measurements } = this.#at(index);
      return { name, dryRun, verdict, why, lastMessage: measurements.at(-1)?.message ?? '' };
    });
  }

  #at(index: number): Standing {
    return this.#standings[index] ?? notBegun;
  }
}
