import { stringify } from 'yaml';
import { blueGreenStrategy, gate, services } from './blue-green.ts';
import { applyManifests, freshNamespace, getObject, kubectl, type KubernetesObject } from './kubernetes.ts';
import { gated, Shop, v1 } from './rollouts.ts';

/** The kinds of object that a Rollout may take its pod template from. */
export type WorkloadKind = 'Deployment' | 'ReplicaSet' | 'PodTemplate';

/** A workload as these tests look at it. */
export interface Workload extends KubernetesObject {
  readonly metadata: KubernetesObject['metadata'] & { readonly generation: number };
  readonly spec?: { readonly replicas?: number; readonly template: Template };
  readonly template?: Template;
}

interface Template {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: { readonly containers: readonly { readonly name: string; readonly image: string }[] };
}

/** What tests vary. */
export interface WorkloadShape {
  readonly kind?: WorkloadKind;
  readonly scaleDown?: 'never' | 'onsuccess' | 'progressively';
  readonly strategy?: 'canary' | 'blueGreen';
}

/** A namespace with a Rollout named web that takes its pod template from a workload of the same name. */
export class WorkloadShop extends Shop {
  readonly kind: WorkloadKind;

  constructor(namespace: string, kind: WorkloadKind) {
    super(namespace);
    this.kind = kind;
  }

  /** The workload as it is now. */
  workload(): Promise<Workload> {
    return getObject<Workload>(this.namespace, this.kind, 'web');
  }

  /** The image that the workload asks for. */
  async asked(): Promise<string | undefined> {
    const { spec, template } = await this.workload();
    return (template ?? spec?.template)?.spec.containers[0]?.image;
  }

  /** Sets the image as somebody does by hand; only a Deployment or a ReplicaSet can be changed so. */
  sets(image: string): Promise<string> {
    return kubectl('set', 'image', `${this.kind.toLowerCase()}/web`, `web=${image}`, '-n', this.namespace);
  }
}

/** A fresh namespace with a Rollout that is Healthy on v1, whose pod template is in a workload. */
export async function workloadShop({
  kind = 'Deployment',
  scaleDown = 'onsuccess',
  strategy = 'canary',
}: WorkloadShape = {}): Promise<WorkloadShop> {
  const shop = new WorkloadShop(await freshNamespace(), kind);
  const manifests = [
    ...services.map((service) => stringify(service)),
    workloadManifest(kind),
    rolloutOf({ apiVersion: versions[kind], kind, name: 'web', scaleDown }, strategy),
  ];
  await applyManifests(shop.namespace, manifests.join('---\n'));
  await shop.until(`${v1} to be Healthy`, ({ status }) => status?.phase === 'Healthy');
  return shop;
}

const versions: Readonly<Record<WorkloadKind, string>> = {
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  PodTemplate: 'v1',
};

/** The manifest of a Rollout named web with a workloadRef. */
export function rolloutOf(
  workloadRef: object,
  strategy: NonNullable<WorkloadShape['strategy']> = 'canary',
): string {
  return stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      workloadRef,
      strategy:
        strategy === 'canary'
          ? { canary: { steps: gated } }
          : { blueGreen: { ...blueGreenStrategy, ...gate } },
    },
  });
}

/** The manifest of a workload named web. A ReplicaSet of its own has pods of its own, so it asks for none here. */
function workloadManifest(kind: WorkloadKind): string {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: v1 }] },
  };
  const replicas = kind === 'Deployment' ? 2 : 0;
  const spec = { replicas, selector: { matchLabels: { app: 'web' } }, template };
  const body = kind === 'PodTemplate' ? { template } : { spec };
  return stringify({ apiVersion: versions[kind], kind, metadata: { name: 'web' }, ...body });
}
