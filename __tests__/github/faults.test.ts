import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { until } from '../../cluster/wait.ts';
import { failureOf, octokitOf } from './octokit.ts';
import { cut, lost, slow, stalled, startGitHub, status, torn, unanswered, unicorn } from './server.ts';
import { useGitHub } from './use-github.ts';

const pull = { owner: 'acme', repo: 'shop', issue_number: 7 };

describe('a fault', () => {
  const github = useGitHub();

  /** Bodies of the comments that are there. */
  function bodies(): readonly string[] {
    return github()
      .repository('acme/shop')
      .comments.map(({ body }) => body);
  }

  /** Tries to write a comment; `201`, or how it failed. */
  async function write(body: string, signal?: AbortSignal): Promise<string> {
    github().repository('acme/shop').issues.add(7);
    const request = { ...(signal && { signal }) };
    const writing = octokitOf(github()).rest.issues.createComment({ ...pull, body, request });
    return writing.then(
      (response) => String(response.status),
      () => failureOf(writing),
    );
  }

  it.each([401, 403, 404, 409, 410, 422, 429, 500, 503])(
    '%i comes once, and nothing is done',
    async (code) => {
      github().fails('issues/create-comment', status(code));
      expect(await write('first')).toMatch(new RegExp(`^${String(code)} `));
      expect(await write('second')).toBe('201');
      expect(bodies()).toEqual(['second']);
    },
  );

  it('may say something else, in a body and in headers', async () => {
    const headers = { 'retry-after': '7' };
    github().fails('issues/create-comment', status(403, { message: 'Slow down', headers }));
    const { rest } = octokitOf(github());
    const refused = await rest.issues.createComment({ ...pull, body: 'x' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      response: { headers, data: { message: 'Slow down', status: '403' } },
    });
  });

  it('may be a page in place of JSON', async () => {
    github().fails('issues/create-comment', unicorn(502));
    expect(await write('x')).toMatch(/^502 /);
  });

  it('comes at the third call, twice, and leaves other operations alone', async () => {
    github().fails('issues/create-comment', status(500), { call: 3, times: 2 });
    const seen = [];
    for (const body of ['1', '2', '3', '4', '5']) seen.push((await write(body)).slice(0, 3));
    expect(seen).toEqual(['201', '201', '500', '500', '201']);
    expect(bodies()).toEqual(['1', '2', '5']);
    github().fails('issues/create-comment', status(500));
    expect((await octokitOf(github()).rest.issues.listComments(pull)).status).toBe(200);
  });

  it('stays until GitHub recovers, on every operation', async () => {
    github().fails('any', status(503), { times: Infinity });
    expect([await write('1'), await write('2')]).toEqual([
      expect.stringMatching(/^503/),
      expect.stringMatching(/^503/),
    ]);
    github().recovers();
    expect(await write('3')).toBe('201');
  });

  it('cuts the connection before anything is done, or when it is done', async () => {
    github().fails('issues/create-comment', cut);
    github().fails('issues/create-comment', lost, { call: 2 });
    expect(await write('never there')).toMatch(/^500 /);
    expect(await write('there')).toMatch(/^500 /);
    expect(bodies()).toEqual(['there']);
    expect(
      github()
        .asked('issues/create-comment')
        .map((exchange) => exchange.status),
    ).toEqual([undefined, undefined]);
  });

  it('tears an answer in two, which octokit takes for an empty one', async () => {
    github().repository('acme/shop').issues.add(7);
    github().fails('issues/create-comment', torn);
    const { rest } = octokitOf(github());
    const { status: told, data } = await rest.issues.createComment({ ...pull, body: 'x' });
    expect([told, data, bodies()]).toEqual([201, '', ['x']]);
  });

  it.each([
    ['before anything is done', stalled, []],
    ['when it is done', unanswered, ['x']],
  ] as const)('stalls %s, until the client gives up', async (_, fault, left) => {
    github().fails('issues/create-comment', fault);
    const giveUp = new AbortController();
    const writing = write('x', giveUp.signal);
    await github().hears('issues/create-comment');
    giveUp.abort();
    expect(await writing).toMatch(/^500 /);
    expect(bodies()).toEqual(left);
  });

  it('makes an answer slow, and a server that closes waits for nobody', async () => {
    github().fails('issues/create-comment', slow(150));
    const before = performance.now();
    expect(await write('x')).toBe('201');
    expect(performance.now() - before).toBeGreaterThan(140);
    github().fails('issues/create-comment', slow(3_600_000));
    const writing = write('y');
    await github().hears('issues/create-comment', 2);
    await github().close();
    expect(await writing).toMatch(/^500 /);
  });
});

describe('a client that goes away in the middle of a request', () => {
  const github = useGitHub();

  it('has asked for nothing', async () => {
    const { hostname, port } = new URL(github().url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      'POST /repos/acme/shop/issues/7/comments HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{',
    );
    await until(async () => github().connections.size === 1, { what: 'the connection', deadline: 5_000 });
    socket.destroy();
    await until(async () => github().connections.size === 0, { what: 'its end', deadline: 5_000 });
    expect(github().exchanges).toEqual([]);
  });
});

describe('two servers', () => {
  it('know nothing of each other', async () => {
    const [one, other] = await Promise.all([startGitHub(), startGitHub({ basePath: '/api/v3' })]);
    one.repository('acme/shop').issues.add(7);
    one.fails('any', status(500), { times: Infinity });
    other.repository('acme/shop').issues.add(7);
    const { rest } = octokitOf(other);
    await rest.issues.createComment({ ...pull, body: 'x' });
    expect([one.exchanges.length, other.exchanges.length]).toEqual([0, 1]);
    expect(one.repository('acme/shop').comments).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });
});
