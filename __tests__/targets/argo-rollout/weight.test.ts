import { describe, expect, it } from '@jest/globals';
import { observeWeight } from '../../../src/targets/argo-rollout/weight.ts';
import type { RawRollout } from '../../../src/targets/argo-rollout/rollout.ts';
import { routedMoment } from '../../fixtures/routes.ts';

describe('a weight out of maxTrafficWeight is told in percent', () => {
  const { rollout } = routedMoment('nginx-of-1000', 'gate at weight 5 of 1000');

  it('below one percent', () => {
    expect(observeWeight(rollout)).toEqual({ desired: 0.5, actual: 0.5 });
  });

  it('at its end', () => {
    const end = routedMoment('nginx-of-1000', 'gate at weight 1000 of 1000');
    expect(observeWeight(end.rollout)).toEqual({ desired: 100, actual: 100 });
  });

  it('when all steps are done, and after an abort', () => {
    const done = { ...rollout.status, currentStepIndex: 4, currentPodHash: rollout.status?.stableRS };
    expect(observeWeight({ ...rollout, status: done } as RawRollout)).toEqual({ desired: 100, actual: 100 });
    const aborted = { abort: true, abortedAt: '2026-11-21T13:40:00Z', canary: { weights: { canary: {} } } };
    expect(observeWeight({ ...rollout, status: aborted })).toEqual({ desired: 0 });
  });
});
