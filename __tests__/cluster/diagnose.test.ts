import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { accessForDiagnosis } from '../../src/diagnose/access.ts';
import type { Cause } from '../../src/diagnose/finding.ts';
import type { RawPod, RawReplicaSet } from '../../src/diagnose/raw.ts';
import { diagnosePods } from '../../src/diagnose/read.ts';
import type { KubeClient } from '../../src/kube/client.ts';
import { kubeClient } from '../../src/kube/client.ts';
import { connect } from '../../src/kube/config.ts';
import {
  type KubernetesObject,
  type Rule,
  applyManifests,
  clusterKubeconfig,
  freshNamespace,
  kubectl,
  userKubeconfig,
  waitFor,
} from './support/kubernetes.ts';
import { healthyShop, rolloutManifest, v1 } from './support/rollouts.ts';

type Pod = RawPod & KubernetesObject;
type ReplicaSet = RawReplicaSet & KubernetesObject;
type Diagnosed = Awaited<ReturnType<typeof diagnosePods>>;

const never = new AbortController().signal;
const web = (mode: string): string => `registry.test/web:2-${mode}`;
let admin: KubeClient;

beforeAll(async () => {
  admin = await clientOf(clusterKubeconfig());
});

async function clientOf(kubeconfig: string): Promise<KubeClient> {
  return kubeClient(await connect({ kubeconfig, env: {} }), { version: 'test' });
}

/** The manifest of a Deployment named web; `pod` is merged into its pod template's spec. */
function deployment(replicas: number, container: object, pod: object = {}): string {
  const labels = { app: 'web' };
  const containers = [{ name: 'web', image: v1, ...container }];
  return stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers, ...pod } },
    },
  });
}

/** Diagnoses the revision that a ReplicaSet is of, as if it were so many seconds later. */
function diagnosis(
  namespace: string,
  { metadata }: ReplicaSet,
  { client = admin, hash = 'pod-template-hash', later = 0 } = {},
): Promise<Diagnosed> {
  const labelSelector = `app=web,${hash}=${metadata.labels?.[hash] ?? ''}`;
  const place = { namespace, labelSelector, replicaSet: { name: metadata.name, uid: metadata.uid } };
  return diagnosePods(client, place, never, { now: () => Date.now() + later * 1000 });
}

function replicaSetOf(
  namespace: string,
  fits: (set: ReplicaSet) => boolean = () => true,
): Promise<ReplicaSet> {
  return waitFor<ReplicaSet>(namespace, 'replicasets', { labels: 'app=web' }, fits, {
    what: 'the ReplicaSet',
  });
}

/** A new namespace with a Deployment, as soon as one of its pods fits. */
async function deployed(
  manifest: string,
  what: string,
  fits: (pod: Pod) => boolean,
): Promise<{ namespace: string; set: ReplicaSet }> {
  const namespace = await freshNamespace();
  await applyManifests(namespace, manifest);
  await waitFor<Pod>(namespace, 'pods', { labels: 'app=web' }, fits, { what });
  return { namespace, set: await replicaSetOf(namespace) };
}

const waitsFor =
  (...reasons: string[]) =>
  ({ status }: Pod): boolean =>
    [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].some(({ state }) =>
      reasons.includes(state?.waiting?.reason ?? ''),
    );
const runs = ({ status }: Pod): boolean => status?.phase === 'Running';
const isUnschedulable = ({ status }: Pod): boolean =>
  status?.conditions?.some(({ reason }) => reason === 'Unschedulable') === true;

