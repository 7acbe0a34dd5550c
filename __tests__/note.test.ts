import { describe, expect, it } from '@jest/globals';
import { noteOf, runIdentity } from '../src/note.ts';
import { seen } from './fixtures/stories.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '3',
  GITHUB_JOB: 'ship',
  GITHUB_ACTION: 'promote',
  GITHUB_SHA: 'c0ffee',
  GITHUB_ACTOR: 'jane',
};

describe('who runs this', () => {
  it('is the step of a run: the same in every attempt', () => {
    const { step, attempt } = runIdentity(env) ?? {};
    expect([step, attempt]).toEqual(['7/ship/promote', 3]);
    expect(runIdentity({ ...env, GITHUB_RUN_ATTEMPT: '4' })?.step).toBe(step);
    expect(runIdentity({ ...env, GITHUB_ACTION: 'promote_2' })?.step).not.toBe(step);
  });

  it.each(['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'])('is nobody without %s', (name) => {
    expect(runIdentity({ ...env, [name]: undefined })).toBeUndefined();
    expect(runIdentity({ ...env, [name]: '' })).toBeUndefined();
  });
});

describe('what a request leaves', () => {
  const run = runIdentity(env);
  if (run === undefined) throw new Error('There is no run.');
  const gate = seen('release', 'gate');

  it('is the state that it was decided on, by which a step that is run again knows its gate', () => {
    expect(noteOf({ operation: 'promote' }, run, gate, undefined)).toEqual({
      run: 'https://github.com/acme/web/actions/runs/7',
      step: '7/ship/promote',
      attempt: 3,
      commit: 'c0ffee',
      actor: 'jane',
      operation: 'promote',
      subject: '66c8458db7.1.tounhb',
    });
  });

  it('is the revision that a way back leads to', () => {
    expect(noteOf({ operation: 'rollback' }, run, gate, '6c97dff9fb').subject).toBe('6c97dff9fb');
  });
});
