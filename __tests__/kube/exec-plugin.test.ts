import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kubeClient } from '../../src/kube/client.ts';
import { type Connection, connect } from '../../src/kube/config.ts';
import { runExecPlugin } from '../../src/kube/exec-plugin.ts';
import { rollouts } from '../../src/kube/resources.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { json, kubeconfigText, startKubeServer, status } from '../support/kube-server.ts';
import { rollout } from '../support/objects.ts';

let folder: Folder;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  folder = await makeFolder();
  env = { PATH: `${folder.path}:/usr/bin:/bin`, PLUGIN_HOME: folder.path };
});
afterEach(() => folder.remove());

/** A plugin that notes each run with what it was told, and prints the next of its answers. */
async function plugin(...answers: object[]): Promise<void> {
  await Promise.all(
    answers.map((answer, index) =>
      folder.write(`answer-${String(index + 1)}`, JSON.stringify({ kind: 'ExecCredential', status: answer })),
    ),
  );
  const script = [
    '#!/bin/sh',
    'echo "$KUBERNETES_EXEC_INFO" >> "$PLUGIN_HOME/runs"',
    'cat "$PLUGIN_HOME/answer-$(wc -l < "$PLUGIN_HOME/runs" | tr -d " ")"',
  ];
  await folder.write('plugin', `${script.join('\n')}\n`, 0o755);
}

async function runs(): Promise<string[]> {
  return (await folder.read('runs')).split('\n').filter((line) => line !== '');
}

function connectWith(
  exec: object,
  cluster: object = {},
  server = 'https://api.example.com',
  clock = fakeClock(),
): Promise<Connection> {
  const user = { exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'plugin', ...exec } };
  return connect({ kubeconfig: kubeconfigText(server, { user, cluster }), env, clock });
}

