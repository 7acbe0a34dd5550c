import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { type Folder, makeFolder } from '../support/folder.ts';
import { codeBlocks, textOf } from '../support/workflow.ts';
import { applyManifests, clusterKubeconfig, kubectl } from './support/kubernetes.ts';
import { healthyShop, type Shop, v2 } from './support/rollouts.ts';

const run = promisify(execFile);

/** The notice that a token does not last. */
const notice = /The token of the kubeconfig ends at \S+Z, in (9m|10m).* this step may wait 30m or longer/;

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

/** A shop, and in it what docs/clusters.md and docs/rbac.md have people apply for a service account. */
async function shopWithAccount(): Promise<Shop> {
  const shop = await healthyShop();
  const [role = ''] = codeBlocks('docs/rbac.md', 'yaml');
  const [account = ''] = codeBlocks('docs/clusters.md', 'yaml').filter((yaml) =>
    yaml.includes('kind: ServiceAccount'),
  );
  const manifests = `${role}---\n${account}`.replaceAll('namespace: shop', `namespace: ${shop.namespace}`);
  await applyManifests(shop.namespace, manifests);
  return shop;
}

/** A token of the service account that lasts as long as an API server's shortest. */
async function shortToken({ namespace }: Shop): Promise<string> {
  return (await kubectl('create', 'token', 'rollout-conductor', '-n', namespace, '--duration=10m')).trim();
}

/** The administrator's kubeconfig with another user in it. */
async function kubeconfigFor(user: object): Promise<string> {
  const config = parse(await readFile(clusterKubeconfig(), 'utf8')) as { users: { user: object }[] };
  for (const entry of config.users) entry.user = user;
  return stringify(config);
}

/** Where in a log something is said. */
function placeOf(log: string, said: string | RegExp): number {
  const place = log.search(said);
  expect(place).toBeGreaterThanOrEqual(0);
  return place;
}

describe('the token of a service account', () => {
  it('that ends before the wait may is told before anything is changed, and works', async () => {
    const shop = await shopWithAccount();
    const token = await shortToken(shop);
    const kubeconfig = await kubeconfigFor({ token });
    const { outputs, log, summary } = await shop.step({ image: v2, kubeconfig });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    expect(placeOf(log, notice)).toBeLessThan(placeOf(log, /→ deploy/));
    expect(summary).toMatch(notice);
    expect(log.replace(/^::add-mask::.*$/gm, '') + summary).not.toContain(token);
  });

  it('that lasts as long as the step may wait is not spoken of', async () => {
    const shop = await shopWithAccount();
    const kubeconfig = await kubeconfigFor({ token: await shortToken(shop) });
    const { outputs, log } = await shop.step({ image: v2, kubeconfig, timeout: '5m' });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
    expect(log).not.toContain('ends at');
  });

  it('that a plugin or a file gives is renewed, and not spoken of', async () => {
    const shop = await shopWithAccount();
    const status = { token: await shortToken(shop) };
    const answer = await folder.write(
      'answer.json',
      JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status }),
    );
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'cat',
      args: [answer],
      interactiveMode: 'Never',
    };
    const deployed = await shop.step({ image: v2, kubeconfig: await kubeconfigFor({ exec }) });
    expect(deployed.outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
    const tokenFile = await folder.write('token', status.token);
    const promoted = await shop.step({
      operation: 'promote',
      expect: deployed.outputs['state'] ?? '',
      kubeconfig: await kubeconfigFor({ tokenFile }),
    });
    expect(promoted.outputs).toMatchObject({ ended: 'healthy', reason: 'completed' });
    expect(deployed.log + promoted.log).not.toContain('ends at');
  });

  it('comes into a kubeconfig as docs/clusters.md says, and without the administrator', async () => {
    const shop = await shopWithAccount();
    const [commands = ''] = codeBlocks('docs/clusters.md', 'sh').filter((sh) => sh.includes('create token'));
    const kept = commands.split('\n').filter((line) => !/ apply | gh secret /.test(line));
    const script = kept.join('\n').replaceAll('shop', shop.namespace);
    const env = {
      ...process.env,
      KUBECONFIG: clusterKubeconfig(),
      PATH: [process.env['CLUSTER_BIN'], process.env['PATH']].join(delimiter),
    };
    await run('sh', ['-euc', script], { cwd: folder.path, env });
    const kubeconfig = join(folder.path, 'deployer.kubeconfig');
    const text = await readFile(kubeconfig, 'utf8');
    expect(text).not.toContain('client-key');
    expect(text).toContain(`namespace: ${shop.namespace}`);
    const { outputs, log } = await shop.step({ image: v2, kubeconfig, namespace: '' });
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    expect(log).not.toContain('ends at');
    expect(textOf('docs/clusters.md')).toContain('--duration=2h');
  });
});
