import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../cluster/wait.ts';
import { command } from '../../src/checks/command.ts';
import type { Measured, Scene, Shown } from '../../src/checks/provider.ts';
import { redactor } from '../../src/checks/redact.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { complaintsOf, specOf } from './support/parsing.ts';
import { sceneWith } from './support/scene.ts';

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

const shown: Shown[] = [];
async function measure(raw: object, parts: Partial<Scene> = {}, signal = new AbortController().signal) {
  shown.length = 0;
  const env = { PATH: process.env['PATH'], RUNNER_TEMP: folder.path, ...parts.env };
  const scene = sceneWith({ ...parts, env });
  return command.measure(specOf(command, raw), scene, signal, (now) => shown.push(now));
}
const measureScript = (run: string, parts: Partial<Scene> = {}): Promise<Measured> => measure({ run }, parts);

/** A process that has ended and that nobody asked about (a zombie) does not live. */
async function isAlive(pidFile: string): Promise<boolean> {
  const pid = (await folder.read(pidFile)).trim();
  const stat = pid === '' ? '' : await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) [ZX] /.test(stat);
}
const toBeGone = (pidFile: string): Promise<void> =>
  until(async () => !(await isAlive(pidFile)), { what: `${pidFile} to be gone`, deadline: 1_000 });

describe('what a command measures', () => {
  it.each([
    ['a number', 'echo building; echo 0.25', 0.25, '0.25'],
    ['an object', `echo '{"p99": 120, "errors": []}'`, { p99: 120, errors: [] }, '{"p99":120,"errors":[]}'],
    ['JSON over several lines', `echo start; printf '{\\n  "p99": 120\\n}\\n'`, { p99: 120 }, '{"p99":120}'],
    ['a list over several lines', `printf '[\\n  1,\\n  [2]\\n]\\n'`, [1, [2]], '[1,[2]]'],
    ['a text', 'echo all is well', 'all is well', 'all is well'],
    ['a bracket that ends no JSON', 'echo "if {"; echo "}"', '}', '}'],
    ['a hash that looks like a number', 'echo 12e4567', '12e4567', '12e4567'],
    ['blank lines at the end', `printf '7\\n\\n  \\n'`, 7, '7'],
    ['nothing', 'true', '', ''],
  ])('reads %s from its last line', async (_, run, result, value) => {
    expect(await measureScript(run)).toMatchObject({ kind: 'result', result, value });
  });

  it('does not read what it writes to stderr as a result', async () => {
    expect(await measureScript('echo 1; echo 2 >&2')).toMatchObject({ kind: 'result', result: 1 });
  });

  it('is Failed by any other exit code, whatever it printed', async () => {
    expect(await measureScript('echo 1; exit 3')).toMatchObject({
      kind: 'verdict',
      verdict: 'Failed',
      value: 'exit code 3',
      log: ['1'],
    });
  });

  it('is an error where it does not end in time, and shows what it wrote', async () => {
    const measured = measure({ run: 'echo waiting; sleep 60', timeoutSeconds: 1 });
    await expect(measured).rejects.toThrow('the command did not end within 1s');
    expect(shown).toMatchObject([{ log: ['waiting'] }]);
  });

  it('is an error where somebody kills it', async () => {
    await expect(measureScript('kill -KILL $$')).rejects.toThrow('the command was killed by SIGKILL');
  });

  it('has no stdin to wait for', async () => {
    expect(await measureScript('cat; echo done')).toMatchObject({ result: 'done' });
  });
});

