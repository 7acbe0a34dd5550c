import { describe, expect, it } from '@jest/globals';
import { failureOf, octokitOf } from './octokit.ts';
import { forkToken, jobToken, personalToken } from './server.ts';
import { useGitHub } from './use-github.ts';

const shop = { owner: 'acme', repo: 'shop' };
const pull = { ...shop, issue_number: 7 };
const sha = '0123456789abcdef0123456789abcdef01234567';

describe('a token', () => {
  const github = useGitHub();

  it("of a job writes in the name of github-actions[bot], a person's in hers", async () => {
    const repository = github().repository('acme/shop');
    repository.issues.add(7);
    github().tokens.set('ghp_jane', personalToken('jane'));
    for (const client of [octokitOf(github()), octokitOf(github(), 'ghp_jane')])
      await client.rest.issues.createComment({ ...pull, body: 'Hello' });
    const { data } = await octokitOf(github()).rest.issues.listComments(pull);
    expect(
      data.map(({ user, performed_via_github_app: app }) => [user?.login, user?.type, app?.slug]),
    ).toEqual([
      ['github-actions[bot]', 'Bot', 'github-actions'],
      ['jane', 'User', undefined],
    ]);
  });

  it('that nobody knows is a bad credential', async () => {
    const { rest } = octokitOf(github(), 'ghs_expired');
    expect(await failureOf(rest.issues.listComments(pull))).toBe('401 Bad credentials');
  });

  it('of a job cannot ask who it is', async () => {
    expect(await failureOf(octokitOf(github()).rest.users.getAuthenticated())).toBe(
      '403 Resource not accessible by integration',
    );
  });

  it('of a job does what its permissions say, and a refusal names those it lacks', async () => {
    const repository = github().repository('acme/shop');
    repository.issues.add(7);
    github().tokens.set('ghs_small', jobToken({ statuses: 'write', pull_requests: 'read' }));
    const { rest } = octokitOf(github(), 'ghs_small');
    await rest.repos.createCommitStatus({ ...shop, sha, state: 'success' });
    await rest.issues.listComments(pull);
    const refused = await rest.issues.createComment({ ...pull, body: 'x' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      status: 403,
      response: { headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' } },
    });
    const deploying = rest.repos.createDeployment({ ...shop, ref: sha });
    expect(await failureOf(deploying)).toBe('403 Resource not accessible by integration');
    expect([repository.comments, repository.deployments]).toEqual([[], []]);
  });

  it('of a fork reads and writes nothing', async () => {
    const repository = github().repository('acme/shop');
    repository.issues.add(7);
    const comment = repository.addComment(7, 'jane', 'before');
    github().tokens.set('ghs_fork', forkToken());
    const { rest } = octokitOf(github(), 'ghs_fork');
    const named = { ...shop, comment_id: comment.id };
    expect((await rest.issues.getComment(named)).data.body).toBe('before');
    for (const write of [
      rest.issues.createComment({ ...pull, body: 'x' }),
      rest.issues.updateComment({ ...named, body: 'x' }),
      rest.issues.deleteComment(named),
      rest.repos.createCommitStatus({ ...shop, sha, state: 'success' }),
      rest.repos.createDeployment({ ...shop, ref: sha }),
    ])
      expect(await failureOf(write)).toBe('403 Resource not accessible by integration');
    expect(repository.comments).toEqual([comment]);
    expect(comment.body).toBe('before');
  });

  it('of a stranger does not see a private repository, and only comments on a public one', async () => {
    github().repository('acme/vault', { isPrivate: true }).issues.add(7);
    github().repository('acme/shop').issues.add(7);
    github().tokens.set('ghp_eve', personalToken('eve'));
    const { rest } = octokitOf(github(), 'ghp_eve');
    const hidden = rest.issues.listComments({ owner: 'acme', repo: 'vault', issue_number: 7 });
    expect(await failureOf(hidden)).toBe('404 Not Found');
    await rest.issues.createComment({ ...pull, body: 'x' });
    const status = rest.repos.createCommitStatus({ ...shop, sha, state: 'success' });
    expect(await failureOf(status)).toBe('404 Not Found');
    github().repository('acme/vault').collaborators.set('eve', 'write');
    await rest.repos.createCommitStatus({ owner: 'acme', repo: 'vault', sha, state: 'success' });
  });
});
