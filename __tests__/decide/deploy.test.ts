import { describe, expect, it } from '@jest/globals';
import type { Observation, Pending } from '../../src/observation.ts';
import {
  accepted,
  allowed,
  answers,
  asks,
  carriesOut,
  decisionAfter,
  images,
  minute,
  phrase,
  planOf,
  second,
  sees,
  webImage,
} from '../fixtures/runs.ts';
import { held, heldByUs, look } from './looks.ts';

describe('a deploy', () => {
  const before = look('release', 'Healthy before');

  it('sets the image in the container that a bare image means', () => {
    const decision = decisionAfter(planOf(), [allowed, sees(0, before)]);
    expect(decision).toEqual({
      do: 'request',
      request: 'deploy',
      reason: `set ${images.second}`,
      because: 'requested',
      images: webImage(images.second),
    });
  });

  it('of a third image supersedes the second at its gate, as Argo Rollouts does', () => {
    const plan = planOf({ images: [{ image: images.third }] });
    expect(phrase(decisionAfter(plan, [allowed, sees(0, look('superseding', 'gate of the second'))]))).toBe(
      'request deploy',
    );
  });

  it('of a third image after an abort is an edit, not a retry', () => {
    const plan = planOf({ images: [{ image: images.third }] });
    expect(phrase(decisionAfter(plan, [allowed, sees(0, look('abort', 'aborted again'))]))).toBe(
      'request deploy',
    );
  });

  it('does not write into a spec that is invalid', () => {
    const plan = planOf({ images: [{ image: images.third }] });
    expect(phrase(decisionAfter(plan, [allowed, sees(0, look('invalid-spec', 'invalid'))]))).toBe('wait');
  });

  it('advises a digest where the image is there already', () => {
    const decision = decisionAfter(planOf(), [allowed, sees(0, look('release', 'Healthy after'))]);
    expect(decision).toMatchObject({ message: expect.stringContaining('deploy it by digest') });
  });

  it('does not retry a release that is aborted while it follows: that is somebody’s answer', () => {
    const events = [
      allowed,
      sees(0, look('release', 'gate')),
      sees(second, look('abort', 'aborted, pods gone')),
    ];
    expect(phrase(decisionAfter(planOf({ onPause: 'wait' }), events))).toBe('aborted (by-somebody)');
  });

  it('retries only once: what the controller aborts again stays aborted', async () => {
    const aborted = look('analysis-failed', 'aborted by the controller');
    const events = [
      allowed,
      sees(0, aborted),
      asks(0, 'retry'),
      answers(0, await accepted('retry', aborted)),
      sees(second, look('abort', 'retry: begun again')),
      sees(2 * second, aborted),
    ];
    expect(phrase(decisionAfter(planOf(), events))).toBe('aborted (by-controller)');
  });

  it('is superseded where somebody edited the image after ours was accepted', async () => {
    const events = [
      allowed,
      sees(0, before),
      asks(0, 'deploy'),
      answers(0, await accepted('deploy', before, { images: webImage(images.second), resourceVersion: 1 })),
      sees(second, look('superseding', 'third image set, not observed')),
    ];
    expect(phrase(decisionAfter(planOf(), events))).toBe('superseded (by-somebody)');
  });

  it('in a dry run ends with what the server would have accepted', () => {
    const plan = planOf({ dryRun: true });
    const events = [allowed, sees(0, before)];
    expect(phrase(decisionAfter(plan, events))).toBe('request deploy');
    const pending: Pending = { patience: 0, effect: () => 'waiting' };
    const checked = [...events, asks(0, 'deploy', 'set it'), answers(0, { kind: 'accepted', pending })];
    expect(decisionAfter(plan, checked)).toMatchObject({
      ended: 'planned',
      message: expect.stringContaining('It would deploy (set it)'),
    });
  });
});

