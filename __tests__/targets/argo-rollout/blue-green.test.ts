import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../src/observation.ts';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import type { RawBlueGreen, RawRollout } from '../../../src/targets/argo-rollout/rollout.ts';
import { besideOf, moment, seen, story } from '../../fixtures/stories.ts';

const first = '6c97dff9fb';
const second = '66c8458db7';

/** A blueGreen Rollout at a BlueGreenPause, with another strategy. */
function paused(change: RawBlueGreen): Observation {
  const { rollout } = moment('blue-green-timed', 'timed pause');
  const other: RawRollout = { ...rollout, spec: { ...rollout.spec, strategy: { blueGreen: change } } };
  return observe(other, besideOf('blue-green-timed', other));
}

describe('the sides of a blueGreen', () => {
  const sides = (what: string): readonly (string | undefined)[] => {
    const { active, preview } = seen('blue-green', what).sides ?? {};
    return [active?.hash, preview?.hash];
  };

  it('are those that the Services select: preview first, then active, before the revision is stable', () => {
    expect(sides('gate')).toEqual([first, second]);
    expect(sides('post-promotion analysis is running')).toEqual([second, second]);
    expect(seen('blue-green', 'post-promotion analysis is running').stable?.hash).toBe(first);
    expect(seen('blue-green', 'gate').sides?.active?.images).toMatchObject([{ container: 'web' }]);
  });

  it('keep the rejected revision in the preview after an abort', () => {
    const { active, preview } = seen('blue-green-abort', 'aborted').sides ?? {};
    expect([active?.hash, preview?.hash]).toEqual([first, second]);
  });

  it('are none of a canary, whose status has an empty blueGreen', () => {
    expect(moment('release', 'gate').rollout.status?.blueGreen).toEqual({});
    expect(seen('release', 'gate').sides).toBeUndefined();
  });

  it('have no weight and no steps', () => {
    expect(seen('blue-green', 'gate')).toMatchObject({ weight: {}, steps: [] });
    expect(seen('blue-green', 'gate').step).toBeUndefined();
  });
});

describe('the pause of a blueGreen', () => {
  it.each<[string, RawBlueGreen, string]>([
    ['waits for somebody with autoPromotionEnabled: false', { autoPromotionEnabled: false }, 'gate'],
    [
      'waits for somebody then, also where there are seconds, which the controller does not look at',
      { autoPromotionEnabled: false, autoPromotionSeconds: 2 },
      'gate',
    ],
    ['ends by itself where there are seconds', { autoPromotionSeconds: 3 }, 'timed'],
    [
      'ends by itself where there are seconds and it is enabled',
      { autoPromotionEnabled: true, autoPromotionSeconds: 3 },
      'timed',
    ],
  ])('%s', (_, blueGreen, kind) => {
    expect(paused(blueGreen).pauses.map((pause) => pause.kind)).toEqual([kind]);
  });

  it('ends so many seconds after it began, by the clock of the cluster', () => {
    const [pause] = paused({ autoPromotionSeconds: 3 }).pauses;
    expect(pause?.until).toBe(Date.parse(pause?.since ?? '') + 3_000);
  });

  it('stays under a hold, beside it', () => {
    const held = seen('blue-green-timed', 'held in the timed pause');
    expect(held.message).toBe('manually paused');
    expect(held.pauses.map(({ kind }) => kind)).toEqual(['timed', 'manual']);
  });
});

describe('the gate of a blueGreen', () => {
  const unproven = (what: string): string | undefined => seen('blue-green-abort', what).unproven;

  it('proves its pre-promotion analysis only when that is Successful', () => {
    expect(unproven('gate')).toBeUndefined();
    expect(unproven('gate of the retry before its analysis')).toContain('is about to begin');
    expect(unproven('gate of the retry, its analysis is running')).toContain('is Running');
    expect(unproven('gate of the retry')).toBeUndefined();
  });

  it('is measured while that runs', () => {
    const measuring = (what: string): boolean => seen('blue-green-abort', what).measuring;
    expect(measuring('gate of the retry before its analysis')).toBe(true);
    expect(measuring('gate of the retry, its analysis is running')).toBe(true);
    expect(measuring('gate of the retry')).toBe(false);
  });

  /** The gate with another status of its pre-promotion analysis. */
  const withPre = (pre: unknown): Observation => {
    const { rollout } = moment('blue-green', 'gate');
    const blueGreen = { ...rollout.status?.blueGreen, prePromotionAnalysisRunStatus: pre };
    const other = { ...rollout, status: { ...rollout.status, blueGreen } } as RawRollout;
    return observe(other, besideOf('blue-green', other));
  };
  const name = `web-${second}-2-pre`;

  it('proves nothing by an analysis that was ended early: that is called Successful, too', () => {
    const ended = { name, status: 'Successful', message: 'Run Terminated' };
    expect(withPre(ended).unproven).toContain('was ended before its measurements');
  });

  it('proves nothing by an analysis of another revision, or by none', () => {
    expect(withPre({ name: `web-${first}-1-pre`, status: 'Successful' }).unproven).toContain('has not begun');
    expect(withPre(undefined).unproven).toContain('has not begun');
  });

  it.each(['Failed', 'Error', 'Inconclusive', 'Pending'])('proves nothing by one that is %s', (status) => {
    expect(withPre({ name, status }).unproven).toContain(status);
  });

  it('proves nothing after a retry that keeps the old post-promotion analysis, which would follow', () => {
    const { rollout } = moment('blue-green-abort', 'gate of the retry');
    const { status: post } = moment('blue-green-abort', 'aborted by the controller').rollout;
    const { postPromotionAnalysisRunStatus } = post?.blueGreen ?? {};
    const gate = (kept: object): Observation => {
      const blueGreen = { ...rollout.status?.blueGreen, ...kept };
      const other: RawRollout = { ...rollout, status: { ...rollout.status, blueGreen } };
      return observe(other, besideOf('blue-green-abort', other));
    };
    expect(gate({}).unproven).toBeUndefined();
    expect(gate({ postPromotionAnalysisRunStatus }).unproven).toMatch(
      new RegExp(`^It was retried, and .* web-${second}-2-post \\(Failed\\)`),
    );
  });

  it('needs no proof where the strategy has no such analysis', () => {
    expect(seen('blue-green-timed', 'timed pause').unproven).toBeUndefined();
    expect(paused({ autoPromotionEnabled: false }).unproven).toBeUndefined();
  });

  it('of the third is told until the hash of the fourth is there, and is not current then', () => {
    const half = seen('blue-green', 'fourth image observed, hash and pause still of the third');
    expect(half.pauses.map(({ kind }) => kind)).toEqual(['gate']);
    expect(half.current).toBe(false);
    expect(seen('blue-green', 'the hash of the fourth')).toMatchObject({ current: true, pauses: [] });
  });
});

