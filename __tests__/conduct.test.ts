import { describe, expect, it } from '@jest/globals';
import { conduct } from '../src/conduct.ts';
import { type Failure, failureOf } from '../src/failure.ts';
import { Inbox } from '../src/inbox.ts';
import type { Observation } from '../src/observation.ts';
import { idleClock } from './fixtures/idle-clock.ts';
import { moments, play } from './fixtures/play.ts';
import { phrase, planOf } from './fixtures/runs.ts';
import { stagedTarget } from './fixtures/staged-target.ts';
import { seen } from './fixtures/stories.ts';
import { endlessClock } from './support/fake-clock.ts';

const before = moments('release', 'Healthy before');
const toGate = moments('release', 'image set, not observed', 'the new hash, no pod yet', 'gate');
const toEnd = moments(
  'release',
  'promoted: pause gone, phase still Paused',
  'promoted: next step',
  'timed pause',
  'timed pause is over',
  'all steps done, one pod missing',
  'Healthy after',
);

describe('a run', () => {
  it('sets the image, passes the gate, and ends Healthy: two writes', async () => {
    const { ended, staged } = play(planOf({ onPause: 'promote' }), {
      begin: before,
      deploy: toGate,
      promote: toEnd,
    });
    const { end, facts } = await ended;
    expect(phrase(end)).toBe('healthy (completed)');
    expect(staged.arrived).toEqual(['deploy', 'promote']);
    expect(facts.effected.map(({ name }) => name)).toEqual(['deploy', 'promote']);
  });

  it('stops at the gate by default', async () => {
    const { ended, staged } = play(planOf(), { begin: before, deploy: toGate });
    expect(phrase((await ended).end)).toBe('paused (gate)');
    expect(staged.arrived).toEqual(['deploy']);
  });

  it('that was killed goes on where it was: the same step again sets no image twice', async () => {
    const { ended, staged } = play(planOf({ onPause: 'promote' }), {
      begin: moments('release', 'gate'),
      promote: toEnd,
    });
    expect(phrase((await ended).end)).toBe('healthy (completed)');
    expect(staged.arrived).toEqual(['promote']);
  });

  it('begins an aborted release again', async () => {
    const { ended, staged } = play(planOf(), {
      begin: moments('abort', 'aborted, pods gone'),
      retry: moments(
        'abort',
        'retry asked, not acted on',
        'retry: phase first',
        'retry: begun again',
        'gate again',
      ),
    });
    expect(phrase((await ended).end)).toBe('paused (gate)');
    expect(staged.arrived).toEqual(['retry']);
  });

  it('aborts, and waits until the traffic is back', async () => {
    const { ended, staged } = play(planOf({ operation: 'abort', images: [] }), {
      begin: moments('abort', 'gate'),
      abort: moments(
        'abort',
        'abort asked, not acted on',
        'aborted, canary pod still there',
        'aborted, pods gone',
      ),
    });
    const { end, facts } = await ended;
    expect(phrase(end)).toBe('aborted (requested)');
    expect(staged.arrived).toEqual(['abort']);
    expect(facts.observation?.replicas.updated).toBe(0);
  });

  it('leaves alone what somebody else took over', async () => {
    const { ended, staged } = play(planOf({ onPause: 'promote' }), {
      begin: before,
      deploy: [...toGate.slice(0, 2), ...moments('superseding', 'third image set, not observed')].map(asOne),
    });
    expect(phrase((await ended).end)).toBe('superseded (by-somebody)');
    expect(staged.arrived).toEqual(['deploy']);
  });

  it('in a dry run writes once, and stores nothing', async () => {
    const { ended, staged } = play(planOf({ dryRun: true }), { begin: before });
    expect(phrase((await ended).end)).toBe('planned (nothing-to-do)');
    expect(staged.arrived).toEqual(['deploy']);
  });

  it('ends when the target is deleted', async () => {
    const { ended } = play(planOf({ onPause: 'wait' }), {
      begin: [...moments('release', 'gate'), { kind: 'gone' }],
    });
    expect(phrase((await ended).end)).toBe('superseded (deleted)');
  });
});

/** The stories are of several clusters; in one run they are one object. */
function asOne(observation: Observation): Observation {
  return { ...observation, guard: { ...observation.guard, uid: seen('release', 'gate').guard.uid } };
}

describe('a cancel', () => {
  it('interrupts whatever is being waited for', async () => {
    const { ended, inbox, looked } = play(planOf({ onPause: 'wait' }), { begin: moments('release', 'gate') });
    await looked;
    inbox.put({ type: 'stop', signal: 'SIGINT' });
    expect(phrase((await ended).end)).toBe('paused (cancelled)');
  });

  it('leaves nothing behind that still watches', async () => {
    const clock = endlessClock();
    const { ended, inbox, staged } = play(planOf(), { begin: [] }, { clock });
    await clock.asleep;
    expect(staged.watched()).toBe(true);
    inbox.put({ type: 'stop', signal: 'SIGTERM' });
    expect(phrase((await ended).end)).toBe('unknown (cancelled)');
    await new Promise(setImmediate);
    expect(staged.watched()).toBe(false);
  });
});

