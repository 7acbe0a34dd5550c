import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from '../../src/kube/config.ts';
import { inCluster } from '../../src/kube/in-cluster.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { kubeconfigText } from '../support/kube-server.ts';

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

const server = 'https://api.example.com:6443';

describe('the kubeconfig', () => {
  it.each([
    ['its content', (text: string) => text],
    [
      'its content as YAML',
      () =>
        `# ours\nkind: Config\nclusters: [{name: test, cluster: {server: "${server}"}}]\ncontexts: [{name: test, context: {cluster: test}}]\ncurrent-context: test\n`,
    ],
    ['its base64', (text: string) => Buffer.from(text).toString('base64')],
    [
      'its base64 in lines, as the base64 command prints it',
      (text: string) =>
        Buffer.from(text)
          .toString('base64')
          .replace(/(.{76})/g, '$1\n'),
    ],
  ])('may be given as %s', async (_name, form) => {
    const connection = await connect({ kubeconfig: form(kubeconfigText(server)), env: {} });
    expect(connection).toMatchObject({ server, context: 'test' });
  });

  it('may be given as a path, also one in the home folder', async () => {
    const file = await folder.write('configs/kind', kubeconfigText(server));
    await expect(connect({ kubeconfig: file, env: {} })).resolves.toMatchObject({ server });
    await expect(
      connect({ kubeconfig: '~/configs/kind', env: { HOME: folder.path } }),
    ).resolves.toMatchObject({ server });
  });

  it('comes from $KUBECONFIG, then from the home folder', async () => {
    await folder.write('.kube/config', kubeconfigText('https://home.example.com'));
    const file = await folder.write('other', kubeconfigText('https://variable.example.com'));
    const env = { HOME: folder.path };
    await expect(connect({ env })).resolves.toMatchObject({ server: 'https://home.example.com' });
    await expect(connect({ env: { ...env, KUBECONFIG: file } })).resolves.toMatchObject({
      server: 'https://variable.example.com',
    });
  });

  it('is merged from several files as kubectl does: the first wins, missing and empty files are skipped', async () => {
    const first = await folder.write(
      'first',
      kubeconfigText('https://first.example.com', { name: 'both', context: { namespace: 'one' } }),
    );
    const second = await folder.write(
      'second',
      JSON.stringify({
        'current-context': 'second-only',
        clusters: [
          { name: 'both', cluster: { server: 'https://second.example.com' } },
          { name: 'second', cluster: { server: 'https://second.example.com' } },
        ],
        contexts: [
          { name: 'both', context: { cluster: 'second', namespace: 'two' } },
          { name: 'second-only', context: { cluster: 'second' } },
        ],
        users: [{ name: 'both', user: { token: 'second-token' } }],
      }),
    );
    const empty = await folder.write('empty', '');
    const KUBECONFIG = [folder.path + '/missing', empty, first, second].join(':');
    const merged = await connect({ env: { KUBECONFIG } });
    expect(merged).toMatchObject({ server: 'https://first.example.com', context: 'both', namespace: 'one' });
    expect((await merged.credentials()).headers).toEqual({ Authorization: 'Bearer test-token' });
    await expect(connect({ env: { KUBECONFIG }, context: 'second-only' })).resolves.toMatchObject({
      server: 'https://second.example.com',
    });
  });

  it('takes the namespace from the input, then the context, then default', async () => {
    const kubeconfig = kubeconfigText(server);
    await expect(connect({ kubeconfig, env: {}, namespace: 'mine' })).resolves.toMatchObject({
      namespace: 'mine',
    });
    await expect(connect({ kubeconfig, env: {} })).resolves.toMatchObject({ namespace: 'shop' });
    const without = kubeconfigText(server, { context: { namespace: undefined } });
    await expect(connect({ kubeconfig: without, env: {} })).resolves.toMatchObject({ namespace: 'default' });
  });

  it('has paths relative to its own file', async () => {
    await folder.write('ca.pem', 'AUTHORITY');
    await folder.write('token', 'file-token\n');
    const file = await folder.write(
      'config',
      kubeconfigText(server, {
        cluster: { 'certificate-authority': 'ca.pem' },
        user: { tokenFile: 'token' },
      }),
    );
    const connection = await connect({ kubeconfig: file, env: {} });
    expect(connection.authority).toBe(`${folder.path}/ca.pem`);
    expect((await connection.credentials()).headers).toEqual({ Authorization: 'Bearer file-token' });
  });
});

