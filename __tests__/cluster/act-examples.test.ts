import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildAct, runWorkflow, type Trigger, type WorkflowResult } from '../github/act.ts';
import { type GitHub, startGitHub, token } from '../github/server.ts';
import { root, textOf } from '../support/workflow.ts';
import { leadTo, openShop } from './support/example-jobs.ts';
import { machineAddress, serve } from './support/in-cluster.ts';
import { clusterKubeconfig } from './support/kubernetes.ts';
import type { Shop } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

beforeAll(buildAct, 600_000);

const blueGreen = 'examples/smoke-test/rollout.yaml';
const imageOf = (version: string): string => `ghcr.io/acme/web:${version}`;

/** Runs a workflow, by its text, in the namespace of a shop. */
async function play(shop: Shop, workflow: string, trigger: Trigger): Promise<WorkflowResult> {
  const here = workflow.replaceAll(/namespace: shop[-\w]*$/gm, `namespace: ${shop.namespace}`);
  const secrets = { KUBECONFIG: await readFile(clusterKubeconfig(), 'utf8'), ...trigger.secrets };
  return runWorkflow(here, { ...trigger, secrets });
}

/** `ended (reason)` of the step of this action in a job; undefined where it was not run. */
function endOf({ jobs }: WorkflowResult, job: string): string | undefined {
  const steps = Object.values(jobs[job]?.steps ?? {});
  const outputs = steps.map((step) => step.outputs).find(({ ended }) => ended !== undefined);
  return outputs && `${outputs['ended'] ?? ''} (${outputs['reason'] ?? ''})`;
}

function results({ jobs }: WorkflowResult): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));
}

