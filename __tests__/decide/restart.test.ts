import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  allowed,
  carriesOut,
  decisionAfter,
  looks,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { decidedAt } from '../fixtures/writes.ts';
import { gate, healthyBefore, invalid, look } from './looks.ts';

const plan = planOf({ operation: 'restart', images: [] });

function decides(events: readonly Timed[], change: Partial<Plan> = {}): string {
  return phrase(decisionAfter({ ...plan, ...change }, [allowed, ...events]));
}

/** The API server keeps whole seconds, so it is the next one after it was asked for. */
const restartAt = new Date(Math.ceil(decidedAt / 1000) * 1000).toISOString().replace('.000Z', 'Z');
const older = new Date(decidedAt - 60_000).toISOString();
const newer = new Date(decidedAt + 1_000).toISOString();

/** A target whose restart was asked for, and how far the controller says it is. */
function restarted(change: { readonly done: boolean; readonly version: number }): Observation {
  const { done, version } = change;
  return { ...healthyBefore, restart: { at: restartAt, done }, version };
}

const begun = restarted({ done: false, version: 1e6 });
const called = restarted({ done: true, version: 2e6 });
const sent = [sees(0, healthyBefore), ...(await carriesOut(0, 'restart', healthyBefore, begun))];

describe('a restart', () => {
  it('is asked for wherever the target stands, by a person who typed it', () => {
    expect([healthyBefore, gate].map((now) => decides([sees(0, now)]))).toEqual([
      'request restart',
      'request restart',
    ]);
  });

  it('waits while the spec is not observed or invalid', () => {
    expect(decides([sees(0, look('superseding', 'third image set, not observed'))])).toBe('wait');
    expect(decides([sees(0, invalid)])).toBe('wait');
  });

  it('is refused where the candidate is not the one that is expected', () => {
    const other = { kind: 'state', state: 'c0ffee.1.-', hash: 'c0ffee' } as const;
    expect(decides([sees(0, healthyBefore)], { expect: other })).toBe('refused (does-not-fit)');
  });

  it('waits for the controller, and looks at no pod before that says it is done', () => {
    expect(decides(sent)).toBe('wait');
  });

  it('is not over when the controller says so and the phase is Healthy: the last pod was just deleted', () => {
    expect(called).toMatchObject({ phase: 'Healthy', settled: 'healthy' });
    expect(decides([...sent, sees(minute, called)])).toBe('read pods');
    expect(
      decides([
        ...sent,
        sees(minute, called),
        looks(minute, called, { live: { count: 5, wanted: 5, oldest: older } }),
      ]),
    ).toBe('wait');
  });

  it('is over when every pod is as new as the restart, and all are available', () => {
    const done = [
      ...sent,
      sees(minute, called),
      looks(minute, called, { live: { count: 5, wanted: 5, oldest: newer } }),
    ];
    expect(decisionAfter(plan, [allowed, ...done])).toMatchObject({
      ended: 'healthy',
      reason: 'requested',
      message: 'Every pod was replaced.',
    });
    const atOnce = [
      ...sent,
      sees(minute, called),
      looks(minute, called, { live: { count: 5, wanted: 5, oldest: restartAt } }),
    ];
    expect(decides(atOnce)).toBe('healthy (requested)');
  });

  it('is not over while a pod is missing, though none that is there is old', () => {
    const missing = { count: 4, wanted: 5, oldest: newer };
    expect(decides([...sent, sees(minute, called), looks(minute, called, { live: missing })])).toBe('wait');
  });

  it('of a Rollout without pods is over when the controller says so: there is none to wait for', () => {
    const { replicas } = called;
    const none: Observation = { ...called, replicas: { ...replicas, desired: 0, current: 0, available: 0 } };
    expect(decisionAfter(plan, [allowed, ...sent, sees(minute, none)])).toMatchObject({
      ended: 'healthy',
      reason: 'requested',
      message: 'There is no pod to replace (replicas: 0).',
    });
    const going: Observation = { ...none, replicas: { ...none.replicas, current: 1 } };
    expect(decides([...sent, sees(minute, going)])).toBe('read pods');
  });

  it('is not over while a new pod is not available', () => {
    const short = { ...called, replicas: { ...called.replicas, available: 4 } };
    const events = [
      ...sent,
      sees(minute, short),
      looks(minute, short, { live: { count: 5, wanted: 5, oldest: newer } }),
    ];
    expect(decides(events)).toBe('wait');
  });

  it('looks again each second, and at once when the target shows something newer', () => {
    const old = [
      ...sent,
      sees(minute, called),
      looks(minute, called, { live: { count: 5, wanted: 5, oldest: older } }),
    ];
    expect(decisionAfter(plan, [allowed, ...old])).toEqual({ do: 'wait', until: minute + second });
    expect(decides([...old, ticks(minute + second)])).toBe('read pods');
    const next = restarted({ done: true, version: 3e6 });
    expect(decides([...old, sees(minute + 1, next)])).toBe('read pods');
    expect(decides([...old, sees(minute + 1, next), [minute + 1, { type: 'reading', what: 'pods' }]])).toBe(
      'wait',
    );
  });

  it('believes the controller where the pods may not be read', () => {
    const blind = looks(minute, called, { notices: ['this needs the permission to list pods'] });
    const decision = decisionAfter(plan, [
      allowed,
      ...sent,
      sees(minute, called),
      blind,
      ticks(minute + second),
    ]);
    expect(phrase(decision)).toBe('healthy (requested)');
    expect(decision).toMatchObject({ message: expect.stringContaining('The controller says') });
  });

  it('ends as it stands: a gate is still a gate', async () => {
    const paused: Observation = { ...gate, restart: { at: restartAt, done: true }, version: 2e6 };
    const events = [
      sees(0, gate),
      ...(await carriesOut(0, 'restart', gate, paused)),
      looks(second, paused, { live: { count: 5, wanted: 5, oldest: newer } }),
    ];
    expect(decides(events)).toBe('paused (requested)');
  });

  it('that makes no progress ends after the timeout, while the pods are being read', () => {
    const late = [
      ...sent,
      sees(minute, called),
      looks(40 * minute, called, { live: { count: 5, wanted: 5, oldest: older } }),
      ticks(40 * minute + second),
    ];
    expect(decides(late)).toBe('read pods');
    expect(decides([...late, [40 * minute + second, { type: 'reading', what: 'pods' }]])).toBe(
      'healthy (timed-out)',
    );
  });

  it('gives way to a candidate that takes over meanwhile', () => {
    const other: Observation = { ...look('superseding', 'gate of the third'), version: 2e6 };
    expect(decides([...sent, sees(minute, other)])).toBe('superseded (by-somebody)');
  });
});

describe('a restart of a Rollout that takes its pods from a workload', () => {
  const before = look('workload-ref', 'Healthy');
  const next = look('workload-ref', 'the new hash');

  it('is a release with the same image, which is followed under the policies', async () => {
    const events = [sees(0, before), ...(await carriesOut(0, 'restart', before, next))];
    expect(decides(events)).toBe('wait');
    const stop = look('workload-ref', 'gate');
    expect(decides([...events, sees(minute, stop)])).toBe('paused (gate)');
    expect(decides([...events, sees(minute, stop)], { onPause: 'promote' })).toBe('request promote');
    const image = [{ image: 'ghcr.io/acme/web:1.0.0' }];
    expect(decides([...events, sees(minute, stop)], { images: image })).toBe('paused (gate)');
  });

  it('has not begun while the workload was edited and the status is of before', async () => {
    const moved = look('workload-ref', 'Deployment edited, revision moved, Healthy of before');
    const events = [sees(0, before), ...(await carriesOut(0, 'restart', before, moved))];
    expect(decides(events)).toBe('wait');
  });
});