/** A mode of the bench (cluster/README.md, "How a pod fares"), and what is to be found. A new mode is a row here. */
const modes: readonly {
  readonly mode: string;
  readonly container: object;
  readonly pod?: object;
  readonly until: (pod: Pod) => boolean;
  readonly later?: number;
  readonly cause: Cause;
  readonly final: boolean;
  readonly problem: RegExp;
  readonly evidence: RegExp;
}[] = [
  {
    mode: 'badpull',
    container: { image: web('badpull') },
    until: waitsFor('ImagePullBackOff', 'ErrImagePull'),
    cause: 'unknown-image',
    final: true,
    problem: /^The only pod cannot pull registry\.test\/web:2-badpull: .*not found/,
    evidence: /^pod web-.*, container web: waiting, (ErrImagePull|ImagePullBackOff): /,
  },
  {
    mode: 'crash',
    container: { image: web('crash') },
    until: waitsFor('CrashLoopBackOff'),
    cause: 'crash-loop',
    final: false,
    problem: /^The only pod crashed \(exit code 1\), \d restarts?$/,
    evidence: /^log: .*cannot reach the database: connection refused$/,
  },
  {
    mode: 'oom',
    container: { image: web('oom'), resources: { limits: { memory: '64Mi' } } },
    until: waitsFor('CrashLoopBackOff'),
    cause: 'out-of-memory',
    final: false,
    problem: /^The only pod ran out of memory \(OOMKilled, limit 64Mi\), \d restarts?$/,
    evidence: /OOMKilled, exit code 137/,
  },
  {
    mode: 'notready',
    container: { image: web('notready'), readinessProbe: { httpGet: { path: '/ready', port: 8080 } } },
    until: runs,
    later: 30,
    cause: 'readiness-probe',
    final: false,
    problem: /^The only pod did not pass the readiness probe in \d+s \(http GET :8080\/ready\)/,
    evidence: /container web: running since/,
  },
  {
    mode: 'no node with so much cpu',
    container: { resources: { requests: { cpu: '100k' } } },
    until: isUnschedulable,
    cause: 'unschedulable',
    final: false,
    problem: /^The only pod cannot be scheduled: 0\/\d+ nodes are available: \d+ Insufficient cpu$/,
    evidence: /Unschedulable: 0\/\d+ nodes are available/,
  },
];

describe('a pod that does not become ready', () => {
  it.each(modes)(
    '$mode: is told with its cause',
    async ({ mode, container, pod, until, later = 0, ...row }) => {
      const { namespace, set } = await deployed(deployment(1, container, pod), `the pod (${mode})`, until);
      const { diagnoses, notices } = await diagnosis(namespace, set, { later });
      expect(notices).toEqual([]);
      expect(diagnoses).toMatchObject([
        { cause: row.cause, final: row.final, pods: { affected: 1, ready: 0, total: 1 } },
      ]);
      expect(diagnoses[0]?.problem).toMatch(row.problem);
      expect(diagnoses[0]?.evidence).toContainEqual(expect.stringMatching(row.evidence));
    },
  );

  it('is told of the candidate of a Rollout only: the stable pods are not read', async () => {
    const shop = await healthyShop();
    const containers = [{ name: 'web', image: web('badpull') }];
    await applyManifests(shop.namespace, rolloutManifest({ containers }));
    const { metadata } = await waitFor<Pod>(
      shop.namespace,
      'pods',
      { labels: 'app=web' },
      waitsFor('ErrImagePull', 'ImagePullBackOff'),
      { what: 'the pod of the candidate' },
    );
    const owner = metadata.ownerReferences?.[0]?.uid;
    const set = await replicaSetOf(shop.namespace, (one) => one.metadata.uid === owner);
    const { diagnoses } = await diagnosis(shop.namespace, set, { hash: 'rollouts-pod-template-hash' });
    expect(diagnoses).toMatchObject([
      { cause: 'unknown-image', pods: { affected: 1, ready: 0, total: 1 }, final: true },
    ]);
  });

  it('is no problem once it is ready', async () => {
    const isReady = ({ status }: Pod): boolean =>
      status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;
    const { namespace, set } = await deployed(deployment(1, {}), 'the pod to be ready', isReady);
    expect(await diagnosis(namespace, set, { later: 300 })).toEqual({ diagnoses: [], notices: [] });
  });
});

