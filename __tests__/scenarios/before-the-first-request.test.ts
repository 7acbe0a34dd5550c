import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueClient, issueServer, makeAuthority } from '../../cluster/certificates.ts';
import { kubeconfig as renderKubeconfig } from '../../cluster/kubeconfig.ts';
import { runAction, startAction, type With } from '../support/action.ts';
import { makeFolder } from '../support/folder.ts';
import { refusalsOf } from '../support/report-schema.ts';
import { jsonWebToken } from '../support/json-web-token.ts';
import { type KubeServer, kubeconfigText, startKubeServer } from '../support/kube-server.ts';

/** An API server that the action can reach, and must not: every connection is counted. */
let server: KubeServer;
let kubeconfig: string;

beforeAll(async () => {
  const authority = await makeAuthority('scenario');
  server = await startKubeServer({ tls: await issueServer(authority, ['127.0.0.1']) });
  const client = await issueClient(authority, 'deployer');
  kubeconfig = renderKubeconfig({
    name: 'prod',
    server: server.url,
    authority: authority.certificate,
    client,
  });
});
afterAll(() => server.close());

const good: With = { target: 'rollout/web', image: 'registry.test/web:2' };

describe('before the first request', () => {
  it.each<[string, With]>([
    ['an unknown operation', { operation: 'ship' }],
    ['a target without a kind', { target: 'web' }],
    ['two targets', { target: 'rollout/web/api' }],
    ['a namespace that is none', { namespace: 'Shop' }],
    ['no image to deploy', { image: '' }],
    ['an image that was cut off', { image: 'registry.test/web@' }],
    ['one container twice', { image: 'web=registry.test/web:2\nweb=registry.test/web:3' }],
    ['an unknown word for a pause', { 'on-pause': 'continue' }],
    ['an unknown policy', { 'on-failure': 'rollback-now' }],
    ['a duration in words', { timeout: 'five minutes' }],
    ['no time at all', { 'pause-timeout': '0s' }],
    ['a state that is none', { operation: 'promote', expect: 'latest' }],
    ['a promote of whatever is there', { operation: 'promote', image: '' }],
    ['neither true nor false', { 'dry-run': 'perhaps' }],
    ['a context that is not there', { context: 'staging' }],
    ['checks that are not there', { checks: 'deploy/checks.yaml' }],
    ['an arg that is none', { checks: '- templateName: smoke', args: 'host' }],
  ])('%s ends the step: nothing was connected to, and the outputs say so', async (_, wrong) => {
    const { code, outputs, log, summary, report } = await runAction({ ...good, kubeconfig, ...wrong });
    expect({ code, ...outputs }).toMatchObject({
      code: 1,
      ended: 'refused',
      reason: 'bad-input',
      phase: '',
      state: '',
    });
    expect(log.match(/^::error::/gm)).toHaveLength(1);
    expect(log).toContain('What to do: ');
    expect(summary).toContain('refused (bad-input)');
    expect(report).toMatchObject({ version: 1, ended: 'refused', reason: 'bad-input', succeeded: false });
    expect(refusalsOf(report)).toEqual([]);
    expect(server.connections.total).toBe(0);
  });

  it('a token that ended an hour ago is not sent, and not printed', async () => {
    const token = jsonWebToken({ exp: Math.floor(Date.now() / 1000) - 3600 });
    const text = kubeconfigText(server.url, { user: { token } });
    const { code, outputs, log, summary } = await runAction({ ...good, kubeconfig: text });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'refused', reason: 'unauthorized' });
    expect(log).toMatch(/The token of the kubeconfig ended at .*Z, 1h.* ago/);
    expect(log.replace(/^::add-mask::.*$/gm, '') + summary).not.toContain(token);
    expect(server.connections.total).toBe(0);
  });

  it('a runner whose folder for temporary files is gone gets a notice in place of the report', async () => {
    const { code, outputs, log } = await runAction(
      { ...good, target: 'web', kubeconfig },
      { RUNNER_TEMP: '/not/there' },
    );
    expect({ code, reason: outputs['reason'], report: outputs['report'] }).toEqual({
      code: 1,
      reason: 'bad-input',
      report: '',
    });
    expect(log.match(/^::notice::The report could not be written to a file: ENOENT.*$/gm)).toHaveLength(1);
  });

  it('a dry run needs no cluster to tell all that is wrong with checks, beside all else', async () => {
    const checks = [
      '- name: error-rate',
      '  interval: 5 minutes',
      '  failureLimt: 3',
      '  successCondition: result <',
      '  provider: { web: { url: http://web } }',
      '- name: latency',
      '  when: never',
      '  provider: { datadog: {} }',
    ].join('\n');
    const wrong = { checks, args: 'hots=web', timeout: 'soon', context: 'staging', 'dry-run': 'true' };
    const { code, outputs, log } = await runAction({ ...good, kubeconfig, ...wrong });
    expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'refused', reason: 'bad-input' });
    const error = decodeURIComponent(/^::error::(.*)$/m.exec(log)?.[1] ?? '');
    for (const text of [
      '3 inputs are wrong, in 7 places:',
      '- checks: line 2, column 3: error-rate.interval is "5 minutes", no duration;',
      '- checks: line 3, column 3: error-rate.failureLimt is no field of a metric; did you mean failureLimit?',
      '- checks: line 4, column 3: error-rate.successCondition "result <" cannot be read:',
      '- checks: line 7, column 3: latency.when is "never"; allowed: pause, background, healthy.',
      '- checks: line 8, column 15: latency.provider.datadog is measured only by the controller;',
      '- args: line 1: hots is an arg that no check uses;',
      '- timeout: "soon" was given;',
      'staging',
    ])
      expect(error).toContain(text);
    expect(server.connections.total).toBe(0);
  });

  it('a mistake in a file of checks is shown beside its line', async () => {
    const workspace = await makeFolder();
    try {
      await workspace.write(
        'deploy/checks.yaml',
        ['- name: error-rate', '  interval: 5x', '  provider: { web: { url: ftp://web } }'].join('\n'),
      );
      const { log } = await runAction(
        { ...good, kubeconfig, checks: './deploy/checks.yaml' },
        { GITHUB_WORKSPACE: workspace.path },
      );
      const errors = log.split('\n').filter((line) => line.startsWith('::error '));
      const place = 'title=The input checks is wrong,file=deploy/checks.yaml';
      expect(errors).toEqual([
        expect.stringMatching(`^::error ${place},line=2,col=3::error-rate.interval is "5x", no duration; `),
        expect.stringMatching(`^::error ${place},line=3,col=22::error-rate.provider.web.url `),
      ]);
    } finally {
      await workspace.remove();
    }
  });

  it('an abort does not look at checks, whose file the job need not have', async () => {
    const wrong = { operation: 'abort', image: '', checks: 'deploy/checks.yaml', context: 'staging' };
    const { log } = await runAction({ ...good, kubeconfig, ...wrong });
    expect(log).toContain('staging');
    expect(log).not.toContain('checks.yaml');
  });

  it('a runner without a job summary is no reason to fail otherwise', async () => {
    const { code, outputs } = await runAction(
      { ...good, target: 'web', kubeconfig },
      { GITHUB_STEP_SUMMARY: '' },
    );
    expect(code).toBe(1);
    expect(outputs['reason']).toBe('bad-input');
  });
});

describe('a job that is cancelled before the cluster answers', () => {
  it('ends at once, and says that nothing was read', async () => {
    const silent = await makeSilentServer();
    try {
      const run = startAction({ ...good, kubeconfig: silent.kubeconfig });
      await silent.server.hears(1);
      run.kill('SIGINT');
      const { code, outputs, log } = await run.result;
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended: 'unknown', reason: 'cancelled' });
      expect(log).toContain('before anything was read');
    } finally {
      await silent.server.close();
    }
  });
});

async function makeSilentServer(): Promise<{ server: KubeServer; kubeconfig: string }> {
  const authority = await makeAuthority('silent');
  const nothing = Array.from({ length: 20 }, () => () => undefined);
  const quiet = await startKubeServer({ tls: await issueServer(authority, ['127.0.0.1']) }, ...nothing);
  const client = await issueClient(authority, 'deployer');
  const access = { name: 'silent', server: quiet.url, authority: authority.certificate, client };
  return { server: quiet, kubeconfig: renderKubeconfig(access) };
}
