import { access, constants, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ActionableError } from '../errors.ts';
import type { Environment } from '../inputs.ts';
import { describeDuration } from '../support/duration.ts';
import { commandEnv, sameVariable } from './command/env.ts';
import { type CommandOutput, commandOutput } from './command/output.ts';
import { readResult } from './command/result.ts';
import { type CommandSpec, parseCommand } from './command/spec.ts';
import type { Measured, Provider, Scene, Shown } from './provider.ts';
import { type CommandEnd, runCommand } from './command/run-command.ts';
import { type Shell, defaultShells } from './command/shell.ts';

type Redact = Scene['redact'];

/** A value for people; the JSON report holds no whole documents. */
const LONGEST_VALUE = 10_000;

/**
 * A command on the runner: `provider.command`, which only a workflow has. The script is run as `run:` runs one.
 *
 * - Exit code 0: `result` is the last line of stdout, as JSON or as text; without a condition it is Successful.
 * - Any other exit code is Failed, whatever the conditions say: so is a step, and so is a Job. A script whose programs
 *   may fail for reasons of their own tells so by its last line, and ends with 0.
 * - A script that does not end in time, or is killed, has measured nothing: Error, which is tried again.
 */
export const command: Provider<CommandSpec> = {
  conditions: true,
  verbatim: ['run', 'shell'],
  parse: parseCommand,
  access: () => [],
  async verify(spec, { env, args, redact }) {
    const same = sameVariable(args.keys());
    if (same !== undefined) {
      throw new ActionableError({
        what: `The args ${same[0]} and ${same[1]} are the same variable for a command.`,
        next: 'rename one of them.',
        reason: 'bad-input',
      });
    }
    await shellOf(spec, env, redact);
    await folderOf(spec, env, redact);
  },
  async measure(spec, { env, args, redact }, signal, progress) {
    signal.throwIfAborted();
    const [shell, cwd] = [await shellOf(spec, env, redact), await folderOf(spec, env, redact)];
    const output = commandOutput();
    const hide: Redact = (text) => redact(output.redact(text));
    const shown = (): Shown => ({ query: redact(spec.run.trim()), log: output.log(redact) });
    const scripts = await mkdtemp(path.join(env['RUNNER_TEMP'] || tmpdir(), 'check-'));
    try {
      const script = path.join(scripts, `script${shell.ending}`);
      await writeFile(script, shell.wrap(spec.run), { mode: 0o600 });
      const end = await runCommand(
        {
          program: shell.program,
          args: shell.args.map((arg) => arg.replaceAll('{0}', script)),
          cwd,
          env: commandEnv(env, args, spec.env),
          timeoutMs: spec.timeoutMs,
        },
        (from, piece) => output.add(from, piece),
        signal,
      );
      progress(shown());
      return { ...judge(end, spec, output, hide), ...shown() };
    } finally {
      await rm(scripts, { recursive: true, force: true });
    }
  },
};

function judge(end: CommandEnd, spec: CommandSpec, output: CommandOutput, hide: Redact): Measured {
  if (end.kind === 'timeout')
    throw new Error(`the command did not end within ${describeDuration(spec.timeoutMs)}`);
  if (end.kind === 'killed') throw new Error(`the command was killed by ${end.signal}`);
  if (end.code !== 0) {
    return { kind: 'verdict', verdict: 'Failed', value: `exit code ${String(end.code)}`, message: '' };
  }
  const { result, value } = readResult(output.stdout());
  return { kind: 'result', result, value: hide(value).slice(0, LONGEST_VALUE) };
}

/** The shell that is named, or the first one that is there. Throws ActionableError. */
async function shellOf({ shell }: CommandSpec, env: Environment, redact: Redact): Promise<Shell> {
  const wanted = shell === undefined ? defaultShells : [shell];
  for (const one of wanted) if (await isProgram(one.program, env)) return one;
  throw new ActionableError({
    what: redact(
      `This runner has no ${wanted.map(({ program }) => program).join(' and no ')}, which a check is run with.`,
    ),
    next: 'install it in an earlier step, or name another shell.',
    reason: 'bad-input',
  });
}

async function isProgram(program: string, env: Environment): Promise<boolean> {
  const folders = program.includes('/') ? [''] : (env['PATH'] ?? '').split(path.delimiter);
  const found = folders.map(async (folder) => {
    const file = path.join(folder, program);
    await access(file, constants.X_OK);
    return file;
  });
  return Promise.any(found).then(
    () => true,
    () => false,
  );
}

/** Where it is run. Throws ActionableError. */
async function folderOf(
  { workingDirectory }: CommandSpec,
  env: Environment,
  redact: Redact,
): Promise<string> {
  const folder = path.resolve(env['GITHUB_WORKSPACE'] || '.', workingDirectory);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return folder;
  throw new ActionableError({
    what: redact(`There is no folder ${folder}, which a check is run in.`),
    next: 'check the repository out before this step, or correct workingDirectory.',
    reason: 'bad-input',
  });
}
