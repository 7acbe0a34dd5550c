import { describe, expect, it } from '@jest/globals';
import { octokitOf } from './octokit.ts';
import { useGitHub } from './use-github.ts';

const pull = { owner: 'acme', repo: 'shop', issue_number: 7 };
const start = Date.UTC(2026, 0, 1);

describe('a rate limit', () => {
  let now = start;
  const github = useGitHub({ now: () => now });

  /** Status of one comment, and what the headers say of limits. */
  async function comment(): Promise<readonly [number, Readonly<Record<string, unknown>>]> {
    github().repository('acme/shop').issues.add(7);
    const { rest } = octokitOf(github());
    const made = await rest.issues.createComment({ ...pull, body: 'x' }).catch((error: unknown) => {
      const { response } = error as { response: { status: number; headers: Record<string, string> } };
      return response;
    });
    return [made.status, made.headers];
  }

  it('counts down with each request', async () => {
    const [, first] = await comment();
    const [, second] = await comment();
    expect([first['x-ratelimit-remaining'], second['x-ratelimit-remaining']]).toEqual(['999', '998']);
    expect(second).toMatchObject({ 'x-ratelimit-limit': '1000', 'x-ratelimit-used': '2' });
  });

  it('that is used up refuses everything with 403 until it is reset, and says when', async () => {
    github().limits.exhaust(90);
    const [refused, headers] = await comment();
    expect([refused, headers['x-ratelimit-remaining'], headers['retry-after']]).toEqual([
      403,
      '0',
      undefined,
    ]);
    expect(headers['x-ratelimit-reset']).toBe(String((now + 90_000) / 1000));
    now += 89_000;
    expect((await comment())[0]).toBe(403);
    now += 1_000;
    const [after, fresh] = await comment();
    expect([after, fresh['x-ratelimit-remaining']]).toEqual([201, '999']);
  });

  it.each([403, 429] as const)('that is secondary answers %i and counts retry-after down', async (status) => {
    github().limits.slowDown({ seconds: 60, status });
    const [first, headers] = await comment();
    expect([first, headers['retry-after'], headers['x-ratelimit-remaining']]).toEqual([status, '60', '999']);
    now += 45_000;
    expect((await comment())[1]['retry-after']).toBe('15');
    now += 15_000;
    expect((await comment())[0]).toBe(201);
    expect(github().repository('acme/shop').comments).toHaveLength(1);
  });

  it('that is secondary does not always say how long', async () => {
    github().limits.slowDown({ seconds: 60, retryAfter: false });
    const [status, headers] = await comment();
    expect([status, headers['retry-after']]).toEqual([403, undefined]);
  });

  it('stops whoever writes more than 80 times in a minute', async () => {
    for (let made = 0; made < 80; made += 1) expect((await comment())[0]).toBe(201);
    const [refused, headers] = await comment();
    expect([refused, headers['retry-after']]).toEqual([403, '60']);
  });
});
