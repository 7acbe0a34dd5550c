import { beforeAll, describe, expect, it } from '@jest/globals';
import { formatMarker } from '../../../src/github/comments.ts';
import { pullRequestReporter } from '../../../src/reporters/pull-request.ts';
import type { Report } from '../../../src/report.ts';
import { forkToken, jobToken, personalToken, status, token as jobs } from '../../github/server.ts';
import { useGitHub } from '../../github/use-github.ts';
import { reportOf } from '../../fixtures/reports.ts';
import { settingOf, sha, type SettingShape, shopOf, type Told } from './setting.ts';

const github = useGitHub();
beforeAll(() => import('@actions/github'));

const began = Date.parse('2026-11-21T11:19:00Z');
const key = 'rollout/web shop prod';
const mine = (since: number, of = key): string => `${formatMarker({ key: of, since })}\n\nbefore`;
const paused = { ended: 'paused', reason: 'gate', message: 'It waits.', succeeded: true } as const;
const failed = { ended: 'aborted', reason: 'checks-failed', message: 'No.', succeeded: false } as const;

/** A run that ends with a report. */
async function tell(report: Report, shape?: SettingShape): Promise<Told> {
  const told = settingOf(github(), shape);
  const reporter = pullRequestReporter(told.setting);
  await reporter?.close(report);
  return told;
}

function bodies(): readonly string[] {
  return shopOf(github()).comments.map(({ body }) => body);
}

