import type { Check } from '../checks/check.ts';
import { isMetricOf } from '../checks/round.ts';
import type { Facts } from '../facts.ts';
import { roundsThatCount } from '../gates.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';

/** A check that has no verdict, and the place that it was meant for, in words. */
export interface Missed {
  readonly check: Check;
  readonly where: string;
}

/**
 * The checks of a complete release that have not succeeded: of gates that were passed by somebody or skipped by the
 * controller, and of a background that was never measured. Gates that lay behind the release when this run came are not
 * its own, and what users had by then is no release. Pure.
 */
export function notRun(plan: Plan, facts: Facts, observation: Observation): readonly Missed[] {
  if (wasThere(facts)) return [];
  const all = plan.checks?.checks ?? [];
  const gates = gatesAhead(facts, observation);
  return all.flatMap((check): readonly Missed[] => {
    if (check.when === 'background') return wasMeasured(facts, check) ? [] : [{ check, where: 'background' }];
    if (check.when === 'healthy') return [];
    // The strategy may have been changed since: a gate that is gone has measured nothing.
    if (!observation.gates.some((gate) => isMeantFor(check, gate)))
      return wasJudgedAnywhere(facts, check) ? [] : [{ check, where: 'the strategy has no gate for it now' }];
    const meant = gates.filter((gate) => isMeantFor(check, gate));
    return meant.filter((gate) => !wasJudged(facts, gate)).map((gate) => ({ check, where: nameGate(gate) }));
  });
}

/** In a first creation the controller calls the only revision stable before users have it. */
function wasThere({ found, ours }: Facts): boolean {
  const isStable = found?.stable !== undefined && found.stable.hash === ours;
  return isStable && (found.settled === 'healthy' || found.guard.hash !== ours);
}

function isMeantFor({ steps }: Check, gate: Observation['gates'][number]): boolean {
  return steps === undefined || (gate !== 'promotion' && steps.includes(gate));
}

function nameGate(gate: Observation['gates'][number]): string {
  return gate === 'promotion' ? 'the gate before the switch' : `the gate at step ${String(gate)}`;
}

function gatesAhead({ found, ours }: Facts, { gates }: Observation): Observation['gates'] {
  if (found === undefined || found.guard.hash !== ours) return gates;
  const isSwitched = found.sides?.active?.hash === ours;
  const from = found.aborted === undefined && !found.aborting ? (found.guard.step ?? 0) : 0;
  return gates.filter((gate) => (gate === 'promotion' ? !isSwitched : gate >= from));
}

function wasJudged(facts: Facts, gate: Observation['gates'][number]): boolean {
  return roundsThatCount(facts).some(
    ({ when, candidate, step, verdict }) =>
      when === 'pause' &&
      candidate === facts.ours &&
      (gate === 'promotion' || step === gate) &&
      verdict === 'Successful',
  );
}

function wasJudgedAnywhere(facts: Facts, { name }: Check): boolean {
  return roundsThatCount(facts).some(
    ({ when, candidate, verdict, checks }) =>
      when === 'pause' &&
      candidate === facts.ours &&
      verdict === 'Successful' &&
      checks.some((check) => check.name === name),
  );
}

function wasMeasured(facts: Facts, { name }: Check): boolean {
  return roundsThatCount(facts).some(
    ({ when, candidate, metrics }) =>
      when === 'background' &&
      candidate === facts.ours &&
      metrics.some((metric) => isMetricOf(metric.name, name) && metric.counts.count > 0),
  );
}
