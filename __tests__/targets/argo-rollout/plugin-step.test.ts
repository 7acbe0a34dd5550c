import { describe, expect, it } from '@jest/globals';
import { isMeasuring } from '../../../src/targets/argo-rollout/analysis-status.ts';
import type { RawRollout, RawStepPluginStatus } from '../../../src/targets/argo-rollout/rollout.ts';
import { moment } from '../../fixtures/stories.ts';

const steps = [{ setWeight: 20 }, { plugin: { name: 'acme/probe' } }, { pause: {} }];

/** A release at a step, with what its plugins said. */
function atStep(currentStepIndex: number, ...stepPluginStatuses: readonly RawStepPluginStatus[]): RawRollout {
  const { rollout } = moment('release', 'gate');
  return {
    ...rollout,
    spec: { ...rollout.spec, strategy: { canary: { steps } } },
    status: { ...rollout.status, currentStepIndex, canary: { stepPluginStatuses } },
  };
}

const runs = { index: 1, operation: 'Run', phase: 'Running' } as const;

describe('the plugin of a step', () => {
  it('is waited for while it runs, however long', () => {
    expect(isMeasuring(atStep(1, runs))).toBe(true);
  });

  it.each([
    ['the controller does not have it, and says nothing', atStep(1)],
    ['it cannot be run', atStep(1, { ...runs, phase: 'Error' })],
    ['it has ended, and the step is about to', atStep(1, { ...runs, phase: 'Successful' })],
    ['what runs is its undoing', atStep(1, { ...runs, operation: 'Abort' })],
    ['it belongs to another step', atStep(1, { ...runs, index: 0 })],
    ['the release is past it', atStep(2, runs)],
  ])('is none to wait for when %s', (_, rollout) => {
    expect(isMeasuring(rollout)).toBe(false);
  });
});
