import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import { formatState } from '../../src/format.ts';
import type { Plan } from '../../src/plan.ts';
import { allowed, decisionAfter, planOf, sees } from '../fixtures/runs.ts';
import { gate, look } from './looks.ts';

/** What a run that ends at this pause tells people. */
function told(observation: Observation, change: Partial<Plan> = {}): string {
  const decision = decisionAfter(planOf(change), [allowed, sees(0, observation)]);
  if (decision.do !== 'finish') throw new Error(`It did not end: ${JSON.stringify(decision)}`);
  return decision.message;
}

const ofStep = look('analysis-inconclusive', 'inconclusive');
const both = look('gate-and-inconclusive', 'gate and inconclusive');
/** As of an experiment: no promote gets past it, it is measured again. */
const alone: Observation = { ...ofStep, pauses: [{ kind: 'inconclusive' }] };

describe('the end at a pause says how to go on and how to go back', () => {
  it('at a gate', () => {
    expect(told(gate)).toBe(
      `The release is paused at step 1 of 8. To go on: operation: promote with expect: ${formatState(gate.guard)}; to go back: operation: abort.`,
    );
  });

  it.each<[string, Observation, string]>([
    ['of a step', ofStep, 'which passes its step'],
    ['that is started again', alone, 'which has it measured again'],
    ['beside a gate', both, 'which passes the gate as well, and has it measured again'],
  ])('at an inconclusive analysis %s', (_, observation, comes) => {
    expect(told(observation)).toBe(
      `An analysis was inconclusive; a person has to judge it. To go on: operation: promote with expect: ${formatState(observation.guard)}, ${comes}; to go back: operation: abort.`,
    );
  });

  it('at a gate that proves nothing, from which only back leads on', () => {
    const unproven = 'Its analysis is no verdict.';
    const message = told({ ...look('blue-green', 'gate'), unproven });
    expect(message).toBe(
      `The release is paused. ${unproven} To go back: operation: abort; a deploy of the image after that analyses it anew.`,
    );
  });
});