describe('without a usable kubeconfig', () => {
  it('names the places it looked at', async () => {
    const error = connect({ env: { HOME: folder.path } });
    await expect(error).rejects.toThrow(
      `the input kubeconfig (empty); $KUBECONFIG (empty); ${folder.path}/.kube/config (not there)`,
    );
    await expect(error).rejects.toThrow('set the input kubeconfig');
  });

  it('does not fall back to the home folder if $KUBECONFIG names only missing files, as kubectl does not', async () => {
    await folder.write('.kube/config', kubeconfigText(server));
    await expect(connect({ env: { HOME: folder.path, KUBECONFIG: '/nowhere' } })).rejects.toThrow(
      '$KUBECONFIG (/nowhere: not there)',
    );
  });

  it.each([
    [
      'a file that is not there',
      '/no/such/file',
      'There is no file /no/such/file, which the input kubeconfig names',
    ],
    ['YAML with a mistake', 'kind: Config\nusers: [{token: very-secret\n', 'is not YAML'],
    ['YAML that is something else', 'kind: Pod\nspec: {}\n', 'has neither clusters nor contexts nor users'],
    [
      'a broken secret',
      'QUJD'.repeat(100),
      'neither a kubeconfig nor its base64 nor a path (400 characters, not shown',
    ],
    ['in-cluster outside a cluster', 'in-cluster', 'this runner is no pod with a service account'],
  ])('says what is wrong with %s', async (_name, kubeconfig, words) => {
    const error: Error = await connect({ kubeconfig, env: {} }).then(
      () => new Error('none'),
      (thrown: Error) => thrown,
    );
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/very-secret|QUJDQUJD/);
  });

  it('lists the contexts there are if the asked one is unknown', async () => {
    const kubeconfig = kubeconfigText(server);
    await expect(connect({ kubeconfig, env: {}, context: 'prod' })).rejects.toThrow(
      'has no context "prod". There are: test.',
    );
  });

  it('says which entry a context names in vain', async () => {
    const kubeconfig = kubeconfigText(server, { context: { cluster: 'gone' } });
    await expect(connect({ kubeconfig, env: {} })).rejects.toThrow(
      'the context "test" names "gone", which is not among its clusters (test)',
    );
  });

  it.each(['', 'api.example.com', 'https://user:word@api.example.com', 'ftp://api.example.com'])(
    'refuses the server address %p',
    async (address) => {
      await expect(connect({ kubeconfig: kubeconfigText(address), env: {} })).rejects.toThrow(
        'no usable server address',
      );
    },
  );
});

describe('the service account of a pod', () => {
  it('is taken when in-cluster is asked for, and never otherwise', async () => {
    await folder.write('namespace', 'runners\n');
    const env = { KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '443', HOME: folder.path };
    const found = await inCluster(env, folder.path);
    expect(found.clusters.get('in-cluster')).toEqual({
      server: 'https://[fd00::1]:443',
      'certificate-authority': `${folder.path}/ca.crt`,
    });
    expect(found.contexts.get('in-cluster')).toMatchObject({ namespace: 'runners' });
    await expect(connect({ env })).rejects.toThrow('There is no kubeconfig');
  });
});

describe('secret values', () => {
  it('are told as soon as they are known, and are never hosts, names or keys', async () => {
    const told: string[] = [];
    await folder.write('token', 'file-token\n');
    const connection = await connect({
      kubeconfig: kubeconfigText(server, {
        user: {
          username: 'ann',
          password: 'pass-word',
          tokenFile: `${folder.path}/token`,
          'client-key-data': 'S0VZ',
        },
        cluster: { 'proxy-url': 'http://bob:p%40ss@proxy.example.com:3128' },
      }),
      env: {},
      onSecret: (value) => told.push(value),
    });
    expect(told).toEqual(['pass-word', Buffer.from('ann:pass-word').toString('base64'), 'p%40ss', 'p@ss']);
    await connection.credentials();
    expect(connection.secrets()).toEqual([...told]);
    expect(told).toContain('file-token');
    expect(connection.proxy).toBe('http://proxy.example.com:3128');
  });
});

describe('credentials', () => {
  it.each([
    ['a token', { token: 't' }, { Authorization: 'Bearer t' }],
    [
      'a name and a password',
      { username: 'ann', password: 'p' },
      { Authorization: `Basic ${Buffer.from('ann:p').toString('base64')}` },
    ],
    [
      'impersonation with groups',
      {
        token: 't',
        as: 'bob',
        'as-uid': 'u1',
        'as-groups': ['a', 'b'],
        'as-user-extra': { 'example.com/team': ['x'] },
      },
      {
        Authorization: 'Bearer t',
        'Impersonate-User': 'bob',
        'Impersonate-Uid': 'u1',
        'Impersonate-Group': ['a', 'b'],
        'Impersonate-Extra-example.com%2Fteam': ['x'],
      },
    ],
  ])('send %s', async (_name, user, headers) => {
    const connection = await connect({ kubeconfig: kubeconfigText(server, { user }), env: {} });
    expect((await connection.credentials()).headers).toEqual(headers);
  });

  it('follow a token file that is rotated, over the same connections', async () => {
    const tokenFile = await folder.write('token', 'one');
    const connection = await connect({
      kubeconfig: kubeconfigText(server, { user: { token: 'old', tokenFile } }),
      env: {},
    });
    const before = await connection.credentials();
    await folder.write('token', 'two\n');
    const after = await connection.credentials();
    expect([before, after].map(({ headers }) => headers['Authorization'])).toEqual([
      'Bearer one',
      'Bearer two',
    ]);
    expect(after.agent).toBe(before.agent);
    expect(await connection.credentials()).toBe(after);
    expect(connection.secrets()).toEqual(['old', 'one', 'two']);
  });

  it('say which token file is not there', async () => {
    const connection = await connect({
      kubeconfig: kubeconfigText(server, { user: { tokenFile: '/no/token' } }),
      env: {},
    });
    await expect(connection.credentials()).rejects.toThrow('The token file of the kubeconfig cannot be read');
  });

  it('say that an OIDC login has ended, instead of asking as nobody', async () => {
    const token = ['{}', '{"exp":1000}', 'x']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
    const user = {
      'auth-provider': {
        name: 'oidc',
        config: { 'id-token': token, 'client-id': 'c', 'idp-issuer-url': 'https://idp.example.com' },
      },
    };
    const connection = await connect({ kubeconfig: kubeconfigText(server, { user }), env: {} });
    await expect(connection.credentials()).rejects.toThrow('its OIDC id-token is missing or has expired');
    expect(connection.secrets()).toEqual([token]);
  });
});
