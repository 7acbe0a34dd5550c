import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import {
  type Timed,
  allowed,
  decisionAfter,
  loses,
  looks,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { again, begun, gate, healthyAfter, invalid, look } from './looks.ts';

const plan = planOf({ operation: 'follow', images: [], onFailure: 'abort', onTimeout: 'abort' });

function decides(...events: readonly Timed[]): string {
  return phrase(decisionAfter(plan, [allowed, ...events]));
}

/** What a look at the pods says of an image that is not there. */
function doomed(ready: number, final = true): Parameters<typeof looks>[2] {
  const pods = { affected: 1, ready, total: 1 };
  const problem = 'web: the image is not there';
  return { diagnoses: [{ problem, evidence: [], advice: 'Push it.', cause: 'image-pull', final, pods }] };
}

describe('the pods of a release that does not move are looked at', () => {
  it('3 s after it last moved', () => {
    expect(decisionAfter(plan, [allowed, sees(0, begun)])).toEqual({ do: 'wait', until: 3 * second });
    expect(decides(sees(0, begun), ticks(3 * second))).toBe('read pods');
  });

  it('again 10 s after the last look', () => {
    const looked = [sees(0, begun), looks(3 * second, begun)];
    expect(decisionAfter(plan, [allowed, ...looked])).toEqual({ do: 'wait', until: 13 * second });
    expect(decides(...looked, ticks(13 * second))).toBe('read pods');
  });

  it('3 s later when it has moved since: what was seen before is old', () => {
    const moved = { ...begun, progress: { ...begun.progress, height: begun.progress.height + 1 } };
    const events = [sees(0, begun), looks(3 * second, begun), sees(5 * second, moved)];
    expect(decisionAfter(plan, [allowed, ...events])).toEqual({ do: 'wait', until: 8 * second });
  });

  it('once at a time', () => {
    expect(decides(sees(0, begun), [3 * second, { type: 'reading', what: 'pods' }])).toBe('wait');
  });

  it.each<[string, Observation]>([
    ['at a pause', look('release', 'timed pause')],
    ['in an analysis', look('analysis-failed', 'analysis begins')],
    ['when its status is behind the spec', look('superseding', 'third image set, not observed')],
    ['when its spec is invalid', invalid],
    ['while it is being aborted', look('abort', 'abort asked, not acted on')],
    ['when it is aborted', { ...look('abort', 'aborted, pods gone'), aborting: true }],
  ])('but not %s', (_, now) => {
    expect(decides(sees(0, now), ticks(10 * second))).not.toBe('read pods');
  });

  it('but not while the API server is out of reach', () => {
    expect(decides(sees(0, begun), loses(second), ticks(10 * second))).toBe('wait');
  });

  it('not in the place of a decision: only beside a wait', () => {
    expect(decides(sees(0, begun), ticks(30 * minute))).toBe('request abort');
    expect(decides(sees(0, begun), sees(9 * second, healthyAfter))).toBe('healthy (completed)');
  });
});

describe('pods that cannot start end a release early', () => {
  const events = (...more: readonly Timed[]): readonly Timed[] => [sees(0, begun), ...more];

  it('after a grace of 60 s without progress, by on-failure, with the problem and the advice', () => {
    const looked = events(looks(59 * second, begun, doomed(0)));
    expect(decisionAfter(plan, [allowed, ...looked])).toEqual({ do: 'wait', until: 60 * second });
    const decision = decisionAfter(plan, [allowed, ...looked, ticks(60 * second)]);
    expect(decision).toMatchObject({ request: 'abort', because: 'cannot-start' });
    expect(decision).toMatchObject({ reason: expect.stringContaining('the image is not there') });
    expect(decision).toMatchObject({ reason: expect.stringContaining('Push it.') });
  });

  it('and not by on-timeout', () => {
    const calm = { ...plan, onFailure: 'stop', onTimeout: 'abort' } as const;
    const looked = [allowed, ...events(looks(60 * second, begun, doomed(0)))];
    expect(phrase(decisionAfter(calm, looked))).toBe('progressing (cannot-start)');
  });

  it.each<[string, readonly Timed[]]>([
    ['a pod is ready', events(looks(60 * second, begun, doomed(1)))],
    ['waiting may mend it', events(looks(60 * second, begun, doomed(0, false)))],
    [
      'it has moved since the look',
      events(
        looks(50 * second, begun, doomed(0)),
        sees(55 * second, { ...begun, progress: { stage: 'next', height: 1 } }),
        ticks(2 * minute),
      ),
    ],
    ['the look was at another candidate', events(looks(60 * second, other(), doomed(0)))],
  ])('not when %s', (_, seen) => {
    expect(decides(...seen)).not.toBe('request abort');
  });

  it('not under fail-fast: false, which waits for the timeout', () => {
    const patient = { ...plan, failFast: false };
    const looked = [allowed, ...events(looks(60 * second, begun, doomed(0)))];
    expect(phrase(decisionAfter(patient, looked))).toBe('wait');
  });

  it('not at a gate, where nothing waits for them', () => {
    expect(decides(sees(0, gate), looks(60 * second, gate, doomed(0)), sees(61 * second, again(gate)))).toBe(
      'paused (gate)',
    );
  });

  it('and a timeout says what is wrong with them, though waiting might have mended it', () => {
    const late = [...events(looks(29 * minute, begun, doomed(0, false))), ticks(30 * minute)];
    expect(decisionAfter(plan, [allowed, ...late])).toMatchObject({
      because: 'timed-out',
      reason: expect.stringContaining('the image is not there'),
    });
  });
});

/** A candidate that is not the one of the release. */
function other(): Observation {
  return { ...begun, guard: { ...begun.guard, hash: 'another' } };
}
