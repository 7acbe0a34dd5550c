import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { buildAct, runWorkflow } from '../github/act.ts';
import { token } from '../github/server.ts';
import { useGitHub } from '../github/use-github.ts';
import { type Folder, makeFolder } from '../support/folder.ts';

beforeAll(buildAct, 600_000);

describe('a workflow that act runs', () => {
  const github = useGitHub({ basePath: '/api/v3' });
  let folder: Folder;

  beforeEach(async () => {
    folder = await makeFolder();
  });

  afterEach(() => folder.remove());

  it('tells what became of its jobs and steps, with outputs and summaries', async () => {
    const workflow = `
      on: push
      jobs:
        build:
          runs-on: ubuntu-latest
          outputs: { tag: '\${{ steps.tag.outputs.tag }}' }
          steps:
            - uses: actions/checkout@0123456789abcdef0123456789abcdef01234567 # v4.0.0
            - id: tag
              run: |
                echo "tag=$(cat version)" >> "$GITHUB_OUTPUT"
                echo '# Built' >> "$GITHUB_STEP_SUMMARY"
        test:
          needs: build
          runs-on: ubuntu-latest
          steps:
            - { id: fail, run: 'echo "\${{ needs.build.outputs.tag }} by \${{ github.actor }}"; node --version; exit 3' }
            - { id: skipped, run: echo never }
            - { id: always, if: always(), run: 'echo "::warning::\${{ steps.fail.conclusion }}"' }
        never:
          needs: test
          runs-on: ubuntu-latest
          steps: [{ run: echo never }]`;
    const { code, jobs } = await runWorkflow(workflow, { event: 'push', files: { version: '2.0.0' } });
    expect(code).toBe(1);
    expect(jobs).toMatchObject({
      build: {
        result: 'success',
        steps: { tag: { result: 'success', outputs: { tag: '2.0.0' }, summary: '# Built\n' } },
      },
      test: {
        result: 'failure',
        steps: {
          fail: { result: 'failure', log: expect.stringMatching(/^2\.0\.0 by jane\nv24\./) as unknown },
          always: { result: 'success', log: '::warning::failure\n' },
        },
      },
    });
    expect([Object.keys(jobs), jobs['test']?.steps['skipped']]).toEqual([['build', 'test'], undefined]);
  });

  it("has the event, the secrets, the test's GitHub, and stand-ins for the actions of others", async () => {
    github().repository('acme/shop').issues.add(7);
    const inputs = 'inputs: { path: {}, token: {} }';
    await folder.write('action.yml', `${inputs}\nruns: { using: node24, main: main.cjs, post: post.cjs }`);
    await folder.write(
      'main.cjs',
      `const { GITHUB_API_URL: base, GITHUB_RUN_ID: run, INPUT_PATH: path, INPUT_TOKEN: token } = process.env;
      const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json' };
      const body = JSON.stringify({ body: 'Hello from run ' + run });
      fetch(base + path, { method: 'POST', headers, body }).then((response) => console.log(String(response.status) + ' ' + token));`,
    );
    await folder.write('post.cjs', '');
    const workflow = `
      on: issue_comment
      permissions: { issues: write }
      jobs:
        answer:
          runs-on: ubuntu-latest
          steps:
            - id: comment
              uses: acme/comment@v1
              with:
                path: /repos/\${{ github.repository }}/issues/\${{ github.event.issue.number }}/comments
                token: \${{ github.token }}`;
    const { jobs } = await runWorkflow(workflow, {
      event: 'issue_comment',
      payload: { action: 'created', issue: { number: 7 } },
      secrets: { GITHUB_TOKEN: token },
      env: { ...github().env(), GITHUB_RUN_ID: '42' },
      actions: { 'acme/comment@v1': folder.path },
    });
    expect(jobs['answer']?.steps['comment']).toMatchObject({
      result: 'success',
      post: 'success',
      log: '201 ***\n',
    });
    const comments = github().repository('acme/shop').comments;
    expect(comments.map(({ login, body }) => [login, body])).toEqual([
      ['github-actions[bot]', 'Hello from run 42'],
    ]);
  });

  it('that does not end is stopped, its step with it', async () => {
    const file = join(folder.path, 'pid');
    const run = `echo $$ > ${file}; exec sleep 3600`;
    const workflow = stringify({
      on: 'push',
      jobs: { wait: { 'runs-on': 'ubuntu-latest', steps: [{ run }] } },
    });
    const started = runWorkflow(workflow, { event: 'push', patience: 2_000 });
    await expect(started).rejects.toThrow(/had not ended after 2000 ms/);
    const pid = Number(await folder.read('pid'));
    expect(pid).toBeGreaterThan(1);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('that cannot run says why', async () => {
    const workflow = 'on: push\njobs: { build: { runs-on: ubuntu-latest, steps: [{ run: ls, uses: x }] } }';
    await expect(runWorkflow(workflow, { event: 'push' })).rejects.toThrow(/act ran no job/);
    await expect(runWorkflow(workflow, { event: 'pull_request' })).rejects.toThrow(/act ran no job/);
  });
});
