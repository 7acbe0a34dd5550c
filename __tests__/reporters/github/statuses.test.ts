import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Ended, Reason } from '../../../src/ends.ts';
import { commitStatusReporter } from '../../../src/reporters/commit-status.ts';
import { deploymentStatusReporter } from '../../../src/reporters/deployment-status.ts';
import { remoteReporters } from '../../../src/reporters/index.ts';
import type { Report } from '../../../src/report.ts';
import { commitStateOf, deploymentStateOf, describeStatus } from '../../../src/render/status.ts';
import { jobToken, token as jobs } from '../../github/server.ts';
import { useGitHub } from '../../github/use-github.ts';
import { stepEnvironment } from '../../fixtures/action.ts';
import { reportOf } from '../../fixtures/reports.ts';
import { seen } from '../../fixtures/stories.ts';
import { settingOf, sha, shopOf } from './setting.ts';

const github = useGitHub();
beforeAll(() => import('@actions/github'));

const request = { kind: 'request', at: 0, request: 'deploy', reason: 'set web:2' } as const;
const inputs = { commitStatus: 'rollout/web', deploymentEnvironment: 'production' } as const;
const run = { candidate: '66c8458db7' };

function ended(word: Ended, reason: Reason, succeeded: boolean, change: Partial<Report> = {}): Report {
  const ending = { ended: word, reason, message: '', succeeded };
  return reportOf({ timeline: [request], run, ending, ...change });
}

describe('what an end is on GitHub', () => {
  it.each<[Ended, Reason, boolean, string, string]>([
    ['healthy', 'completed', true, 'success', 'success'],
    ['unchanged', 'nothing-to-do', true, 'success', 'success'],
    ['paused', 'gate', true, 'success', 'in_progress'],
    ['paused', 'inconclusive', false, 'failure', 'failure'],
    ['paused', 'cancelled', false, 'error', 'error'],
    ['progressing', 'read', true, 'pending', 'in_progress'],
    ['progressing', 'timed-out', false, 'failure', 'failure'],
    ['degraded', 'by-controller', false, 'failure', 'failure'],
    ['aborted', 'checks-failed', false, 'failure', 'failure'],
    ['aborted', 'requested', true, 'failure', 'inactive'],
    ['rolled-back', 'requested', true, 'failure', 'inactive'],
    ['superseded', 'by-somebody', false, 'failure', 'inactive'],
    ['refused', 'does-not-fit', false, 'error', 'error'],
    ['unknown', 'unreachable', false, 'error', 'error'],
  ])(
    '%s (%s): a commit status of %s makes %s, a deployment %s',
    (word, reason, succeeded, commit, deployment) => {
      const report = ended(word, reason, succeeded);
      expect([commitStateOf(report), deploymentStateOf(report)]).toEqual([commit, deployment]);
    },
  );

  it('is pending, and in progress, as long as there is none', () => {
    expect([commitStateOf(reportOf()), deploymentStateOf(reportOf())]).toEqual(['pending', 'in_progress']);
  });

  it('is told in at most 140 characters, with the steps and the weight', () => {
    expect(describeStatus(ended('paused', 'gate', true))).toBe('▰▱▱▱▱▱▱▱ step 1 of 8, paused at 20 %');
    const { step: _, ...gate } = seen('release', 'gate');
    const many = { ...gate, step: { index: 900, of: 4_000 } };
    expect(describeStatus(ended('aborted', 'timed-out', false, { observation: many })).length).toBeLessThan(
      141,
    );
  });
});

describe('the deployment', () => {
  it('is made once the release is seen, and goes on in the run that promotes', async () => {
    const shop = shopOf(github());
    const first = deploymentStatusReporter(settingOf(github(), { inputs }).setting);
    first?.update(reportOf({ timeline: [request] }));
    first?.update(reportOf({ timeline: [request], run }));
    await first?.close(ended('paused', 'gate', true));
    const second = deploymentStatusReporter(settingOf(github(), { inputs, run: 8 }).setting);
    await second?.close(ended('healthy', 'completed', true, { operation: 'promote' }));
    expect(shop.deployments).toEqual([
      expect.objectContaining({ sha, environment: 'production', description: 'rollout/web shop 66c8458db7' }),
    ]);
    expect(shop.deployments[0]?.statuses.map(({ state }) => state).at(-1)).toBe('success');
  });

  it('is none of a run that only read, or that found nothing to do', async () => {
    const shop = shopOf(github());
    for (const change of [{ operation: 'status' }, { timeline: [] }]) {
      const reporter = deploymentStatusReporter(settingOf(github(), { inputs }).setting);
      const { run: _, ...report } = ended('paused', 'read', true, change);
      await reporter?.close(report);
    }
    expect(shop.deployments).toEqual([]);
  });

  it('stays that of the release when something else is rolled back to', async () => {
    const shop = shopOf(github());
    const reporter = deploymentStatusReporter(settingOf(github(), { inputs }).setting);
    reporter?.update(reportOf({ timeline: [request], run }));
    await reporter?.close(ended('rolled-back', 'checks-failed', false, { run: { candidate: 'before' } }));
    expect(shop.deployments).toHaveLength(1);
    expect(shop.deployments[0]?.statuses.at(-1)?.state).toBe('failure');
  });
});

describe('a permission that is missing', () => {
  it.each([
    ['deployments: write', deploymentStatusReporter],
    ['statuses: write', commitStatusReporter],
  ])('%s is one warning, which names it', async (permission, reporterOf) => {
    shopOf(github());
    github().tokens.set(jobs, jobToken({ pull_requests: 'write', deployments: 'read' }));
    const { setting, said } = settingOf(github(), { inputs });
    const reporter = reporterOf(setting);
    reporter?.update(reportOf({ timeline: [request], run }));
    await reporter?.close(ended('healthy', 'completed', true));
    expect(said).toEqual([expect.stringContaining(`Give the job \`permissions: ${permission}\``)]);
    expect(said[0]).toMatch(/^warning: /);
  });
});

describe('the reporters to GitHub', () => {
  it.each([
    [{}, 0],
    [{ comment: 'never' }, 0],
    [{ comment: 'always' }, 1],
    [{ 'commit-status': 'rollout/web' }, 1],
    [{ 'deployment-environment': 'production' }, 1],
  ])(
    'are none without a token; asked for by %j that is %i warning',
    (given: Record<string, string>, count) => {
      const warnings: string[] = [];
      const warn = (text: string): void => void warnings.push(text);
      expect(remoteReporters(stepEnvironment(given), undefined, { warn })).toEqual([]);
      expect(warnings).toHaveLength(count);
    },
  );

  it('are only those that are asked for', () => {
    const { setting } = settingOf(github());
    expect(remoteReporters({}, setting, { warn: () => undefined })).toHaveLength(1);
  });
});