describe('pods that are not created', () => {
  const failed = ({ status }: ReplicaSet): boolean =>
    status?.conditions?.some(({ type }) => type === 'ReplicaFailure') === true;
  const policies: string[] = [];
  afterAll(async () => {
    for (const name of policies.splice(0)) {
      await kubectl(
        'delete',
        `validatingadmissionpolicy/${name}`,
        `validatingadmissionpolicybinding/${name}`,
      );
    }
  });

  it('by a quota: it is named, with what is used', async () => {
    const namespace = await freshNamespace();
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'few' },
      spec: { hard: { pods: 1 } },
    };
    await applyManifests(namespace, stringify(quota));
    type Quota = KubernetesObject & { status?: { hard?: object } };
    const counted = ({ status }: Quota): boolean => status?.hard !== undefined;
    await waitFor<Quota>(namespace, 'resourcequota', 'few', counted, { what: 'the quota to be counted' });
    await applyManifests(namespace, deployment(3, { image: web('notready') }));
    const { diagnoses } = await diagnosis(namespace, await replicaSetOf(namespace, failed));
    expect(diagnoses[0]).toMatchObject({
      cause: 'quota',
      final: true,
      problem:
        '2 of 3 pods cannot be created: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1',
      pods: { affected: 2, ready: 0, total: 3 },
    });
  });

  it('by a policy: its message is told', async () => {
    const namespace = await freshNamespace();
    const name = `owners-${namespace}`;
    await applyManifests(namespace, policy(name, namespace));
    policies.push(name);
    await refusesPods(namespace);
    await applyManifests(namespace, deployment(2, {}));
    const { diagnoses } = await diagnosis(namespace, await replicaSetOf(namespace, failed));
    expect(diagnoses).toMatchObject([
      {
        cause: 'admission',
        final: true,
        problem: `All 2 pods cannot be created: ValidatingAdmissionPolicy '${name}' with binding '${name}' denied request: every pod names its owner`,
        pods: { affected: 2, ready: 0, total: 2 },
      },
    ]);
  });

  it('because their PriorityClass is missing', async () => {
    const namespace = await freshNamespace();
    await applyManifests(namespace, deployment(1, {}, { priorityClassName: 'nowhere' }));
    const { diagnoses } = await diagnosis(namespace, await replicaSetOf(namespace, failed));
    expect(diagnoses).toMatchObject([{ cause: 'missing-config', final: true }]);
  });
});

function policy(name: string, namespace: string): string {
  const api = { apiVersion: 'admissionregistration.k8s.io/v1', metadata: { name } };
  const resourceRules = [
    { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] },
  ];
  const here = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } };
  const validations = [
    {
      expression: 'has(object.metadata.annotations) && "owner" in object.metadata.annotations',
      message: 'every pod names its owner',
    },
  ];
  return [
    stringify({
      ...api,
      kind: 'ValidatingAdmissionPolicy',
      spec: { matchConstraints: { resourceRules }, validations },
    }),
    stringify({
      ...api,
      kind: 'ValidatingAdmissionPolicyBinding',
      spec: { policyName: name, validationActions: ['Deny'], matchResources: here },
    }),
  ].join('---\n');
}

/** A policy counts only some time after it was applied, and nothing in it tells when: asks until a pod is refused. */
async function refusesPods(namespace: string): Promise<void> {
  const asks = performance.now();
  while (performance.now() - asks < 30_000) {
    try {
      await kubectl('run', 'try', `--image=${v1}`, '--dry-run=server', '-n', namespace);
    } catch {
      return;
    }
  }
  throw new Error('The policy refused no pod for 30 s.');
}

describe('a user', () => {
  it('with exactly the permissions that are named is told everything', async () => {
    const { namespace, set } = await crashing();
    const rules = accessForDiagnosis(namespace).map(({ group, resource, subresource, verb }): Rule => ({
      apiGroups: [group],
      resources: [subresource === undefined ? resource : `${resource}/${subresource}`],
      verbs: [verb],
    }));
    const client = await clientOf(await userKubeconfig('diagnosing', rules, namespace));
    const { diagnoses, notices } = await diagnosis(namespace, set, { client });
    expect(notices).toEqual([]);
    expect(diagnoses[0]?.evidence).toContainEqual(expect.stringMatching(/^log: /));
  });

  it('who may only list pods is told less, and what is missing', async () => {
    const { namespace, set } = await crashing();
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }];
    const client = await clientOf(await userKubeconfig('listing', rules, namespace));
    const { diagnoses, notices } = await diagnosis(namespace, set, { client });
    expect(diagnoses).toMatchObject([{ cause: 'crash-loop' }]);
    expect(notices).toEqual([
      expect.stringContaining('get replicasets.apps'),
      expect.stringContaining('list events'),
      expect.stringContaining('get pods/log'),
    ]);
  });

  it('who may do nothing is told what is missing, and nothing fails', async () => {
    const { namespace, set } = await crashing();
    const client = await clientOf(await userKubeconfig('nobody', [], namespace));
    const { diagnoses, notices } = await diagnosis(namespace, set, { client });
    expect(diagnoses).toEqual([]);
    expect(notices).toHaveLength(2);
    expect(notices).toContainEqual(expect.stringContaining('list pods'));
    expect(notices).toContainEqual(expect.stringContaining('get replicasets.apps'));
  });

  function crashing(): Promise<{ namespace: string; set: ReplicaSet }> {
    return deployed(deployment(1, { image: web('crash') }), 'the pod to crash', waitsFor('CrashLoopBackOff'));
  }
});
