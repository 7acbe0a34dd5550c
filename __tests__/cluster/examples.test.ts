import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { build } from '../../cluster/build.ts';
import { outputOf } from '../../cluster/cache.ts';
import { componentNamed } from '../../cluster/components.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { exampleFiles, filesBelow, placeholder, root, textOf, workflowsIn } from '../support/workflow.ts';

describe('actionlint', () => {
  const actionlint = componentNamed('actionlint');
  let folder: Folder;

  // A repository that has this action in its root, so that actionlint knows the inputs and outputs of `./`.
  beforeAll(async () => {
    await build([actionlint], () => undefined);
    folder = await makeFolder();
    for (const part of ['.git', '.github/workflows', 'dist'])
      mkdirSync(join(folder.path, part), { recursive: true });
    // Those that are called, so that it knows their inputs, secrets and outputs.
    cpSync(join(root, 'examples/reusable'), join(folder.path, '.github/workflows'), { recursive: true });
    cpSync(join(root, 'action.yml'), join(folder.path, 'action.yml'));
    const { runs } = parse(textOf('action.yml')) as { runs: { main: string; post: string } };
    for (const program of new Set([runs.main, runs.post])) await folder.write(program, '');
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

  it('would find an input, a secret and an output that a workflow which is called has not', async () => {
    const caller = textOf('examples/reusable/release.yml');
    expect(await lint(caller.replace('      environment: production', '      env: production'))).toContain(
      'input "env" is not defined in "./.github/workflows/promote.yml"',
    );
    expect(await lint(caller.replace('KUBECONFIG: $', 'KUBE: $'))).toContain(
      'secret "KUBE" is not defined in "./.github/workflows/deploy.yml"',
    );
    expect(await lint(caller.replace('outputs.reason', 'outputs.reasons'))).toContain(
      'property "reasons" is not defined',
    );
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