describe('a deploy of an image that was aborted before', () => {
  const failed = look('blue-green-abort', 'aborted again');
  const back = look('blue-green-abort', 'stable template set back');
  const revision = failed.guard.stable ?? '';
  const found = [allowed, sees(0, failed)];

  it('goes by way of the stable template where a retry would skip an analysis, and says why', () => {
    expect(decisionAfter(planOf(), found)).toMatchObject({
      request: 'restore',
      revision,
      because: 'requested',
      reason: expect.stringContaining('web-66c8458db7-2-post (Failed)'),
    });
    const ended = look('blue-green-abort', 'aborted after the switch, its analysis terminated');
    expect(decisionAfter(planOf(), [allowed, sees(0, ended)])).toMatchObject({
      request: 'restore',
      reason: expect.stringContaining('(ended early)'),
    });
  });

  it('sets the image again when the stable template is Healthy, and not before', async () => {
    const { settled, ...early } = back;
    const half: Observation = { ...early, phase: 'Progressing' };
    const began = [...found, ...(await carriesOut(0, 'restore', failed, half, { revision }))];
    expect(phrase(decisionAfter(planOf(), began))).toBe('wait');
    const whole: Observation = { ...early, ...(settled && { settled }), version: back.version + 1 };
    expect(decisionAfter(planOf(), [...began, sees(2 * second, whole)])).toMatchObject({
      request: 'deploy',
      images: webImage(images.second),
    });
  });

  it('follows it then under the policies, with the same hash as before', async () => {
    const gateAgain = look('blue-green-abort', 'gate of the rejected image');
    expect(gateAgain.guard.hash).toBe(failed.guard.hash);
    const events = [
      ...found,
      ...(await carriesOut(0, 'restore', failed, back, { revision })),
      ...(await carriesOut(2 * second, 'deploy', back, gateAgain, { images: webImage(images.second) })),
    ];
    expect(phrase(decisionAfter(planOf(), events))).toBe('paused (gate)');
    expect(phrase(decisionAfter(planOf({ onPause: 'promote' }), events))).toBe('request promote');
    const aborted = look('blue-green-abort', 'aborted after the switch');
    expect(phrase(decisionAfter(planOf(), [...events, sees(minute, aborted)]))).toBe('aborted (by-somebody)');
  });

  it('gives way to somebody who sets another image on that way', async () => {
    const other = look('blue-green', 'third image at its gate');
    const events = [...found, ...(await carriesOut(0, 'restore', failed, back, { revision }))];
    expect(phrase(decisionAfter(planOf(), [...events, sees(minute, { ...other, version: 1e6 })]))).toBe(
      'superseded (by-somebody)',
    );
  });

  it('is a plain retry where that makes every analysis again', () => {
    const early = look('blue-green-abort', 'aborted');
    expect(phrase(decisionAfter(planOf(), [allowed, sees(0, early)]))).toBe('request retry');
  });
});

describe('a deploy of what a cancelled run of this action holds', () => {
  const resumed = look('held-by-person', 'resumed');

  it('lifts that hold, and then follows', async () => {
    const found = [allowed, sees(0, heldByUs)];
    expect(phrase(decisionAfter(planOf(), found))).toBe('request resume');
    const lifted = [...found, ...(await carriesOut(0, 'resume', heldByUs, resumed))];
    expect(phrase(decisionAfter(planOf(), lifted))).toBe('paused (gate)');
    expect(phrase(decisionAfter(planOf({ onPause: 'promote' }), lifted))).toBe('request promote');
  });

  it('lifts it once: who holds it again means it', async () => {
    const lifted = [allowed, sees(0, heldByUs), ...(await carriesOut(0, 'resume', heldByUs, resumed))];
    const again_: Observation = { ...heldByUs, version: 1e6 };
    expect(phrase(decisionAfter(planOf(), [...lifted, sees(minute, again_)]))).toBe(
      'paused (held-by-person)',
    );
  });

  it('leaves the hold of a person alone', () => {
    expect(phrase(decisionAfter(planOf(), [allowed, sees(0, held)]))).toBe('paused (held-by-person)');
  });

  it('with another image sets that at once: the write lifts the hold with it', () => {
    const third = planOf({ images: [{ image: images.third }] });
    expect(phrase(decisionAfter(third, [allowed, sees(0, heldByUs)]))).toBe('request deploy');
  });

  it('retries it after that where it was aborted as well', async () => {
    const both = {
      ...look('abort', 'aborted, pods gone'),
      pauses: [{ kind: 'manual', ours: true }],
    } as const;
    const free = { ...look('abort', 'aborted again'), version: 1e6 };
    const events = [allowed, sees(0, both), ...(await carriesOut(0, 'resume', both, free))];
    expect(phrase(decisionAfter(planOf(), events))).toBe('request retry');
  });

  it('lifts it also where the template is in a workload, whose write cannot', async () => {
    const before = look('workload-ref', 'Healthy');
    const heldBefore: Observation = { ...before, phase: 'Paused', pauses: [{ kind: 'manual', ours: true }] };
    const next = look('workload-ref', 'the new hash');
    const heldNext: Observation = { ...next, phase: 'Paused', pauses: heldBefore.pauses };
    const sent = await carriesOut(0, 'deploy', heldBefore, heldNext, { images: webImage(images.second) });
    expect(phrase(decisionAfter(planOf(), [allowed, sees(0, heldBefore), ...sent]))).toBe('request resume');
  });
});
