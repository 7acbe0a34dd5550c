import type { Check } from '../checks/check.ts';
import type { Round, RoundName } from '../checks/round.ts';
import { asLeft } from '../ending.ts';
import type { Facts } from '../facts.ts';
import { formatState } from '../format.ts';
import { checksOf, gateOf, roundAt } from '../gates.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import type { FailurePolicy } from '../policies.ts';
import { describeOutcome, explainRound } from '../render/round.ts';
import { isAgainst } from '../targets/evidence.ts';
import { type Decision, applyPolicy, awaitProgress, finish, restore } from './decision.ts';
import { notRun } from './not-run.ts';
import { restored } from './restored.ts';

/**
 * What the checks of the present gate say against passing it: nothing once all are Successful, and where it has none. A
 * verdict is of this gate of this candidate; any other leaves it unmeasured.
 */
export function decideGateChecks(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  const gate = gateOf(observation);
  // What is gone back to is not what they were meant for.
  if (gate === undefined || restored(facts) !== undefined || checksOf(plan, gate).length === 0)
    return undefined;
  const round = roundAt(facts, gate);
  if (round === undefined || round.stopped === true) return awaitBegin(plan, facts, observation);
  if (round.verdict === 'Running') return { do: 'wait' };
  if (round.verdict === 'Successful') return undefined;
  const on = `operation: promote with expect: ${formatState(observation.guard)} and without checks`;
  return decideAgainst(plan, round, observation, ` To go on: ${on}; to go back: operation: abort.`);
}

/** What is not measured now is waited for as long as any other progress; the controller's own analysis comes first. */
function awaitBegin(plan: Plan, facts: Facts, observation: Observation): Decision {
  return observation.measuring ? { do: 'wait' } : awaitProgress(plan, facts, observation);
}

/** A check that runs beside the release acts at once, whatever the release is doing. */
export function decideBackground(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  const round = roundAt(facts, { when: 'background', candidate: facts.ours ?? '' });
  return round !== undefined && isAgainst(round.verdict)
    ? decideAgainst(plan, round, observation, '')
    : undefined;
}

/** What the plan says of a round that speaks against the release, and the word that the run ends with. */
function policyFor(
  { onInconclusive, onFailure }: Plan,
  { verdict }: Round,
): { readonly policy: FailurePolicy; readonly because: 'inconclusive' | 'checks-failed' } {
  return verdict === 'Inconclusive'
    ? { policy: onInconclusive, because: 'inconclusive' }
    : { policy: onFailure, because: 'checks-failed' };
}

function decideAgainst(plan: Plan, round: Round, observation: Observation, waysOn: string): Decision {
  const what = explainRound(round);
  const { policy, because } = policyFor(plan, round);
  if (policy === 'stop') {
    const left = because === 'inconclusive' ? 'A person has to judge it.' : 'The target was left as it is.';
    return finish(asLeft(observation), because, `${what} ${left}${waysOn}`);
  }
  return briefly(round, policy, applyPolicy(plan, policy, observation, what, because));
}

/** The lines before have said what was measured. */
function briefly(round: Round, policy: FailurePolicy, decision: Decision): Decision {
  const name = round.verdict === 'Inconclusive' ? 'on-inconclusive' : 'on-failure';
  return decision.do === 'request'
    ? { ...decision, brief: `${describeOutcome(round)} (${name}: ${policy})` }
    : decision;
}

/**
 * What the checks say of a release that is complete: those of `healthy` are measured now, and every other one must have
 * been. Undefined when nothing speaks against it.
 */
export function decideComplete(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  if (plan.checks === undefined || facts.ours === undefined) return undefined;
  // It may have failed in the very moment in which the release became complete.
  const beside = roundAt(facts, { when: 'background', candidate: facts.ours });
  if (beside !== undefined && isAgainst(beside.verdict))
    return decideUnhealthy(plan, facts, observation, beside);
  const judged = decideHealthyChecks(plan, facts, observation);
  if (judged !== undefined) return judged;
  const missed = notRun(plan, facts, observation);
  return missed.length === 0 ? undefined : finish('healthy', 'checks-not-run', describeMissed(missed));
}

/** What the checks of `healthy` say of what is there; undefined when they are Successful, or there are none. */
export function decideHealthyChecks(
  plan: Plan,
  facts: Facts,
  observation: Observation,
): Decision | undefined {
  const name: RoundName = { when: 'healthy', candidate: facts.ours ?? '' };
  if (checksOf(plan, name).length === 0) return undefined;
  const round = roundAt(facts, name);
  if (round === undefined || round.stopped === true) return awaitProgress(plan, facts, observation);
  if (round.verdict === 'Running') return { do: 'wait' };
  return isAgainst(round.verdict) ? decideUnhealthy(plan, facts, observation, round) : undefined;
}

/** An abort is ignored once a release is complete: the template of the revision before is written back. */
function decideUnhealthy(plan: Plan, facts: Facts, observation: Observation, round: Round): Decision {
  const { policy, because } = policyFor(plan, round);
  const what = explainRound(round);
  const before = facts.found?.stable?.hash;
  if (policy === 'stop' || before === undefined || before === observation.guard.hash) {
    const left =
      policy === 'stop' ? 'The target was left as it is.' : 'This run has not seen a revision to go back to.';
    return finish('healthy', because, `${what} The release is complete, and has all the traffic. ${left}`);
  }
  return briefly(round, policy, restore(before, what, because));
}

function describeMissed(missed: readonly { readonly check: Check; readonly where: string }[]): string {
  const each = missed.map(({ check, where }) => `${check.name} (${where})`).join(', ');
  return `The release is complete, and not all checks were run, which is no success: ${each}.`;
}
