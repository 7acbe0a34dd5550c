import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { kindNamed } from '../../../src/checks/kubernetes/kube-names.ts';
import { kubernetes } from '../../../src/checks/kubernetes.ts';
import type { KubernetesSpec } from '../../../src/checks/kubernetes/spec.ts';
import type { Measured, Scene } from '../../../src/checks/provider.ts';
import { clusterScene, measureOnce, rightSpec } from '../support/check-scene.ts';
import { clusterFolder, clusterKubeconfig, kubectl, userKubeconfig } from '../support/kubernetes.ts';
import { pausedShop, type Shop } from '../support/rollouts.ts';

let shop: Shop;
let scene: Scene;
let hash: string;
beforeAll(async () => {
  ({ shop } = await pausedShop());
  scene = await clusterScene(shop.namespace);
  hash = (await shop.rollout()).status.currentPodHash ?? '';
});

const measure = (raw: object): Promise<Measured> => measureOnce(kubernetes, raw, scene);
const verify = async (raw: object): Promise<void> =>
  kubernetes.verify?.(rightSpec(kubernetes, raw) as KubernetesSpec, scene, new AbortController().signal);
const ofCanary = (): object => ({
  resource: 'pods',
  labelSelector: `rollouts-pod-template-hash=${hash}`,
  jsonPath: '{.items[*].spec.containers[*].image}',
});

/** What the real kubectl prints for a query as people see it. */
async function printed({ query = '' }: Measured): Promise<string> {
  const env = {
    PATH: `${process.env['CLUSTER_BIN'] ?? ''}:${process.env['PATH'] ?? ''}`,
    KUBECONFIG: clusterKubeconfig(),
    KUBERC: 'off',
    KUBECACHEDIR: join(clusterFolder(), 'kubectl-cache'),
  };
  return (await promisify(execFile)('sh', ['-c', query], { env })).stdout;
}

it('means by the name of a kind what kubectl means', async () => {
  const lines = (await kubectl('api-resources', '--no-headers')).trim().split('\n');
  const seen = new Map<string, object>();
  for (const line of lines) {
    const [plural = '', ...rest] = line.trim().split(/\s+/);
    const [kind = '', namespaced = '', apiVersion = '', short = ''] = rest.toReversed();
    const [newest, group = ''] = apiVersion.split('/').toReversed();
    // Older Istios have no newer one; see resources.ts.
    const version = plural === 'virtualservices' ? 'v1beta1' : newest;
    const meant = { group, version, plural, kind, ...(namespaced === 'false' && { namespaced: false }) };
    const names = [plural, kind.toLowerCase(), ...short.split(',').filter((name) => name !== '')];
    // Of several kinds with one name kubectl takes the first.
    for (const name of names) if (!seen.has(name)) seen.set(name, meant);
  }
  const understood = [...seen].flatMap(([name, meant]) => {
    const resource = kindNamed(name);
    return resource === undefined ? [] : [{ name, resource, meant }];
  });
  for (const { name, resource, meant } of understood)
    expect({ name, ...resource }).toEqual({ name, ...meant });
  expect(understood.length).toBeGreaterThan(60);
});

describe('a kubernetes check', () => {
  it('measures the pods of the canary, and those of the stable side not', async () => {
    expect(await measure(ofCanary())).toMatchObject({ result: ['registry.test/web:2'] });
  });

  it.each<[string, object, string]>([
    ['a field of the Rollout', { resource: 'rollouts', name: 'web', jsonPath: '{.status.phase}' }, 'Paused'],
    [
      'what a filter finds',
      { resource: 'ro', name: 'web', jsonPath: '{.status.conditions[?(@.type=="Available")].status}' },
      'True',
    ],
    [
      'a list of objects',
      { resource: 'replicasets.apps', labelSelector: 'app=web', jsonPath: '{.items[*].spec.replicas}' },
      '1 1',
    ],
    [
      'a kind outside namespaces',
      { resource: 'ns', fieldSelector: 'metadata.name=default', jsonPath: '{.items[*].status.phase}' },
      'Active',
    ],
    [
      'a kind by its full name',
      {
        resource: 'customresourcedefinitions.v1.apiextensions.k8s.io',
        clusterScope: true,
        name: 'rollouts.argoproj.io',
        jsonPath: '{.spec.names.kind}',
      },
      'Rollout',
    ],
  ])('measures %s, and kubectl prints the same for the query that is shown', async (_, raw, text) => {
    const measured = await measure(raw);
    const { result } = measured as { readonly result: unknown };
    expect([result].flat().join(' ')).toBe(text);
    expect(await printed(measured)).toBe(text);
  });

  it('is an error with the words of the server for an object that is not there', async () => {
    const missing = measure({ resource: 'deploy', name: 'nobody', jsonPath: '{.spec.replicas}' });
    await expect(missing).rejects.toThrow(
      /^get deployments\.apps "nobody" in namespace .*"nobody" not found$/,
    );
  });

  it('is an error where a label is misspelt', async () => {
    const measured = measure({ ...ofCanary(), labelSelector: 'rollouts-pod-template-hsah=1' });
    await expect(measured).rejects.toThrow('no pods are selected');
  });

  it('needs exactly what it says to be allowed', async () => {
    const checks = [ofCanary(), { resource: 'rollouts', name: 'web', jsonPath: '{.status.phase}' }];
    const rules = checks.flatMap((raw) =>
      kubernetes.access(rightSpec(kubernetes, raw) as KubernetesSpec, shop.namespace),
    );
    const kubeconfig = await userKubeconfig(
      'measuring',
      rules.map(({ group, resource, verb, name }) => ({
        apiGroups: [group],
        resources: [resource],
        verbs: [verb],
        ...(name !== undefined && { resourceNames: [name] }),
      })),
      shop.namespace,
    );
    const theirs = await clusterScene(shop.namespace, { kubeconfig });
    for (const raw of checks)
      expect(await measureOnce(kubernetes, raw, theirs)).toMatchObject({ kind: 'result' });
    const more = measureOnce(
      kubernetes,
      { resource: 'rollouts', jsonPath: '{.items[*].metadata.name}' },
      theirs,
    );
    await expect(more).rejects.toThrow(/cannot list resource "rollouts"/);
  });

  it('is refused before the first write for a kind or a selector that the server does not know', async () => {
    const jsonPath = '{.items}';
    await verify(ofCanary());
    await verify({ resource: 'deploy', name: 'not-yet', jsonPath: '{.spec}' });
    await expect(verify({ resource: 'canaries.v1.nobody.test', jsonPath })).rejects.toThrow(
      'A check looks at what the cluster does not have: list canaries.nobody.test',
    );
    await expect(verify({ resource: 'pods', labelSelector: 'app in (', jsonPath })).rejects.toThrow(
      'A check looks at',
    );
    await expect(verify({ resource: 'pods', fieldSelector: 'spec.nothing=1', jsonPath })).rejects.toThrow(
      'A check',
    );
  });
});
