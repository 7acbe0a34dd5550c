import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../cluster/wait.ts';
import { github } from '../../src/checks/github.ts';
import type { Measured, Scene, Shown } from '../../src/checks/provider.ts';
import type { Clock } from '../../src/support/clock.ts';
import { startConnectProxy } from '../support/connect-proxy.ts';
import { endlessClock, fakeClock } from '../support/fake-clock.ts';
import { makeFolder } from '../support/folder.ts';
import { GithubServer } from './support/github-server.ts';
import { complaintsOf, specOf } from './support/parsing.ts';
import { sceneWith } from './support/scene.ts';

let server: GithubServer;
beforeEach(async () => {
  server = await new GithubServer().open();
});
afterEach(() => server.close());

const shown: Shown[] = [];
const never = new AbortController().signal;
function measure(
  raw: object,
  {
    env = {},
    clock = fakeClock(),
    signal = never,
  }: { env?: object; clock?: Clock; signal?: AbortSignal } = {},
): Promise<Measured> {
  shown.length = 0;
  const scene = sceneWith({ clock, env: { ...server.env, ...env } });
  return github.measure(specOf(github, raw), scene, signal, (now) => shown.push(now));
}

describe('a check run', () => {
  it.each([
    ['success', 'Successful'],
    ['neutral', 'Successful'],
    ['skipped', 'Successful'],
    ['failure', 'Failed'],
    ['timed_out', 'Failed'],
    ['cancelled', 'Failed'],
    ['action_required', 'Failed'],
    ['stale', 'Failed'],
    ['startup_failure', 'Failed'],
  ])('with the conclusion %s is %s', async (conclusion, verdict) => {
    server.checkRuns = [{ id: 1, name: 'e2e', status: 'completed', conclusion }];
    expect(await measure({ checkRun: 'e2e' })).toEqual({
      kind: 'verdict',
      verdict,
      value: conclusion,
      message: '',
      result: { status: 'completed', conclusion },
      query: 'check run "e2e" of acme/shop@abc',
      link: 'https://github.test/acme/shop/runs/1',
    });
  });

  it('is the one that was made last, wherever it stands in the list', async () => {
    const run = (id: number, conclusion: string) => ({
      id,
      name: 'e2e',
      status: 'completed' as const,
      conclusion,
    });
    server.checkRuns = [run(4, 'failure'), run(9, 'success'), run(7, 'failure')];
    expect(await measure({ checkRun: 'e2e' })).toMatchObject({ verdict: 'Successful' });
  });

  it('is found on the last of many pages', async () => {
    const older = Array.from({ length: 250 }, (_, id) => ({
      id,
      name: 'e2e',
      status: 'completed' as const,
      conclusion: 'failure',
    }));
    server.checkRuns = [...older, { id: 1_000, name: 'e2e', status: 'completed', conclusion: 'success' }];
    expect(await measure({ checkRun: 'e2e' })).toMatchObject({ verdict: 'Successful' });
    expect(server.asked).toHaveLength(3);
  });

  it('may be that of one app only', async () => {
    server.checkRuns = [
      { id: 1, name: 'test', status: 'completed', conclusion: 'success', app: 'circleci' },
      { id: 2, name: 'test', status: 'completed', conclusion: 'failure', app: 'github-actions' },
    ];
    expect(await measure({ checkRun: 'test', app: 'circleci' })).toMatchObject({ verdict: 'Successful' });
  });

  it('is waited for until it is done', async () => {
    const clock = fakeClock();
    server.before = (count) => {
      if (count > 2) server.checkRuns = [{ id: 1, name: 'e2e', status: 'in_progress' }];
      if (count > 3) server.checkRuns = [{ id: 1, name: 'e2e', status: 'completed', conclusion: 'success' }];
    };
    expect(await measure({ checkRun: 'e2e' }, { clock })).toMatchObject({ verdict: 'Successful' });
    expect(clock.slept).toEqual([10_000, 10_000]);
    expect(shown.at(-1)).toMatchObject({ link: 'https://github.test/acme/shop/runs/1' });
  });

  it('that is not done in time is Inconclusive, and tells how far it is', async () => {
    const clock = fakeClock();
    server.checkRuns = [{ id: 1, name: 'e2e', status: 'in_progress' }];
    expect(await measure({ checkRun: 'e2e', timeoutSeconds: 25 }, { clock })).toMatchObject({
      kind: 'verdict',
      verdict: 'Inconclusive',
      value: 'in_progress',
      message: 'the check run "e2e" is still in_progress after 25s',
    });
    expect(clock.slept).toEqual([10_000, 10_000, 5_000]);
  });

  it('that nobody has reported is Inconclusive, and tells which there are', async () => {
    server.checkRuns = [
      { id: 1, name: 'lint', status: 'completed', conclusion: 'success' },
      { id: 2, name: 'build', status: 'completed', conclusion: 'success' },
    ];
    const measured = await measure({ checkRun: 'e2e', timeoutSeconds: 0 });
    expect(measured).toMatchObject({
      verdict: 'Inconclusive',
      message: 'nobody has reported a check run "e2e"; there are: build, lint',
    });
    expect(measured).not.toHaveProperty('result');
  });
});

