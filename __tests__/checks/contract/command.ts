import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { until } from '../../../cluster/wait.ts';
import { makeFolder } from '../../support/folder.ts';
import { type ProviderFixture, SECRET } from './fixture.ts';

/** What the contract suite measures with `command`: real programs. */
export const commandFixture: ProviderFixture = {
  right: [
    { run: 'npm test' },
    { run: 'exit 1\n', shell: 'bash', timeoutSeconds: 5, workingDirectory: 'tests' },
    { run: 'print(1)', shell: 'python -u {0}', env: { REGION: 'north', RETRIES: 3 } },
  ],
  wrong: [
    { raw: undefined, at: [[]] },
    { raw: 'npm test', at: [[]] },
    { raw: {}, at: [['run']] },
    { raw: { run: 'true', retries: 3 }, at: [['retries']] },
    { raw: { run: [], shell: 'fish', timeoutSeconds: '10s' }, at: [['run'], ['shell'], ['timeoutSeconds']] },
    {
      raw: { run: 'true', env: { 'A B': 'x', C: {} } },
      at: [
        ['env', 'A B'],
        ['env', 'C'],
      ],
    },
  ],
  async open() {
    const folder = await makeFolder();
    // Every program of this world has it in its environment.
    const WORLD = randomUUID();
    const scene = { env: { PATH: process.env['PATH'], GITHUB_WORKSPACE: folder.path, WORLD } };
    return {
      scene,
      answered: { raw: { run: 'echo building; echo 0.25' }, gives: { value: '0.25' } },
      secretive: [
        { run: `echo "$ARG_TOKEN"; echo ${SECRET}`, env: { TOKEN: SECRET } },
        { run: 'echo "$TOKEN" >&2; exit 1', env: { TOKEN: SECRET } },
        { run: 'echo "$ARG_TOKEN"; sleep 60', timeoutSeconds: 1 },
        { run: 'true', workingDirectory: `no/${SECRET}` },
        { run: 'true', shell: `${SECRET} {0}` },
      ],
      endless: {
        raw: { run: 'sleep 600 & touch begun; wait' },
        begun: () =>
          until(async () => (await readdir(folder.path)).includes('begun'), {
            what: 'the command to run',
            deadline: 10_000,
          }),
      },
      late: { raw: { run: 'sleep 600', timeoutSeconds: 1 }, withinMs: 5_000 },
      left: () => programsWith(`WORLD=${WORLD}`),
      close: () => folder.remove(),
    };
  },
};

async function programsWith(variable: string): Promise<number> {
  const ids = (await readdir('/proc')).filter((id) => /^\d+$/.test(id));
  const environments = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')),
  );
  return environments.filter((environment) => environment.split('\0').includes(variable)).length;
}
