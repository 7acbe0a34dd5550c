import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { StepResult, With } from '../support/action.ts';
import { codeBlocks, exampleFiles, type Step, textOf, type Workflow } from '../support/workflow.ts';
import { end, evaluate, notRun, openShop, runJob, stepOf } from './support/example-jobs.ts';
import { somebody } from './support/somebody.ts';

const first = 'ghcr.io/acme/web:2.0.0';
const second = 'ghcr.io/acme/web:3.0.0';

// At once: most of their time is that of timed pauses.
describe('the examples as they stand', () => {
  it.concurrent(
    'approval: what was approved is promoted to the end, and a late rejection does not touch it',
    async () => {
      const shop = await openShop('examples/canary/rollout.yaml');
      const file = 'examples/approval/deploy.yml';
      const deployed = await runJob(shop, file, 'deploy', { 'github.sha': '2.0.0' });
      expect(end(deployed)).toBe('0 paused (gate)');
      expect(deployed.outputs['image']).toBe(first);
      const values = { 'needs.deploy.outputs.state': deployed.outputs['state'] ?? '' };
      expect(end(await runJob(shop, file, 'promote', values))).toBe('0 healthy (completed)');
      expect(end(await runJob(shop, file, 'abort', values))).toBe('1 refused (nothing-to-do)');
    },
  );

  it.concurrent(
    'canary and operations: a push goes to the gate, and every choice of the form does its work',
    async () => {
      const shop = await openShop('examples/canary/rollout.yaml');
      const chosen = new Set<string>();
      const choose = async (operation: string, expected = ''): Promise<string> => {
        chosen.add(operation);
        const values = {
          'inputs.operation': operation,
          'inputs.target': 'rollout/web',
          'inputs.expect': expected,
          'inputs.revision': '',
        };
        return end(await runJob(shop, 'examples/operations/operate.yml', 'rollout', values));
      };
      const push = async (image: string): Promise<string> => {
        const values = { 'needs.build.outputs.image': image };
        const deployed = await runJob(shop, 'examples/canary/deploy.yml', 'deploy', values);
        expect(end(deployed)).toBe('0 paused (gate)');
        return deployed.outputs['state'] ?? '';
      };

      const state = await push(first);
      expect(await choose('status')).toBe('0 paused (read)');
      expect(await choose('pause')).toBe('0 paused (requested)');
      expect(await choose('resume', state)).toBe('0 paused (requested)');
      expect(await choose('promote')).toBe('1 refused (bad-input)');
      expect(await choose('promote', state)).toBe('0 healthy (completed)');
      expect(await choose('promote', state)).toBe('1 refused (does-not-fit)');

      const next = await push(second);
      expect(await choose('promote-full', state)).toBe('1 refused (does-not-fit)');
      expect(await choose('abort', next)).toBe('0 aborted (requested)');
      expect(await choose('retry', next)).toBe('0 paused (gate)');
      expect(await choose('rollback')).toBe('0 rolled-back (requested)');
      expect(await choose('promote-full', await push(second))).toBe('0 healthy (completed)');
      expect(await choose('restart')).toBe('0 healthy (requested)');

      const form = parse(textOf('examples/operations/operate.yml')) as {
        on: { workflow_dispatch: { inputs: { operation: { options: string[] } } } };
      };
      expect([...chosen].toSorted()).toEqual(form.on.workflow_dispatch.inputs.operation.options.toSorted());
    },
  );

  it.concurrent(
    'blue-green: the preview is promoted as it was tested; one that fails its test goes',
    async () => {
      const shop = await openShop('examples/blue-green/rollout.yaml');
      const file = 'examples/blue-green/deploy.yml';
      const deploy = async (version: string): Promise<With> => {
        const deployed = await runJob(shop, file, 'deploy', { 'github.sha': version });
        expect(end(deployed)).toBe('0 paused (gate)');
        return { 'needs.deploy.outputs.state': deployed.outputs['state'] ?? '' };
      };
      expect(end(await runJob(shop, file, 'promote', await deploy('2.0.0')))).toBe('0 healthy (completed)');
      expect(end(await runJob(shop, file, 'abort', await deploy('3.0.0')))).toBe('0 aborted (requested)');
    },
  );

  it.concurrent(
    'gitops: waits until the sync has set the image, writes nothing, and ends with the release',
    async () => {
      const shop = await openShop('examples/canary/rollout.yaml');
      const { namespace } = shop;
      const values = { 'needs.build.outputs.image': first };
      const following = shop.start({
        ...evaluate(stepOf('examples/gitops/follow.yml', 'follow'), values),
        namespace,
      });
      await following.logged(/Healthy/);
      await somebody.sets(shop, first);
      const followed = await following.result;
      expect(end(followed)).toBe('0 paused (gate)');
      expect(followed.outputs['image']).toBe(first);
      expect(Object.keys((await shop.rollout()).metadata.annotations ?? {})).not.toContainEqual(
        expect.stringContaining('rollout-conductor/'),
      );
    },
  );

  it.concurrent(
    'chat-ops: a comment promotes the state that it names and no other, aborts, and asks how it stands',
    async () => {
      const shop = await openShop('examples/smoke-test/rollout.yaml');
      const say = async (word: string, params = ''): Promise<StepResult> =>
        runJob(shop, 'examples/chat-ops/command.yml', word, { 'steps.command.outputs.params': params });
      const deploy = async (version: string): Promise<string> => {
        const file = 'examples/approval/deploy.yml';
        return (await runJob(shop, file, 'deploy', { 'github.sha': version })).outputs['state'] ?? '';
      };
      const state = await deploy('2.0.0');
      const status = await say('status');
      expect(end(status)).toBe('0 paused (read)');
      expect(status.outputs['state']).toBe(state);
      // "/promote" alone is not obeyed; "/promote please" is.
      expect(end(await say('promote', 'please'))).toBe('1 refused (bad-input)');
      expect(end(await say('promote', state))).toBe('0 healthy (completed)');
      const next = await deploy('3.0.0');
      expect(end(await say('abort', state))).toBe('1 refused (does-not-fit)');
      expect(end(await say('abort', next))).toBe('0 aborted (requested)');
      await deploy('4.0.0');
      expect(end(await say('abort'))).toBe('0 aborted (requested)');
    },
  );

  it.concurrent('watch: reads, and tells what is Degraded without failing itself', async () => {
    const shop = await openShop('examples/smoke-test/rollout.yaml');
    const look = (): Promise<StepResult> =>
      runJob(shop, 'examples/watch/watch.yml', 'status', { 'matrix.target': 'rollout/web' });
    expect((await look()).outputs['phase']).toBe('Healthy');
    await somebody.sets(shop, first);
    await shop.until('the preview', ({ status }) => status?.phase === 'Paused');
    await somebody.aborts(shop);
    const degraded = await look();
    expect([degraded.code, degraded.outputs['phase']]).toEqual([0, 'Degraded']);
  });

  it.concurrent('monorepo: each service goes to staging, and then to production', async () => {
    const shop = await openShop('examples/smoke-test/rollout.yaml');
    const go = async (job: string, version: string): Promise<string> => {
      const values = { 'matrix.service': 'web', 'github.sha': version };
      return end(await runJob(shop, 'examples/monorepo/deploy.yml', job, values));
    };
    expect(await go('staging', '2.0.0')).toBe('0 healthy (completed)');
    expect(await go('production', '3.0.0')).toBe('0 healthy (completed)');
  });

  it.concurrent('reusable: what was deployed is promoted, or aborted', async () => {
    const shop = await openShop('examples/smoke-test/rollout.yaml');
    const call = (operation: string, inputs: With): Promise<StepResult> =>
      runJob(shop, `examples/reusable/${operation}.yml`, operation, {
        ...{ 'inputs.namespace': shop.namespace, 'inputs.target': 'rollout/web' },
        ...inputs,
      });
    const deploy = async (image: string): Promise<With> => {
      const deployed = await call('deploy', { 'inputs.image': image });
      expect(end(deployed)).toBe('0 paused (gate)');
      return { 'inputs.expect': deployed.outputs['state'] ?? '' };
    };
    expect(end(await call('promote', await deploy(first)))).toBe('0 healthy (completed)');
    expect(end(await call('abort', await deploy(second)))).toBe('0 aborted (requested)');
  });

  it.concurrent('slack: the report is there for the message', async () => {
    const shop = await openShop('examples/smoke-test/rollout.yaml');
    const deployed = await runJob(shop, 'examples/slack/deploy.yml', 'deploy', { 'github.sha': '2.0.0' });
    expect(end(deployed)).toBe('0 paused (gate)');
    expect(deployed.outputs['report']).toMatch(/\.json$/);
  });

  it.concurrent('restart: every pod is another one, of the same revision', async () => {
    const shop = await openShop('examples/canary/rollout.yaml');
    const before = (await shop.rollout()).status.currentPodHash;
    expect(end(await runJob(shop, 'examples/restart/nightly.yml', 'restart'))).toBe('0 healthy (requested)');
    expect((await shop.rollout()).status.currentPodHash).toBe(before);
  });

  it.concurrent(
    'README.md: deploys to the gate, promotes what was seen, and a cancelled run holds the release',
    async () => {
      const files = exampleFiles.map(textOf);
      const own = codeBlocks('README.md', 'yaml').filter((yaml) => !files.includes(yaml));
      const steps = own.map((yaml) => parse(yaml) as Workflow | readonly Step[]);
      const [deploy, promote, cancelled, ...others] = steps.flatMap((block) =>
        'jobs' in block ? Object.values(block.jobs).flatMap(({ steps = [] }) => steps) : block,
      );
      expect([promote, cancelled, others]).toEqual([expect.anything(), expect.anything(), []]);
      const shop = await openShop('examples/canary/rollout.yaml');
      const { namespace } = shop;
      const inputs = (step: Step = {}, values: With = {}): With => ({ ...evaluate(step, values), namespace });

      const deployed = await shop.step(inputs(deploy, { 'github.sha': '2.0.0' }));
      expect(end(deployed)).toBe('0 paused (gate)');
      const seen = { 'needs.deploy.outputs.state': deployed.outputs['state'] ?? '' };
      expect(end(await shop.step(inputs(promote, seen)))).toBe('0 healthy (completed)');

      const releasing = shop.start({
        ...inputs(cancelled, { 'github.sha': '3.0.0' }),
        'on-pause': 'promote',
      });
      await releasing.logged(/step 3\/8/);
      releasing.kill('SIGINT');
      expect(end(await releasing.result)).toBe('1 paused (cancelled)');
      expect((await shop.rollout()).spec).toMatchObject({ paused: true });
    },
  );

  it('are all run, each job of theirs', () => {
    expect(notRun({ withChecks: false })).toEqual([]);
  });
});
