import { asLeft } from '../ending.ts';
import type { Facts } from '../facts.ts';
import { formatImages } from '../format.ts';
import { isHeld } from '../holds.ts';
import { hasImages } from '../images.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { decideBackground, decideComplete } from './checks.ts';
import { decidePause } from './pause-policy.ts';
import { restored } from './restored.ts';
import {
  type Decide,
  type Decision,
  applyPolicy,
  awaitProgress,
  finish,
  request,
  restore,
  superseded,
} from './decision.ts';

/** How long a spec may be invalid before the run ends: a Service that is applied beside it mends it in seconds. */
const invalidGrace = 60_000;

/** How long no pod at all may be ready before a reason that waiting does not mend ends the release. */
const startGrace = 60_000;

/**
 * What to do with a release that is under way, by its phase and the policies.
 *
 * A Degraded phase without an abort is no end: ProgressDeadlineExceeded goes away by itself as soon as pods
 * become ready (https://github.com/argoproj/argo-rollouts/issues/1225).
 */
export const decideRelease: Decide = (plan, facts, observation) => {
  if (isSuperseded(plan, facts, observation)) return superseded(observation);
  if (observation.invalid) return decideInvalid(plan, facts, observation);
  if (!observation.current) return awaitProgress(plan, facts, observation);
  if (observation.aborted !== undefined) return decideAborted(plan, facts, observation);
  // Somebody's abort is on its way, or is being taken back: nothing is asked on top of it.
  if (observation.aborting) return awaitProgress(plan, facts, observation);
  if (observation.settled === 'healthy') return decideHealthy(plan, facts, observation);
  if (facts.fruitless?.name === 'abort' && facts.fruitless.how === 'ignored') {
    return finish(asLeft(observation), 'ignored', 'The controller dropped our abort without acting on it.');
  }
  if (facts.effected.at(-1)?.name === 'abort') return awaitProgress(plan, facts, observation);
  const failed = decideBackground(plan, facts, observation);
  if (failed !== undefined) return failed;
  if (isHeldBack(facts, observation)) return request('resume', 'what is gone back to is not held');
  const full = decideFull(plan, facts, observation);
  if (full !== undefined) return full;
  if (observation.pauses.length > 0 && !isBeingPassed(observation))
    return decidePause(plan, facts, observation);
  if (observation.measuring) return { do: 'wait' };
  return decideMoving(plan, facts, observation);
};

/** A full promotion was asked for, and the controller has not yet taken the pause away that it passes. */
function isBeingPassed({ promotingFull, pauses }: Observation): boolean {
  return promotingFull && pauses.every(({ kind }) => kind === 'gate' || kind === 'timed');
}

/** A template in a workload is written without the hold of the Rollout, which would keep it from being followed. */
function isHeldBack(facts: Facts, observation: Observation): boolean {
  const resumed = facts.effected.at(-1)?.name === 'resume';
  return (
    restored(facts) !== undefined && observation.workload !== undefined && isHeld(observation) && !resumed
  );
}

function isSuperseded(plan: Plan, facts: Facts, observation: Observation): boolean {
  if (facts.ours === undefined) return false;
  // The images of the plan are those of the release; what it went back to has others.
  const wants = plan.images.length > 0 && restored(facts) === undefined;
  if (wants && !hasImages(plan, observation)) return true;
  return observation.current && !observation.invalid && observation.guard.hash !== facts.ours;
}

function decideInvalid(plan: Plan, { invalidSince, now }: Facts, observation: Observation): Decision {
  const until = (invalidSince ?? now) + Math.min(invalidGrace, plan.timeout);
  if (now < until) return { do: 'wait', until };
  const why =
    'The controller does nothing until that is mended; a request sent now would act later, so none was sent.';
  return finish('degraded', 'invalid-spec', `${observation.message}. ${why}`);
}

