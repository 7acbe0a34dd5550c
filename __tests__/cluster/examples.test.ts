import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { build } from '../../cluster/build.ts';
import { outputOf } from '../../cluster/cache.ts';
import { componentNamed } from '../../cluster/components.ts';
import { runAction, type With } from '../support/action.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import {
  exampleFiles,
  filesBelow,
  placeholder,
  root,
  textOf,
  type Workflow,
  workflowsIn,
} from '../support/workflow.ts';
import {
  applyManifests,
  clusterKubeconfig,
  freshNamespace,
  type KubernetesObject,
  waitFor,
} from './support/kubernetes.ts';

describe('actionlint', () => {
  const actionlint = componentNamed('actionlint');
  let folder: Folder;

  // A repository that has this action in its root, so that actionlint knows the inputs and outputs of `./`.
  beforeAll(async () => {
    await build([actionlint], () => undefined);
    folder = await makeFolder();
    for (const part of ['.git', '.github/workflows', 'dist'])
      mkdirSync(join(folder.path, part), { recursive: true });
    cpSync(join(root, 'action.yml'), join(folder.path, 'action.yml'));
    await folder.write('dist/index.js', '');
  });

  afterAll(() => folder.remove());

  /** What actionlint finds in a workflow; empty for nothing. */
  function lint(workflow: string): Promise<string> {
    const file = join(folder.path, '.github', 'workflows', 'workflow.yml');
    writeFileSync(file, withMajors(workflow).replaceAll(placeholder, './'));
    return new Promise((resolve) => {
      const args = ['-no-color', '-shellcheck=', '-pyflakes=', file];
      execFile(outputOf(actionlint), args, { cwd: folder.path }, (error, stdout, stderr) =>
        resolve(error === null ? '' : `${stdout}${stderr}` || error.message),
      );
    });
  }

  it.each([...exampleFiles, ...filesBelow('.github/workflows', '.yml')])(
    'finds nothing in %s',
    async (file) => {
      expect(await lint(textOf(file))).toBe('');
    },
  );

  it.each(
    ['README.md', 'docs/clusters.md'].flatMap((page) =>
      workflowsIn(page).map((yaml) => [(parse(yaml) as { name: string }).name, page, yaml] as const),
    ),
  )('finds nothing in "%s" of %s', async (_, __, yaml) => {
    expect(await lint(yaml)).toBe('');
  });

  it("would find a wrong input of somebody else's action, though it is pinned by SHA", async () => {
    const [workflow = ''] = workflowsIn('docs/clusters.md');
    expect(await lint(workflow.replace('role-to-assume:', 'role:'))).toContain('input "role" is not defined');
  });

  it('would find an input and an output that are not there', async () => {
    const workflow = textOf('examples/canary/deploy.yml');
    expect(await lint(workflow.replace('on-pause:', 'on-gate:'))).toContain(
      'input "on-gate" is not defined in action',
    );
    expect(await lint(workflow.replace('outputs.state', 'outputs.status'))).toContain(
      'property "status" is not defined',
    );
  });
});

/** Each action by its major version in place of its SHA: actionlint knows the inputs of well-known ones by that. */
function withMajors(workflow: string): string {
  return workflow.replace(/@[0-9a-f]{40} # (v\d+)\S*/g, '@$1');
}

describe('the examples as they stand', () => {
  const image = 'ghcr.io/acme/web:2.0.0';

  /** The inputs of the last step of a job, with what GitHub would put in place of each expression. */
  function inputsOf(file: string, job: string, values: With): With {
    const { jobs } = parse(textOf(file)) as Workflow;
    const given = Object.entries(jobs[job]?.steps.at(-1)?.with ?? {});
    const evaluate = (_: string, expression: string): string => {
      const value = values[expression];
      if (value === undefined) throw new Error(`The test gives no value for "${expression}" in ${file}.`);
      return value;
    };
    return Object.fromEntries(
      given.map(([input, text]) => [input, text.replace(/\$\{\{ (.+?) \}\}/g, evaluate)]),
    );
  }

  /** A namespace with the Rollout of the examples, Healthy; runs a job of an example there. */
  async function openShop(): Promise<
    (file: string, job: string, values?: With) => ReturnType<typeof runAction>
  > {
    const namespace = await freshNamespace();
    await applyManifests(namespace, join(root, 'examples/canary/rollout.yaml'));
    const isHealthy = ({ status }: KubernetesObject & { status?: { phase?: string } }): boolean =>
      status?.phase === 'Healthy';
    await waitFor(namespace, 'rollouts.argoproj.io', 'web', isHealthy, {
      what: 'the first version to be Healthy',
    });
    return (file, job, values = {}) =>
      runAction({
        ...inputsOf(file, job, { 'secrets.KUBECONFIG': clusterKubeconfig(), ...values }),
        namespace,
      });
  }

  it('canary: a push goes to the gate, a person looks at it and aborts it', async () => {
    const run = await openShop();
    const deployed = await run('examples/canary/deploy.yml', 'deploy', {
      'needs.build.outputs.image': image,
    });
    expect(deployed.outputs).toMatchObject({ ended: 'paused', reason: 'gate', image });
    const form = (operation: string): With => ({
      'inputs.operation': operation,
      'inputs.target': 'rollout/web',
      'inputs.expect': deployed.outputs['state'] ?? '',
    });
    const read = await run('examples/canary/promote.yml', 'rollout', form('status'));
    expect(read).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'read' } });
    const aborted = await run('examples/canary/promote.yml', 'rollout', form('abort'));
    expect(aborted).toMatchObject({ code: 0, outputs: { ended: 'aborted', reason: 'requested' } });
  });

  it('approval: what was approved is promoted to the end, and a late rejection does not touch it', async () => {
    const run = await openShop();
    const deployed = await run('examples/approval/deploy.yml', 'deploy', { 'github.sha': '2.0.0' });
    expect(deployed.outputs).toMatchObject({ ended: 'paused', reason: 'gate', image });
    const values = { 'needs.deploy.outputs.state': deployed.outputs['state'] ?? '' };
    const promoted = await run('examples/approval/deploy.yml', 'promote', values);
    expect(promoted).toMatchObject({ code: 0, outputs: { ended: 'healthy', reason: 'completed' } });
    const aborted = await run('examples/approval/deploy.yml', 'abort', values);
    expect(aborted).toMatchObject({ code: 1, outputs: { ended: 'refused', reason: 'nothing-to-do' } });
  });
});