describe('an exec plugin', () => {
  it('runs once for ten requests at the same time', async () => {
    await plugin({ token: 'from-plugin' });
    const server = await startKubeServer({}, ...Array.from({ length: 10 }, () => json(rollout('web', '1'))));
    const connection = await connectWith({}, {}, server.url);
    const client = kubeClient(connection, { version: '1' });
    const ref = { resource: rollouts, namespace: 'shop', name: 'web' };
    await Promise.all(Array.from({ length: 10 }, () => client.get(ref)));
    expect(await runs()).toHaveLength(1);
    expect(new Set(server.heard.map(({ headers }) => headers.authorization))).toEqual(
      new Set(['Bearer from-plugin']),
    );
    expect(connection.secrets()).toEqual(['from-plugin']);
    connection.close();
    await server.close();
  });

  it('is told its version, that nobody is there, and the cluster only if it asks', async () => {
    await plugin({ token: 'a' }, { token: 'b' });
    await (await connectWith({})).credentials();
    const authority = await folder.write('ca.pem', 'AUTHORITY');
    const extensions = [{ name: 'client.authentication.k8s.io/exec', extension: { audience: 'x' } }];
    await (
      await connectWith({ provideClusterInfo: true }, { 'certificate-authority': authority, extensions })
    ).credentials();
    expect((await runs()).map((line) => JSON.parse(line) as unknown)).toEqual([
      { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', spec: { interactive: false } },
      {
        apiVersion: 'client.authentication.k8s.io/v1',
        kind: 'ExecCredential',
        spec: {
          interactive: false,
          cluster: {
            server: 'https://api.example.com',
            'certificate-authority-data': Buffer.from('AUTHORITY').toString('base64'),
            config: { audience: 'x' },
          },
        },
      },
    ]);
  });

  it('runs again when its credential ends, and not before', async () => {
    const clock = fakeClock();
    const expirationTimestamp = new Date(clock.now() + 60_000).toISOString();
    await plugin({ token: 'one', expirationTimestamp }, { token: 'two' });
    const connection = await connectWith({}, {}, undefined, clock);
    const before = await connection.credentials();
    clock.advance(50_000);
    expect(await connection.credentials()).toBe(before);
    clock.advance(6_000);
    expect((await connection.credentials()).headers).toEqual({ Authorization: 'Bearer two' });
    expect(await runs()).toHaveLength(2);
  });

  it('runs again when the server refuses its token: a write that arrives twice was not done the first time', async () => {
    await plugin({ token: 'one' }, { token: 'two' });
    const server = await startKubeServer({}, status(401, 'Unauthorized'), json(rollout('web', '1')));
    const connection = await connectWith({}, {}, server.url);
    const ref = { resource: rollouts, namespace: 'shop', name: 'web' };
    const client = kubeClient(connection, { version: '1' });
    await client.patch(ref, { type: 'merge', body: {} }, { repeatable: false });
    expect(server.heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer one', 'Bearer two']);
    connection.close();
    await server.close();
  });

  it('runs only once more for one request that the server goes on refusing', async () => {
    await plugin({ token: 'one' }, { token: 'two' }, { token: 'three' });
    const server = await startKubeServer({}, status(401, 'Unauthorized'), status(401, 'Unauthorized'));
    const connection = await connectWith({}, {}, server.url);
    const ref = { resource: rollouts, namespace: 'shop', name: 'web' };
    await expect(kubeClient(connection, { version: '1' }).get(ref)).rejects.toMatchObject({
      kind: 'unauthorized',
    });
    expect(server.heard).toHaveLength(2);
    connection.close();
    await server.close();
  });

  it('renews once for many requests that were refused together', async () => {
    await plugin({ token: 'one' }, { token: 'two' }, { token: 'three' });
    const connection = await connectWith({});
    const refused = await connection.credentials();
    const renewed = await Promise.all([1, 2, 3].map(() => connection.renew(refused)));
    expect(new Set(renewed.map(({ headers }) => headers['Authorization']))).toEqual(new Set(['Bearer two']));
    expect(await runs()).toHaveLength(2);
  });

  it('is not asked in vain: the same token again is not sent again', async () => {
    await plugin({ token: 'one' }, { token: 'one' });
    const server = await startKubeServer({}, status(401, 'Unauthorized'));
    const connection = await connectWith({}, {}, server.url);
    const ref = { resource: rollouts, namespace: 'shop', name: 'web' };
    await expect(kubeClient(connection, { version: '1' }).get(ref)).rejects.toMatchObject({
      kind: 'unauthorized',
    });
    expect(server.heard).toHaveLength(1);
    connection.close();
    await server.close();
  });

  it('is relative to its kubeconfig if its command has a slash, and has the environment it asks for', async () => {
    await folder.write('bin/here', '#!/bin/sh\necho "{\\"status\\":{\\"token\\":\\"$GIVEN\\"}}"\n', 0o755);
    const exec = { apiVersion: 'v1', command: './bin/here', env: [{ name: 'GIVEN', value: 'by-env' }] };
    const file = await folder.write('config', kubeconfigText('https://api.example.com', { user: { exec } }));
    const connection = await connect({ kubeconfig: file, env });
    expect((await connection.credentials()).headers).toEqual({ Authorization: 'Bearer by-env' });
  });
});

describe('an exec plugin that fails', () => {
  const script = (text: string): Promise<string> => folder.write('plugin', `#!/bin/sh\n${text}\n`, 0o755);

  it('is named if it is not installed, with its own hint', async () => {
    const connection = await connectWith({ command: 'no-such-plugin', installHint: 'Install it so.' });
    await expect(connection.credentials()).rejects.toThrow(
      /no-such-plugin of the kubeconfig was not found on this runner[^]*Install it so\./,
    );
  });

  it('shows the last lines of its stderr, without what looks like a token', async () => {
    await script(
      `printf 'first\\n2\\n3\\n4\\nlogin of arn:aws:iam::123456789012:role/ci failed\\ntoken=abc123 Bearer eyJhbGciOi.J9.x\\n' >&2; exit 3`,
    );
    const error: Error = await (await connectWith({})).credentials().then(
      () => new Error('none'),
      (thrown: Error) => thrown,
    );
    expect(error.message).toContain(
      'failed with exit code 3:\n2\n3\n4\nlogin of arn:aws:iam::123456789012:role/ci failed\ntoken=***',
    );
    expect(error.message).not.toMatch(/abc123|eyJ|first/);
  });

  it('shows nothing of the variables that the kubeconfig gives it', async () => {
    await script('env >&2; echo "for $PLACE" >&2; exit 3');
    const env = [
      { name: 'KEY', value: 'short-but-secret' },
      { name: 'PLACE', value: 'eu-1' },
    ];
    const error: unknown = await (
      await connectWith({ env })
    )
      .credentials()
      .catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('short-but-secret');
    expect(String(error)).toContain('for eu-1');
  });

  it.each([
    ['no JSON', 'echo secret-token-text', 'printed something that is not JSON'],
    ['no credential', `echo '{"status":{}}'`, 'printed no ExecCredential'],
    ['half a certificate', `echo '{"status":{"clientCertificateData":"x"}}'`, 'printed no ExecCredential'],
  ])('says so if it prints %s', async (_name, text, words) => {
    await script(text);
    const error: Error = await (await connectWith({})).credentials().then(
      () => new Error('none'),
      (thrown: Error) => thrown,
    );
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('secret-token-text');
  });

  it('is not run at all if it needs a terminal', async () => {
    await plugin({ token: 'a' });
    const connection = await connectWith({ interactiveMode: 'Always' });
    await expect(connection.credentials()).rejects.toThrow('wants a terminal');
    expect(await runs()).toEqual([]);
  });

  it('may fail once and succeed when asked again', async () => {
    await script('exit 1');
    const connection = await connectWith({});
    await expect(connection.credentials()).rejects.toThrow('exit code 1');
    await script(`echo '{"status":{"token":"late"}}'`);
    expect((await connection.credentials()).headers).toEqual({ Authorization: 'Bearer late' });
  });

  it('is stopped if it hangs, also if a child of its own keeps its output open', async () => {
    const command = await script('sleep 30 & sleep 30');
    await expect(runExecPlugin({ command }, {}, env, 100)).rejects.toThrow(
      'gave no credential within 0.1 s and was stopped',
    );
  });

  it('is stopped if it prints without end', async () => {
    const command = await script('exec yes');
    await expect(runExecPlugin({ command }, {}, env)).rejects.toThrow(
      'printed more than a credential can be',
    );
  });

  it('leaves nothing behind that keeps the action from ending', async () => {
    const source = new URL('../../src/kube/exec-plugin.ts', import.meta.url).href;
    const code = `import { runExecPlugin } from '${source}'; await runExecPlugin({ command: 'no-such-plugin' }, {}, {}).catch(() => {});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
    await expect(once(child, 'exit')).resolves.toEqual([0, null]);
  });

  it('does not wait on a stdin that nobody writes to', async () => {
    await script(`cat; echo '{"status":{"token":"read-to-the-end"}}'`);
    expect((await (await connectWith({})).credentials()).headers).toEqual({
      Authorization: 'Bearer read-to-the-end',
    });
  });
});
