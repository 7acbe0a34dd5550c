import { describe, expect, it } from '@jest/globals';
import { octokitOf } from './octokit.ts';
import { token } from './server.ts';
import { useGitHub } from './use-github.ts';

const pull = { owner: 'acme', repo: 'shop', issue_number: 7 };

describe('a long list', () => {
  const github = useGitHub({ basePath: '/api/v3' });

  function write(count: number): void {
    const repository = github().repository('acme/shop');
    repository.issues.add(7);
    for (let made = 1; made <= count; made += 1) repository.addComment(7, 'jane', `comment ${String(made)}`);
  }

  it('is in pages of 30 that link to each other, and no page has more than 100', async () => {
    write(205);
    const { rest } = octokitOf(github());
    const first = await rest.issues.listComments(pull);
    expect(first.data).toHaveLength(30);
    const at = (page: number): string =>
      `<${github().url}/repos/acme/shop/issues/7/comments?page=${String(page)}>`;
    expect(first.headers.link).toBe(`${at(2)}; rel="next", ${at(7)}; rel="last"`);
    const third = await rest.issues.listComments({ ...pull, page: 3 });
    expect(third.headers.link).toBe(
      `${at(2)}; rel="prev", ${at(4)}; rel="next", ${at(7)}; rel="last", ${at(1)}; rel="first"`,
    );
    expect((await rest.issues.listComments({ ...pull, per_page: 1000 })).data).toHaveLength(100);
    expect((await rest.issues.listComments({ ...pull, page: 9 })).data).toEqual([]);
  });

  it('comes whole to a client that follows the links', async () => {
    write(205);
    const { paginate, rest } = octokitOf(github());
    const all = await paginate(rest.issues.listComments, { ...pull, per_page: 100 });
    expect(all.map(({ body }) => body)).toEqual(
      Array.from({ length: 205 }, (_, at) => `comment ${String(at + 1)}`),
    );
    expect(github().asked('issues/list-comments')).toHaveLength(3);
  });

  it('has no links on its only page', async () => {
    write(30);
    const { headers } = await octokitOf(github()).rest.issues.listComments(pull);
    expect(headers.link).toBeUndefined();
  });
});

describe('what has not changed', () => {
  const github = useGitHub();

  it('is answered 304 to whoever has it, which costs nothing, and anew when it changes', async () => {
    const repository = github().repository('acme/shop');
    repository.issues.add(7);
    const comment = repository.addComment(7, 'jane', 'before');
    const get = (etag = ''): Promise<Response> =>
      fetch(`${github().url}/repos/acme/shop/issues/comments/${String(comment.id)}`, {
        headers: { authorization: `Bearer ${token}`, 'if-none-match': etag },
      });
    const first = await get();
    const etag = first.headers.get('etag') ?? '';
    const again = await get(etag);
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
    expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
    comment.body = 'after';
    const changed = await get(etag);
    expect([changed.status, ((await changed.json()) as { body: string }).body]).toEqual([200, 'after']);
  });
});
