import { stringify } from 'yaml';
import { applyManifests, freshNamespace, getObject, kubectl, type KubernetesObject } from './kubernetes.ts';
import { type Rollout, type RolloutShape, rolloutManifest, Shop, v1, v2 } from './rollouts.ts';

/** A blueGreen as these tests look at it. */
export interface BlueGreen extends Rollout {
  readonly status: Rollout['status'] & {
    readonly blueGreen?: {
      readonly activeSelector?: string;
      readonly previewSelector?: string;
      readonly prePromotionAnalysisRunStatus?: AnalysisStatus;
      readonly postPromotionAnalysisRunStatus?: AnalysisStatus;
    };
  };
}

interface AnalysisStatus {
  readonly name: string;
  readonly status?: string;
}

interface Service extends KubernetesObject {
  readonly spec: { readonly selector: Readonly<Record<string, string>> };
}

type ReplicaSet = KubernetesObject & Pick<Rollout, 'spec'>;

/** What tests vary of a blueGreen. */
export interface BlueGreenShape extends Omit<RolloutShape, 'steps' | 'spec'> {
  /** Merged into `spec.strategy.blueGreen`. */
  readonly blueGreen?: object;
  /** AnalysisTemplates and the like, applied before the Rollout. */
  readonly beside?: readonly object[];
}

/** A blueGreen that waits for somebody before it switches. */
export const gate = { autoPromotionEnabled: false };

/** A namespace with a blueGreen, and the action as a workflow would use it there. */
export class BlueGreenShop extends Shop {
  override rollout(): Promise<BlueGreen> {
    return super.rollout();
  }

  override until(what: string, fits: (rollout: BlueGreen) => boolean): Promise<BlueGreen> {
    return super.until(what, fits);
  }

  /** Deploys v2 and returns the `state` of the gate that it has to come to. */
  async toGate(image = v2): Promise<string> {
    const { outputs, log } = await this.step({ image });
    if (outputs['reason'] !== 'gate') throw new Error(`The release did not come to its gate:\n${log}`);
    return outputs['state'] ?? '';
  }

  /** Image of the pods that the active Service leads users to. */
  async served(): Promise<string | undefined> {
    const { spec } = await getObject<Service>(this.namespace, 'service', 'web');
    const set = `web-${spec.selector['rollouts-pod-template-hash'] ?? ''}`;
    const replicaSet = await getObject<ReplicaSet>(this.namespace, 'replicaset', set);
    return replicaSet.spec.template.spec.containers[0]?.image;
  }

  /** Names of the pods that are there. */
  async pods(): Promise<readonly string[]> {
    const names = await kubectl('get', 'pods', '-n', this.namespace, '-o', 'name');
    return names.trim().split('\n');
  }
}

/** The Services of the two sides. */
export const services: readonly object[] = ['web', 'web-preview'].map((name) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
}));

/** A blueGreen between these Services. */
export const blueGreenStrategy = {
  activeService: 'web',
  previewService: 'web-preview',
  scaleDownDelaySeconds: 5,
};

/** A fresh namespace with a blueGreen that is Healthy on v1. */
export async function blueGreenShop({
  blueGreen = gate,
  beside = [],
  ...pod
}: BlueGreenShape = {}): Promise<BlueGreenShop> {
  const shop = new BlueGreenShop(await freshNamespace());
  const strategy = { blueGreen: { ...blueGreenStrategy, ...blueGreen } };
  const before = [...services, ...beside].map((one) => stringify(one));
  const manifests = [...before, rolloutManifest({ ...pod, spec: { strategy } })];
  await applyManifests(shop.namespace, manifests.join('---\n'));
  await shop.until(`${v1} to be Healthy`, ({ status }) => status?.phase === 'Healthy');
  return shop;
}
