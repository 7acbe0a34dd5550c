import type { Effected, Facts } from '../facts.ts';
import { isHeld } from '../holds.ts';
import type { Observation } from '../observation.ts';
import type { Pause } from '../model.ts';
import type { Plan } from '../plan.ts';
import { decideBackground, decideGateChecks } from './checks.ts';
import { type Decide, type Decision, awaitProgress, finish, wayBack, request } from './decision.ts';
import { isRepeated, refuseUnexpected } from './expect.ts';
import { isInconclusive } from './pause-policy.ts';
import { decideRelease } from './release.ts';

/** Passes one gate, the present one or else the next, and then follows under the policies. */
export const decidePromote: Decide = (plan, facts, observation) => {
  const { found, effected } = facts;
  if (found === undefined) return decideRelease(plan, facts, observation);
  // An earlier attempt of this step passed the gate: this one sees the release to its end, and passes no other.
  if (isRepeated(plan, found)) return decideRelease(plan, facts, observation);
  const refused = refusePromotion(plan, found);
  if (refused !== undefined) return refused;
  if (effected.some(passedGate)) return decideRelease(plan, facts, observation);
  const lost = decideLost(plan, facts, observation);
  if (lost !== undefined) return lost;
  if (isPassed(found, observation)) return decidePassed(plan, facts, observation);
  const judged = effected.some(({ name }) => name === 'promote');
  const isSame = observation.guard.hash === found.guard.hash;
  const mayAct = isSame && observation.current && !observation.invalid && !observation.aborting;
  const failed = mayAct ? decideBackground(plan, facts, observation) : undefined;
  if (failed !== undefined) return decideRelease(plan, facts, observation);
  // What became inconclusive after the person typed it, nobody has judged.
  if (mayAct && isInconclusive(observation) && isInconclusive(found) && !judged) {
    const judgedHere = decideGateChecks(plan, facts, observation);
    return (
      judgedHere ??
      request('promote', `the analysis was inconclusive, and a person judged it (operation: promote)`)
    );
  }
  if (mayAct && isHeld(observation)) return decideHeld(plan, facts, observation);
  return decideRelease({ ...plan, onPause: 'promote' }, facts, observation);
};

/** A promote where none can act is lost without an error, or passes more than its gate. */
export function refusePromotion(plan: Plan, found: Observation): Decision | undefined {
  return refuseUnexpected(plan, found, 'state') ?? refuseUseless(found);
}

function refuseUseless(found: Observation): Decision | undefined {
  const { settled, aborted, phase, message } = found;
  if (settled === 'healthy') {
    return finish('refused', 'nothing-to-do', 'The target is Healthy: there is no gate to pass.');
  }
  if (isHeld(found) && wayBack(found) === undefined && found.pauses.length === 1) {
    const next = 'To lift the hold: operation: resume.';
    return finish('refused', 'nothing-to-do', `The target is held, and no release is going on. ${next}`);
  }
  if (aborted === undefined && phase !== 'Degraded') return undefined;
  const what = `The target is Degraded (${message}): a promote has no gate to pass`;
  const avoided = 'and promoting it in full would ship the revision that was rejected';
  const next = 'Deploy the image again to start it from step 0.';
  return finish('refused', 'does-not-fit', `${what}, ${avoided}. ${next}`);
}

/**
 * Under `spec.paused` the controller takes a promote for an end of that pause and begins the gate anew: so the hold
 * is lifted first, and the gate is passed when it is seen again.
 */
export function decideHeld(plan: Plan, facts: Facts, observation: Observation): Decision {
  const resumed = facts.effected.some(({ name }) => name === 'resume');
  return resumed
    ? awaitProgress(plan, facts, observation)
    : request('resume', `the target is held (spec.paused); a promote would be lost before it goes on`);
}

/**
 * A promote of an analysis of a blueGreen, which the controller starts again, has not passed its one gate yet. In a
 * canary the next gate is that of another step, which nobody has looked at.
 */
function passedGate({ name, on }: Effected): boolean {
  const again =
    on.step === undefined && on.pauses.some(({ kind, skips }) => kind === 'inconclusive' && skips !== true);
  const gate = on.pauses.some(({ kind }) => kind === 'gate');
  return name === 'promote' && (gate || !again);
}

/**
 * Somebody else was faster than the promote that a person typed: that ends the run, though nothing newer was seen yet.
 * After a promote of ours that was taken for lost, whoever moved the target may have been that one.
 */
export function isForestalled({ operation }: Plan, { fruitless, overdue, effected }: Facts): boolean {
  const refused = fruitless?.name === 'promote' && fruitless.how === 'refused';
  return operation === 'promote' && refused && overdue === 0 && !effected.some(passedGate);
}

function decideLost(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  const { fruitless } = facts;
  if (fruitless?.name !== 'promote' || fruitless.how === 'overdue') return undefined;
  if (!isForestalled(plan, facts)) return decideRelease(plan, facts, observation);
  const what = 'Somebody else moved the target before this promote arrived, so the server refused it.';
  return finish('refused', 'by-somebody', `${what} Nothing was promoted by this run.`);
}

/** The gate that this promote was typed for is gone; the next one is nobody's to pass by it. */
function isPassed(found: Observation, now: Observation): boolean {
  const gateOf = ({ pauses }: Observation): Pause | undefined => pauses.find(({ kind }) => kind === 'gate');
  const meant = gateOf(found);
  if (meant === undefined || !now.current || now.aborting || now.guard.hash !== found.guard.hash)
    return false;
  return gateOf(now)?.since !== meant.since || now.guard.step !== found.guard.step;
}

function decidePassed(plan: Plan, facts: Facts, observation: Observation): Decision {
  // It may have been a promote of ours that was taken for lost.
  if (facts.fruitless?.name === 'promote') return decideRelease(plan, facts, observation);
  const what = 'Somebody else passed the gate that this promote was for.';
  return finish('refused', 'by-somebody', `${what} Nothing was promoted by this run.`);
}
