import { describe, expect, it } from '@jest/globals';
import { failureOf, type Octokit, octokitOf } from './octokit.ts';
import type { Repository } from './repository.ts';
import { useGitHub } from './use-github.ts';

const shop = { owner: 'acme', repo: 'shop' };
const sha = '0123456789abcdef0123456789abcdef01234567';

describe('what the description does not say', () => {
  const github = useGitHub();

  function open(): { rest: Octokit['rest']; repository: Repository } {
    const repository = github().repository('acme/shop');
    repository.pulls.push({ number: 7, branch: 'faster', sha });
    return { rest: octokitOf(github()).rest, repository };
  }

  /** The failure of a request that no client should send. */
  async function avoidable(request: Promise<unknown>): Promise<string> {
    const failure = await failureOf(request);
    expect(github().violations.splice(0)).toHaveLength(1);
    return failure;
  }

  it('a comment has at most 65,536 characters, new or changed', async () => {
    const { rest, repository } = open();
    const longest = 'x'.repeat(65_536);
    const { data } = await rest.issues.createComment({ ...shop, issue_number: 7, body: longest });
    const tooLong = `422 Validation Failed: {"resource":"IssueComment","code":"custom","field":"data","message":"Body is too long (maximum is 65536 characters)"}`;
    const body = `${longest}x`;
    expect(await avoidable(rest.issues.createComment({ ...shop, issue_number: 7, body }))).toBe(tooLong);
    expect(await avoidable(rest.issues.updateComment({ ...shop, comment_id: data.id, body }))).toBe(tooLong);
    expect(repository.comments.map((comment) => comment.body)).toEqual([longest]);
  });

  it('a comment is not blank', async () => {
    const { rest } = open();
    expect(await avoidable(rest.issues.createComment({ ...shop, issue_number: 7, body: '\n' }))).toMatch(
      /blank/,
    );
  });

  it('the description of a status has at most 140 characters, and its link is one', async () => {
    const { rest, repository } = open();
    const set = (more: object): Promise<unknown> =>
      rest.repos.createCommitStatus({ ...shop, sha, state: 'pending', ...more });
    await set({ description: 'x'.repeat(140), target_url: 'https://shop.example' });
    expect(await avoidable(set({ description: 'x'.repeat(141) }))).toMatch(/maximum is 140 characters/);
    expect(await avoidable(set({ target_url: 'shop.example' }))).toMatch(/must use http\(s\) scheme/);
    expect(repository.statuses).toHaveLength(1);
  });

  it('the same for the status of a deployment', async () => {
    const { rest, repository } = open();
    await rest.repos.createDeployment({ ...shop, ref: sha, required_contexts: [] });
    const [deployment] = repository.deployments;
    const set = (more: object): Promise<unknown> =>
      rest.repos.createDeploymentStatus({
        ...{ ...shop, deployment_id: deployment?.id ?? 0, state: 'success' },
        ...more,
      });
    await set({ description: 'x'.repeat(140) });
    expect(await avoidable(set({ description: 'x'.repeat(141) }))).toMatch(/maximum is 140 characters/);
    for (const field of ['log_url', 'environment_url', 'target_url'])
      expect(await avoidable(set({ [field]: 'javascript:alert(1)' }))).toMatch(/must use http\(s\) scheme/);
    expect(deployment?.statuses).toHaveLength(1);
  });

  it('a commit and context has at most 1,000 statuses', async () => {
    const { rest, repository } = open();
    for (let made = 0; made < 1000; made += 1)
      repository.addStatus({ sha, state: 'pending', context: 'rollout', login: 'jane' });
    const set = (context: string): Promise<unknown> =>
      rest.repos.createCommitStatus({ ...shop, sha, state: 'success', context });
    expect(await avoidable(set('rollout'))).toMatch(/maximum number of statuses/);
    await set('another');
  });

  it('a check run that is completed has a conclusion', async () => {
    const { rest } = open();
    const run = { ...shop, name: 'rollout', head_sha: sha, status: 'completed' } as const;
    expect(await avoidable(rest.checks.create(run))).toMatch(/needs a conclusion/);
  });

  it('a commit status wants a whole commit', async () => {
    const { rest } = open();
    expect(await failureOf(rest.repos.createCommitStatus({ ...shop, sha: 'main', state: 'success' }))).toBe(
      '422 No commit found for SHA: main',
    );
  });

  it("a deployment waits for all checks, the job's own among them, unless told not to", async () => {
    const { rest, repository } = open();
    repository.addCheckRun(sha, 'deploy');
    const deploy = (more: object): Promise<unknown> =>
      rest.repos.createDeployment({ ...shop, ref: 'faster', ...more });
    expect(await failureOf(deploy({}))).toMatch(/^409 Conflict: Commit status checks failed for faster/);
    expect(await failureOf(deploy({ required_contexts: ['ci'] }))).toMatch(/^409/);
    expect(await failureOf(deploy({ ref: 'nowhere' }))).toBe('422 No ref found for: nowhere');
    await deploy({ required_contexts: [] });
    expect(repository.deployments.map(({ environment }) => environment)).toEqual(['production']);
  });

  it('a deployment of a branch that is behind is a merge, unless told not to', async () => {
    const { rest, repository } = open();
    repository.behind.add('faster');
    const wanted = { ...shop, ref: 'faster', required_contexts: [] };
    expect((await rest.repos.createDeployment(wanted)).status).toBe(202);
    expect(repository.deployments).toEqual([]);
    expect((await rest.repos.createDeployment({ ...wanted, auto_merge: false })).status).toBe(201);
  });

  it('success retires the deployments before it that were successful, but never those of production', async () => {
    const { rest, repository } = open();
    const release = async (environment: string, auto_inactive?: boolean): Promise<void> => {
      const { data } = await rest.repos.createDeployment({
        ...{ ...shop, ref: 'faster', environment, required_contexts: [] },
      });
      if (!('id' in data)) throw new Error('It was merged in place of deployed.');
      const inactive = auto_inactive === undefined ? {} : { auto_inactive };
      await rest.repos.createDeploymentStatus({
        ...{ ...shop, deployment_id: data.id, state: 'success', ...inactive },
      });
    };
    for (const environment of ['staging', 'production', 'staging', 'production']) await release(environment);
    await release('staging', false);
    expect(repository.deployments.map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([
      ['success', 'inactive'],
      ['success'],
      ['success'],
      ['success'],
      ['success'],
    ]);
  });

  it('a head without the name of its owner finds every pull request', async () => {
    const { rest, repository } = open();
    repository.pulls.push({ number: 8, branch: 'other', sha });
    expect((await rest.pulls.list({ ...shop, head: 'faster' })).data).toHaveLength(2);
    expect((await rest.pulls.list({ ...shop, head: 'acme:faster' })).data).toHaveLength(1);
  });

  it('a job does not comment where the conversation is locked', async () => {
    const { rest, repository } = open();
    repository.pulls.push({ number: 8, branch: 'locked', sha, locked: true });
    expect(await failureOf(rest.issues.createComment({ ...shop, issue_number: 8, body: 'x' }))).toBe(
      '403 Unable to create comment because issue is locked.',
    );
  });

  it('a workflow takes only its own inputs, and all that it requires', async () => {
    const { rest, repository } = open();
    repository.workflows.push({ file: 'operate.yml', id: 12, inputs: { operation: { required: true } } });
    const dispatch = (inputs: Record<string, string>, ref = 'faster'): Promise<unknown> =>
      rest.actions.createWorkflowDispatch({ ...shop, workflow_id: 'operate.yml', ref, inputs });
    expect(await failureOf(dispatch({ operation: 'abort', who: 'me' }))).toMatch(/Unexpected inputs/);
    expect(await failureOf(dispatch({}))).toMatch(/Required input 'operation' not provided/);
    expect(await failureOf(dispatch({ operation: 'abort' }, 'gone'))).toBe('422 No ref found for: gone');
    expect(repository.dispatches).toEqual([]);
  });
});