// At once: most of their time is that of the cluster.
describe('the examples, as act runs them', () => {
  it.concurrent(
    'canary and operations: a push goes to the gate, and the form promotes what it told',
    async () => {
      const shop = await openShop('examples/canary/rollout.yaml', (manifests) =>
        manifests.replaceAll('duration: 10s', 'duration: 1s'),
      );
      const pushed = await play(shop, textOf('examples/canary/deploy.yml'), { event: 'push' });
      const deployed = pushed.jobs['deploy']?.steps['rollout'];
      expect(pushed.jobs['build']?.steps['image']?.outputs).toEqual({ name: imageOf(pushed.sha) });
      expect(deployed).toMatchObject({
        ...{ result: 'success', post: 'success' },
        outputs: { ended: 'paused', reason: 'gate', image: imageOf(pushed.sha) },
      });
      expect(deployed?.summary).toContain(imageOf(pushed.sha));

      const operate = (expected: string): Promise<WorkflowResult> =>
        play(shop, textOf('examples/operations/operate.yml'), {
          event: 'workflow_dispatch',
          inputs: { operation: 'promote', target: 'rollout/web', expect: expected, revision: '' },
        });
      const other = await operate('0123456789.3.1');
      expect([other.code, endOf(other, 'rollout')]).toEqual([1, 'refused (does-not-fit)']);
      const promoted = await operate(deployed?.outputs['state'] ?? '');
      expect([promoted.code, endOf(promoted, 'rollout')]).toEqual([0, 'healthy (completed)']);
      expect((await shop.rollout()).status.phase).toBe('Healthy');
    },
  );

  it.concurrent('smoke-test: a push to main is tested and promoted in one job', async () => {
    const port = await serve((_, response) => response.end('{"status":"ok"}'));
    const shop = await openShop(blueGreen, leadTo(port));
    const pushed = await play(shop, textOf('examples/smoke-test/deploy.yml'), { event: 'push' });
    expect([pushed.code, endOf(pushed, 'deploy')]).toEqual([0, 'healthy (completed)']);
    expect(pushed.jobs['deploy']?.steps['0']?.outputs['stable-image']).toBe(imageOf(pushed.sha));
  });

  it.concurrent('approval: approved it is promoted; rejected it is aborted, and the run is red', async () => {
    const shop = await openShop(blueGreen);
    const workflow = textOf('examples/approval/deploy.yml');
    const approved = await play(shop, workflow, { event: 'push' });
    expect(results(approved)).toEqual({ deploy: 'success', promote: 'success' });
    expect(endOf(approved, 'promote')).toBe('healthy (completed)');
    const stable = (await shop.rollout()).status.stableRS;

    // A job that is rejected has failed without a step of it. act has no environments, so a step fails before ours.
    const rejected = workflow
      .replace('expect: ', 'NO_STEP_OF_OURS: ')
      .replace(/(environment: production[\s\S]*?steps:\n)/, '$1      - run: exit 1\n');
    const other = await play(shop, rejected, { event: 'push', files: { other: 'release' } });
    expect(results(other)).toEqual({ deploy: 'success', promote: 'failure', abort: 'success' });
    expect([other.code, endOf(other, 'promote'), endOf(other, 'abort')]).toEqual([
      ...[1, undefined],
      'aborted (requested)',
    ]);
    expect((await shop.rollout()).status).toMatchObject({ abort: true, stableRS: stable });
  });

  it.concurrent(
    'chat-ops: who may write promotes the state that is named, and nobody else anything',
    async () => {
      const github = await startGitHub({ basePath: '/api/v3' });
      try {
        const shop = await openShop(blueGreen);
        await chat(shop, github);
        expect(github.violations).toEqual([]);
      } finally {
        await github.close();
      }
    },
  );

  it.concurrent('slack: the channel hears how it ended, also when it failed', async () => {
    const heard: unknown[] = [];
    const port = await serve((request, response) => {
      void text(request).then((body) => {
        heard.push((JSON.parse(body) as { readonly text: unknown }).text);
        response.end('ok');
      });
    });
    const shop = await openShop(blueGreen);
    const workflow = textOf('examples/slack/deploy.yml');
    const [, action = ''] = /uses: (slackapi\/[\w-]+@\w+)/.exec(workflow) ?? [];
    const push = (changed: string): Promise<WorkflowResult> =>
      play(shop, changed, {
        ...{ event: 'push', secrets: { SLACK_WEBHOOK_URL: `http://${machineAddress()}:${String(port)}/` } },
        actions: { [action]: join(root, '__tests__/github/stand-ins/slack') },
      });
    expect(endOf(await push(workflow), 'deploy')).toBe('paused (gate)');
    const refused = await push(workflow.replace('target: rollout/web', 'target: rollout/none'));
    expect([refused.code, endOf(refused, 'deploy')]).toEqual([1, 'refused (not-found)']);
    expect(heard).toEqual([
      expect.stringMatching(
        /^:white_check_mark: \*rollout\/web\*: paused \(gate\)\. .+\n<https:.+\/runs\/7\|The run>$/s,
      ),
      expect.stringMatching(
        /^:x: \*rollout\/none\*: refused \(not-found\)\. .+\n<https:.+\/runs\/7\|The run>$/s,
      ),
    ]);
  });

  it.concurrent('preview: a pull request has the preview until it is closed, and a fork never', async () => {
    const port = await serve((_, response) => response.end('{"status":"ok"}'));
    const shop = await openShop(blueGreen, leadTo(port));
    const pull = (action: string, repository = 'acme/shop'): Promise<WorkflowResult> => {
      const head = { sha: 'abc', repo: { full_name: repository } };
      const payload = { action, number: 7, pull_request: { number: 7, head } };
      return play(shop, textOf('examples/preview/preview.yml'), { event: 'pull_request', payload });
    };
    await expect(pull('opened', 'jim/shop')).rejects.toThrow('act ran no job');
    const opened = await pull('opened');
    expect(endOf(opened, 'preview')).toBe('paused (gate)');
    expect((await shop.rollout()).spec.template.spec.containers[0]?.image).toBe(imageOf('abc'));
    const closed = await pull('closed');
    expect([Object.keys(closed.jobs), endOf(closed, 'close')]).toEqual([['close'], 'aborted (requested)']);
  });

  it.concurrent('watch: the run is red while one of all targets is Degraded', async () => {
    const shop = await openShop(blueGreen);
    await somebody.sets(shop, imageOf('2.0.0'));
    await shop.until('the preview', ({ status }) => status?.phase === 'Paused');
    await somebody.aborts(shop);
    await shop.until('the abort', ({ status }) => status?.phase === 'Degraded');
    const workflow = textOf('examples/watch/watch.yml').replace(', rollout/api]', ', rollout/none]');
    const red = await play(shop, workflow, { event: 'schedule' });
    const degraded = red.jobs['status (rollout/web)'];
    expect(degraded).toMatchObject({
      steps: { rollout: { result: 'success' }, judge: { result: 'failure' } },
    });
    expect(degraded?.steps['judge']?.log).toContain('::error::rollout/web is Degraded');
    expect(red.jobs['status (rollout/none)']?.steps['judge']).toBeUndefined();

    await somebody.sets(shop, imageOf('1.0.0'));
    await shop.until('the end', ({ status }) => status?.phase === 'Healthy');
    const green = await play(shop, workflow.replace(', rollout/none]', ']'), { event: 'schedule' });
    expect(green.code).toBe(0);
  });

  it.concurrent('monorepo: what fails in staging keeps all of it from production', async () => {
    const shop = await openShop(blueGreen);
    const workflow = textOf('examples/monorepo/deploy.yml');
    // There is no rollout/api.
    const red = await play(shop, workflow, { event: 'push' });
    expect([red.code, Object.keys(red.jobs).toSorted()]).toEqual([1, ['staging (api)', 'staging (web)']]);
    expect(endOf(red, 'staging (web)')).toBe('healthy (completed)');
    expect(endOf(red, 'staging (api)')).toBe('refused (not-found)');
    const alone = workflow.replaceAll('[web, api]', '[web]');
    const green = await play(shop, alone, { event: 'push', files: { other: 'commit' } });
    expect(results(green)).toEqual({ 'staging (web)': 'success', 'production (web)': 'success' });
  });

  it.concurrent('reusable: the caller gets the state of one workflow to the next', async () => {
    const shop = await openShop(blueGreen);
    const called = ['deploy', 'promote', 'abort'].map((name) => [
      `.github/workflows/${name}.yml`,
      textOf(`examples/reusable/${name}.yml`),
    ]);
    const files = Object.fromEntries(called) as Readonly<Record<string, string>>;
    const run = await play(shop, textOf('examples/reusable/release.yml'), { event: 'push', files });
    expect(run.code).toBe(0);
    expect([endOf(run, 'deploy'), endOf(run, 'promote'), endOf(run, 'abort')]).toEqual([
      'paused (gate)',
      'healthy (completed)',
      undefined,
    ]);
  });
});

