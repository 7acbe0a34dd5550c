import { describe, expect, it } from '@jest/globals';
import { kindNamed } from '../../src/checks/kubernetes/kube-names.ts';
import { kubernetes } from '../../src/checks/kubernetes.ts';
import type { Measured } from '../../src/checks/provider.ts';
import { KubeError } from '../../src/kube/kube-error.ts';
import type { KubeClient } from '../../src/kube/client.ts';
import type { KubeObject, Resource } from '../../src/kube/resources.ts';
import { complaintsOf, specOf } from './support/parsing.ts';
import { sceneWith } from './support/scene.ts';

const never = new AbortController().signal;

/** What was asked of a cluster that has these objects. */
function clusterOf(objects: readonly object[]): { readonly client: KubeClient; readonly asked: object[] } {
  const asked: object[] = [];
  const note = (kind: Resource, rest: object): void => {
    asked.push({ resource: `${kind.plural}.${kind.version}.${kind.group}`, ...rest });
  };
  const client: Pick<KubeClient, 'get' | 'list'> = {
    get: async ({ resource, namespace, name }) => {
      note(resource, { namespace, name });
      return objects[0] as KubeObject;
    },
    list: async (resource, { namespace, labelSelector, fieldSelector } = {}) => {
      note(resource, { namespace, labelSelector, fieldSelector });
      return { items: objects as KubeObject[], resourceVersion: '1' };
    },
  };
  return { client: client as KubeClient, asked };
}

const pod = (...restarts: number[]): object => ({
  metadata: { name: 'web' },
  status: { phase: 'Running', containerStatuses: restarts.map((restartCount) => ({ restartCount })) },
});
const restartCounts = '{.items[*].status.containerStatuses[*].restartCount}';

function measure(raw: object, objects: readonly object[]): Promise<Measured> {
  const scene = sceneWith({ client: clusterOf(objects).client });
  return kubernetes.measure(specOf(kubernetes, raw), scene, never, () => undefined);
}

describe('what is measured in a cluster', () => {
  it('is a list of all values for a path that can find several, also where it finds one', async () => {
    const raw = { resource: 'pods', labelSelector: 'app=web', jsonPath: restartCounts };
    expect(await measure(raw, [pod(0, 2), pod(1)])).toEqual({
      kind: 'result',
      result: [0, 2, 1],
      value: '[0,2,1]',
      query: `kubectl get pods -n shop -l app=web -o 'jsonpath=${restartCounts}'`,
    });
    expect(await measure(raw, [pod(5)])).toMatchObject({ result: [5] });
  });

  it.each<[string, unknown]>([
    ['{.status.phase}', 'Running'],
    ['{.status.containerStatuses[0].restartCount}', 3],
    ['{.status.containerStatuses[-1:].restartCount}', [3]],
    ['{.status.containerStatuses[?(@.restartCount>2)].restartCount}', [3]],
    ['{..restartCount}', [3]],
    ['{.status}', { phase: 'Running', containerStatuses: [{ restartCount: 3 }] }],
  ])('is by %s one value, or a list', async (jsonPath, result) => {
    expect(await measure({ resource: 'pod', name: 'web-1', jsonPath }, [pod(3)])).toMatchObject({ result });
  });

  it('passes over objects that do not have it yet, as kubectl does', async () => {
    const pending = { metadata: { name: 'web' }, status: { phase: 'Pending' } };
    const raw = { resource: 'pods', jsonPath: restartCounts };
    expect(await measure(raw, [pending, pod(1)])).toMatchObject({ result: [1] });
  });

  it('is an error where nothing is selected, because every condition on all holds then', async () => {
    const measured = measure({ resource: 'pods', labelSelector: 'app=wbe', jsonPath: restartCounts }, []);
    await expect(measured).rejects.toThrow(
      'no pods are selected; where that is right, say "allowEmpty: true"',
    );
  });

  it('is an error where the path finds nothing', async () => {
    const list = measure({ resource: 'pods', jsonPath: '{.items[*].status.nothing}' }, [pod(1), pod(2)]);
    await expect(list).rejects.toThrow('{.items[*].status.nothing} finds nothing in 2 pods;');
    const one = measure({ resource: 'rollouts', name: 'web', jsonPath: '{.status.nothing}' }, [pod(1)]);
    await expect(one).rejects.toThrow('{.status.nothing} finds nothing in rollouts.argoproj.io "web";');
  });

  it('is an empty list or null where that is allowed', async () => {
    const raw = { resource: 'pods', jsonPath: '{.items[*].metadata.name}', allowEmpty: true };
    expect(await measure(raw, [])).toMatchObject({ result: [], value: '[]' });
    const one = { resource: 'pods', name: 'web', jsonPath: '{.nothing}', allowEmpty: true };
    expect(await measure(one, [pod(1)])).toMatchObject({ result: null, value: 'null' });
  });
});