describe('the comment on the pull request', () => {
  it('is made once, and edited from then on, also by the next run', async () => {
    shopOf(github());
    const { links } = await tell(reportOf({ ending: paused }));
    await tell(reportOf({ startedAt: began + 60_000, ending: failed }), { run: 8 });
    const comments = shopOf(github()).comments;
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('aborted (checks-failed)');
    expect(comments[0]?.body).toContain('/actions/runs/8');
    expect(links).toEqual([`https://github.test/acme/shop/pull/7#issuecomment-${String(comments[0]?.id)}`]);
  });

  it('is found on the third page of a busy pull request', async () => {
    const shop = shopOf(github());
    for (let i = 0; i < 250; i++) shop.addComment(7, 'jane', `Comment ${String(i)}`);
    shop.addComment(7, 'github-actions[bot]', mine(began - 1));
    await tell(reportOf({ ending: paused }));
    expect(shop.comments).toHaveLength(251);
    expect(shop.comments.at(-1)?.body).toContain('paused (gate)');
  });

  it('of another key, and of somebody who copied the marker, is left alone', async () => {
    const shop = shopOf(github());
    shop.addComment(7, 'github-actions[bot]', mine(began - 1, 'rollout/api shop prod'));
    shop.addComment(7, 'jane', mine(began - 1));
    const before = bodies();
    await tell(reportOf({ ending: paused }));
    expect(bodies().slice(0, 2)).toEqual(before);
    expect(bodies()).toHaveLength(3);
  });

  it('written with a personal token is that of the person, and no bot’s', async () => {
    const shop = shopOf(github());
    github().tokens.set('ghp_jane', personalToken('jane'));
    shop.collaborators.set('jane', 'write');
    shop.addComment(7, 'github-actions[bot]', mine(began - 1));
    await tell(reportOf({ ending: paused }), { token: 'ghp_jane' });
    expect(shop.comments.map(({ login }) => login)).toEqual(['github-actions[bot]', 'jane']);
  });

  it('of a run that began later is never overwritten, and that is no warning', async () => {
    const shop = shopOf(github());
    shop.addComment(7, 'github-actions[bot]', mine(began + 1));
    const { said } = await tell(reportOf({ ending: paused }), { inputs: { commentAsked: true } });
    expect(bodies()).toEqual([mine(began + 1)]);
    expect(said).toEqual([
      'notice: The comment on the pull request is that of a later run, and was left to it.',
    ]);
  });

  it('is read before each write: a later run that takes it over in between keeps it', async () => {
    const shop = shopOf(github());
    const reporter = pullRequestReporter(settingOf(github()).setting);
    reporter?.update(reportOf());
    await github().hears('issues/create-comment');
    const [comment] = await waitForComments(1);
    if (comment !== undefined) comment.body = mine(began + 1);
    await reporter?.close(reportOf({ ending: failed }));
    expect(shop.comments.map(({ body }) => body)).toEqual([mine(began + 1)]);
  });

  it('that somebody deleted is made anew', async () => {
    const shop = shopOf(github());
    const reporter = pullRequestReporter(settingOf(github()).setting);
    reporter?.update(reportOf());
    await waitForComments(1);
    shop.comments.splice(0);
    await reporter?.close(reportOf({ ending: paused }));
    expect(bodies()).toEqual([expect.stringContaining('paused (gate)')]);
  });

  it('is one, also when two runs begin it at the same time', async () => {
    shopOf(github());
    const runs = [0, 1, 2].map((later) =>
      tell(reportOf({ startedAt: began + later, ending: paused }), { run: 10 + later }),
    );
    await Promise.all(runs);
    expect(bodies()).toEqual([expect.stringContaining(formatMarker({ key, since: began + 2 }))]);
  });

  it('of a run that saw nothing does not take the place of one that did', async () => {
    const shop = shopOf(github());
    shop.addComment(7, 'github-actions[bot]', mine(began - 1));
    const ending = { ended: 'unknown', reason: 'unreachable', message: 'No.', succeeded: false } as const;
    const { observation: _, ...blind } = reportOf({ ending });
    await tell(blind);
    expect(bodies()).toEqual([mine(began - 1)]);
  });

  it('is not written for comment: never, and for comment: failure only of a failure', async () => {
    shopOf(github());
    expect(
      pullRequestReporter(settingOf(github(), { inputs: { comment: 'never' } }).setting),
    ).toBeUndefined();
    const failure = { inputs: { comment: 'failure' } } as const;
    await tell(reportOf({ ending: paused }), failure);
    expect(bodies()).toEqual([]);
    await tell(reportOf({ ending: failed }), failure);
    expect(bodies()).toEqual([expect.stringContaining('aborted')]);
    // Green again: what failed does not stay there.
    await tell(reportOf({ startedAt: began + 1, ending: paused }), failure);
    expect(bodies()).toEqual([expect.stringContaining('paused (gate)')]);
  });

  it.each([
    ['notice', false],
    ['warning', true],
  ])('that may not be written is a %s, which names the permission', async (level, commentAsked) => {
    shopOf(github());
    github().tokens.set(jobs, jobToken({ pull_requests: 'read' }));
    const { said } = await tell(reportOf({ ending: paused }), { inputs: { commentAsked } });
    expect(said).toEqual([
      `${level}: The comment on the pull request could not be written: 403 Resource not accessible by integration. Give the job \`permissions: pull-requests: write\`; the token of a pull request from a fork only reads.`,
    ]);
  });

  it('of a fork is one thing to say, and nothing else', async () => {
    shopOf(github());
    github().tokens.set(jobs, forkToken());
    const { said } = await tell(reportOf({ ending: paused }), {
      event: { name: 'pull_request' },
      payload: { pull_request: { number: 7 } },
    });
    expect([said.length, bodies()]).toEqual([1, []]);
  });

  it('that is lost to a limit is said to be lost, and no request is sent before its time', async () => {
    shopOf(github());

    github().fails('any', status(429, { headers: { 'retry-after': '60' } }), { times: Infinity });
    const { said, lost } = await tell(reportOf({ ending: paused }));
    expect(said).toEqual([
      'notice: The comment on the pull request could not be written: 429 Too Many Requests. GitHub asked to be left alone for a while.',
    ]);
    expect([lost(), github().exchanges.length]).toEqual([1, 1]);
  });
});

describe('the pull request', () => {
  it.each<[string, SettingShape, number]>([
    ['that is named', { inputs: { pullRequest: 7 }, event: { name: 'schedule' } }, 1],
    ['that was merged as the pushed commit', {}, 1],
    ['of a dispatched branch', { event: { name: 'workflow_dispatch', ref: 'refs/heads/open' } }, 1],
    ['of no scheduled run', { event: { name: 'schedule' } }, 0],
    ['of no commit without one', { event: { sha: 'e'.repeat(40) } }, 0],
  ])('%s', async (_, shape, comments) => {
    const shop = shopOf(github());
    shop.pulls.push({ number: 9, branch: 'open', sha: sha.replace('0', '1'), state: 'open' });
    const { said } = await tell(reportOf({ ending: paused }), {
      ...shape,
      inputs: { commentAsked: true, ...shape.inputs },
    });
    expect(bodies()).toHaveLength(comments);
    expect(said).toHaveLength(1 - comments);
    if (comments === 0) expect(said[0]).toMatch(/^notice: There is no comment: .*Name a pull request/);
  });
});

/** The comments, as soon as there are so many. */
async function waitForComments(count: number) {
  const { comments } = shopOf(github());
  while (comments.length < count) await new Promise(setImmediate);
  return comments;
}
