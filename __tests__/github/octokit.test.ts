import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { type Octokit, octokitOf } from './octokit.ts';
import { operations } from './operations/index.ts';
import type { Repository } from './repository.ts';
import { personalToken } from './server.ts';
import { useGitHub } from './use-github.ts';

const shop = { owner: 'acme', repo: 'shop' };
const sha = '0123456789abcdef0123456789abcdef01234567';

describe.each([
  ['github.com', {}],
  ['GitHub Enterprise Server', { basePath: '/api/v3' }],
])('the octokit of @actions/github, on %s,', (_, options) => {
  const github = useGitHub(options);
  const asked = new Set<string | undefined>();
  afterEach(() => github().exchanges.forEach(({ operation }) => asked.add(operation)));

  function open(token?: string): { rest: Octokit['rest']; repository: Repository } {
    const repository = github().repository('acme/shop');
    repository.pulls.push({ number: 7, branch: 'faster', sha });
    return { rest: octokitOf(github(), token).rest, repository };
  }

  it('writes, reads, changes and deletes a comment', async () => {
    const { rest, repository } = open();
    const { data: made } = await rest.issues.createComment({ ...shop, issue_number: 7, body: 'Step 1 of 8' });
    expect(made).toMatchObject({ body: 'Step 1 of 8', user: { login: 'github-actions[bot]', type: 'Bot' } });
    expect(made.html_url).toBe(`https://github.test/acme/shop/pull/7#issuecomment-${String(made.id)}`);
    const named = { ...shop, comment_id: made.id };
    await rest.issues.updateComment({ ...named, body: 'Step 2 of 8' });
    expect((await rest.issues.getComment(named)).data.body).toBe('Step 2 of 8');
    const { data: listed } = await rest.issues.listComments({ ...shop, issue_number: 7 });
    expect(listed.map(({ id, body }) => [id, body])).toEqual([[made.id, 'Step 2 of 8']]);
    expect((await rest.issues.deleteComment(named)).status).toBe(204);
    expect(repository.comments).toEqual([]);
  });

  it('reacts to a comment, once, and takes it back', async () => {
    const { rest, repository } = open();
    const named = { ...shop, comment_id: repository.addComment(7, 'jane', '/promote').id };
    const react = (): ReturnType<typeof rest.reactions.createForIssueComment> =>
      rest.reactions.createForIssueComment({ ...named, content: 'eyes' });
    const [first, second] = [await react(), await react()];
    expect([first.status, second.status, second.data.id]).toEqual([201, 200, first.data.id]);
    expect((await rest.issues.getComment(named)).data.reactions).toMatchObject({ total_count: 1, eyes: 1 });
    expect((await rest.reactions.listForIssueComment(named)).data).toHaveLength(1);
    await rest.reactions.deleteForIssueComment({ ...named, reaction_id: first.data.id });
    expect(repository.comments[0]?.reactions).toEqual([]);
  });

  it('finds a pull request by its number, by its branch, and by the commit that it was merged as', async () => {
    const { rest, repository } = open();
    const merge = 'a'.repeat(40);
    repository.pulls.push({ number: 8, branch: 'patch-1', sha: 'b'.repeat(40), fork: 'eve/shop' });
    repository.pulls.push({ number: 9, branch: 'faster', sha: 'c'.repeat(40), mergedAs: merge });
    const numbers = ({ data }: { data: readonly { number: number }[] }): readonly number[] =>
      data.map(({ number }) => number);
    const { data: pull } = await rest.pulls.get({ ...shop, pull_number: 8 });
    expect(pull).toMatchObject({
      merged: false,
      head: { label: 'eve:patch-1', repo: { full_name: 'eve/shop' } },
    });
    expect(numbers(await rest.pulls.list({ ...shop, head: 'acme:faster' }))).toEqual([7]);
    expect(numbers(await rest.pulls.list({ ...shop, head: 'acme:faster', state: 'all' }))).toEqual([9, 7]);
    const ofCommit = rest.repos.listPullRequestsAssociatedWithCommit;
    expect(numbers(await ofCommit({ ...shop, commit_sha: merge }))).toEqual([9]);
    expect(numbers(await ofCommit({ ...shop, commit_sha: 'd'.repeat(40) }))).toEqual([]);
  });

  it('makes a deployment and tells how it goes', async () => {
    const { rest, repository } = open();
    const wanted = {
      ...shop,
      ref: 'faster',
      environment: 'staging',
      required_contexts: [],
      auto_merge: false,
    };
    const made = await rest.repos.createDeployment(wanted);
    if (made.status !== 201) throw new Error('It was merged in place of deployed.');
    expect(made.data).toMatchObject({ sha, environment: 'staging', production_environment: false });
    const deployment_id = made.data.id;
    for (const state of ['in_progress', 'success'] as const)
      await rest.repos.createDeploymentStatus({
        ...{ ...shop, deployment_id, state, description: 'Step 8 of 8' },
        environment_url: 'https://shop.example',
        log_url: 'https://github.test/acme/shop/actions/runs/7',
      });
    const { data: told } = await rest.repos.listDeploymentStatuses({ ...shop, deployment_id });
    expect(told.map(({ state }) => state)).toEqual(['success', 'in_progress']);
    expect(told[0]).toMatchObject({ environment_url: 'https://shop.example', creator: { type: 'Bot' } });
    const { data: listed } = await rest.repos.listDeployments({ ...shop, environment: 'staging' });
    expect(listed.map(({ id }) => id)).toEqual([deployment_id]);
    expect((await rest.repos.listDeployments({ ...shop, environment: 'production' })).data).toEqual([]);
    expect(repository.deployments).toHaveLength(1);
  });

  it('sets a commit status and reads what all of them come to', async () => {
    const { rest } = open();
    const set = (context: string, state: 'pending' | 'success' | 'failure'): Promise<unknown> =>
      rest.repos.createCommitStatus({ ...shop, sha, context, state, description: '█▁▁ 20 %' });
    const combined = async (): Promise<readonly [string, number]> => {
      const { data } = await rest.repos.getCombinedStatusForRef({ ...shop, ref: 'heads/faster' });
      return [data.state, data.total_count];
    };
    expect(await combined()).toEqual(['pending', 0]);
    await set('rollout/web', 'pending');
    await set('ci', 'success');
    expect(await combined()).toEqual(['pending', 2]);
    await set('rollout/web', 'success');
    expect(await combined()).toEqual(['success', 2]);
    await set('rollout/web', 'failure');
    expect(await combined()).toEqual(['failure', 2]);
    const { data } = await rest.repos.listCommitStatusesForRef({ ...shop, ref: sha });
    expect(data.map(({ state }) => state)).toEqual(['failure', 'success', 'success', 'pending']);
  });

  it('reads the last check run of each name, and makes and ends one of its own', async () => {
    const { rest, repository } = open();
    repository.addCheckRun(sha, 'test', 'failure');
    repository.addCheckRun(sha, 'test', 'success');
    const list = async (filter: 'latest' | 'all'): Promise<readonly unknown[]> => {
      const { data } = await rest.checks.listForRef({ ...shop, ref: sha, filter });
      expect(data.total_count).toBe(data.check_runs.length);
      return data.check_runs.map(({ name, conclusion }) => [name, conclusion]);
    };
    expect(await list('latest')).toEqual([['test', 'success']]);
    const { data: run } = await rest.checks.create({ ...shop, name: 'rollout', head_sha: sha });
    expect(run).toMatchObject({ status: 'queued', conclusion: null, app: { slug: 'github-actions' } });
    await rest.checks.update({ ...shop, check_run_id: run.id, status: 'completed', conclusion: 'neutral' });
    expect(await list('all')).toEqual([
      ['rollout', 'neutral'],
      ['test', 'success'],
      ['test', 'failure'],
    ]);
  });

  it('asks what somebody may do', async () => {
    const { rest, repository } = open();
    repository.collaborators.set('jane', 'write').set('kim', 'maintain');
    const of = async (username: string): Promise<readonly unknown[]> => {
      const { data } = await rest.repos.getCollaboratorPermissionLevel({ ...shop, username });
      return [data.permission, data.role_name];
    };
    expect(await of('jane')).toEqual(['write', 'write']);
    expect(await of('kim')).toEqual(['write', 'maintain']);
    expect(await of('eve')).toEqual(['read', 'read']);
  });

  it('dispatches a workflow', async () => {
    const { rest, repository } = open();
    repository.refs.set('main', sha);
    repository.workflows.push({ file: 'operate.yml', id: 12, inputs: { operation: { required: true } } });
    const dispatched = await rest.actions.createWorkflowDispatch({
      ...{ ...shop, workflow_id: 'operate.yml', ref: 'main' },
      inputs: { operation: 'promote' },
    });
    expect(dispatched.status).toBe(204);
    const inputs = { operation: 'promote' };
    expect(repository.dispatches).toEqual([
      { file: 'operate.yml', ref: 'main', inputs, login: 'github-actions[bot]' },
    ]);
  });

  it('learns whom its token speaks for and what it reaches', async () => {
    github().tokens.set('ghp_jane', personalToken('jane'));
    const { rest } = open('ghp_jane');
    expect((await rest.users.getAuthenticated()).data).toMatchObject({ login: 'jane', type: 'User' });
    expect((await rest.rateLimit.get()).data.resources.core).toMatchObject({ limit: 1000, used: 1 });
    const { data } = await octokitOf(github()).rest.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map(({ full_name }) => full_name)).toEqual(['acme/shop']);
  });

  afterAll(() => {
    expect([...asked].toSorted()).toEqual(Object.keys(operations).toSorted());
  });
});
