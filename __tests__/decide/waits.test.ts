import { describe, expect, it } from '@jest/globals';
import {
  type Timed,
  accepted,
  allowed,
  answers,
  asks,
  decisionAfter,
  hour,
  looks,
  loses,
  minute,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import type { Plan } from '../../src/plan.ts';
import { observe } from '../../src/targets/argo-rollout/observe.ts';
import { besideOf, moment } from '../fixtures/stories.ts';
import { look, plans } from './looks.ts';

const begun = look('release', 'the new hash, no pod yet');
const gate = look('release', 'gate');
const timed = look('release', 'timed pause');
const waits = planOf({ onPause: 'wait' });

/** When a run that only waits, and looks at its pods meanwhile, gives up. */
function endOf(plan: Plan, events: readonly Timed[]): number {
  let now = Math.max(...events.map(([at]) => at));
  let seen = events;
  for (;;) {
    const decision = decisionAfter(plan, [...seen, ticks(now)]);
    if (decision.do === 'wait') now = decision.until ?? Number.POSITIVE_INFINITY;
    else if (decision.do === 'read') seen = [...seen, looks(now, begun)];
    else return now;
    if (seen.length > 1_000) throw new Error('It never ends.');
  }
}

describe('a wait ends', () => {
  it('when a release has made no progress for the timeout', () => {
    expect(endOf(planOf(), [allowed, sees(minute, begun)])).toBe(31 * minute);
    expect(endOf(planOf({ timeout: 90 * second }), [allowed, sees(minute, begun)])).toBe(
      minute + 90 * second,
    );
  });

  it('with the step that did not move: it may wait for what no phase tells', () => {
    const stop = planOf({ onTimeout: 'stop' });
    const late = [looks(31 * minute, begun), ticks(31 * minute)];
    expect(decisionAfter(stop, [allowed, sees(0, begun), ...late])).toMatchObject({
      reason: 'timed-out',
      message: expect.stringMatching(
        /^There was no progress in 30m \(Progressing[^;]*; step 0 of 8: setWeight 20\)\./,
      ),
    });
    const { step: _, ...blueGreen } = begun;
    expect(decisionAfter(stop, [allowed, sees(0, blueGreen), ...late])).toMatchObject({
      message: expect.stringMatching(/^There was no progress in 30m \(Progressing[^;]*\)\./),
    });
  });

  it('at a gate under on-pause: wait, after pause-timeout, whatever the timeout is', () => {
    const plan = planOf({ onPause: 'wait', timeout: second, pauseTimeout: 2 * hour });
    expect(decisionAfter(plan, [allowed, sees(minute, gate)])).toEqual({
      do: 'wait',
      until: minute + 2 * hour,
    });
  });

  it('at a timed pause, when the controller is late by the timeout; it is never shortened', () => {
    expect(decisionAfter(planOf(), [allowed, sees(minute, timed)])).toEqual({
      do: 'wait',
      until: minute + 10 * second + 30 * minute,
    });
  });

  it('at a timed pause longer than the timeout, only after the pause', () => {
    const pauses = [
      { kind: 'timed', since: '2026-11-21T11:20:01Z', until: Date.parse('2026-11-21T15:20:01Z') },
    ] as const;
    const long = { ...timed, pauses };
    expect(decisionAfter(planOf(), [allowed, sees(0, long), ticks(4 * hour)])).toEqual({
      do: 'wait',
      until: 4 * hour + 30 * minute,
    });
  });

  it('when a request shows no effect for 30 s', async () => {
    const events = [
      allowed,
      sees(0, gate),
      asks(0, 'promote'),
      answers(second, await accepted('promote', gate)),
    ];
    expect(decisionAfter(planOf({ onPause: 'promote' }), events)).toEqual({ do: 'wait', until: 31 * second });
  });

  it('of a status that is behind the spec, after 10 s', () => {
    const plan = planOf({ operation: 'status', ...plans.status });
    const behind = look('superseding', 'third image set, not observed');
    expect(decisionAfter(plan, [allowed, sees(second, behind)])).toEqual({ do: 'wait', until: 10 * second });
    expect(decisionAfter(plan, [allowed, sees(second, behind), ticks(10 * second)])).toMatchObject({
      ended: 'progressing',
      reason: 'read',
      message: expect.stringContaining('The controller has not observed the newest spec yet.'),
    });
  });

  it('of an invalid spec, after a minute, or after a shorter timeout', () => {
    const invalid = look('invalid-spec', 'invalid');
    expect(decisionAfter(planOf(), [allowed, sees(second, invalid)])).toEqual({
      do: 'wait',
      until: second + minute,
    });
    expect(decisionAfter(planOf({ timeout: 20 * second }), [allowed, sees(second, invalid)])).toEqual({
      do: 'wait',
      until: 21 * second,
    });
    expect(decisionAfter(planOf(), [allowed, sees(second, invalid), ticks(hour)])).toMatchObject({
      message: expect.stringContaining(`${invalid.message}. The controller does nothing until`),
    });
  });

  it('of a controller that does not observe the spec, with the question whether it runs', () => {
    const behind = look('held-by-person', 'held, not observed');
    expect(
      decisionAfter(planOf(), [allowed, sees(0, begun), sees(second, behind), ticks(hour)]),
    ).toMatchObject({
      do: 'finish',
      reason: 'timed-out',
      message: expect.stringContaining('Is it running?'),
    });
  });
});

describe('no wait lies in the past, where the loop would spin and hear nothing any more:', () => {
  it('when nothing was seen for the timeout', () => {
    expect(decisionAfter(planOf(), [allowed, ticks(31 * minute)])).toMatchObject({ do: 'finish' });
  });

  it('when the permissions are still unknown after the timeout', () => {
    const plan = planOf({ timeout: second });
    expect(
      decisionAfter(plan, [sees(0, look('release', 'Healthy before')), ticks(2 * second)]),
    ).toMatchObject({
      do: 'finish',
    });
  });

  it('when a refused write is followed by nothing newer for the timeout', () => {
    const found = look('release', 'Healthy before');
    const events = [
      allowed,
      sees(0, found),
      asks(second, 'deploy'),
      answers(second, { kind: 'moved' }),
      ticks(31 * minute),
    ];
    expect(decisionAfter(planOf(), events)).toMatchObject({ do: 'finish' });
  });

  it('while the server is out of reach before anything was seen', () => {
    const decision = decisionAfter(planOf(), [allowed, loses(0), ticks(30 * minute)]);
    expect(decision).toMatchObject({ do: 'finish', ended: 'unknown', reason: 'unreachable' });
  });
});

describe('the clock of a release does not run', () => {
  it('while it is paused, however long that was', () => {
    const events = [
      allowed,
      sees(0, begun),
      sees(minute, gate),
      sees(10 * hour, look('release', 'promoted: next step')),
    ];
    expect(endOf(waits, events)).toBe(10 * hour + 30 * minute);
  });

  it('while it stood at a gate from which somebody else moved it when our time was up', () => {
    const events = [
      allowed,
      sees(0, gate),
      ticks(hour),
      asks(hour, 'abort'),
      answers(hour + second, { kind: 'moved' }),
    ];
    expect(decisionAfter(waits, events)).toMatchObject({ do: 'wait' });
  });

  it('while a timed pause lasts that is longer than any duration we would accept as an input', () => {
    const { rollout } = moment('release', 'timed pause');
    const steps = rollout.spec?.strategy?.canary?.steps?.map((step) =>
      step.pause?.duration === undefined ? step : { pause: { duration: '2500h' } },
    );
    const canary = { ...rollout.spec?.strategy?.canary, ...(steps && { steps }) };
    const slow = { ...rollout, spec: { ...rollout.spec, strategy: { canary } } };
    const long = observe(slow, besideOf('release', slow));
    expect(decisionAfter(planOf(), [allowed, sees(0, long), ticks(2 * hour)])).toMatchObject({ do: 'wait' });
  });

  it('while an analysis of a step runs', () => {
    const measuring = look('analysis-failed', 'analysis begins');
    const events = [allowed, sees(0, begun), sees(second, measuring), ticks(5 * hour)];
    expect(decisionAfter(planOf(), events)).toEqual({ do: 'wait' });
  });
});
