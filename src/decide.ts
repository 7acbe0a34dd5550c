import { decideAbort } from './decide/abort.ts';
import { controllerAdvice, withReminder } from './decide/behind.ts';
import { decideCancelled } from './decide/cancel.ts';
import { awaitProgress, type Decide, type Decision, finish, isOutdated } from './decide/decision.ts';
import { decideDeploy } from './decide/deploy.ts';
import { withDiagnosis } from './decide/diagnose.ts';
import { decideFollow } from './decide/follow.ts';
import { decidePauseOperation, decideResume } from './decide/hold.ts';
import { decideLeftover } from './decide/leftover.ts';
import { decidePromoteFull } from './decide/promote-full.ts';
import { decidePromote, isForestalled } from './decide/promote.ts';
import { decideRelease } from './decide/release.ts';
import { decideRestart } from './decide/restart.ts';
import { decideRetry } from './decide/retry.ts';
import { decideRollback } from './decide/rollback.ts';
import { decideStatus } from './decide/status.ts';
import { refuseUnfit } from './decide/unfit.ts';
import { asLeft } from './ending.ts';
import type { Facts } from './facts.ts';
import type { Observation } from './observation.ts';
import type { Operation } from './model.ts';
import type { Plan } from './plan.ts';
import { formatDuration } from './support/duration.ts';

/** How many requests may stay without any effect before the run gives up. */
const tries = 3;

const byOperation: Readonly<Record<Operation, Decide>> = {
  deploy: decideDeploy,
  follow: decideFollow,
  status: decideStatus,
  promote: decidePromote,
  'promote-full': decidePromoteFull,
  abort: decideAbort,
  retry: decideRetry,
  rollback: decideRollback,
  restart: decideRestart,
  pause: decidePauseOperation,
  resume: decideResume,
};

/**
 * The next decision of a run, from its plan and the facts. Pure and exhaustive. Never a second request while
 * one is open, and never anything but waiting while a status is not current.
 */
export function decide(plan: Plan, facts: Facts): Decision {
  const interrupted = decideInterruption(plan, facts);
  if (interrupted !== undefined) return interrupted;
  // What was seen last may be long past: until the server is back, no policy acts on it.
  if (facts.lost !== undefined) return { do: 'wait', until: facts.lost.since + plan.timeout };
  const { observation, request } = facts;
  if (observation === undefined) return awaitFirst(plan, facts);
  const leftover = decideLeftover(plan, facts, observation);
  if (leftover !== undefined) return leftover;
  const unfit = refuseUnfit(plan, facts, observation);
  if (unfit !== undefined) return unfit;
  if (request !== undefined) {
    return withReminder(
      facts,
      request.overdueAt === undefined ? { do: 'wait' } : { do: 'wait', until: request.overdueAt },
    );
  }
  if (isOutdated(facts, observation) && !isForestalled(plan, facts))
    return awaitProgress(plan, facts, observation);
  // Whatever is asked of an invalid spec acts only when that is mended, on whatever is there then.
  const waits = observation.invalid && !['status', 'pause', 'resume', 'abort'].includes(plan.operation);
  const decision = (waits ? decideRelease : byOperation[plan.operation])(plan, facts, observation);
  if (decision.do === 'read' && facts.reading !== undefined) return { do: 'wait' };
  if (decision.do === 'request' && !facts.allowed) return awaitProgress(plan, facts, observation);
  return plan.dryRun
    ? decidePlanned(facts, observation, decision)
    : withReminder(facts, withDiagnosis(facts, observation, decision));
}

function awaitFirst({ timeout }: Plan, { movedAt, now }: Facts): Decision {
  if (now < movedAt + timeout) return { do: 'wait', until: movedAt + timeout };
  return finish('unknown', 'unreachable', `Nothing was heard of the target in ${formatDuration(timeout)}.`);
}

/** What ends a run whatever it was asked to do. */
function decideInterruption(plan: Plan, facts: Facts): Decision | undefined {
  const { observation, found, failure, lost, now } = facts;
  if (failure !== undefined) return finish(failure.ended, failure.reason, failure.message);
  if (facts.gone) return finish('superseded', 'deleted', 'The target was deleted while it was followed.');
  if (found !== undefined && observation !== undefined && found.guard.uid !== observation.guard.uid) {
    return finish('superseded', 'deleted', 'The target was deleted and created again while it was followed.');
  }
  if (facts.stopped !== undefined) return decideCancelled(plan, facts, facts.stopped);
  if (lost !== undefined && now >= lost.since + plan.timeout) {
    const since = formatDuration(now - lost.since);
    const what = `The API server has been out of reach for ${since}.`;
    return finish('unknown', 'unreachable', `${what}\n${lost.failure.message}`);
  }
  if (facts.overdue >= tries && observation !== undefined) {
    const name = facts.fruitless?.name ?? 'request';
    return finish(
      asLeft(observation),
      'ignored',
      `The controller did not act on ${String(tries)} requests (${name}). ${controllerAdvice}`,
    );
  }
  return undefined;
}

/** A dry run ends where the first write or the first wait would begin. */
function decidePlanned({ checked }: Facts, observation: Observation, decision: Decision): Decision {
  if (decision.do === 'finish' || decision.do === 'read') return decision;
  if (decision.do === 'request' && checked === undefined) return decision;
  if (decision.do === 'wait' && !observation.current) return decision;
  const would =
    checked === undefined
      ? 'There is nothing to request now; it would follow.'
      : `It would ${checked}; the server would accept that.`;
  return finish('planned', 'nothing-to-do', `dry-run: nothing was changed. ${would}`);
}