describe('how a script is run', () => {
  it('stops at the first error, as `run:` does', async () => {
    expect(await measureScript('false; echo 1')).toMatchObject({ verdict: 'Failed' });
  });

  it('goes on after a failed pipe without a shell, and stops with `shell: bash`', async () => {
    expect(await measureScript('false | true; echo 1')).toMatchObject({ result: 1 });
    expect(await measure({ run: 'false | true; echo 1', shell: 'bash' })).toMatchObject({
      verdict: 'Failed',
    });
  });

  it.each([
    ['sh', 'echo "$0"', /script\.sh$/],
    ['python', 'import sys; print(sys.argv[0])', /script\.py$/],
    ['bash --norc -x {0}', 'echo "$0"', /script\.sh$/],
    ['env GREETING="good day" sh {0}', 'echo "$GREETING"', /^good day$/],
  ])('runs it with %s', async (shell, run, value) => {
    expect((await measure({ run, shell })).value).toMatch(value);
  });

  it('takes sh where there is no bash', async () => {
    await folder.write('bin/sh', '#!/bin/sh\necho instead of bash\n', 0o755);
    expect(await measureScript('echo 1', { env: { PATH: `${folder.path}/bin` } })).toMatchObject({
      value: 'instead of bash',
    });
  });

  it('leaves no script behind', async () => {
    await measureScript('true');
    await measureScript('exit 1');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('begins in the workspace, or in the folder below it that is named', async () => {
    await folder.write('tests/here', '');
    const env = { GITHUB_WORKSPACE: folder.path };
    expect(await measure({ run: 'pwd' }, { env })).toMatchObject({ value: folder.path });
    expect(await measure({ run: 'pwd', workingDirectory: 'tests' }, { env })).toMatchObject({
      value: `${folder.path}/tests`,
    });
  });
});

describe('the environment of a command', () => {
  it('has the args, and text in them is never run', async () => {
    const args = new Map([
      ['pod-hash', '7d9c; echo $(touch broken)'],
      ['canary.service', 'web'],
    ]);
    expect(await measureScript('echo "$ARG_POD_HASH $ARG_CANARY_SERVICE"', { args })).toMatchObject({
      value: '7d9c; echo $(touch broken) web',
    });
  });

  it('has what the check says before what the step says', async () => {
    const env = { REGION: 'north', ZONE: 'a' };
    expect(await measure({ run: 'echo $REGION $ZONE', env: { REGION: 'south' } }, { env })).toMatchObject({
      value: 'south a',
    });
  });

  it('has neither inputs nor what belongs to this step alone', async () => {
    const hidden = {
      INPUT_KUBECONFIG: 'x',
      'INPUT_GITHUB-TOKEN': 'x',
      STATE_run: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      ACTIONS_RESULTS_URL: 'x',
      ACTIONS_CACHE_URL: 'x',
      GITHUB_OUTPUT: 'x',
      GITHUB_ENV: 'x',
      GITHUB_PATH: 'x',
      GITHUB_STATE: 'x',
      GITHUB_STEP_SUMMARY: 'x',
    };
    const kept = {
      GITHUB_SHA: 'abc',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
      KUBECONFIG: 'x',
      GITHUB_ENVIRONMENT: 'x',
    };
    const run = 'import json, os; print(json.dumps(sorted(os.environ)))';
    const measured = await measure({ run, shell: 'python' }, { env: { ...hidden, ...kept } });
    const names = measured.kind === 'result' ? (measured.result as string[]) : [];
    expect(names.filter((name) => name in hidden)).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(Object.keys(kept)));
  });
});

describe('what people see of a command', () => {
  it('is the script and the last lines, and no colours or blank lines', async () => {
    const run = `for n in $(seq 30); do echo "line $n"; done; printf '\\033[31mred\\033[0m\\n\\n10%%\\r99%%'`;
    const measured = await measureScript(run);
    expect(measured.query).toBe(run);
    expect(measured.log).toHaveLength(20);
    expect(measured.log?.slice(-3)).toEqual(['line 30', 'red', '99%']);
  });

  it('has no workflow command', async () => {
    const { log } = await measureScript(
      `echo '::error file=a.js,line=1::broken'; echo '::group::tests'; echo '::set-output name=ended::healthy'`,
    );
    expect(log).toEqual(['error: broken', 'tests', 'healthy']);
  });

  it('has neither secrets nor what the command itself masks', async () => {
    const secret = 'correct-horse';
    const scene = { redact: redactor([secret]), args: new Map([['key', secret]]) };
    const measured = await measureScript('echo "::add-mask::battery"; echo "$ARG_KEY battery"', scene);
    expect(measured).toMatchObject({ value: '*** ***', log: ['*** ***'] });
    const long = await measureScript(`printf '%0490d' 0; echo "$ARG_KEY"`, scene);
    expect(long.log?.[0]).toMatch(/^0+\*\*\*$/);
  });

  it('is bounded, whatever is written', async () => {
    const measured = await measureScript(
      `head -c 20000000 /dev/zero | tr '\\0' x; echo; yes | head -n 500000; echo 5`,
    );
    expect(measured).toMatchObject({ result: 5 });
    expect(measured.log?.every((line) => line.length <= 500)).toBe(true);
  });
});

describe('the end of a command', () => {
  const ignoring = "trap '' TERM";

  it('ends what it has started, when it does not end in time', async () => {
    const run = `sh -c 'echo $$ > child; sleep 60' & wait`;
    const env = { GITHUB_WORKSPACE: folder.path };
    await expect(measure({ run, timeoutSeconds: 1 }, { env })).rejects.toThrow('did not end');
    expect(await isAlive('child')).toBe(false);
  });

  it('kills what does not end when it is asked to', async () => {
    const run = `${ignoring}; sh -c "${ignoring}; echo \\$\\$ > child; while :; do sleep 0.1; done" & while :; do sleep 0.1; done`;
    const env = { GITHUB_WORKSPACE: folder.path };
    await expect(measure({ run, timeoutSeconds: 1 }, { env })).rejects.toThrow('did not end');
    await toBeGone('child');
  });

  it('ends a grandchild in a group of its own that holds the output open', async () => {
    const run = `setsid sh -c 'echo $$ > child; sleep 60' & sleep 60`;
    const env = { GITHUB_WORKSPACE: folder.path };
    await expect(measure({ run, timeoutSeconds: 1 }, { env })).rejects.toThrow('did not end');
    await toBeGone('child');
  });

  it('does not wait for what it leaves behind, and ends that', async () => {
    const env = { GITHUB_WORKSPACE: folder.path };
    const started = Date.now();
    const run = `setsid sh -c 'echo $$ > child; sleep 60' & until [ -s child ]; do sleep 0.05; done; echo 1`;
    expect(await measure({ run }, { env })).toMatchObject({ result: 1 });
    expect(Date.now() - started).toBeLessThan(20_000);
    await toBeGone('child');
  });

  it('is at once when the round is stopped, with its reason', async () => {
    const stop = new AbortController();
    const env = { GITHUB_WORKSPACE: folder.path };
    const measured = measure({ run: 'echo $$ > child; sleep 60; echo 1' }, { env }, stop.signal);
    await until(() => isAlive('child'), { what: 'the command to run', deadline: 10_000 });
    stop.abort(new Error('the run was cancelled'));
    await expect(measured).rejects.toThrow('the run was cancelled');
    expect(await isAlive('child')).toBe(false);
  });
});

describe('a command that cannot be run', () => {
  const verify = (raw: object, parts: Partial<Scene> = {}): Promise<void> =>
    command.verify?.(specOf(command, raw), sceneWith(parts), new AbortController().signal) ??
    Promise.resolve();

  it('is told before anything is changed', async () => {
    await verify({ run: 'true' });
    await expect(verify({ run: 'true', shell: 'no-such-shell {0}' })).rejects.toThrow('has no no-such-shell');
    await expect(verify({ run: 'true' }, { env: { PATH: '/nowhere' } })).rejects.toThrow(
      'has no bash and no sh',
    );
    await expect(verify({ run: 'true', workingDirectory: 'no/folder' })).rejects.toThrow(
      'There is no folder',
    );
  });

  it('is refused where two args are one variable', async () => {
    const args = new Map([
      ['pod-hash', '1'],
      ['pod_hash', '2'],
    ]);
    await expect(verify({ run: 'true' }, { args })).rejects.toThrow(
      'pod-hash and pod_hash are the same variable',
    );
  });

  it('says which arg no variable can hold, and not its value', async () => {
    const args = new Map([['key', 'secret\0']]);
    await expect(measureScript('true', { args })).rejects.toThrow(
      /^the arg key holds a null byte, which no variable can$/,
    );
  });
});

describe('what is wrong in a command', () => {
  it.each<[string, unknown, string[]]>([
    ['no map', 'echo 1', ['is no object']],
    ['no script', {}, ['run is missing']],
    ['an empty script', { run: ' ' }, ['run is no text']],
    [
      'an unknown shell',
      { run: '1', shell: 'fish' },
      ['shell is no shell (allowed: bash, sh, pwsh, python, or'],
    ],
    ['a prototype as shell', { run: '1', shell: 'constructor' }, ['shell is no shell']],
    [
      'a bad time-out',
      { run: '1', timeoutSeconds: 0 },
      ['timeoutSeconds is no such number (allowed: a whole number from 1'],
    ],
    [
      'an unknown field',
      { run: '1', timeout: 5 },
      ['timeout is not a field that it has (allowed: run, shell'],
    ],
    ['a bad variable', { run: '1', env: { 'A B': '1', C: [] } }, ['env.A B is no name', 'env.C is no text']],
  ])('is told: %s', (_, raw, told) => {
    const complaints = complaintsOf(command, raw);
    expect(complaints).toHaveLength(told.length);
    for (const text of told) expect(complaints.join('\n')).toContain(text.trim());
  });

  it('is nothing for a number or an arg that was filled in', () => {
    const env = { PORT: 80, DEBUG: true };
    expect(specOf(command, { run: 'x', timeoutSeconds: '90', env })).toMatchObject({
      timeoutMs: 90_000,
      env: { PORT: '80', DEBUG: 'true' },
    });
  });
});