describe('where it looks', () => {
  const asked = async (raw: object): Promise<object | undefined> => {
    const cluster = clusterOf([pod(1)]);
    const scene = sceneWith({ client: cluster.client });
    await kubernetes.measure(specOf(kubernetes, raw), scene, never, () => undefined);
    return cluster.asked[0];
  };
  const jsonPath = '{.metadata.name}';
  const all = '{.items[*].metadata.name}';

  it('is the namespace of the target, or the one that is named', async () => {
    expect(await asked({ resource: 'deploy', name: 'web', jsonPath })).toEqual({
      resource: 'deployments.v1.apps',
      namespace: 'shop',
      name: 'web',
    });
    expect(
      await asked({ resource: 'pods', namespace: 'other', fieldSelector: 'a=b', jsonPath: all }),
    ).toEqual({
      resource: 'pods.v1.',
      namespace: 'other',
      labelSelector: undefined,
      fieldSelector: 'a=b',
    });
  });

  it('is no namespace for kinds that live in none', async () => {
    const nowhere = { namespace: undefined, labelSelector: undefined, fieldSelector: undefined };
    expect(await asked({ resource: 'nodes', jsonPath: all })).toEqual({ resource: 'nodes.v1.', ...nowhere });
    expect(
      await asked({ resource: 'clusterissuers.v1.cert-manager.io', clusterScope: true, jsonPath: all }),
    ).toEqual({ resource: 'clusterissuers.v1.cert-manager.io', ...nowhere });
  });

  it('has to be allowed: get for a name, list for all', () => {
    const access = (raw: object) => kubernetes.access(specOf(kubernetes, raw), 'shop');
    const why = 'measure a check';
    expect(access({ resource: 'rollouts', name: 'web', jsonPath })).toEqual([
      { verb: 'get', group: 'argoproj.io', resource: 'rollouts', namespace: 'shop', name: 'web', why },
    ]);
    expect(access({ resource: 'pods', namespace: 'other', jsonPath: all })).toEqual([
      { verb: 'list', group: '', resource: 'pods', namespace: 'other', why },
    ]);
    expect(access({ resource: 'nodes', jsonPath: all })).toEqual([
      { verb: 'list', group: '', resource: 'nodes', why },
    ]);
  });
});

describe('the name of a kind', () => {
  it.each([
    ['pods', 'pods.v1.'],
    ['po', 'pods.v1.'],
    ['Pod', 'pods.v1.'],
    ['deployments.apps', 'deployments.v1.apps'],
    ['Deployment', 'deployments.v1.apps'],
    ['hpa', 'horizontalpodautoscalers.v2.autoscaling'],
    ['horizontalpodautoscalers.v1.autoscaling', 'horizontalpodautoscalers.v1.autoscaling'],
    ['ingress', 'ingresses.v1.networking.k8s.io'],
    ['pods.v1.', 'pods.v1.'],
    ['certificates.v1alpha2.cert-manager.io', 'certificates.v1alpha2.cert-manager.io'],
  ])('%s is understood as kubectl does', (given, full) => {
    const { plural, version, group } = kindNamed(given) ?? {};
    expect([plural, version, group].join('.')).toBe(full);
  });

  it.each([
    'certificates',
    'certificates.cert-manager.io',
    'deployments.extensions',
    'pods/web',
    'v1.pods',
    '',
  ])('%s does not say enough', (given) => expect(kindNamed(given)).toBeUndefined());
});

describe('before the first write', () => {
  const verify = (kind: KubeError['kind']): Promise<void> => {
    const spec = specOf(kubernetes, { resource: 'canaries.v1beta1.flagger.app', jsonPath: '{.items}' });
    const request = { verb: 'list', resource: spec.resource, namespace: 'shop' } as const;
    const client = {
      list: () => Promise.reject(new KubeError(request, { kind, message: 'why', maybeActedOn: false })),
    };
    const scene = sceneWith({ client: client as unknown as KubeClient });
    return kubernetes.verify?.(spec, scene, never) ?? Promise.resolve();
  };

  it('is told that the cluster does not know the kind, or not the selector', async () => {
    await expect(verify('no-such-resource')).rejects.toThrow(
      'A check looks at what the cluster does not have: list canaries.flagger.app in namespace "shop": why.',
    );
    await expect(verify('refused')).rejects.toThrow('A check looks at');
  });

  it('nothing is made of what may come with the release, or pass', async () => {
    await verify('not-found');
    await verify('server');
  });
});

describe('what is wrong in a kubernetes check', () => {
  const jsonPath = '{.items}';
  it.each<[string, unknown, string]>([
    [
      'a kind without version',
      { resource: 'canaries.flagger.app', jsonPath },
      'resource is no kind that is known here (allowed: a kind as kubectl names it',
    ],
    [
      'secrets',
      { resource: 'secrets.v1.', jsonPath },
      'resource would show secrets (take a value of a Secret as an arg',
    ],
    ['a path without braces', { resource: 'pods', jsonPath: '$.items' }, 'jsonPath does not begin with `{`'],
    [
      'a namespace without a meaning',
      { resource: 'nodes', namespace: 'a', jsonPath },
      'namespace belongs to kinds',
    ],
    [
      'two ways to choose',
      { resource: 'pods', name: 'a', fieldSelector: 'b=c', jsonPath },
      'name stands beside a selector',
    ],
    [
      'the words of a manifest',
      { kind: 'Pod', resource: 'pods', jsonPath },
      'kind is not a field that it has (allowed: resource,',
    ],
    [
      'no flag',
      { resource: 'pods', allowEmpty: 'yes', jsonPath },
      'allowEmpty is no flag (allowed: true, false)',
    ],
  ])('is told: %s', (_, raw, told) => {
    expect(complaintsOf(kubernetes, raw)).toEqual([expect.stringContaining(told)]);
  });
});
