import { describe, expect, it } from '@jest/globals';
import type { Pending } from '../../src/model.ts';
import {
  accepted,
  allowed,
  answers,
  asks,
  decisionAfter,
  images,
  phrase,
  planOf,
  second,
  sees,
  webImage,
} from '../fixtures/runs.ts';
import { look } from './situations.ts';

describe('a deploy', () => {
  const before = look('release', 'Healthy before');

  it('sets the image in the container that a bare image means', () => {
    const decision = decisionAfter(planOf(), [allowed, sees(0, before)]);
    expect(decision).toEqual({
      do: 'request',
      request: 'deploy',
      reason: `set ${images.second}`,
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
