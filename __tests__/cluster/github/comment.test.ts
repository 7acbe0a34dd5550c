import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GitHub, stalled, token } from '../../github/server.ts';
import { useGitHub } from '../../github/use-github.ts';
import { type Folder, makeFolder } from '../../support/folder.ts';
import { healthyShop, v2 } from '../support/rollouts.ts';
import { runUrl, workflowRun } from '../support/workflow-run.ts';

const github = useGitHub();
let folder: Folder;
let eventFile = '';
beforeAll(async () => {
  folder = await makeFolder();
  eventFile = await folder.write('event.json', JSON.stringify({ ref: 'refs/heads/main', after: sha }));
});
afterAll(() => folder.remove());

const sha = '0123456789abcdef0123456789abcdef01234567';
const reports = {
  'github-token': token,
  'commit-status': 'rollout/web',
  'deployment-environment': 'production',
  'environment-url': 'https://shop.example',
};

/** What a runner tells of a run that the push of a merged pull request began. */
function pushed(server: GitHub, id: number): NodeJS.ProcessEnv {
  return {
    ...workflowRun({ id }),
    ...server.env(),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_REF: 'refs/heads/main',
  };
}

/** The repository of the runs, in which the commit is that of the merged pull request 7. */
function mergedIn(server: GitHub) {
  const repository = server.repository('acme/shop');
  repository.refs.set('main', sha);
  repository.pulls.push({ number: 7, branch: 'faster', sha: 'f'.repeat(40), mergedAs: sha, state: 'closed' });
  return repository;
}

describe('a release told on GitHub', () => {
  it('has one comment, one deployment and one status, from the gate to the promotion by another run', async () => {
    const repository = mergedIn(github());
    const shop = await healthyShop();
    const first = await shop.step({ image: v2, ...reports }, pushed(github(), 7));
    expect([first.code, first.outputs['ended']]).toEqual([0, 'paused']);
    const state = first.outputs['state'] ?? '';
    const [comment] = repository.comments;
    expect(comment?.body).toContain('rollout/web: paused (gate)');
    expect(comment?.body).toContain(`expect: ${state}`);
    expect(first.outputs['comment-url']).toBe(
      `https://github.test/acme/shop/pull/7#issuecomment-${String(comment?.id)}`,
    );
    expect(repository.deployments[0]?.statuses.at(-1)).toMatchObject({
      state: 'in_progress',
      environmentUrl: 'https://shop.example/',
      logUrl: runUrl(7),
    });
    expect(repository.statuses.at(-1)).toMatchObject({
      sha,
      state: 'success',
      description: '▰▱ step 1 of 2, paused at 50 %',
    });

    const second = await shop.step({ operation: 'promote', expect: state, ...reports }, pushed(github(), 8));
    expect([second.code, second.outputs['ended']]).toEqual([0, 'healthy']);
    expect(second.outputs['comment-url']).toBe(first.outputs['comment-url']);
    expect(repository.comments).toHaveLength(1);
    expect(comment?.body).toContain('rollout/web: healthy (completed)');
    expect(comment?.body).toContain(runUrl(8));
    expect(repository.deployments).toHaveLength(1);
    expect(repository.deployments[0]?.statuses.at(-1)?.state).toBe('success');
    expect(repository.statuses.at(-1)).toMatchObject({ state: 'success', targetUrl: runUrl(8) });
    expect(`${first.log}${second.log}`).not.toMatch(/::(warning|notice)/);
    expect(`${first.log}${second.log}`).not.toContain(token);
  });

  it('ends as it would without a GitHub that answers, and only seconds later', async () => {
    mergedIn(github());
    github().fails('any', stalled, { times: Infinity });
    const shop = await healthyShop();
    const { code, outputs, log } = await shop.step({ image: v2, ...reports }, pushed(github(), 7));
    expect([code, outputs['ended'], outputs['comment-url']]).toEqual([0, 'paused', '']);
    expect(log).toMatch(/::warning::There was no time left to tell it\.|::warning::The commit status/);
    expect(Number(outputs['duration'])).toBeLessThan(40);
  });

  it('is told by the post step where a cancelled one had no time to', async () => {
    const repository = mergedIn(github());
    github().fails('any', stalled, { times: Infinity });
    const shop = await healthyShop({ steps: [{ setWeight: 50 }, { pause: { duration: '10m' } }] });
    const env = pushed(github(), 7);
    const step = shop.start({ image: v2, ...reports }, env);
    await step.logged(/॥ Paused .*CanaryPauseStep/);
    step.cancel();
    const main = await step.result;
    expect([main.outputs['ended'], main.outputs['reason']]).toEqual(['paused', 'cancelled']);
    expect(repository.comments).toEqual([]);
    github().recovers();
    const post = await shop.post({ image: v2, ...reports }, main, env);
    expect(post.code).toBe(0);
    expect(repository.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('The main step was cancelled'),
    ]);
  });
});
