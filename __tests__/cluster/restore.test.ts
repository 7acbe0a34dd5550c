import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { resourceName, type Resource, rollouts } from '../../src/kube/resources.ts';
import { type RawPodTemplate, templateOf } from '../../src/targets/argo-rollout/restore.ts';
import type { RawReplicaSet, RawRollout } from '../../src/targets/argo-rollout/rollout.ts';
import { templatePointer, workloadRef, workloadResource } from '../../src/targets/argo-rollout/workload.ts';
import { applyManifests, freshNamespace, kubectl, waitFor } from './support/kubernetes.ts';
import { rolloutManifest, Shop, v1, v2 } from './support/rollouts.ts';

const hashLabel = 'rollouts-pod-template-hash';
const injected = 'rollout.argoproj.io/ephemeral-metadata';

const app = { app: 'web' };
const own = { metadata: { labels: app }, spec: { containers: [{ name: 'web', image: v1 }] } };
const service = (name: string): string =>
  stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: app, ports: [{ port: 80 }] },
  });
const workload = {
  Deployment: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { replicas: 0, selector: { matchLabels: app }, template: own },
  },
  PodTemplate: { apiVersion: 'v1', kind: 'PodTemplate', template: own },
};
const from = ({ apiVersion, kind }: { apiVersion: string; kind: string }): object => ({
  template: undefined,
  workloadRef: { apiVersion, kind, name: 'web' },
});
const steps = [{ setWeight: 50 }, { pause: {} }];
const roles = {
  canaryMetadata: { labels: { role: 'canary' }, annotations: { side: 'new' } },
  stableMetadata: { labels: { role: 'stable' } },
};
const zone = { key: 'zone', operator: 'In', values: ['a'] };

interface Shape {
  readonly spec: object;
  readonly others?: string;
  /** What the controller is seen to put into the ReplicaSet of the second version, before anything is written back. */
  readonly holds?: (set: RawReplicaSet) => boolean;
}

const hasRole = ({ metadata }: RawReplicaSet): boolean => metadata.annotations?.[injected] !== undefined;
const hasRule = ({ spec }: RawReplicaSet): boolean => JSON.stringify(spec).includes(`"key":"${hashLabel}"`);

const shapes: Readonly<Record<string, Shape>> = {
  'a canary': { spec: {} },
  'a canary with metadata for each role': {
    spec: { strategy: { canary: { steps, ...roles } } },
    holds: hasRole,
  },
  'a canary whose role hides a label of the template': {
    spec: {
      strategy: { canary: { steps, ...roles } },
      template: { ...own, metadata: { labels: { ...app, role: 'web' } } },
    },
    holds: hasRole,
  },
  'a canary with a required antiAffinity': {
    spec: {
      strategy: { canary: { steps, antiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } } },
    },
    holds: hasRule,
  },
  'a canary with a preferred antiAffinity beside an affinity of its own': {
    spec: {
      strategy: {
        canary: { steps, antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 1 } } },
      },
      template: {
        ...own,
        spec: {
          ...own.spec,
          affinity: {
            nodeAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                { weight: 1, preference: { matchExpressions: [zone] } },
              ],
            },
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                {
                  weight: 2,
                  podAffinityTerm: {
                    labelSelector: { matchLabels: app },
                    topologyKey: 'kubernetes.io/hostname',
                  },
                },
              ],
            },
          },
        },
      },
    },
    holds: hasRule,
  },
  'a blueGreen with metadata for each role': {
    spec: {
      strategy: {
        blueGreen: {
          activeService: 'active',
          previewService: 'preview',
          autoPromotionEnabled: false,
          activeMetadata: { labels: { role: 'active' } },
          previewMetadata: { annotations: { role: 'preview' } },
        },
      },
    },
    others: `${service('active')}---\n${service('preview')}`,
    holds: hasRole,
  },
  'a Deployment as the workload': {
    spec: from(workload.Deployment),
    others: stringify({ ...workload.Deployment, metadata: { name: 'web' } }),
  },
  'a PodTemplate as the workload': {
    spec: from(workload.PodTemplate),
    others: stringify({ ...workload.PodTemplate, metadata: { name: 'web' } }),
  },
};

