import { describe, expect, it } from '@jest/globals';
import { readRun, runAnnotations } from '../../src/ownership/run.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_ACTOR: 'jane',
};

function annotated(annotations: Readonly<Record<string, string>>): Parameters<typeof readRun>[0] {
  return { name: 'web', uid: 'u', resourceVersion: '1', annotations };
}

describe('what a run leaves on the object', () => {
  it('is its page, commit, actor and operation', () => {
    expect(runAnnotations(env, 'deploy')).toEqual({
      'rollout-conductor/run': 'https://github.com/acme/shop/actions/runs/7/attempts/2',
      'rollout-conductor/commit': env.GITHUB_SHA,
      'rollout-conductor/actor': 'jane',
      'rollout-conductor/operation': 'deploy',
    });
  });

  it.each(['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'])('is nothing without %s', (name) => {
    expect(runAnnotations({ ...env, [name]: undefined }, 'deploy')).toBeUndefined();
    expect(runAnnotations({ ...env, [name]: '' }, 'deploy')).toBeUndefined();
  });

  it('is read back as it was written', () => {
    expect(readRun(annotated(runAnnotations(env, 'abort') ?? {}))).toEqual({
      run: 'https://github.com/acme/shop/actions/runs/7/attempts/2',
      commit: env.GITHUB_SHA,
      actor: 'jane',
      operation: 'abort',
    });
  });
});

describe('annotations that somebody else wrote', () => {
  it.each([
    {},
    { 'rollout-conductor/run': 'javascript:alert(1)' },
    { 'rollout-conductor/run': 'https://a b' },
  ])('are no run: %j', (annotations) => {
    expect(readRun(annotated(annotations))).toBeUndefined();
  });

  it('are left out where they are no commit', () => {
    const annotations = { 'rollout-conductor/run': 'https://ci/7', 'rollout-conductor/commit': '<b>' };
    expect(readRun(annotated(annotations))).toEqual({ run: 'https://ci/7' });
  });
});
