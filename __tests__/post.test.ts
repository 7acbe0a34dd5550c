import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../src/plan.ts';
import { planPost } from '../src/post.ts';
import type { SavedState } from '../src/saved-state.ts';
import { stepEnvironment } from './fixtures/action.ts';

const killed: SavedState = { operation: 'deploy', wrote: true, candidate: '66c8458db7' };
const cancelled: SavedState = { ...killed, signal: 'SIGINT' };
const env = (policy: string, more = {}): Record<string, string> =>
  stepEnvironment({ target: 'rollout/web', image: 'web:2', 'on-cancel': policy, ...more });

function planned(saved: SavedState | undefined, policy: string, more = {}): Plan | undefined {
  return planPost(saved, env(policy, more))?.plan;
}

describe('the post step has nothing to do', () => {
  const ended = { ended: 'aborted', reason: 'cancelled', settled: true } as const;
  it.each<[string, SavedState | undefined, string]>([
    ['after a main step that saved nothing', undefined, 'abort'],
    [
      'after one that ended by itself',
      { ...killed, end: { ended: 'paused', reason: 'gate', settled: false } },
      'abort',
    ],
    ['after one that saw on-cancel to its end', { ...cancelled, end: ended }, 'abort'],
    [
      'after one that was to leave it',
      { ...cancelled, end: { ...ended, ended: 'paused', settled: false } },
      'stop',
    ],
    [
      'after one that was cancelled before there was a release',
      { operation: 'deploy', wrote: false, signal: 'SIGINT', end: { ...ended, settled: false } },
      'abort',
    ],
  ])('%s', (_, saved, policy) => expect(planned(saved, policy)).toBeUndefined());
});

describe('the post step of a cancelled main step', () => {
  it.each([
    ['abort', 'abort'],
    ['rollback', 'rollback'],
    ['pause', 'pause'],
    ['stop', 'status'],
  ])('has on-cancel: %s as its operation (%s)', (policy, operation) => {
    expect(planned(cancelled, policy)?.operation).toBe(operation);
  });

  it('goes on where main could not see the end', () => {
    const end = { ended: 'aborted', reason: 'cancelled', settled: false } as const;
    expect(planned({ ...cancelled, end }, 'abort')?.operation).toBe('abort');
  });

  it.each<[string, string, boolean, 'cancelled' | 'gate']>([
    ['which saw on-cancel to its end', 'abort', true, 'cancelled'],
    ['which was to leave it', 'stop', false, 'cancelled'],
    ['which came to another end first', 'abort', false, 'gate'],
  ])('%s tells how it was left where not everybody was told', (_, policy, settled, reason) => {
    const end = { ended: 'paused', reason, settled, untold: true } as const;
    const post = planPost({ ...cancelled, end }, env(policy));
    expect(post?.plan.operation).toBe('status');
    expect(post?.notices).toEqual([expect.stringContaining('was cancelled (SIGINT)')]);
  });

  it('acts on the release that main followed, and on no other', () => {
    const plan = planned(cancelled, 'abort');
    expect(plan).toMatchObject({ images: [], expect: { kind: 'state', hash: '66c8458db7' } });
  });

  it('knows a release that main never saw by the image that it deployed', () => {
    const plan = planned({ operation: 'deploy', wrote: true, signal: 'SIGINT' }, 'abort');
    expect(plan?.images).toEqual([{ image: 'web:2' }]);
    expect(plan?.expect).toBeUndefined();
  });

  it('goes back to the stable revision, straight, and never to one before it', () => {
    const inputs = { operation: 'rollback', revision: '3', 'rollback-steps': 'true' };
    const plan = planned({ ...cancelled, operation: 'rollback' }, 'rollback', inputs);
    expect(plan).toMatchObject({ operation: 'rollback', revision: 'stable', rollbackSteps: false });
  });

  it('follows no policy of its own, and ends before the runner ends it', () => {
    const typed = { 'on-failure': 'rollback', 'on-pause': 'promote', timeout: '3h' };
    expect(planned(cancelled, 'abort', typed)).toMatchObject({
      onPause: 'stop',
      onFailure: 'stop',
      onInconclusive: 'stop',
      onTimeout: 'stop',
      onCancel: 'stop',
      failFast: false,
      timeout: 240_000,
      cancelled: true,
    });
  });

  it('changes nothing where main was a dry run', () => {
    expect(planned(cancelled, 'abort', { 'dry-run': 'true' })?.operation).toBe('status');
  });
});

describe('the post step of a main step that was killed without a signal', () => {
  it('only looks, whatever on-cancel is, and requires nothing of what it finds', () => {
    const plan = planned({ operation: 'deploy', wrote: true }, 'abort');
    expect(plan).toMatchObject({ operation: 'status', images: [] });
    expect(plan?.expect).toBeUndefined();
  });

  it.each([
    [killed, 'The main step was killed; this is what it left behind.'],
    [
      cancelled,
      'The main step was cancelled (SIGINT) and ended before it could tell how; on-cancel: abort is seen to its end here.',
    ],
  ])('says why it is there', (saved, why) => expect(planPost(saved, env('abort'))?.why).toBe(why));
});

describe('the post step of a run with checks', () => {
  const background = '- { name: a, when: background, interval: 5s, provider: { web: { url: http://web } } }';

  it('holds what they guarded', () => {
    expect(planned(cancelled, '', { checks: background })?.operation).toBe('pause');
    expect(planned(cancelled, '')).toMatchObject({ operation: 'status' });
  });

  it('holds it, too, where their file or a variable is gone since: the main step found them valid', () => {
    expect(planned(cancelled, '', { checks: 'deploy/checks.yaml' })?.operation).toBe('pause');
    expect(planned(cancelled, '', { checks: background, args: 'a=$GONE' })?.operation).toBe('pause');
    expect(planned(cancelled, 'abort', { checks: 'deploy/checks.yaml' })?.operation).toBe('abort');
  });

  it('measures none of them itself', () => {
    expect(planned(cancelled, '', { checks: background })?.checks).toBeUndefined();
  });
});
