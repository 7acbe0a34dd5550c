import { describe, expect, it } from '@jest/globals';
import { contract } from './contract.ts';
import { operations } from './operations/index.ts';
import { failureOf, octokitOf } from './octokit.ts';
import { type GitHub, token } from './server.ts';
import { useGitHub } from './use-github.ts';

const comments = '/repos/acme/shop/issues/7/comments';

/** Sends JSON as a job would; `headers` replace those. */
function post(github: GitHub, path: string, body: unknown, headers: object = {}): Promise<Response> {
  const standard = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(`${github.url}${path}`, {
    method: 'POST',
    headers: { ...standard, ...headers } as Record<string, string>,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('the slice of the description', () => {
  it('has the operations that the server answers, and no other', () => {
    expect(contract.map(({ id }) => id).toSorted()).toEqual(Object.keys(operations).toSorted());
  });
});

describe('a request that does not fit the contract', () => {
  const github = useGitHub();

  it.each([
    ['a field that GitHub does not know', comments, { body: 'x', text: 'x' }, ': text'],
    ['a missing field', comments, {}, "must have required property 'body'"],
    ['a field of another type', comments, { body: 7 }, 'body/body must be string'],
    ['no JSON', comments, '{"body":', 'body must be object'],
    [
      'an unknown word',
      '/repos/acme/shop/statuses/abc',
      { state: 'paused' },
      'body/state must be equal to one of',
    ],
    ['an unknown field inside', '/repos/acme/shop/check-runs', checkRun({ sumary: 'x' }), 'body/output'],
    [
      '51 annotations',
      '/repos/acme/shop/check-runs',
      checkRun({ annotations: annotations(51) }),
      'more than 50',
    ],
    [
      'a number that is none',
      '/repos/acme/shop/issues/seven/comments',
      { body: 'x' },
      'path/issue_number must be',
    ],
    [
      'an unknown part of the query',
      `${comments}?page_size=9`,
      { body: 'x' },
      'query must NOT have additional',
    ],
  ])('with %s is answered 422 and remembered', async (_, path, body, says) => {
    const repository = github().repository('acme/shop');
    repository.issues.add(7);
    const response = await post(github(), path, body);
    const { message, documentation_url: docs } = (await response.json()) as Record<string, string>;
    expect([response.status, message, docs]).toEqual([
      422,
      expect.stringContaining(says),
      expect.stringMatching(/^https:\/\/docs\.github\.com\/rest\//),
    ]);
    expect(github().violations.splice(0).join('\n')).toContain(says);
    expect([repository.comments, repository.statuses, repository.checkRuns]).toEqual([[], [], []]);
  });

  it.each([
    ['of another content type', { 'content-type': 'text/plain' }, 422, 'content type is "text/plain"'],
    ['without authorization', { authorization: '' }, 401, 'has no authorization'],
    ['with basic authorization', { authorization: 'Basic eDp5' }, 401, 'has no authorization'],
    ['that wants no JSON', { accept: 'text/html' }, 201, 'does not accept JSON'],
  ])('%s is remembered', async (_, headers, status, says) => {
    github().repository('acme/shop').issues.add(7);
    expect((await post(github(), comments, { body: 'x' }, headers)).status).toBe(status);
    expect(github().violations.splice(0)).toEqual([`POST ${comments}: ${says}`]);
  });

  it('is remembered though a fault answers it', async () => {
    const broken = { goes: 'answered', error: { status: 500, message: 'Server Error' } } as const;
    github().fails('issues/create-comment', broken);
    expect((await post(github(), comments, { text: 'x' })).status).toBe(500);
    expect(github().violations.splice(0)).toHaveLength(2);
  });

  it('is one for an operation that is not there, and for a path outside of the base', async () => {
    expect((await post(github(), '/repos/acme/shop/issues/7/labels', { labels: [] })).status).toBe(404);
    expect((await post(github(), '/graphql', { query: '{ viewer { login } }' })).status).toBe(404);
    expect(github().violations.splice(0)).toEqual([
      'POST /repos/acme/shop/issues/7/labels: is no operation of the contract',
      'POST /graphql: is no operation of the contract',
    ]);
  });
});

describe('an answer of the server', () => {
  const github = useGitHub();

  it('is held against the contract too', async () => {
    const repository = github().repository('acme/shop');
    // What no test should put there.
    repository.addStatus({
      sha: 'a'.repeat(40),
      state: 7 as unknown as string,
      context: 'ci',
      login: 'jane',
    });
    await octokitOf(github()).rest.repos.listCommitStatusesForRef({
      ...{ owner: 'acme', repo: 'shop' },
      ref: 'a'.repeat(40),
    });
    expect(github().violations.splice(0)).toEqual([
      expect.stringContaining('own answer 200/0/state must be string'),
    ]);
  });

  it('is found for a ref with a slash, as octokit encodes it and as it stands', async () => {
    const repository = github().repository('acme/shop');
    repository.refs.set('release/2', 'a'.repeat(40));
    const headers = { authorization: `token ${token}` };
    for (const ref of ['heads%2Frelease%2F2', 'heads/release/2']) {
      const response = await fetch(`${github().url}/repos/acme/shop/commits/${ref}/status`, { headers });
      expect([response.status, ((await response.json()) as { sha: string }).sha]).toEqual([
        200,
        'a'.repeat(40),
      ]);
    }
  });

  it('does not take the name of one repository for another', async () => {
    github().repository('acme/shop').issues.add(7);
    const { rest } = octokitOf(github());
    const other = { owner: 'acme', repo: 'shop2', issue_number: 7 };
    expect(await failureOf(rest.issues.listComments(other))).toBe('404 Not Found');
  });
});

function checkRun(output: object): object {
  const whole = { title: 'x', summary: 'x', ...output };
  return { name: 'rollout', head_sha: 'a'.repeat(40), output: whole };
}

function annotations(count: number): readonly object[] {
  const one = { path: 'action.yml', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'x' };
  return Array.from({ length: count }, () => one);
}