function decideHealthy(plan: Plan, facts: Facts, observation: Observation): Decision {
  const back = restored(facts);
  if (back !== undefined) {
    const has =
      back.because === 'requested'
        ? 'It has all the traffic.'
        : `The revision before has all the traffic again: ${formatImages(observation.template)}.`;
    return finish('rolled-back', back.because, `${back.reason} ${has}`);
  }
  const judged = decideComplete(plan, facts, observation);
  if (judged !== undefined) return judged;
  const passed = facts.effected.some(({ name }) => name === 'promote' || name === 'promote-full');
  const alone = plan.operation === 'promote' && !passed;
  const note = alone ? ' It came to no gate on the way, so nothing had to be promoted.' : '';
  return finish('healthy', 'completed', `The release is complete.${note}`);
}

/**
 * Under `spec.paused` the controller aborts, and leaves the canary's pods, with their share of the traffic, where they
 * are. So the hold is lifted after an abort that was asked for; before it the release would go on.
 */
export function liftHold(facts: Facts, observation: Observation): Decision | undefined {
  const { current, settled, aborted } = observation;
  const resumed = facts.effected.at(-1)?.name === 'resume';
  const standsAborted = current && aborted !== undefined && settled === undefined;
  if (!standsAborted || !isHeld(observation) || resumed) return undefined;
  return request('resume', 'under the hold (spec.paused) the pods of what was aborted would stay');
}

function decideAborted(plan: Plan, facts: Facts, observation: Observation): Decision {
  const ours = facts.effected.findLast(({ name }) => name === 'abort');
  if (observation.settled !== 'aborted') {
    const lifted = ours === undefined ? undefined : liftHold(facts, observation);
    return lifted ?? awaitProgress(plan, facts, observation);
  }
  const back = 'Traffic is back on the stable revision.';
  if (ours !== undefined)
    return finish('aborted', ours.because, `${ours.reason} The release was aborted. ${back}`);
  const { by, cause } = observation.aborted ?? { by: 'person', cause: '' };
  if (by === 'person') return finish('aborted', 'by-somebody', `Somebody aborted the release. ${back}`);
  const what = `The controller aborted the release: ${cause}.`;
  const { stable } = observation;
  return plan.onFailure === 'rollback' && stable !== undefined && restored(facts) === undefined
    ? restore(stable.hash, what, 'by-controller')
    : finish('aborted', 'by-controller', `${what} ${back}`);
}

/** Pods are being made or replaced: this is the time that `timeout` counts. */
function decideMoving(plan: Plan, facts: Facts, observation: Observation): Decision {
  const doomed = cannotStart(plan, facts, observation);
  if (doomed !== undefined) return applyPolicy(plan, plan.onFailure, observation, doomed, 'cannot-start');
  const decision = awaitProgress(plan, facts, observation, (what) =>
    applyPolicy(plan, plan.onTimeout, observation, `${what}${diagnosed(facts, observation)}`, 'timed-out'),
  );
  const grace = facts.movedAt + startGrace;
  return decision.do === 'wait' && facts.now < grace
    ? { do: 'wait', until: Math.min(grace, decision.until ?? grace) }
    : decision;
}

/** What was rolled back to has been through the steps before: it skips them unless they were asked for. */
function decideFull(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  const back = restored(facts);
  const isNew = observation.stable !== undefined && observation.stable.hash !== observation.guard.hash;
  const asked = facts.effected.at(-1)?.name === 'promote-full' || observation.promotingFull;
  if (back === undefined || !isNew || asked || plan.rollbackSteps) return undefined;
  return request('promote-full', 'what is rolled back to skips the steps', back.because);
}

function cannotStart({ failFast }: Plan, facts: Facts, observation: Observation): string | undefined {
  const { pods, now, movedAt } = facts;
  if (!failFast || pods?.hash !== observation.guard.hash || pods.at < movedAt) return undefined;
  // One bad node, or one slow pod among bad ones, is no verdict on the release.
  const final = pods.diagnoses.find(
    (diagnosis) =>
      diagnosis.final && diagnosis.pods.ready === 0 && diagnosis.pods.affected >= diagnosis.pods.total,
  );
  if (final === undefined || now < movedAt + startGrace) return undefined;
  return `The pods cannot start, and waiting will not mend it: ${final.problem}. ${final.advice}`;
}

function diagnosed({ pods }: Facts, { guard }: Observation): string {
  const [first] = pods?.hash === guard.hash ? (pods?.diagnoses ?? []) : [];
  return first === undefined ? '' : ` ${first.problem}.`;
}
