import type { Check } from '../checks/check.ts';
import type { Facts } from '../facts.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { type Decision, finish } from './decision.ts';

/**
 * Refuses checks that no gate of the strategy would ever measure, before anything is changed. A timed pause is no gate:
 * the controller ends it whatever was measured.
 */
export function refuseUnfit(plan: Plan, facts: Facts, observation: Observation): Decision | undefined {
  const { found, ours, effected, request, rounds } = facts;
  const isKnown = plan.operation === 'deploy' ? found !== undefined : ours !== undefined;
  const isBegun = effected.length > 0 || request !== undefined || rounds.size > 0;
  if (plan.checks === undefined || !isKnown || isBegun || !observation.current) return undefined;
  const wrong = plan.checks.checks
    .filter(({ when }) => when === 'pause')
    .flatMap((check) => misfits(check, observation));
  if (wrong.length === 0) return undefined;
  const where = `Gates of this target: ${nameGates(observation)}.`;
  const next = 'Correct `steps` or `when` of these checks, or the strategy. Nothing was changed.';
  return finish('refused', 'bad-input', [...wrong, where, next].join('\n'));
}

function misfits({ name, place, steps }: Check, { gates, steps: words }: Observation): readonly string[] {
  const head = `checks, ${place}: ${name}`;
  if (gates.length === 0) return [`${head} is to be measured at gates, and the strategy has none.`];
  if (steps === undefined) return [];
  if (gates.includes('promotion')) return [`${head} names steps, and a blueGreen has none: leave steps out.`];
  return steps
    .filter((step) => !gates.includes(step))
    .map((step) => `${head} names step ${String(step)}, which is ${nameStep(words[step])}.`);
}

function nameStep(words: string | undefined): string {
  if (words === undefined) return 'not there (steps are counted from 0)';
  return words.startsWith('pause ')
    ? `a timed pause (${words}): the controller does not wait for checks there`
    : `no pause (${words})`;
}

function nameGates({ gates }: Observation): string {
  if (gates.length === 0) return 'none';
  return gates.map((gate) => (gate === 'promotion' ? 'the switch' : `step ${String(gate)}`)).join(', ');
}
