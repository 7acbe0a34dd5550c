import type { Stage } from './conduct.ts';
import type { RoundName, RoundState } from './checks/round.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import { roundKey, roundsWanted } from './gates.ts';

/** How long a round that was stopped may take to clean up after itself: a Job of its own in the cluster. */
const patience = 3_000;

/** The rounds of checks that are being measured: begun and stopped as the facts want them. */
export class Measuring {
  readonly #running = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();
  readonly #stopped: Promise<void>[] = [];

  /** Stops what the facts no longer want, begins what they want, and returns the facts after that. */
  adjust(stage: Stage, facts: Facts): Facts {
    const { plan, clock } = stage;
    const wanted = roundsWanted(plan, facts);
    const keys = new Set(wanted.map(roundKey));
    let after = facts;
    for (const [key, round] of facts.rounds) {
      if (keys.has(key) || round.endedAt !== undefined) continue;
      after = fold(plan, after, { type: 'unmeasured', round }, clock.now());
    }
    for (const key of this.#running.keys()) if (!keys.has(key)) this.#stop(key);
    for (const round of wanted) {
      if (this.#running.has(roundKey(round))) continue;
      after = fold(plan, after, { type: 'measuring', round }, clock.now());
      this.#begin(stage, after, round);
    }
    return after;
  }

  /** Stops everything; resolves when nothing of it is left, or when that takes too long. */
  async close({ clock }: Pick<Stage, 'clock'>): Promise<void> {
    for (const key of this.#running.keys()) this.#stop(key);
    const late = new AbortController();
    await Promise.race([
      Promise.all(this.#stopped),
      clock.sleep(patience, late.signal).catch(() => undefined),
    ]);
    late.abort();
  }

  #stop(key: string): void {
    const running = this.#running.get(key);
    if (running === undefined) return;
    running.stop.abort();
    this.#stopped.push(running.done);
    this.#running.delete(key);
  }

  #begin(stage: Stage, { observation }: Facts, round: RoundName): void {
    if (observation === undefined) return;
    const stop = new AbortController();
    const signal = AbortSignal.any([stage.signal, stop.signal]);
    // What is stopped says nothing more: a round of the same name may have begun since.
    const tell = (state: RoundState): void => {
      if (!signal.aborted) stage.inbox.put({ type: 'measured', round, state });
    };
    const done = judge(stage, () => stage.measure(round, observation, signal, tell), tell);
    this.#running.set(roundKey(round), { stop, done });
  }
}

/** Measures one round to its verdict; what goes wrong besides is a verdict too, never an end of the run. */
async function judge(
  { explain }: Stage,
  measure: () => Promise<RoundState>,
  tell: (state: RoundState) => void,
): Promise<void> {
  try {
    tell(await measure());
  } catch (error) {
    tell({ verdict: 'Error', message: explain(error).message, metrics: [] });
  }
}
