import { describe, expect, it } from '@jest/globals';
import { renderEntry } from '../../src/render/timeline.ts';
import { timelineOf } from '../fixtures/reports.ts';
import { allowed, decisionAfter, minute, planOf, second, sees, ticks } from '../fixtures/runs.ts';
import { begun, look } from './looks.ts';

const follow = planOf({ operation: 'follow', images: [] });
const behind = look('release', 'image set, not observed');
const told = (...events: Parameters<typeof timelineOf>[0]): readonly string[] =>
  timelineOf(events, follow)
    .filter(({ kind }) => kind === 'behind')
    .map(renderEntry);

describe('a controller that does not observe the newest spec', () => {
  it('is waited for, and told of after half a minute', () => {
    const events = [allowed, sees(second, behind)];
    expect(decisionAfter(follow, events)).toEqual({ do: 'wait', until: 31 * second });
    expect(told(...events, ticks(30 * second))).toEqual([]);
    expect(told(...events, ticks(31 * second))).toEqual([
      '  0:31  ! The controller has not observed the newest spec for 30s. ' +
        'Is it running? See: kubectl get pods -A -l app.kubernetes.io/name=argo-rollouts',
    ]);
  });

  it('is told of once, and again when it is behind again', () => {
    const once = [sees(0, behind), ticks(minute), ticks(2 * minute)];
    expect(told(...once)).toHaveLength(1);
    const again = [sees(3 * minute, begun), sees(4 * minute, behind), ticks(5 * minute)];
    expect(told(...once, ...again)).toHaveLength(2);
  });
});
