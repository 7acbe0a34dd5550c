import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { issueClient, makeAuthority } from '../../cluster/certificates.ts';
import { kubeconfig } from '../../cluster/kubeconfig.ts';
import { code, codeBlock, escapeMarkdown } from '../../src/render/markdown.ts';
import { leaksOf } from './leaks.ts';
import { secretsOf } from './step-secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'leaks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nothing = { log: '', summary: '', outputs: {}, state: {} };
const one = [{ name: 'the token', value: 'planted-token-1' }];

/** The names of the secrets that a step is given. */
function namesOf(env: NodeJS.ProcessEnv): readonly string[] {
  return secretsOf(env, folder).map(({ name, value }) => `${name}: ${value}`);
}

describe('a secret that a step has shown', () => {
  it.each([
    ['in the log, line 2', { log: 'one\nis planted-token-1\n' }],
    ['in the job summary, line 1', { summary: 'planted-token-1' }],
    ['in the output message, line 1', { outputs: { message: 'x planted-token-1' } }],
    ['in the state run, line 1', { state: { run: '{"x":"planted-token-1"}' } }],
  ])('is told with its name and place, not with its value: %s', (place, shown) => {
    expect(leaksOf({ ...nothing, ...shown }, one)).toEqual([`the token: ${place}`]);
  });

  it.each([
    ['as base64', Buffer.from('planted-token-1').toString('base64')],
    ['within a Basic header', Buffer.from('planted-token-1:x').toString('base64')],
    ['in an address', encodeURIComponent('p@ss/word=1+2')],
    ['in JSON', JSON.stringify('p"ss\\word')],
    ['of several lines, by one of them', 'second line of it'],
    ['without the word before it', 'abcdefgh-1'],
  ])('is found %s', (_, log) => {
    const values = [
      ...one.map(({ value }) => value),
      'p@ss/word=1+2',
      'p"ss\\word',
      'first line of it\nsecond line of it',
      'Bearer abcdefgh-1',
    ];
    expect(
      leaksOf(
        { ...nothing, log },
        values.map((value) => ({ name: 'it', value })),
      ),
    ).toEqual(['it: in the log, line 1']);
  });

  it('is found where Markdown has other letters for it, or an element between them', () => {
    const values = ['ghs_0123456789abcdef', 'a@b$c|d*e<f>&g', '0123456789abcdef'];
    for (const value of values) {
      const secrets = [{ name: 'it', value }];
      for (const summary of [escapeMarkdown(value), code(value), codeBlock(value)])
        expect(leaksOf({ ...nothing, summary }, secrets)).toHaveLength(1);
    }
  });

  it('is none where the runner is told to hide it, or where it is too short to be one', () => {
    const log = '::add-mask::planted-token-1\nadmin\n';
    expect(leaksOf({ ...nothing, log }, [...one, { name: 'short', value: 'admin' }])).toEqual([]);
  });
});

describe('what a step is given', () => {
  it('has the secrets of a kubeconfig, wherever that stands, and no certificate', async () => {
    const authority = await makeAuthority('leaks');
    const client = await issueClient(authority, 'deployer');
    const text = kubeconfig({ name: 'x', server: 'https://x', authority: authority.certificate, client });
    const path = join(folder, 'config');
    writeFileSync(path, text);
    for (const env of [
      { INPUT_KUBECONFIG: text },
      { INPUT_KUBECONFIG: Buffer.from(text).toString('base64') },
      { INPUT_KUBECONFIG: path },
      { KUBECONFIG: `/nowhere:${path}` },
    ]) {
      const secrets = secretsOf(env, folder);
      expect(secrets.map(({ name }) => name)).toEqual(['users[0] of the kubeconfig.client-key-data']);
      expect(leaksOf({ ...nothing, log: text }, secrets)).toEqual([expect.stringContaining('line 19')]);
      expect(leaksOf({ ...nothing, log: client.certificate }, secrets)).toEqual([]);
      // A line of the key as PEM.
      const [, line = ''] = client.key.split('\n');
      expect(leaksOf({ ...nothing, log: `> ${line}` }, secrets)).toHaveLength(1);
    }
  });

  it('has tokens, passwords, plugins and proxies of a kubeconfig', () => {
    writeFileSync(join(folder, 'token'), 'of-a-file');
    const users = [
      { user: { token: 'of-a-user', password: 'pw', username: 'me' } },
      { user: { tokenFile: join(folder, 'token') } },
      { user: { exec: { env: [{ name: 'AWS_SECRET', value: 'of-a-plugin' }] } } },
      { user: { 'auth-provider': { config: { 'id-token': 'of-oidc', 'idp-issuer-url': 'x' } } } },
    ];
    const clusters = [{ cluster: { 'proxy-url': 'http://me:of-a-proxy@proxy' } }];
    const found = namesOf({ KUBECONFIG: '/nowhere', INPUT_KUBECONFIG: JSON.stringify({ users, clusters }) });
    expect(found).toEqual([
      'a password in an address of the variable INPUT_KUBECONFIG: of-a-proxy',
      'users[0] of the kubeconfig.token: of-a-user',
      'users[0] of the kubeconfig.password: pw',
      'the file tokenFile of users[1] of the kubeconfig: of-a-file',
      'users[3] of the kubeconfig.auth-provider.config.id-token: of-oidc',
      'a password in an address of the kubeconfig: of-a-proxy',
      'exec.env AWS_SECRET of users[2] of the kubeconfig: of-a-plugin',
    ]);
  });

  it('has the variables of args, tokens, and the headers of checks', () => {
    const checks = [
      '- provider:',
      '    web:',
      '      url: http://me:of-an-address@web',
      '      headers: [{ key: Authorization, value: Bearer of-a-header }, { key: X-A, value: open }]',
      '      authentication: { oauth2: { tokenUrl: http://id, clientSecret: of-oauth } }',
      '- { provider: { web: { headers: [{ key: Cookie, value: "{{args.cookie}}" }] } } }',
    ].join('\n');
    const env = {
      INPUT_CHECKS: checks,
      INPUT_ARGS: 'key=$API_VALUE\nsha=$GITHUB_SHA\nplace=${PLACE}\nopen=text',
      API_VALUE: 'of-an-arg',
      GITHUB_SHA: '0123456',
      PLACE: 'web',
      INPUT_TARGET: 'rollout/web',
      'INPUT_GITHUB-TOKEN': 'of-github',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://id',
    };
    expect(namesOf(env)).toEqual([
      'a password in an address of the variable INPUT_CHECKS: of-an-address',
      'the variable INPUT_GITHUB-TOKEN: of-github',
      'the arg key: of-an-arg',
      'the header Authorization in checks[0].provider.web.headers[0]: Bearer of-a-header',
      'checks[0].provider.web.authentication.oauth2.clientSecret: of-oauth',
      'a password in an address of checks: of-an-address',
    ]);
  });
});
