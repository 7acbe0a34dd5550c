import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { OnBusy } from '../../src/policies.ts';
import {
  type Timed,
  allowed,
  decisionAfter,
  hour,
  images,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { again, begun, gate, healthyAfter, look } from './looks.ts';

const third = planOf({ images: [{ image: images.third }] });

function decides(onBusy: OnBusy, ...events: readonly Timed[]): string {
  return phrase(decisionAfter({ ...third, onBusy }, [allowed, ...events]));
}

describe('a deploy while another release is going on', () => {
  it('replaces it by default, at any moment, as Argo Rollouts does', () => {
    for (const now of [begun, gate, look('analysis-failed', 'analysis begins')]) {
      expect(decides('supersede', sees(0, now))).toBe('request deploy');
    }
  });

  it('under on-busy: fail is refused, and says what is going on and who changed it', () => {
    const changed = { manager: 'kubectl-edit', at: '2026-11-21T11:19:58Z' };
    const decision = decisionAfter({ ...third, onBusy: 'fail' }, [allowed, sees(0, { ...gate, changed })]);
    expect(phrase(decision)).toBe('refused (busy)');
    for (const part of [images.second, 'Paused: CanaryPauseStep', 'kubectl-edit', 'Nothing was changed.']) {
      expect(decision).toMatchObject({ message: expect.stringContaining(part) });
    }
  });

  it('under on-busy: wait waits until it is over, and sets the image then', () => {
    expect(decides('wait', sees(0, begun))).not.toBe('request deploy');
    expect(decides('wait', sees(0, gate))).toBe('wait');
    expect(decides('wait', sees(0, gate), sees(minute, healthyAfter))).toBe('request deploy');
    const over = look('abort', 'aborted, pods gone');
    expect(decides('wait', sees(0, gate), sees(minute, over))).toBe('request deploy');
  });

  it('under on-busy: wait is refused when the other makes no progress for the timeout', () => {
    const events = [sees(0, begun), ticks(30 * minute)];
    const decision = decisionAfter({ ...third, onBusy: 'wait' }, [allowed, ...events]);
    expect(phrase(decision)).toBe('refused (busy)');
    expect(decision).toMatchObject({ message: expect.stringContaining('There was no progress in 30m') });
  });

  it('under on-busy: wait is refused when the other stands at a pause for the pause-timeout', () => {
    const events = [sees(0, begun), sees(minute, gate)];
    expect(decides('wait', ...events, ticks(minute + hour - 1))).toBe('wait');
    expect(decides('wait', ...events, ticks(minute + hour))).toBe('refused (busy)');
  });

  it('under on-busy: wait waits for an analysis, however long it takes', () => {
    const measuring = look('analysis-failed', 'analysis begins');
    expect(decides('wait', sees(0, measuring), ticks(5 * hour))).toBe('wait');
    const judged = look('analysis-inconclusive', 'inconclusive');
    expect(decides('wait', sees(0, judged), ticks(5 * hour))).toBe('refused (busy)');
  });

  it('never writes on top of an abort that is on its way, whatever on-busy says', () => {
    const asked = look('abort', 'abort asked, not acted on');
    expect(decides('supersede', sees(0, asked))).toBe('wait');
    expect(decides('fail', sees(0, asked))).toBe('wait');
    const events = [sees(0, asked), sees(second, look('abort', 'aborted, canary pod still there'))];
    expect(decides('fail', ...events)).toBe('request deploy');
  });
});

describe('a target is not busy', () => {
  const calm: Readonly<Record<string, Observation>> = {
    'when it is Healthy': healthyAfter,
    'when its release was aborted': look('abort', 'aborted again'),
    'in its first creation, which is no release to wait for': look(
      'first-creation',
      'one of five pods ready',
    ),
  };

  it.each(Object.keys(calm))('%s', (name) => {
    const now = calm[name];
    if (now === undefined) throw new Error(`There is no "${name}".`);
    expect(decides('fail', sees(0, now))).toBe('request deploy');
  });

  it('with the very image that is to be deployed: that release is followed', () => {
    const same = planOf({ onBusy: 'fail' });
    expect(phrase(decisionAfter(same, [allowed, sees(0, gate), sees(second, again(gate))]))).toBe(
      'paused (gate)',
    );
  });
});