describe('a commit status', () => {
  it.each([
    ['success', 'Successful'],
    ['failure', 'Failed'],
    ['error', 'Failed'],
  ] as const)('in the state %s is %s', async (state, verdict) => {
    server.statuses = [{ context: 'ci/e2e', state }];
    expect(await measure({ status: 'ci/e2e' })).toMatchObject({
      verdict,
      value: state,
      result: { state },
      link: 'https://ci.test/ci/e2e',
    });
  });

  it('is the newest of its context', async () => {
    server.statuses = [
      ...Array.from({ length: 150 }, () => ({ context: 'other', state: 'failure' as const })),
      { context: 'ci/e2e', state: 'success' },
      { context: 'ci/e2e', state: 'pending' },
    ];
    expect(await measure({ status: 'ci/e2e' })).toMatchObject({ verdict: 'Successful' });
  });

  it('that is pending is waited for', async () => {
    server.statuses = [{ context: 'ci/e2e', state: 'pending' }];
    expect(await measure({ status: 'ci/e2e', timeoutSeconds: 10 })).toMatchObject({
      verdict: 'Inconclusive',
      message: 'the commit status "ci/e2e" is still pending after 10s',
    });
    expect(server.asked).toHaveLength(2);
  });
});

describe('the commit that is asked for', () => {
  it('is the head of a pull request, that of the run before, or the one of the run', async () => {
    const folder = await makeFolder();
    const refs = async (event: object): Promise<string> => {
      const env = {
        GITHUB_SHA: 'merge',
        GITHUB_EVENT_PATH: await folder.write('event.json', JSON.stringify(event)),
      };
      await measure({ checkRun: 'x', timeoutSeconds: 0 }, { env }).catch(() => undefined);
      return /commits\/([^/]+)/.exec(server.asked.at(-1) ?? '')?.[1] ?? '';
    };
    expect(await refs({ pull_request: { head: { sha: 'head' } } })).toBe('head');
    expect(await refs({ workflow_run: { head_sha: 'before' } })).toBe('before');
    expect(await refs({ head_commit: {} })).toBe('merge');
    await folder.remove();
  });

  it('is a branch where the check says so, also one with a slash', async () => {
    const measured = measure({ checkRun: 'x', ref: 'release/1.2', repository: 'acme/shop' });
    await expect(measured).rejects.toThrow(
      'there is no commit release/1.2 in acme/shop (HTTP 422: No commit found',
    );
    expect(server.asked[0]).toContain('/commits/release%2F1.2/check-runs?');
  });
});

describe('what GitHub refuses', () => {
  it.each([
    [401, {}, 'GitHub does not accept the token (HTTP 401: why): give another one as GITHUB_TOKEN'],
    [
      403,
      {},
      'the token may not read check runs of acme/shop (HTTP 403: why): give the job "permissions: checks: read"',
    ],
    [404, {}, 'there is no repository acme/shop for this token (HTTP 404: why)'],
    [502, {}, 'GitHub failed (HTTP 502: why)'],
    [418, {}, 'GitHub failed (HTTP 418: why)'],
    [429, { 'retry-after': '3600' }, 'GitHub answers no more requests for now (HTTP 429: why)'],
  ])('is told in words: %i', async (status, headers, message) => {
    server.odd = [{ status, headers, body: { message: 'why' } }];
    await expect(measure({ checkRun: 'e2e' })).rejects.toThrow(message);
  });

  it('names the permission of a commit status', async () => {
    server.odd = [{ status: 403, body: { message: 'Resource not accessible by integration' } }];
    await expect(measure({ status: 'x' })).rejects.toThrow('"permissions: statuses: read"');
  });

  it('is told for a page in place of an answer, and for a broken connection', async () => {
    server.odd = [{ status: 200, body: '<html>log in</html>' }, 'break'];
    await expect(measure({ checkRun: 'e2e' })).rejects.toThrow('an answer that no GitHub API gives');
    await expect(measure({ checkRun: 'e2e' })).rejects.toThrow(`GitHub was not reached at ${server.api}: `);
  });

  it('for too many requests is asked again when GitHub says', async () => {
    const clock = fakeClock();
    const reset = String(clock.now() / 1_000 + 90);
    server.checkRuns = [{ id: 1, name: 'e2e', status: 'completed', conclusion: 'success' }];
    server.odd = [
      {
        status: 403,
        headers: { 'retry-after': '7' },
        body: { message: 'You have exceeded a secondary rate limit' },
      },
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
        body: { message: 'no' },
      },
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
    ];
    expect(await measure({ checkRun: 'e2e' }, { clock })).toMatchObject({ verdict: 'Successful' });
    expect(clock.slept).toEqual([7_000, 83_000, 60_000]);
  });
});

