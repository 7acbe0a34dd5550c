import { stringify } from 'yaml';
import {
  type RunningStep,
  runAction,
  runPost,
  startAction,
  type StepResult,
  type With,
} from '../../support/action.ts';
import {
  applyManifests,
  clusterKubeconfig,
  freshNamespace,
  getObject,
  type KubernetesObject,
  waitFor,
} from './kubernetes.ts';

/** A Rollout as these tests look at it. */
export interface Rollout extends KubernetesObject {
  metadata: KubernetesObject['metadata'] & { generation: number };
  spec: {
    paused?: boolean;
    restartAt?: string;
    template: {
      metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
      spec: { containers: { name: string; image: string }[] };
    };
  };
  status: {
    phase?: string;
    message?: string;
    stableRS?: string;
    currentPodHash?: string;
    currentStepIndex?: number;
    availableReplicas?: number;
    updatedReplicas?: number;
    abort?: boolean;
    conditions?: { type: string; status: string }[];
    abortedAt?: string;
    promoteFull?: boolean;
    restartedAt?: string;
    observedGeneration?: string;
    pauseConditions?: { reason: string; startTime: string }[];
  };
}

/** The parts of a Rollout that tests vary. */
export interface RolloutShape {
  readonly replicas?: number;
  readonly steps?: readonly object[];
  /** Merged into `spec`. */
  readonly spec?: object;
  /** Containers; the default is one named web. */
  readonly containers?: readonly { readonly name: string; readonly image: string }[];
  readonly initContainers?: readonly { readonly name: string; readonly image: string }[];
  /** Annotations of the pods. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The first image of every Rollout here; its pods become ready at once. */
export const v1 = 'registry.test/web:1';
/** The image that is released. */
export const v2 = 'registry.test/web:2';
/** Somebody else's image. */
export const v3 = 'registry.test/web:3';
/** An image whose pods run and never become ready. */
export const notReady = 'registry.test/web:2-notready';
/** A gate between two weights. */
export const gated = [{ setWeight: 50 }, { pause: {} }];
/** Gates at the steps 1 and 3. */
export const twoGates = [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }];
/** Pod annotations with which it takes a while until a pod is ready. */
export const slow = { 'sim/ready-after': '2s' };

/** The manifest of a Rollout named web. */
export function rolloutManifest({
  replicas = 2,
  steps = gated,
  spec = {},
  ...pod
}: RolloutShape = {}): string {
  const { containers = [{ name: 'web', image: v1 }], initContainers, annotations } = pod;
  return stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' }, ...(annotations && { annotations }) },
        spec: { containers, ...(initContainers && { initContainers }) },
      },
      strategy: { canary: { steps } },
      ...spec,
    },
  });
}

/** A namespace with one Rollout, and the action as a workflow would use it there. */
export class Shop {
  readonly namespace: string;

  constructor(namespace: string) {
    this.namespace = namespace;
  }

  /** Runs the built action on the Rollout to its end. */
  step(inputs: With, env?: NodeJS.ProcessEnv): Promise<StepResult> {
    return runAction(this.#inputs(inputs), env);
  }

  /** Starts the built action on the Rollout. */
  start(inputs: With, env?: NodeJS.ProcessEnv): RunningStep {
    return startAction(this.#inputs(inputs), env);
  }

  /** Runs the post step of a step that has ended to its end. */
  post(inputs: With, main: StepResult, env?: NodeJS.ProcessEnv): Promise<StepResult> {
    return runPost(this.#inputs(inputs), main, env);
  }

  /** The Rollout as it is now. */
  rollout(): Promise<Rollout> {
    return getObject<Rollout>(this.namespace, 'rollouts.argoproj.io', 'web');
  }

  /** The Rollout as soon as it fits. */
  until(what: string, fits: (rollout: Rollout) => boolean): Promise<Rollout> {
    return waitFor<Rollout>(this.namespace, 'rollouts.argoproj.io', 'web', fits, { what });
  }

  #inputs(inputs: With): With {
    return { target: 'rollout/web', namespace: this.namespace, kubeconfig: clusterKubeconfig(), ...inputs };
  }
}

/** A fresh namespace with a Rollout that was just applied. */
export async function newShop(shape?: RolloutShape): Promise<Shop> {
  const shop = new Shop(await freshNamespace());
  await applyManifests(shop.namespace, rolloutManifest(shape));
  return shop;
}

/** A fresh namespace with a Rollout that is Healthy on v1. */
export async function healthyShop(shape?: RolloutShape): Promise<Shop> {
  const shop = await newShop(shape);
  await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
  return shop;
}

/** A fresh namespace with a release of v2 that waits at its gate; with the `state` that the deploy told. */
export async function pausedShop(shape?: RolloutShape): Promise<{ shop: Shop; state: string }> {
  const shop = await healthyShop(shape);
  const { outputs, log } = await shop.step({ image: v2 });
  if (outputs['ended'] !== 'paused') throw new Error(`The release did not come to its gate:\n${log}`);
  return { shop, state: outputs['state'] ?? '' };
}
