import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { issueClient, makeAuthority } from '../../cluster/certificates.ts';
import type { With } from '../support/action.ts';
import { clusterKubeconfig, type Rule, userKubeconfig } from './support/kubernetes.ts';
import { healthyShop, type Shop, v2 } from './support/rollouts.ts';

interface Kubeconfig {
  clusters: { cluster: { server: string; 'certificate-authority-data'?: string } }[];
  users: { user: Record<string, unknown> }[];
}

let shop: Shop;
let before: string;

beforeAll(async () => {
  shop = await healthyShop();
  before = (await shop.rollout()).metadata.resourceVersion;
});

// Whatever was wrong, nothing was changed.
afterEach(async () => expect((await shop.rollout()).metadata.resourceVersion).toBe(before));

/** The administrator's kubeconfig, changed and given as content, as from a secret. */
async function changedKubeconfig(change: (config: Kubeconfig) => void): Promise<string> {
  const config = parse(await readFile(clusterKubeconfig(), 'utf8')) as Kubeconfig;
  change(config);
  return stringify(config);
}

function cluster(config: Kubeconfig): Kubeconfig['clusters'][number]['cluster'] {
  const first = config.clusters[0];
  if (first === undefined) throw new Error('The kubeconfig has no cluster.');
  return first.cluster;
}

describe('an input that is wrong', () => {
  it.each<[string, With, RegExp]>([
    [
      'operation',
      { operation: 'promtoe' },
      /operation: "promtoe" was given; allowed: deploy, follow, status, promote, promote-full, abort, retry/,
    ],
    ['target', { target: 'web' }, /target: "web" was given; allowed: KIND\/NAME/],
    [
      'kind of target',
      { target: 'deployement/web' },
      /target: "deployement\/web" was given.*where KIND is rollout/,
    ],
    [
      'duration',
      { timeout: '5 minutes' },
      /timeout: "5 minutes" was given; allowed: a time above zero such as 90s/,
    ],
    ['missing image', { image: '' }, /image: nothing was given; allowed: the image to deploy/],
    ['cut-off image', { image: 'ghcr.io/acme/web@' }, /image: "ghcr.io\/acme\/web@" was given.*cut off/],
    ['YAML of the kubeconfig', { kubeconfig: 'apiVersion: v1\nclusters: [' }, /kubeconfig.*YAML/i],
    ['path of the kubeconfig', { kubeconfig: '/no/such/file' }, /There is no file \/no\/such\/file/],
    ['context', { context: 'prod' }, /no context "prod"\. There are: /],
    [
      'name of the Rollout',
      { target: 'rollout/wbe' },
      /There is no Rollout "wbe" in namespace "[^"]+"\. Rollouts there: web\./,
    ],
  ])('in its %s gives one error that says what is allowed', async (_, inputs, says) => {
    const { code, log, outputs } = await shop.step({ image: v2, ...inputs });
    expect(code).toBe(1);
    expect(log.match(/^::error::/gm)).toHaveLength(1);
    expect(log).toMatch(says);
    expect(log).toContain('What to do: ');
    expect(outputs['ended']).toBe('refused');
  });

  it('is told together with every other mistake', async () => {
    const { log } = await shop.step({
      operation: 'promote',
      timeout: 'soon',
      'on-pause': 'go',
      kubeconfig: '/no/file',
    });
    expect(log).toContain('3 inputs are wrong');
    for (const input of ['timeout', 'on-pause', 'expect']) expect(log).toContain(`- ${input}: `);
    expect(log).toContain('There is no file /no/file');
    expect(log.match(/^::error::/gm)).toHaveLength(1);
  });

  it('and is not used by the operation is a notice, and no error', async () => {
    const { code, log } = await shop.step({ operation: 'status', 'on-pause': 'wait' });
    expect(code).toBe(0);
    expect(log).toContain('::notice::The input on-pause is not used by operation: status.');
  });
});

