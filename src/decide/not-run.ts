import type { Check } from '../checks/check.ts';
import type { Facts } from '../facts.ts';
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
 * its own. Pure.
 */
export function notRun(plan: Plan, facts: Facts, observation: Observation): readonly Missed[] {
  const all = plan.checks?.checks ?? [];
  const gates = gatesAhead(facts, observation);
  return all.flatMap((check): readonly Missed[] => {
    if (check.when === 'background') return wasMeasured(facts, check) ? [] : [{ check, where: 'background' }];
    if (check.when === 'healthy') return [];
    const meant = gates.filter(
      (gate) => check.steps === undefined || (gate !== 'promotion' && check.steps.includes(gate)),
    );
    return meant.filter((gate) => !wasJudged(facts, gate)).map((gate) => ({ check, where: nameGate(gate) }));
  });
}

function nameGate(gate: Observation['gates'][number]): string {
  return gate === 'promotion' ? 'the gate before the switch' : `the gate at step ${String(gate)}`;
}

function gatesAhead({ found, ours }: Facts, { gates }: Observation): Observation['gates'] {
  if (found === undefined || found.guard.hash !== ours) return gates;
  if (found.settled === 'healthy') return [];
  const isSwitched = found.sides?.active?.hash === ours;
  const from = found.aborted === undefined ? (found.guard.step ?? 0) : 0;
  return gates.filter((gate) => (gate === 'promotion' ? !isSwitched : gate >= from));
}

function wasJudged({ rounds, ours }: Facts, gate: Observation['gates'][number]): boolean {
  return [...rounds.values()].some(
    ({ when, candidate, step, verdict }) =>
      when === 'pause' &&
      candidate === ours &&
      (gate === 'promotion' || step === gate) &&
      verdict === 'Successful',
  );
}

function wasMeasured({ rounds, ours }: Facts, { name }: Check): boolean {
  return [...rounds.values()].some(
    ({ when, candidate, metrics }) =>
      when === 'background' &&
      candidate === ours &&
      metrics.some((metric) => isOf(metric.name, name) && metric.counts.count > 0),
  );
}

/** The metrics of an AnalysisTemplate are named after it: `smoke/latency`. */
function isOf(metric: string, check: string): boolean {
  return metric === check || metric.startsWith(`${check}/`);
}
