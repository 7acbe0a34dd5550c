import { describe, expect, it } from '@jest/globals';
import { seen } from '../../fixtures/stories.ts';

describe('an abort', () => {
  it('that is asked for is not one yet: the controller may still drop it', () => {
    const asked = seen('abort', 'abort asked, not acted on');
    expect(asked).toMatchObject({ phase: 'Paused', aborting: true });
    expect(asked.aborted).toBeUndefined();
  });

  it('is settled only when the canary pods are gone', () => {
    const early = seen('abort', 'aborted, canary pod still there');
    expect(early).toMatchObject({ phase: 'Degraded', aborted: { by: 'person', cause: '' } });
    expect(early.settled).toBeUndefined();
    expect(seen('abort', 'aborted, pods gone').settled).toBe('aborted');
  });

  it('is not settled while the stable side is short of a pod', () => {
    const short = seen('deadline-abort', 'aborted, stable side one pod short');
    expect(short.replicas).toMatchObject({ desired: 5, available: 4 });
    expect(short.settled).toBeUndefined();
  });

  it('with traffic routing is settled as soon as the weight is back, while the canary pods wait', () => {
    expect(seen('traffic-routing', 'abort asked').settled).toBeUndefined();
    const aborted = seen('traffic-routing', 'aborted');
    expect(aborted).toMatchObject({ settled: 'aborted', weight: { desired: 0, actual: 0 } });
    expect(aborted.replicas.updated).toBe(1);
  });

  it('of the controller has a cause in its message, that of a person has none', () => {
    expect(seen('deadline-abort', 'aborted by the controller').aborted).toEqual({
      by: 'controller',
      cause: 'ReplicaSet "web-66c8458db7" has timed out progressing.',
    });
    expect(seen('analysis-failed', 'aborted by the controller').aborted).toEqual({
      by: 'controller',
      cause:
        'Step-based analysis phase error/failed: Metric "smoke" assessed Failed due to failed (1) > failureLimit (0)',
    });
  });

  it('that is taken back is over when abortedAt is gone, not when the phase has turned', () => {
    expect(seen('abort', 'retry asked, not acted on')).toMatchObject({ phase: 'Degraded', aborting: true });
    expect(seen('abort', 'retry: phase first')).toMatchObject({ phase: 'Progressing', aborting: true });
    expect(seen('abort', 'retry: begun again')).toMatchObject({ phase: 'Progressing', aborting: false });
  });
});

describe('a release is settled as healthy', () => {
  it('not while the first pods come, though the new revision is stable by name', () => {
    const early = seen('first-creation', 'stable by name while no pod exists');
    expect(early.stable?.hash).toBe(early.candidate?.hash);
    expect(early.settled).toBeUndefined();
  });

  it('when it is Healthy and stable', () => {
    expect(seen('release', 'Healthy after').settled).toBe('healthy');
    expect(seen('first-creation', 'Healthy').settled).toBe('healthy');
  });

  it('not while traffic is still on the canary Service, though the phase is Healthy', () => {
    const early = seen('traffic-routing', 'Healthy, traffic still on the canary Service');
    expect(early.phase).toBe('Healthy');
    expect(early.settled).toBeUndefined();
    expect(seen('traffic-routing', 'Healthy after').settled).toBe('healthy');
  });

  it('not while old pods are pending termination', () => {
    const early = seen('held-by-person', 'promoted in full, old pods still there');
    expect(early.message).toBe('old replicas are pending termination');
    expect(early.settled).toBeUndefined();
  });

  it('not by an old status: Healthy before the edit is Healthy of another revision', () => {
    expect(seen('release', 'image set, not observed')).toMatchObject({ phase: 'Healthy', current: false });
  });
});
