import { until } from '../../../cluster/wait.ts';
import { GithubServer } from '../support/github-server.ts';
import { type ProviderFixture, SECRET } from './fixture.ts';

/** What the contract suite measures with `github`: a server that answers as GitHub's REST API. */
export const githubFixture: ProviderFixture = {
  right: [
    { checkRun: 'e2e' },
    { checkRun: 'e2e (node 24)', app: 'github-actions', ref: 'release/1.2', repository: 'acme/shop' },
    { status: 'ci/circleci: build', timeoutSeconds: 0 },
  ],
  wrong: [
    { raw: undefined, at: [[]] },
    { raw: 'e2e', at: [[]] },
    { raw: {}, at: [['checkRun']] },
    { raw: { checkRun: 'a', status: 'b' }, at: [['status']] },
    { raw: { checkRun: 'a', repository: 'https://github.com/a/b' }, at: [['repository']] },
    {
      raw: { status: 'a', app: 'x', timeoutSeconds: -1, sha: 'x' },
      at: [['sha'], ['app'], ['timeoutSeconds']],
    },
  ],
  async open() {
    const server = await new GithubServer().open();
    server.checkRuns = [{ id: 1, name: 'e2e', status: 'completed', conclusion: 'success' }];
    return {
      scene: { env: server.env },
      answered: { raw: { checkRun: 'e2e' }, gives: { verdict: 'Successful', value: 'success' } },
      secretive: [
        { checkRun: SECRET, timeoutSeconds: 0 },
        { checkRun: 'e2e', ref: SECRET },
        { status: SECRET, repository: `acme/${SECRET}` },
      ],
      endless: {
        raw: { checkRun: 'e2e', ref: 'silent' },
        begun: () => until(async () => server.underWay > 0, { what: 'a request', deadline: 10_000 }),
      },
      late: { raw: { checkRun: 'later', timeoutSeconds: 1 }, withinMs: 3_000 },
      left: () => server.underWay,
      close: () => server.close(),
    };
  },
};