/** The story of chat-ops, on a GitHub of its own. */
async function chat(shop: Shop, github: GitHub): Promise<void> {
  const repository = github.repository('acme/shop');
  repository.pulls.push({ number: 7, branch: 'feature', sha: 'f'.repeat(40) });
  repository.collaborators.set('jane', 'write');
  const workflow = textOf('examples/chat-ops/command.yml');
  const [, action = ''] = /uses: (github\/command@\w+)/.exec(workflow) ?? [];
  let state = '';
  const say = async (body: string, actor = 'jane'): Promise<readonly unknown[]> => {
    const comment = repository.addComment(7, actor, body);
    const payload = {
      ...{ action: 'created', issue: { number: 7, pull_request: {} } },
      comment: { id: comment.id, body, user: { login: actor } },
    };
    const ran = await play(shop, workflow, {
      ...{ event: 'issue_comment', payload, actor, env: github.env(), secrets: { GITHUB_TOKEN: token } },
      actions: { [action]: join(root, '__tests__/github/stand-ins/command') },
    });
    const [job = ''] = Object.keys(ran.jobs);
    state = ran.jobs[job]?.steps['1']?.outputs['state'] || state;
    return [job, endOf(ran, job), comment.reactions.map(({ content }) => content).join(' ')];
  };

  await somebody.sets(shop, imageOf('2.0.0'));
  await shop.until('the preview', ({ status }) => status?.phase === 'Paused');
  expect(await say('/status')).toEqual(['status', 'paused (read)', '+1']);
  expect(await say('/promote please')).toEqual(['promote', 'refused (bad-input)', '-1']);
  expect(await say('/abort', 'jim')).toEqual(['abort', undefined, '-1']);
  await expect(say('/abortion')).rejects.toThrow('act ran no job');
  // GitHub's conditions do not tell case, github/command does.
  expect(await say('/ABORT')).toEqual(['abort', undefined, '']);
  expect(await say(`/promote ${state}`)).toEqual(['promote', 'healthy (completed)', '+1']);
}