describe('the analyses of a blueGreen', () => {
  it('are told with their role and verdict', () => {
    expect(seen('blue-green', 'post-promotion analysis is running').analyses).toEqual([
      { name: `web-${second}-2-pre`, role: 'prePromotion', status: 'Successful', terminated: false },
      { name: `web-${second}-2-post`, role: 'postPromotion', status: 'Running', terminated: false },
    ]);
  });

  it('are waited for, before and behind the switch', () => {
    const measuring = (what: string): boolean => seen('blue-green', what).measuring;
    expect(measuring('pre-promotion analysis begins')).toBe(true);
    expect(measuring('pre-promotion analysis is running')).toBe(true);
    expect(measuring('post-promotion analysis is running')).toBe(true);
    expect(measuring('Healthy on the new')).toBe(false);
  });

  it('that an abort ended are no verdict, whatever they are called', () => {
    const { analyses } = seen('blue-green-abort', 'aborted after the switch, its analysis terminated');
    expect(analyses.find(({ role }) => role === 'postPromotion')).toMatchObject({
      status: 'Successful',
      terminated: true,
    });
  });

  it('are progress: the release moves as they do', () => {
    const stages = story('blue-green').objects.map(({ what }) => seen('blue-green', what).progress.stage);
    expect(new Set(stages).size).toBeGreaterThanOrEqual(9);
  });
});

describe('an analysis of another revision', () => {
  /** A blueGreen with the analysis of another revision still in its status. */
  const stale = (name: string, what: string): Observation => {
    const { rollout } = moment('blue-green', what);
    const old = { name: `web-${first}-1-${name}`, status: 'Running' };
    const blueGreen = { ...rollout.status?.blueGreen, [`${name}PromotionAnalysisRunStatus`]: old };
    const other = { ...rollout, status: { ...rollout.status, blueGreen } } as RawRollout;
    return observe(other, besideOf('blue-green', other));
  };

  it('is not waited for', () => {
    expect(stale('pre', 'preview ready').measuring).toBe(false);
    expect(stale('post', 'promoted, not switched yet').measuring).toBe(false);
  });

  it('says nothing of a retry', () => {
    expect(stale('post', 'promoted, not switched yet').untested).toBeUndefined();
  });
});

describe('a retry of a blueGreen', () => {
  const untested = (what: string): string | undefined => seen('blue-green-abort', what).untested;

  it('before the switch is a new test', () => {
    expect(untested('aborted')).toBeUndefined();
    expect(untested('gate of the retry')).toBeUndefined();
  });

  it('behind the switch would take the old analysis for a new one, failed or ended early', () => {
    expect(untested('aborted by the controller')).toContain(`web-${second}-2-post (Failed)`);
    expect(untested('aborted after the switch')).toContain(`web-${second}-4-post`);
    expect(untested('aborted after the switch, its analysis terminated')).toContain('(ended early)');
  });

  it('is a new test again when the stable template was set back: that forgets the analysis', () => {
    expect(untested('stable template set back')).toBeUndefined();
    expect(untested('gate of the rejected image')).toBeUndefined();
  });
});

describe('a blueGreen is settled', () => {
  it('as aborted only when its Service is back: the phase says so 24 ms before', () => {
    const early = seen('blue-green-abort', 'aborted by the controller, traffic still on the new');
    expect(early).toMatchObject({ phase: 'Degraded', aborted: { by: 'controller' } });
    expect(early.settled).toBeUndefined();
    expect(seen('blue-green-abort', 'aborted by the controller').settled).toBe('aborted');
  });

  it('as aborted with the pods of the preview still there: they have no traffic', () => {
    const { rollout } = moment('blue-green-abort', 'aborted');
    expect(rollout.status?.updatedReplicas).toBeGreaterThan(0);
    expect(seen('blue-green-abort', 'aborted').settled).toBe('aborted');
  });

  it('as healthy when the new revision is stable, though the old pods are still there', () => {
    expect(seen('blue-green', 'switched, post-promotion analysis not begun').settled).toBeUndefined();
    expect(seen('blue-green', 'Healthy on the new, old pods still there').settled).toBe('healthy');
  });

  it('as healthy in the very write that brings the stable template back', () => {
    expect(seen('blue-green-abort', 'stable template set back')).toMatchObject({
      settled: 'healthy',
      current: true,
    });
  });
});