describe('before the first write', () => {
  it('it is made sure that every write of the plan is allowed', async () => {
    const allowed = Promise.withResolvers<void>();
    const run = play(planOf(), { begin: before, deploy: toGate }, { check: () => allowed.promise });
    await run.looked;
    expect(run.staged.arrived).toEqual([]);
    allowed.resolve();
    expect(phrase((await run.ended).end)).toBe('paused (gate)');
  });

  it('a missing permission ends the run, and nothing was written', async () => {
    const check = (): Promise<never> => Promise.reject(new Error('patch rollouts/status is missing'));
    const { ended, staged } = play(planOf(), { begin: before }, { check });
    const { end } = await ended;
    expect(end.message).toContain('patch rollouts/status is missing');
    expect(staged.arrived).toEqual([]);
  });

  it('a run that finds nothing to do does not wait for the answer', async () => {
    const check = (): Promise<never> => new Promise(() => undefined);
    const { ended } = play(planOf(), { begin: moments('release', 'Healthy after') }, { check });
    expect(phrase((await ended).end)).toBe('unchanged (nothing-to-do)');
  });
});

describe('what is thrown ends the run', () => {
  it('by a request', async () => {
    const { ended } = play(planOf(), { begin: before }, { refuse: new Error('boom') });
    const { end } = await ended;
    expect(phrase(end)).toBe('unknown (failed)');
    expect(end.message).toContain('boom');
  });

  it('by the watch', async () => {
    const { target } = stagedTarget({});
    const broken = {
      ...target,
      async *observe() {
        yield { kind: 'lost', error: new Error('reset') } as const;
        throw new Error('boom');
      },
    };
    const { end } = await conduct({
      target: broken,
      plan: planOf(),
      inbox: new Inbox(),
      clock: endlessClock(),
      signal: new AbortController().signal,
      check: () => Promise.resolve(),
      measure: () => Promise.reject(new Error('no checks are measured here')),
      explain: (error): Failure => failureOf(error, undefined),
      onDecision: () => undefined,
    });
    expect(end.message).toContain('boom');
  });
});

describe('time', () => {
  it('a gate that nobody passes is aborted after its timeout, with one request', async () => {
    const clock = idleClock();
    const { ended, staged } = play(
      planOf({ onPause: 'wait', pauseTimeout: 60_000 }),
      {
        begin: moments('abort', 'gate'),
        abort: moments(
          'abort',
          'abort asked, not acted on',
          'aborted, canary pod still there',
          'aborted, pods gone',
        ),
      },
      { clock },
    );
    expect(phrase((await ended).end)).toBe('aborted (timed-out)');
    expect(staged.arrived).toEqual(['abort']);
  });

  it('a controller that does not act is asked three times, then named', async () => {
    const clock = idleClock();
    const { ended, staged } = play(
      planOf({ onPause: 'promote' }),
      { begin: moments('release', 'gate') },
      { clock },
    );
    const { end } = await ended;
    expect(phrase(end)).toBe('paused (ignored)');
    expect(end.message).toContain('Is it running?');
    expect(staged.arrived).toEqual(['promote', 'promote', 'promote']);
  });

  it('the run looks up at least once a minute, so that its log shows that it lives', async () => {
    const clock = idleClock();
    const { ended } = play(
      planOf({ timeout: 10 * 60_000 }),
      { begin: moments('release', 'gate').map(unpaused) },
      { clock },
    );
    await ended;
    expect(Math.max(...clock.slept)).toBeLessThanOrEqual(60_000);
    expect(clock.slept.length).toBeGreaterThanOrEqual(10);
  });
});

/** A release that stands still without a pause. */
function unpaused(observation: Observation): Observation {
  return { ...observation, pauses: [], phase: 'Progressing' };
}

