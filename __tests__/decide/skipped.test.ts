import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { KnownRevision } from '../../src/revisions.ts';
import {
  type Timed,
  allowed,
  decisionAfter,
  images,
  phrase,
  planOf,
  sees,
  webImage,
} from '../fixtures/runs.ts';
import { healthyBefore } from './looks.ts';

const within: Observation = { ...healthyBefore, rollbackWindow: true };

function revision(change: Partial<KnownRevision>): KnownRevision {
  return {
    hash: 'older',
    images: webImage(images.second),
    number: 2,
    created: '2026-11-21T10:00:00Z',
    stable: false,
    current: false,
    knownHealthy: false,
    knownAborted: true,
    ...change,
  };
}

const stable = revision({
  hash: 'stable',
  images: webImage(images.first),
  number: 3,
  created: '2026-11-21T11:00:00Z',
  stable: true,
  current: true,
  knownAborted: false,
});

/** What a deploy of the second image does when these revisions were read. */
function deploys(revisions: readonly KnownRevision[]): string {
  const read: Timed = [1, { type: 'revisions', revisions }];
  return phrase(decisionAfter(planOf(), [allowed, sees(0, within), read]));
}

describe('a deploy inside spec.rollbackWindow, where the controller skips the steps of what is older', () => {
  it('looks first at what was there before', () => {
    expect(phrase(decisionAfter(planOf(), [allowed, sees(0, within)]))).toBe('read revisions');
  });

  it('refuses an image that was aborted', () => {
    expect(deploys([stable, revision({})])).toBe('refused (does-not-fit)');
  });

  it.each<[string, KnownRevision]>([
    ['that was Healthy once, which is what the window is for', revision({ knownAborted: false })],
    [
      'that is newer than the stable one, and so goes through the steps',
      revision({ created: '2026-11-21T12:00:00Z' }),
    ],
    ['of which another one was aborted', revision({ images: webImage(images.third) })],
  ])('sets an image %s', (_, before) => {
    expect(deploys([stable, before])).toBe('request deploy');
  });

  it('reads nothing without the window', () => {
    expect(phrase(decisionAfter(planOf(), [allowed, sees(0, healthyBefore)]))).toBe('request deploy');
  });

  it('says what would happen, and how to go on', () => {
    const read: Timed = [1, { type: 'revisions', revisions: [stable, revision({})] }];
    expect(decisionAfter(planOf(), [allowed, sees(0, within), read])).toMatchObject({
      message:
        'ghcr.io/acme/web:1.1.0 was aborted before (revision 2), and is older than what users have. With spec.rollbackWindow the controller would ship it without any step or analysis. Nothing was changed. To try it again: build it anew, or delete its ReplicaSet (hash older) first.',
    });
  });
});
