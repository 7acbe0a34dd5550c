import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportInputs } from '../../../src/report-inputs.ts';
import { github as reporters } from '../../../src/reporters/index.ts';
import {
  cut,
  type GitHub,
  lost,
  stalled,
  startGitHub,
  status,
  torn,
  unanswered,
  unicorn,
} from '../../github/server.ts';
import type { Fault } from '../../github/faults.ts';
import type { OperationName } from '../../github/operations/index.ts';
import { reportOf } from '../../fixtures/reports.ts';
import { seen } from '../../fixtures/stories.ts';
import { settingOf, shopOf } from './setting.ts';

type Name = keyof typeof reporters;

const inputs: Partial<ReportInputs> = {
  commentAsked: true,
  commitStatus: 'rollout/web',
  deploymentEnvironment: 'production',
};

/** Every request of each reporter, in the order in which it sends them. */
const requests: Readonly<Record<Name, readonly OperationName[]>> = {
  pullRequest: [
    'repos/list-pull-requests-associated-with-commit',
    'users/get-authenticated',
    'issues/list-comments',
    'issues/create-comment',
    'issues/get-comment',
    'issues/update-comment',
  ],
  deploymentStatus: ['repos/list-deployments', 'repos/create-deployment', 'repos/create-deployment-status'],
  commitStatus: ['repos/create-commit-status'],
};

const faults: Readonly<Record<string, Fault>> = {
  '401': status(401),
  '403': status(403),
  '404': status(404),
  '409': status(409),
  '410': status(410),
  '422': status(422),
  '429': status(429, { headers: { 'retry-after': '60' } }),
  'secondary limit': status(403, { message: 'You have exceeded a secondary rate limit.' }),
  '500': status(500),
  '503': status(503),
  'a page for people': unicorn(502),
  'a cut connection': cut,
  'a cut answer': lost,
  'half an answer': torn,
  'a stalled connection': stalled,
  'no answer': unanswered,
};

const run = { candidate: '66c8458db7' };
const request = { kind: 'request', at: 0, request: 'deploy', reason: 'set web:2' } as const;
const live = reportOf({ run, timeline: [request] });
const later = reportOf({ run, timeline: [request], observation: seen('release', 'Healthy after') });
const ended = reportOf({
  ...later,
  ending: { ended: 'healthy', reason: 'completed', message: 'Done.', succeeded: true },
});

const servers: GitHub[] = [];
async function serve(): Promise<GitHub> {
  const github = await startGitHub();
  servers.push(github);
  return github;
}
beforeAll(() => import('@actions/github'));
afterEach(async () => {
  await Promise.all(servers.splice(0).map((github) => github.close()));
});

/** What GitHub shows at the end. */
function shownBy(github: GitHub): string {
  const { comments, deployments, statuses } = shopOf(github);
  return [
    ...comments.map(({ body }) => body.split('\n\n')[1] ?? ''),
    ...deployments.flatMap(({ statuses: all }) => all.at(-1)?.state ?? 'none'),
    ...statuses.slice(-1).map(({ state }) => state),
  ].join();
}

const delivered: Readonly<Record<Name, string>> = {
  pullRequest: '### ✔ rollout/web: healthy (completed)',
  deploymentStatus: 'success',
  commitStatus: 'success',
};

/** A run from its first report to its last, under a fault. */
async function runUnder(name: Name, operation: OperationName, fault: Fault, times: number) {
  const github = await serve();
  shopOf(github);
  github.fails(operation, fault, { times });
  const patience = 250;
  const { setting, said, lost: losses } = settingOf(github, { inputs, times: { patience } });
  const reporter = reporters[name](setting);
  if (reporter === undefined) throw new Error('It was not asked for.');
  reporter.update(live);
  reporter.update(later);
  const before = performance.now();
  await reporter.close(ended);
  const took = performance.now() - before;
  return { github, said, took, losses: losses() };
}

describe.each(Object.keys(reporters) as Name[])('the reporter %s', (name) => {
  it('delivers the last state of three, and says nothing', async () => {
    const github = await serve();
    shopOf(github);
    const { setting, said, lost: losses } = settingOf(github, { inputs });
    const reporter = reporters[name](setting);
    reporter?.update(live);
    reporter?.update(later);
    await reporter?.close(ended);
    expect(shownBy(github)).toBe(delivered[name]);
    expect([said, losses(), github.violations]).toEqual([[], 0, []]);
  });

  it('writes nothing more when nothing has changed', async () => {
    const github = await serve();
    shopOf(github);
    const reporter = reporters[name](settingOf(github, { inputs }).setting);
    reporter?.update(live);
    await github.hears(requests[name].find((one) => /create/.test(one)) ?? 'issues/create-comment');
    for (let i = 0; i < 5; i++) reporter?.update({ ...live, elapsed: i * 1_000 });
    await reporter?.close({ ...live, elapsed: 90_000 });
    const writes = github.exchanges.filter(({ method }) => method !== 'GET');
    expect(writes).toHaveLength(name === 'deploymentStatus' ? 2 : 1);
  });

  it('sends nothing of a run that was refused before it saw anything', async () => {
    const github = await serve();
    shopOf(github);
    const reporter = reporters[name](settingOf(github, { inputs }).setting);
    const {
      observation: _,
      where: __,
      ...blind
    } = reportOf({
      ending: { ended: 'refused', reason: 'bad-input', message: 'No.', succeeded: false },
    });
    reporter?.update(blind);
    await reporter?.close(blind);
    expect(github.exchanges).toEqual([]);
  });

  it.each(requests[name])(
    'under each fault at %s: ends in time, and tells or says what is lost',
    async (at) => {
      const cases = Object.entries(faults).flatMap(([what, fault]) =>
        [1, Infinity].map(async (times) => {
          const { github, said, took } = await runUnder(name, at, fault, times);
          const isTold = shownBy(github) === delivered[name];
          expect([what, times, github.violations]).toEqual([what, times, []]);
          expect([what, times, isTold || said.length > 0]).toEqual([what, times, true]);
          expect([what, times, said.length <= 1]).toEqual([what, times, true]);
          expect([what, times, took < 3_000]).toEqual([what, times, true]);
          expect(github.repository('acme/shop').comments.length).toBeLessThanOrEqual(1);
        }),
      );
      await Promise.all(cases);
    },
    30_000,
  );
});
