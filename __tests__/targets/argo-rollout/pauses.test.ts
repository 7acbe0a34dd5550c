import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../src/observation.ts';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import type { RawRollout, RawStep } from '../../../src/targets/argo-rollout/rollout.ts';
import { besideOf, moment, seen } from '../../fixtures/stories.ts';

/** A Rollout at its gate with another status, and with other steps where they are given. */
function withStatus(status: RawRollout['status'], steps?: readonly RawStep[]): Observation {
  const { rollout } = moment('release', 'gate');
  const strategy = steps === undefined ? rollout.spec?.strategy : { canary: { steps } };
  const spec = { ...rollout.spec, ...(strategy && { strategy }) };
  const other: RawRollout = { ...rollout, spec, status: { ...rollout.status, ...status } };
  return observe(other, besideOf('release', other));
}

const inconclusive = [{ reason: 'InconclusiveAnalysisRun', startTime: '2026-11-21T11:20:10Z' }];
const judged = { name: 'web-66c8458db7-2-1', status: 'Inconclusive' };

describe('an inconclusive analysis', () => {
  it('of a canary step is left by a promote for the next step', () => {
    expect(seen('analysis-inconclusive', 'inconclusive').pauses).toMatchObject([
      { kind: 'inconclusive', skips: true },
    ]);
  });

  it('in the background is begun again by a promote, also beside a gate', () => {
    const { pauses } = seen('gate-and-inconclusive', 'gate and inconclusive');
    expect(pauses.map(({ kind, skips }) => [kind, skips])).toEqual([
      ['gate', undefined],
      ['inconclusive', undefined],
    ]);
  });

  it('is begun again where the step is an analysis and another one is inconclusive', () => {
    const steps = [{ setWeight: 20 }, { analysis: { templates: [{ templateName: 'smoke' }] } }];
    const pauses = (status: string): Observation['pauses'] =>
      withStatus(
        { pauseConditions: inconclusive, canary: { currentStepAnalysisRunStatus: { ...judged, status } } },
        steps,
      ).pauses;
    expect(pauses('Inconclusive')).toMatchObject([{ skips: true }]);
    expect(pauses('Running')).not.toMatchObject([{ skips: true }]);
  });

  it('of an experiment is judged again without end: no promote gets past it', () => {
    const status = {
      pauseConditions: [{ reason: 'InconclusiveExperiment', startTime: '2026-11-21T11:20:10Z' }],
    };
    const steps = [{ setWeight: 20 }, { experiment: { templates: [{ name: 'baseline' }] } }];
    const [pause, ...others] = withStatus(status, steps).pauses;
    expect(others).toEqual([]);
    expect(pause).toEqual({ kind: 'inconclusive', since: '2026-11-21T11:20:10Z' });
  });

  it('of a blueGreen is no gate', () => {
    const { rollout } = moment('blue-green', 'gate');
    const other: RawRollout = { ...rollout, status: { ...rollout.status, pauseConditions: inconclusive } };
    expect(observe(other, besideOf('blue-green', other)).pauses).toEqual([
      { kind: 'inconclusive', since: '2026-11-21T11:20:10Z' },
    ]);
  });
});

describe('a hold', () => {
  const kinds = (what: string): readonly string[] =>
    seen('held-in-timed-pause', what).pauses.map(({ kind }) => kind);

  it('is alone where no step is paused', () => {
    expect(kinds('held in setWeight')).toEqual(['manual']);
  });

  it('stands beside a timed pause, whose clock runs on and does not end it', () => {
    expect(kinds('held in the timed pause')).toEqual(['timed', 'manual']);
    expect(kinds('held after the timed pause would be over')).toEqual(['timed', 'manual']);
    expect(kinds('resumed, past the timed pause at once')).toEqual([]);
  });

  it('names the state of the gate below it, so that the gate is known again', () => {
    const at = (what: string): unknown => seen('held-in-timed-pause', what).guard.since;
    expect(at('held in the timed pause')).toBe(at('timed pause'));
  });
});

describe('a full promotion', () => {
  it('is told from the wish, and in the guard of what would be dropped on top of it', () => {
    const full = withStatus({ promoteFull: true });
    expect(full).toMatchObject({ promotingFull: true, guard: { promoteFull: true } });
    expect(seen('release', 'gate').promotingFull).toBe(false);
    expect('promoteFull' in seen('release', 'gate').guard).toBe(false);
  });
});

describe('a restart', () => {
  const restart = (
    restartAt: string | undefined,
    restartedAt: string | undefined,
  ): Observation['restart'] => {
    const { rollout } = moment('release', 'Healthy after');
    const other: RawRollout = {
      ...rollout,
      spec: { ...rollout.spec, ...(restartAt === undefined ? {} : { restartAt }) },
      status: { ...rollout.status, ...(restartedAt === undefined ? {} : { restartedAt }) },
    };
    return observe(other, besideOf('release', other)).restart;
  };

  it('is done when the controller has repeated its time, in whatever form', () => {
    const at = '2026-11-21T12:00:00Z';
    expect(restart(at, undefined)).toEqual({ at, done: false });
    expect(restart(at, '2026-11-21T11:00:00Z')).toEqual({ at, done: false });
    expect(restart(at, at)).toEqual({ at, done: true });
    expect(restart(at, '2026-11-21T13:00:00+01:00')).toEqual({ at, done: true });
  });

  it('is none where none was asked for', () => {
    expect(restart(undefined, undefined)).toBeUndefined();
  });
});

describe('what the guard holds of an abort', () => {
  it('is what the status says: nothing, true, or the explicit false that a retry leaves', () => {
    const guard = (what: string): unknown => {
      const { abort, abortedAt } = seen('blue-green-abort', what).guard;
      return [abort, abortedAt];
    };
    expect(guard('gate')).toEqual([undefined, undefined]);
    expect(guard('abort asked')).toEqual([true, undefined]);
    expect(guard('aborted')).toEqual([true, '2026-11-21T13:57:18Z']);
    expect(guard('retry asked')).toEqual([false, '2026-11-21T13:57:18Z']);
    expect(guard('gate of the retry')).toEqual([false, undefined]);
  });

  it('is an abort on its way until its time is there, and one that is taken back until that is gone', () => {
    const told = (what: string): unknown => {
      const { aborting, aborted } = seen('blue-green-abort', what);
      return [aborting, aborted !== undefined];
    };
    expect(told('abort asked')).toEqual([true, false]);
    expect(told('aborted')).toEqual([true, true]);
    expect(told('retry asked')).toEqual([true, false]);
    expect(told('retried, analysis still of the first try')).toEqual([true, false]);
    expect(told('gate of the retry before its analysis')).toEqual([false, false]);
  });
});