describe('a cluster that does not let us in', () => {
  it('because nothing listens at its address', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const kubeconfig = await changedKubeconfig((config) => {
      cluster(config).server = `https://127.0.0.1:${String(port)}`;
    });
    const { code, log, outputs } = await shop.step({ image: v2, kubeconfig, timeout: '2s' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'unknown', reason: 'unreachable' });
    expect(log).toContain('refused the connection: nothing listens there');
  });

  it('because its certificate is of an authority that the kubeconfig does not have', async () => {
    const stranger = await makeAuthority('stranger');
    const kubeconfig = await changedKubeconfig((config) => {
      cluster(config)['certificate-authority-data'] = Buffer.from(stranger.certificate).toString('base64');
    });
    const { code, log, outputs } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'unknown', reason: 'unreachable' });
    expect(log).toContain('not signed by an authority that is trusted here');
    expect(log).toContain('certificate-authority-data');
  });

  it('because the token has expired, and never prints it', async () => {
    const token = 'eyJhbGciOiJub25lIn0.expired.token';
    const kubeconfig = await changedKubeconfig((config) => {
      config.users = config.users.map((entry) => ({ ...entry, user: { token } }));
    });
    const { code, log, outputs } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'unknown', reason: 'unauthorized' });
    expect(log).toContain('does not accept the credentials');
    // The mask itself is the one line that names it: the runner swallows that line.
    expect(log.split('\n').filter((line) => line.includes(token))).toEqual([`::add-mask::${token}`]);
  });

  it('because its client certificate is of another cluster', async () => {
    const stranger = await makeAuthority('stranger');
    const client = await issueClient(stranger, 'somebody');
    const kubeconfig = await changedKubeconfig((config) => {
      const user = {
        'client-certificate-data': Buffer.from(client.certificate).toString('base64'),
        'client-key-data': Buffer.from(client.key).toString('base64'),
      };
      config.users = config.users.map((entry) => ({ ...entry, user }));
    });
    const { code, log } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(1);
    expect(log).toContain('does not accept the credentials');
  });
});

describe('a user who may not', () => {
  const watchRollouts: Rule = {
    apiGroups: ['argoproj.io'],
    resources: ['rollouts'],
    verbs: ['get', 'list', 'watch'],
    resourceNames: ['web'],
  };
  const getReplicaSets: Rule = { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get'] };
  const request: Rule = { apiGroups: ['argoproj.io'], resources: ['rollouts/status'], verbs: ['patch'] };

  it('read the Rollout is told the verb, and the rule to add', async () => {
    const kubeconfig = await userKubeconfig('nobody', [getReplicaSets], shop.namespace);
    const { code, log, outputs } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'forbidden' });
    expect(log).toMatch(/get rollouts/);
    expect(log).toContain('apiGroups: ["argoproj.io"]');
  });

  it('promote is told before the image is set: a release is not begun that cannot be ended', async () => {
    const edit: Rule = { ...watchRollouts, verbs: ['patch'] };
    const kubeconfig = await userKubeconfig('setter', [watchRollouts, getReplicaSets, edit], shop.namespace);
    const { code, log, outputs } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'forbidden' });
    expect(log).toContain('patch rollouts/status.argoproj.io');
    expect(log).toContain('resources: ["rollouts/status"]');
  });

  it('watch is followed all the same, by reading again and again, with one notice', async () => {
    const read: Rule = { ...watchRollouts, verbs: ['get'] };
    const kubeconfig = await userKubeconfig('poller', [read, getReplicaSets, request], shop.namespace);
    const { code, log, outputs } = await shop.step({ operation: 'follow', kubeconfig });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'completed' });
    expect(log.match(/The verb watch on rollouts.argoproj.io in namespace/g)).toHaveLength(1);
  });

  it('list ReplicaSets and pods still gets the answer; the tree says what is missing', async () => {
    const kubeconfig = await userKubeconfig(
      'reader',
      [watchRollouts, getReplicaSets, request],
      shop.namespace,
    );
    const { code, log, outputs } = await shop.step({ operation: 'status', kubeconfig });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', reason: 'read' });
    expect(log).toContain(
      '::notice::replicasets.apps are not shown: this needs the permission to list them.',
    );
    expect(log).toContain('::notice::pods are not shown: this needs the permission to list them.');
  });
});

describe('the kubeconfig', () => {
  it('is taken as a path, as content and as base64', async () => {
    const content = await readFile(clusterKubeconfig(), 'utf8');
    const path = join(tmpdir(), `kubeconfig-${String(process.pid)}`);
    await writeFile(path, content, { mode: 0o600 });
    for (const kubeconfig of [path, content, Buffer.from(content).toString('base64')]) {
      const { code, outputs } = await shop.step({ operation: 'status', kubeconfig });
      expect({ code, ended: outputs['ended'] }).toEqual({ code: 0, ended: 'healthy' });
    }
  });
});
