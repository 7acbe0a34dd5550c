import { describe, expect, it } from '@jest/globals';
import { type StepResult, runAction, type With } from '../support/action.ts';
import { kubeconfigText } from '../support/kube-server.ts';
import { keepSecret } from '../support/leaks.ts';

const token = 'planted-in-the-kubeconfig';
const kubeconfig = kubeconfigText('https://127.0.0.1:1', { user: { token } });

/** Runs the built action with a mistake in it, so that it ends before the first request. */
function refused(inputs: With, env?: NodeJS.ProcessEnv): Promise<StepResult> {
  return runAction(
    { target: 'rollout/web', operation: 'status', kubeconfig, timeout: 'soon', ...inputs },
    env,
  );
}

/** What a step that shows a secret fails its test with. */
async function failureOf(step: Promise<StepResult>): Promise<string> {
  return await step.then(
    () => 'nothing was found',
    (error: unknown) => String(error),
  );
}

describe('a secret that somebody plants where it is shown', () => {
  it.each<[string, string, With, NodeJS.ProcessEnv]>([
    ['of the kubeconfig', 'users[0] of the kubeconfig.token', { operation: token }, {}],
    ['of a variable', 'the variable MY_TOKEN', { timeout: 'of-a-variable' }, { MY_TOKEN: 'of-a-variable' }],
    [
      'of a proxy',
      'a password in an address',
      { timeout: 'of-a-proxy' },
      { HTTPS_PROXY: 'http://a:of-a-proxy@p' },
    ],
    [
      'of GitHub',
      'the variable GITHUB_TOKEN',
      { timeout: 'ghs_0123456789' },
      { GITHUB_TOKEN: 'ghs_0123456789' },
    ],
  ])('%s is found in log and summary, and is not told again', async (_, name, inputs, env) => {
    const failure = await failureOf(refused(inputs, env));
    expect(failure).toContain(`${name}`);
    expect(failure).toMatch(/: in the log, line \d+\n/);
    expect(failure).toMatch(/: in the job summary, line \d+/);
    for (const value of [...Object.values(inputs), ...Object.values(env)])
      expect(failure).not.toContain(value);
  });

  it('that only a test knows is found as well', async () => {
    keepSecret('the value of the Secret', 'known-to-the-test');
    expect(await failureOf(refused({ timeout: 'known-to-the-test' }))).toContain(
      'the value of the Secret: in the log',
    );
  });

  it('is not there in a step as people write it', async () => {
    const { outputs } = await refused({}, { GITHUB_TOKEN: 'ghs_9876543210' });
    expect(outputs['reason']).toBe('bad-input');
  });
});
