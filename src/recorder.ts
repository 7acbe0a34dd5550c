import type { Decision } from './decide/decision.ts';
import { asError } from './errors.ts';
import type { Facts } from './facts.ts';
import type { Ending } from './ends.ts';
import { templateRequests } from './model.ts';
import type { RunIdentity } from './note.ts';
import { adviceFor, putsBackAlone } from './ownership/advice.ts';
import type { Links, Report, Where } from './report.ts';
import type { Reporter } from './reporters/reporter.ts';
import type { Clock } from './support/clock.ts';
import type { Details } from './targets/target.ts';
import { extendTimeline } from './timeline.ts';
import { type Trouble, troubleAfter } from './trouble.ts';

/** Keeps the newest report of a run and gives it to every reporter. */
export class Recorder {
  readonly #clock: Clock;
  #reporters: readonly Reporter[] = [];
  #remote: readonly Reporter[] = [];
  #facts: Facts | undefined;
  #trouble: Trouble | undefined;
  #report: Report;

  /** The run of the workflow is undefined outside of one. */
  constructor(clock: Clock, workflowRun?: RunIdentity) {
    this.#clock = clock;
    const startedAt = clock.now();
    this.#report = {
      operation: 'deploy',
      target: '',
      ...(workflowRun && { workflowRun }),
      startedAt,
      elapsed: 0,
      timeline: [],
      rounds: [],
      notices: [],
      links: {},
    };
  }

  /** Gives the reports to these reporters from now on; the remote ones close first, and at the same time. */
  tell(reporters: readonly Reporter[], remote: readonly Reporter[] = []): void {
    this.#reporters = reporters;
    this.#remote = remote;
  }

  /** What the step was asked to do, as typed. */
  begin(operation: string, target: string): void {
    this.#renew({ operation, target });
  }

  /** Where the run works, once that is known. */
  locate(where: Where): void {
    this.#renew({ where });
  }

  /** What somebody should know; told once however often it is said. */
  notice(text: string): void {
    const { notices } = this.#report;
    if (!notices.includes(text)) this.#renew({ notices: [...notices, text] });
  }

  /** What was asked for and cannot be had; told once however often it is said. */
  warn(text: string): void {
    const { warnings = [] } = this.#report;
    if (!warnings.includes(text)) this.#renew({ warnings: [...warnings, text] });
  }

  /** Where a report is to be found; known to the reporters that close later. */
  link(name: keyof Links, place: string): void {
    this.#renew({ links: { ...this.#report.links, [name]: place } });
  }

  /** The end could not be told to somebody: a post step that comes tries again. */
  lose(): void {
    this.#renew({ untold: true });
  }

  /** What is known after one more event, and what was decided on it. */
  record(facts: Facts, decision: Decision): void {
    const timeline = extendTimeline(this.#report.timeline, this.#facts, facts, decision);
    this.#facts = facts;
    this.#trouble = troubleAfter(this.#trouble, facts);
    const { observation, pods } = facts;
    this.#renew({
      timeline,
      ...(observation && { observation }),
      run: runOf(facts),
      rounds: roundsOf(facts),
      diagnoses: this.#trouble?.diagnoses ?? [],
    });
    for (const text of pods?.notices ?? []) this.notice(text);
    const owner = observation?.owner;
    const rewrites = decision.do === 'request' && templateRequests.has(decision.request);
    if (rewrites && owner !== undefined && putsBackAlone(owner)) this.notice(adviceFor(owner));
  }

  /** The end of the run; resolves when every reporter has told it. */
  async close(ending: Ending, details: Details | undefined): Promise<void> {
    this.#renew({ ending, ...(details && { details }) });
    await Promise.all(this.#remote.map((reporter) => this.#close(reporter)));
    for (const reporter of this.#reporters) await this.#close(reporter);
  }

  async #close(reporter: Reporter): Promise<void> {
    try {
      await reporter.close(this.#report);
    } catch (error) {
      this.#missed(error);
    }
  }

  /** Reporting never changes the outcome, and one reporter never silences another. */
  #missed(error: unknown): void {
    this.notice(`Not everything could be reported: ${asError(error).message}`);
  }

  /** The operation, for an end that came before the plan. */
  get operation(): string {
    return this.#report.operation;
  }

  #renew(change: Partial<Report>): void {
    const elapsed = this.#clock.now() - this.#report.startedAt;
    this.#report = { ...this.#report, ...change, elapsed };
    for (const reporter of [...this.#remote, ...this.#reporters]) {
      try {
        reporter.update(this.#report);
      } catch (error) {
        this.#missed(error);
      }
    }
  }
}

/** A gate that is begun again keeps its place in the facts, and is a later round all the same. */
function roundsOf({ rounds }: Facts): Report['rounds'] {
  return [...rounds.values()].toSorted((one, other) => one.startedAt - other.startedAt);
}

function runOf({ ours, effected, stopped, request }: Facts): NonNullable<Report['run']> {
  // What a cancelled run went back to is not the release that it was cancelled in.
  const left = effected.find(({ name, because }) => name === 'restore' && because === 'cancelled');
  const candidate = left?.on.guard.hash ?? ours;
  return {
    ...(candidate !== undefined && { candidate }),
    ...(stopped && { signal: stopped.signal }),
    ...(request && { open: request.name }),
  };
}
