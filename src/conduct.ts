import { decide } from './decide.ts';
import type { Decision } from './decide/decision.ts';
import { type Facts, noFacts } from './facts.ts';
import type { Failure } from './failure.ts';
import { fold } from './fold.ts';
import type { Inbox } from './inbox.ts';
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
  const { plan, inbox, clock, onDecision } = stage;
  let facts = noFacts(clock.now());
  void observe(stage, check(stage));
  for (;;) {
    const decision = decide(plan, facts);
    onDecision(facts, decision);
    switch (decision.do) {
      case 'finish':
        return { facts, end: decision };
      case 'request':
        facts = fold(
          plan,
          facts,
          { type: 'requested', request: decision.request, reason: decision.reason },
          clock.now(),
        );
        void send(stage, facts, decision);
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
  { target, plan, inbox, signal, explain }: Stage,
  { observation }: Facts,
  { request, images }: Extract<Decision, { do: 'request' }>,
): Promise<void> {
  if (observation === undefined) return;
  try {
    const answer = await target.requests[request]({ observation, images, dryRun: plan.dryRun, signal });
    inbox.put({ type: 'answer', answer });
  } catch (error) {
    if (!signal.aborted) inbox.put({ type: 'failed', failure: explain(error) });
  }
}
