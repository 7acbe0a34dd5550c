import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEvent } from '../../src/event-file.ts';
import { commitOf, type EventPayload, pullRequestOf, type WorkflowEvent } from '../../src/github/event.ts';
import { githubPlace } from '../../src/github/place.ts';
import { type Folder, makeFolder } from '../support/folder.ts';

const sha = 'a'.repeat(40);
const eventOf = (name: string, payload: EventPayload = {}, ref = 'refs/heads/main'): WorkflowEvent => ({
  ...{ name, payload, ref, sha },
  workflow: '',
});

describe('the pull request of an event', () => {
  it.each<[WorkflowEvent, object]>([
    [eventOf('pull_request', { pull_request: { number: 7 } }), { kind: 'number', number: 7 }],
    [eventOf('pull_request_target', { pull_request: { number: 7 } }), { kind: 'number', number: 7 }],
    [eventOf('issue_comment', { issue: { number: 7, pull_request: {} } }), { kind: 'number', number: 7 }],
    [eventOf('issue_comment', { issue: { number: 7 } }), { kind: 'none' }],
    [
      eventOf('merge_group', { merge_group: { head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${sha}` } }),
      { kind: 'number', number: 7 },
    ],
    [
      eventOf('workflow_run', { workflow_run: { head_sha: 'b', pull_requests: [{ number: 7 }] } }),
      { kind: 'number', number: 7 },
    ],
    [
      eventOf('workflow_run', { workflow_run: { head_sha: 'b', pull_requests: [] } }),
      { kind: 'commit', sha: 'b' },
    ],
    [eventOf('push'), { kind: 'commit', sha }],
    [eventOf('push', {}, 'refs/tags/v1'), { kind: 'none' }],
    [eventOf('workflow_dispatch', {}, 'refs/heads/a/b'), { kind: 'branch', branch: 'a/b' }],
    [eventOf('schedule'), { kind: 'none' }],
    [eventOf(''), { kind: 'none' }],
    [eventOf('pull_request'), { kind: 'none' }],
    [eventOf('pull_request', { pull_request: { number: '7' as unknown as number } }), { kind: 'none' }],
  ])('%j', (event, clue) => expect(pullRequestOf(event)).toMatchObject(clue));
});

describe('the commit of an event', () => {
  it.each([
    [eventOf('push'), sha],
    [eventOf('pull_request', { pull_request: { head: { sha: 'b' } } }), 'b'],
    [eventOf('workflow_run', { workflow_run: { head_sha: 'c' } }), 'c'],
  ])('%j', (event, commit) => expect(commitOf(event)).toBe(commit));
});

describe('the file of the event', () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await makeFolder();
  });
  afterAll(() => folder.remove());

  it('is read with what the runner says', async () => {
    const file = await folder.write('event.json', '{"pull_request":{"number":7}}');
    const env = {
      GITHUB_EVENT_PATH: file,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
    };
    expect(readEvent(env)).toEqual({
      event: {
        ...{ name: 'pull_request', sha: '', ref: '', workflow: 'deploy.yml' },
        payload: { pull_request: { number: 7 } },
      },
    });
  });

  it.each(['{"pull', '[', 'null', '"text"'])(
    'that holds %j is one thing to say, and no event',
    async (text) => {
      const file = await folder.write('broken.json', text);
      const { event, trouble } = readEvent({ GITHUB_EVENT_PATH: file });
      expect(event.payload).toEqual({});
      expect(trouble).toMatch(/^The event in GITHUB_EVENT_PATH could not be read: /);
    },
  );

  it('that is missing is said, and one that nobody names is not', () => {
    expect(readEvent({ GITHUB_EVENT_PATH: '/nowhere/event.json' }).trouble).toContain('ENOENT');
    expect(readEvent({}).trouble).toBeUndefined();
  });
});

describe('the place of a run on GitHub', () => {
  const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '7' };

  it('is that of the runner, with the token of the input before that of the variable', () => {
    const both = { ...env, 'INPUT_GITHUB-TOKEN': ' one ', GITHUB_TOKEN: 'two' };
    expect(githubPlace(both)).toEqual({
      ...{ owner: 'acme', repo: 'shop', token: 'one', apiUrl: 'https://api.github.com' },
      runUrl: 'https://github.com/acme/shop/actions/runs/7',
    });
    expect(githubPlace({ ...env, GITHUB_TOKEN: 'two' })?.token).toBe('two');
  });

  it('is that of a GitHub Enterprise Server where there is one', () => {
    const server = { GITHUB_API_URL: 'https://ghe.test/api/v3/', GITHUB_SERVER_URL: 'https://ghe.test' };
    expect(githubPlace({ ...env, ...server, GITHUB_TOKEN: 'x' })).toMatchObject({
      apiUrl: 'https://ghe.test/api/v3',
      runUrl: 'https://ghe.test/acme/shop/actions/runs/7',
    });
  });

  it('is none without a token or a repository', () => {
    expect([githubPlace(env), githubPlace({ GITHUB_TOKEN: 'x' })]).toEqual([undefined, undefined]);
  });
});