describe('what is read beside watching', () => {
  const stuck = moments('release', 'gate').map(unpaused);
  const aMinute = planOf({ timeout: 60_000, onTimeout: 'stop' });

  it('the pods of a release that does not move, again and again, until it ends', async () => {
    const clock = idleClock();
    const { ended, staged } = play(aMinute, { begin: stuck }, { clock });
    expect(phrase((await ended).end)).toBe('progressing (timed-out)');
    expect(new Set(staged.read)).toEqual(new Set(['pods']));
    expect(staged.read.length).toBeGreaterThanOrEqual(5);
    expect(staged.read.length).toBeLessThanOrEqual(7);
  });

  it('pods that cannot be read do not end the run', async () => {
    const clock = idleClock();
    const { ended } = play(aMinute, { begin: stuck }, { clock, pods: new Error('forbidden') });
    const { end, facts } = await ended;
    expect(phrase(end)).toBe('progressing (timed-out)');
    expect(facts.pods?.notices).toEqual([expect.stringContaining('forbidden')]);
  });

  it('revisions that cannot be read end a rollback, and nothing was written', async () => {
    const plan = planOf({ operation: 'rollback', images: [] });
    const { ended, staged } = play(
      plan,
      { begin: moments('release', 'Healthy after') },
      { revisions: new Error('boom') },
    );
    const { end } = await ended;
    expect(end.message).toContain('boom');
    expect(staged).toMatchObject({ read: ['revisions'], arrived: [] });
  });

  it('nothing at all while the release moves as it should', async () => {
    const { ended, staged } = play(planOf(), { begin: before, deploy: toGate });
    await ended;
    expect(staged.read).toEqual([]);
  });
});

describe('a run of a newer operation', () => {
  it('goes back by policy, and ends rolled back', async () => {
    const { ended, staged } = play(planOf({ onFailure: 'rollback', onPause: 'promote' }), {
      begin: moments('blue-green', 'the new hash, preview not ready', 'gate'),
      promote: [
        ...moments('blue-green', 'promoted, not switched yet', 'post-promotion analysis is running'),
        ...moments('blue-green-abort', 'aborted by the controller').map(asBlueGreen),
      ],
      restore: moments('blue-green-abort', 'stable template set back').map(asBlueGreen),
    });
    expect(phrase((await ended).end)).toBe('rolled-back (by-controller)');
    expect(staged.arrived).toEqual(['promote', 'restore']);
  });

  it('deploys a rejected image by way of the stable template', async () => {
    const { ended, staged } = play(planOf(), {
      begin: moments('blue-green-abort', 'aborted again'),
      restore: moments('blue-green-abort', 'stable template set back'),
      deploy: moments('blue-green-abort', 'gate of the rejected image'),
    });
    expect(phrase((await ended).end)).toBe('paused (gate)');
    expect(staged.arrived).toEqual(['restore', 'deploy']);
  });

  it('lifts a hold, passes the gate, and sees the release to its end', async () => {
    const { ended, staged } = play(planOf({ operation: 'promote', images: [], expect: { kind: 'any' } }), {
      begin: moments('held-by-person', 'held at the gate'),
      resume: moments('held-by-person', 'resumed'),
      promote: moments('held-by-person', 'promoted in full, old pods still there', 'Healthy'),
    });
    expect(phrase((await ended).end)).toBe('healthy (completed)');
    expect(staged.arrived).toEqual(['resume', 'promote']);
  });

  it('that is cancelled does what on-cancel says, once, and ends', async () => {
    const { ended, inbox, staged, looked } = play(planOf({ onPause: 'wait', onCancel: 'pause' }), {
      begin: moments('held-by-person', 'gate'),
      pause: moments('held-by-person', 'held, not observed', 'held at the gate'),
    });
    await looked;
    inbox.put({ type: 'stop', signal: 'SIGINT' });
    expect(phrase((await ended).end)).toBe('paused (cancelled)');
    expect(staged.arrived).toEqual(['pause']);
  });

  it('does not send again what the server refused, before it has seen anything newer', async () => {
    const { target, arrived } = stagedTarget({ begin: moments('release', 'gate') });
    const clock = endlessClock();
    const inbox = new Inbox();
    const ended = conduct({
      target: {
        ...target,
        requests: {
          ...target.requests,
          promote: async () => {
            arrived.push('promote');
            return { kind: 'moved' };
          },
        },
      },
      plan: planOf({ onPause: 'promote' }),
      inbox,
      clock,
      signal: new AbortController().signal,
      check: () => Promise.resolve(),
      measure: () => Promise.reject(new Error('no checks are measured here')),
      explain: (error): Failure => failureOf(error, undefined),
      onDecision: (facts) => {
        if (facts.fruitless !== undefined) inbox.put({ type: 'stop', signal: 'SIGINT' });
        if (arrived.length > 3) throw new Error('It is sent again and again.');
      },
    });
    expect(phrase((await ended).end)).toBe('paused (cancelled)');
    expect(arrived).toEqual(['promote']);
  });
});

/** The stories of blueGreen are of two clusters; in one run they are one object that moves on. */
function asBlueGreen(observation: Observation): Observation {
  const { guard, version } = seen('blue-green', 'gate');
  return {
    ...observation,
    version: observation.version + version,
    guard: { ...observation.guard, uid: guard.uid },
  };
}
