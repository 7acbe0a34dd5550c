import type { RoundName, RoundState } from './checks/round.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide/decision.ts';
import { type Facts, type Reading, noFacts } from './facts.ts';
import type { Failure } from './failure.ts';
import { fold } from './fold.ts';
import type { Inbox } from './inbox.ts';
import { Measuring } from './measuring.ts';
import { noteOf } from './note.ts';
import type { Observation } from './observation.ts';
import type { Plan } from './plan.ts';
import type { Clock } from './support/clock.ts';
import type { Target } from './targets/target.ts';

/** What a run is conducted with. */
export interface Stage {
  readonly target: Target;
  readonly plan: Plan;
  readonly inbox: Inbox;
  readonly clock: Clock;
  /** Ends everything that was begun for the run. */
  readonly signal: AbortSignal;
  /** Makes sure, before the first write, that every write of the plan is allowed; rejects when one is not. */
  readonly check: () => Promise<void>;
  /**
   * Measures the checks of one round and tells of every change; resolves with its verdict. Rejects when the signal is
   * aborted, with nothing left running.
   */
  readonly measure: (
    round: RoundName,
    observation: Observation,
    signal: AbortSignal,
    onChange: (state: RoundState) => void,
  ) => Promise<RoundState>;
  /** Turns what was thrown while observing or requesting into an end of the run. */
  readonly explain: (error: unknown) => Failure;
  /** Told after every event: what is known, and what was decided on it. */
  readonly onDecision: (facts: Facts, decision: Decision) => void;
}

/** An end as it was decided, with all that was known. */
export interface Conducted {
  readonly facts: Facts;
  readonly end: Extract<Decision, { do: 'finish' }>;
}

/** How often a run looks up although nothing happens, so that its log can show that it lives: 60 s. */
const heartbeat = 60_000;

/**
 * The loop: one event, the facts it makes, one decision, and what the decision asks for. It knows no kind of
 * target, and it sends nothing by itself.
 */
export async function conduct(stage: Stage): Promise<Conducted> {
  const measuring = new Measuring();
  try {
    return await follow(stage, measuring);
  } finally {
    await measuring.close(stage);
  }
}

async function follow(stage: Stage, measuring: Measuring): Promise<Conducted> {
  const { plan, inbox, clock, onDecision } = stage;
  let facts = noFacts(clock.now());
  void observe(stage, check(stage));
  for (;;) {
    facts = measuring.adjust(stage, facts);
    const decision = decide(plan, facts);
    onDecision(facts, decision);
    switch (decision.do) {
      case 'finish':
        return { facts, end: decision };
      case 'request':
        facts = fold(
          plan,
          facts,
          {
            type: 'requested',
            request: decision.request,
            reason: decision.reason,
            because: decision.because,
          },
          clock.now(),
        );
        void send(stage, facts, decision);
        break;
      case 'read':
        facts = fold(plan, facts, { type: 'reading', what: decision.what }, clock.now());
        void read(stage, facts, decision.what);
        break;
      case 'wait': {
        const until = Math.min(decision.until ?? Number.POSITIVE_INFINITY, clock.now() + heartbeat);
        facts = fold(plan, facts, await inbox.next(until, clock), clock.now());
        break;
      }
    }
  }
}

/** Runs beside the first reads, so that a run that finds nothing to do was not held up; never rejects. */
async function check({ inbox, signal, check: isAllowed, explain }: Stage): Promise<void> {
  try {
    await isAllowed();
    inbox.put({ type: 'allowed' });
  } catch (error) {
    if (!signal.aborted) inbox.put({ type: 'failed', failure: explain(error) });
  }
}

/**
 * Puts everything that the target shows into the inbox; never rejects. Where reading fails, the check of the
 * permissions has the first word, because it names all that are missing.
 */
async function observe({ target, inbox, signal, explain }: Stage, checked: Promise<void>): Promise<void> {
  try {
    for await (const sighting of target.observe(signal)) {
      inbox.put(
        sighting.kind === 'lost'
          ? { type: 'lost', failure: explain(sighting.error) }
          : { type: 'sighting', sighting },
      );
    }
  } catch (error) {
    await checked;
    if (!signal.aborted) inbox.put({ type: 'failed', failure: explain(error) });
  }
}

/** Sends one request and puts its answer into the inbox; never rejects. */
async function send(
  { target, plan, inbox, clock, signal, explain }: Stage,
  { observation }: Facts,
  { request, because, images, revision }: Extract<Decision, { do: 'request' }>,
): Promise<void> {
  if (observation === undefined) return;
  try {
    const answer = await target.requests[request]({
      observation,
      images,
      ...(revision === undefined ? {} : { revision }),
      ...(plan.run && { note: noteOf(plan, plan.run, observation, revision) }),
      at: clock.now(),
      held: because === 'cancelled' || plan.cancelled,
      dryRun: plan.dryRun,
      signal,
    });
    inbox.put({ type: 'answer', answer });
  } catch (error) {
    if (!signal.aborted) inbox.put({ type: 'failed', failure: explain(error) });
  }
}

/** Reads what a decision asked for and puts it into the inbox; never rejects. */
async function read(
  { target, inbox, signal, explain }: Stage,
  { observation }: Facts,
  what: Reading,
): Promise<void> {
  if (observation === undefined) return;
  try {
    if (what === 'pods') {
      inbox.put({ type: 'pods', examined: await target.examine(observation, signal), on: observation });
    } else {
      inbox.put({ type: 'revisions', revisions: await target.revisions(observation, signal) });
    }
  } catch (error) {
    if (signal.aborted) return;
    const failure = explain(error);
    // What is read of the pods is for people: without it the release goes on.
    if (what === 'pods') {
      const notices = [`The pods could not be read: ${failure.message}`];
      inbox.put({ type: 'pods', examined: { diagnoses: [], notices }, on: observation });
    } else {
      inbox.put({ type: 'failed', failure });
    }
  }
}