describe('a runner behind a proxy', () => {
  it('asks through it, as the runner itself does', async () => {
    server.checkRuns = [{ id: 1, name: 'e2e', status: 'completed', conclusion: 'success' }];
    const proxy = await startConnectProxy();
    const api = server.api.replace('127.0.0.1', 'github.test');
    const spec = specOf(github, { checkRun: 'e2e' });
    const place = { apiUrl: api, token: 'gh-token', owner: 'acme', repo: 'shop', ref: 'abc' };
    // The client reads the environment of its own process, once.
    const program = `
      const { looking } = await import(${JSON.stringify(new URL('../../src/checks/github/look.ts', import.meta.url).href)});
      const look = await looking(${JSON.stringify(spec)}, ${JSON.stringify(place)});
      console.log(JSON.stringify(await look(new AbortController().signal, 0)));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      env: { GITHUB_API_URL: api, HTTP_PROXY: `http://127.0.0.1:${String(proxy.port)}` },
    });
    await proxy.close();
    expect(JSON.parse(stdout)).toMatchObject({ found: { word: 'success' } });
    expect(proxy.asked).toEqual([{ target: new URL(api).host, authorization: undefined }]);
  });
});

describe('a stopped round', () => {
  it('ends the request, and the wait for the next one', async () => {
    const stop = new AbortController();
    server.odd = ['silence'];
    const asking = measure({ checkRun: 'e2e' }, { signal: stop.signal });
    await until(async () => server.asked.length === 1, { what: 'a request', deadline: 5_000 });
    stop.abort(new Error('stopped'));
    await expect(asking).rejects.toThrow(/^stopped$/);

    const later = new AbortController();
    const clock = endlessClock();
    const waiting = measure({ checkRun: 'e2e' }, { signal: later.signal, clock });
    await clock.asleep;
    later.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow(/^stopped$/);
  });
});

describe('before the first write', () => {
  const verify = (raw: object, env: Scene['env'] = server.env): Promise<void> =>
    github.verify?.(specOf(github, raw), sceneWith({ env }), never) ?? Promise.resolve();

  it('is told what the workflow does not say', async () => {
    const without = (name: string): Scene['env'] => ({ ...server.env, [name]: '' });
    await expect(verify({ checkRun: 'x' }, without('GITHUB_TOKEN'))).rejects.toThrow('There is no token');
    await expect(verify({ checkRun: 'x' }, without('GITHUB_REPOSITORY'))).rejects.toThrow(
      'There is no repository',
    );
    await expect(verify({ checkRun: 'x' }, without('GITHUB_SHA'))).rejects.toThrow('There is no commit');
    expect(server.asked).toEqual([]);
  });

  it('is told that the token does not do', async () => {
    await expect(verify({ checkRun: 'x' }, { ...server.env, GITHUB_TOKEN: 'old' })).rejects.toThrow(
      'A check cannot ask GitHub: GitHub does not accept the token (HTTP 401: Bad credentials)',
    );
    await verify({ checkRun: 'x' }, { ...server.env, GITHUB_TOKEN: 'old', 'INPUT_GITHUB-TOKEN': 'gh-token' });
  });

  it('is not shown a token that no header can carry: of two lines, or with a letter that is none', async () => {
    for (const token of ['ghs_first\nghs_second', 'ghs_fi\u0000rst', 'ghs_first…']) {
      const failure: unknown = await verify({ checkRun: 'x' }, { ...server.env, GITHUB_TOKEN: token }).catch(
        (error: unknown) => error,
      );
      expect(String(failure)).toContain('There is no token of one line and plain letters');
      expect(String(failure)).not.toContain('ghs_');
    }
  });

  it('nothing is made of what may pass, and of a commit that only an arg knows', async () => {
    server.odd = [{ status: 502 }, 'break'];
    await verify({ checkRun: 'x' });
    await verify({ checkRun: 'x' });
    await verify({ checkRun: 'x', ref: 'sample' });
    expect(server.asked).toHaveLength(3);
  });
});

describe('what is wrong in a github check', () => {
  it.each<[string, unknown, string]>([
    ['nothing to ask for', {}, 'checkRun is missing (say the name of a check run, or `status: CONTEXT`)'],
    ['two things', { checkRun: 'a', status: 'b' }, 'status stands beside checkRun'],
    [
      'a repository without owner',
      { checkRun: 'a', repository: 'shop' },
      'repository is no repository (allowed: OWNER/NAME)',
    ],
    ['the app of a status', { status: 'a', app: 'x' }, 'app belongs to checkRun alone'],
    ['an unknown field', { checkRun: 'a', sha: 'x' }, 'sha is not a field that it has'],
  ])('is told: %s', (_, raw, told) => {
    expect(complaintsOf(github, raw)).toEqual([expect.stringContaining(told)]);
  });
});