describe('the template of a ReplicaSet, written back, is that revision again', () => {
  it.each(Object.entries(shapes))('%s', async (_, shape) => {
    const { rollout, first, second } = await twoVersions(shape);
    await write(rollout, templateOf(first));
    expect(await hashAfter(rollout, second)).toBe(hashOf(first));
    await write(rollout, templateOf(second));
    expect(await hashAfter(rollout, first)).toBe(hashOf(second));
  });
});

it('as the ReplicaSet has it, with the metadata of its role, a stable template would be a new version', async () => {
  const { rollout, first, second } = await twoVersions({
    spec: { strategy: { canary: { steps, ...roles } } },
    holds: hasRole,
  });
  const { [hashLabel]: _, ...labels } = (first.spec?.template as RawPodTemplate).metadata?.labels ?? {};
  await write(rollout, { ...first.spec?.template, metadata: { labels } });
  expect([hashOf(first), hashOf(second)]).not.toContain(await hashAfter(rollout, second));
});

interface Versions {
  readonly rollout: RawRollout;
  readonly first: RawReplicaSet;
  readonly second: RawReplicaSet;
}

/** A Rollout that is Healthy on v1 and has begun with v2, and both ReplicaSets as the controller left them. */
async function twoVersions({ spec, others, holds = () => true }: Shape): Promise<Versions> {
  const namespace = await freshNamespace();
  if (others !== undefined) await applyManifests(namespace, others);
  await applyManifests(namespace, rolloutManifest({ replicas: 1, spec }));
  const shop = new Shop(namespace);
  const healthy = await shop.until('v1 to be Healthy', ({ status }) => status?.phase === 'Healthy');
  const rollout = healthy as unknown as RawRollout;
  const { resource, name, pointer } = templateHome(rollout);
  const body = [{ op: 'replace', path: `${pointer}/spec/containers/0/image`, value: v2 }];
  await kubectl(
    'patch',
    resourceName(resource),
    name,
    '-n',
    namespace,
    '--type=json',
    '-p',
    JSON.stringify(body),
  );
  const candidate = await shop.until('v2 to begin', (now) =>
    beganAfter(now.status, healthy.status.currentPodHash),
  );
  const set = (hash: string | undefined, fits: typeof holds): Promise<RawReplicaSet> =>
    waitFor<RawReplicaSet>(namespace, 'replicasets', `web-${String(hash)}`, fits, {
      what: `the ReplicaSet ${String(hash)}`,
    });
  const second = await set(candidate.status.currentPodHash, holds);
  return { rollout, second, first: await set(healthy.status.currentPodHash, () => true) };
}

function beganAfter(
  status: { readonly currentPodHash?: string } | undefined,
  hash: string | undefined,
): boolean {
  return status?.currentPodHash !== undefined && status.currentPodHash !== hash;
}

/** The object that has the template, and where in it. */
function templateHome(rollout: RawRollout): { resource: Resource; name: string; pointer: string } {
  const ref = workloadRef(rollout);
  return {
    resource: (ref && workloadResource(ref.kind)) ?? rollouts,
    name: ref?.name ?? rollout.metadata.name,
    pointer: templatePointer(ref?.kind),
  };
}

async function write(rollout: RawRollout, value: RawPodTemplate): Promise<void> {
  const { resource, name, pointer } = templateHome(rollout);
  const body = JSON.stringify([{ op: 'replace', path: pointer, value }]);
  const where = ['-n', rollout.metadata.namespace ?? ''];
  await kubectl('patch', resourceName(resource), name, ...where, '--type=json', '-p', body);
}

function hashOf({ metadata }: RawReplicaSet): string | undefined {
  return metadata.labels?.[hashLabel];
}

async function hashAfter(rollout: RawRollout, before: RawReplicaSet): Promise<string | undefined> {
  const shop = new Shop(rollout.metadata.namespace ?? '');
  const now = await shop.until('another hash', ({ status }) => beganAfter(status, hashOf(before)));
  return now.status.currentPodHash;
}
