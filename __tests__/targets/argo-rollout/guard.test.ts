import { describe, expect, it } from '@jest/globals';
import { formatState } from '../../../src/format.ts';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import { moment, seen } from '../../fixtures/stories.ts';

describe('weights', () => {
  it('desired comes from the steps, actual from the routes where there are any', () => {
    expect(seen('traffic-routing', 'gate').weight).toEqual({ desired: 20, actual: 20 });
    expect(seen('traffic-routing', 'all steps done, last pod not available').weight).toEqual({
      desired: 100,
      actual: 80,
    });
  });

  it('actual comes from the pods where there are no routes', () => {
    expect(seen('release', 'the new hash, no pod yet').weight).toEqual({ desired: 20, actual: 0 });
    expect(seen('release', 'timed pause').weight).toEqual({ desired: 40, actual: 40 });
    expect(seen('release', 'all steps done, one pod missing').weight).toEqual({ desired: 100, actual: 100 });
  });

  it('actual never counts a pod that may not be available: it is held against the candidate', () => {
    const { rollout } = moment('release', 'gate');
    const actual = (replicas: number, updated: number, available: number): number | undefined =>
      observe({
        ...rollout,
        status: { ...rollout.status, replicas, updatedReplicas: updated, availableReplicas: available },
      }).weight.actual;
    expect([actual(6, 1, 5), actual(6, 1, 6), actual(5, 2, 4), actual(5, 5, 0)]).toEqual([0, 16, 25, 0]);
  });

  it('an aborted release is to have none', () => {
    expect(seen('abort', 'aborted, canary pod still there').weight.desired).toBe(0);
  });
});

describe('the guard and the state that a person can type', () => {
  it('names candidate, step and start of the pause', () => {
    const { guard } = seen('release', 'gate');
    expect(guard).toEqual({
      uid: moment('release', 'gate').rollout.metadata.uid,
      generation: 3,
      hash: '66c8458db7',
      stable: '6c97dff9fb',
      pauses: [{ reason: 'CanaryPauseStep', startTime: '2026-11-21T11:19:59Z' }],
      step: 1,
      since: '2026-11-21T11:19:59Z',
    });
    expect(formatState(guard)).toBe('66c8458db7.1.tounhb');
  });

  it('a step index of zero is a step', () => {
    expect(formatState(seen('release', 'the new hash, no pod yet').guard)).toBe('66c8458db7.0.-');
  });

  it('is empty dashes before the controller said anything', () => {
    expect(formatState(seen('first-creation', 'as it was created').guard)).toBe('-.-.-');
  });

  it('moves when a second pause joins the first, be it in the same second', () => {
    const state = (what: string): string => formatState(seen('gate-and-inconclusive', what).guard);
    expect(state('gate and inconclusive')).toBe(`${state('gate')}${state('gate').split('.')[2] ?? ''}`);
  });

  it('stays the same while a person holds a gate, and moves when it is promoted', () => {
    const state = (what: string): string => formatState(seen('held-by-person', what).guard);
    expect(state('held at the gate')).toBe(state('gate'));
    expect(state('resumed')).toBe(state('gate'));
    expect(formatState(seen('release', 'promoted: pause gone, phase still Paused').guard)).not.toBe(
      formatState(seen('release', 'gate').guard),
    );
  });
});

describe('steps', () => {
  it('are told in the words of the manifest', () => {
    expect(seen('release', 'gate').steps).toEqual([
      'setWeight 20',
      'pause',
      'setWeight 40',
      'pause 10s',
      'setWeight 60',
      'pause 10s',
      'setWeight 80',
      'pause 10s',
    ]);
    expect(seen('analysis-failed', 'analysis begins').steps[2]).toBe('analysis smoke');
  });

  it('an analysis of a step is measuring, a background analysis is not', () => {
    expect(seen('analysis-failed', 'analysis begins').measuring).toBe(true);
    expect(seen('gate-and-inconclusive', 'gate').measuring).toBe(false);
    expect(seen('analysis-failed', 'aborted by the controller, canary pod still there').measuring).toBe(
      false,
    );
  });

  it('are counted as Argo counts: all done is the number of steps', () => {
    expect(seen('release', 'Healthy after').step).toEqual({ index: 8, of: 8 });
    expect(seen('release', 'gate').revision).toBe(2);
  });
});
