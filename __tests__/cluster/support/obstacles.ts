import { afterAll } from '@jest/globals';
import { until } from '../../../cluster/wait.ts';
import { applyManifests, kubectl, type KubernetesObject, waitFor } from './kubernetes.ts';

const made: string[] = [];

// Neither belongs to a namespace, so neither goes with one.
afterAll(async () => {
  if (made.length > 0) await kubectl('delete', '--wait=false', '--ignore-not-found', ...made.splice(0));
});

/** What a pod's spec needs to be put on a node that no other pod may use. */
export interface Placement {
  readonly tolerations: readonly object[];
  readonly affinity: object;
}

/**
 * Adds a node on which every pod fares as the mode says, with room for so many pods. What has the returned
 * placement in its pod spec fills that room first, whatever it is, and then uses the ordinary node.
 */
export async function badNode(namespace: string, mode: string, pods = 1): Promise<Placement> {
  const name = `${namespace}-${mode}`;
  const key = 'sim/only';
  const labels = { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', [key]: namespace };
  await applyManifests(
    namespace,
    manifest({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels, annotations: { 'sim/pods': String(pods) } },
      spec: { taints: [{ key, value: namespace, effect: 'NoSchedule' }] },
    }),
  );
  made.push(`node/${name}`);
  await kubectl('wait', '--for=condition=Ready', `node/${name}`, '--timeout=10s');
  const preference = { matchExpressions: [{ key, operator: 'In', values: [namespace] }] };
  return {
    tolerations: [{ key, operator: 'Equal', value: namespace, effect: 'NoSchedule' }],
    affinity: {
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference }] },
    },
  };
}

/** Lets a namespace have so many pods and no more, by a ResourceQuota named small; in force when it returns. */
export async function podQuota(namespace: string, pods: number): Promise<void> {
  const spec = { hard: { pods: String(pods) } };
  await applyManifests(
    namespace,
    manifest({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'small' }, spec }),
  );
  await waitFor<KubernetesObject & { status?: { hard?: object } }>(
    namespace,
    'resourcequota',
    'small',
    ({ status }) => status?.hard !== undefined,
    { what: 'the quota to be counted' },
  );
}

/** Refuses pods of the namespace that have the image, by a ValidatingAdmissionPolicy; in force when it returns. */
export async function refusePods(namespace: string, image: string, message: string): Promise<void> {
  const group = { apiVersion: 'admissionregistration.k8s.io/v1', metadata: { name: namespace } };
  const pods = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] };
  const policy = {
    ...group,
    kind: 'ValidatingAdmissionPolicy',
    spec: {
      matchConstraints: { resourceRules: [pods] },
      validations: [{ expression: `object.spec.containers.all(each, each.image != '${image}')`, message }],
    },
  };
  const here = { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
  const binding = {
    ...group,
    kind: 'ValidatingAdmissionPolicyBinding',
    spec: {
      policyName: namespace,
      validationActions: ['Deny'],
      matchResources: { namespaceSelector: here },
    },
  };
  await applyManifests(namespace, `${manifest(policy)}---\n${manifest(binding)}`);
  made.push(`validatingadmissionpolicy/${namespace}`, `validatingadmissionpolicybinding/${namespace}`);
  // Up to a second later, and nothing in either object tells.
  const isRefused = async (): Promise<boolean> => {
    const dryRun = kubectl('run', 'try', '-n', namespace, `--image=${image}`, '--dry-run=server');
    return dryRun.then(
      () => false,
      (error: Error) => error.message.includes(message),
    );
  };
  await until(isRefused, { what: 'the API server to refuse the image', deadline: 10_000 });
}

function manifest(object: object): string {
  return `${JSON.stringify(object)}\n`;
}
