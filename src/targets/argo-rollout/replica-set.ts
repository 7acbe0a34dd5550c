import type { KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { replicaSets } from '../../kube/resources.ts';
import type { RawReplicaSet } from './rollout.ts';

/** Which ReplicaSet is meant: the controller names it by the Rollout and the pod template hash. */
export interface RevisionName {
  readonly namespace: string;
  /** Name of the Rollout. */
  readonly name: string;
  readonly hash: string;
}

/** Reads the ReplicaSet of a revision; undefined when there is none. Throws KubeError for any other failure. */
export async function readReplicaSet(
  client: KubeClient,
  { namespace, name, hash }: RevisionName,
  signal: AbortSignal,
): Promise<RawReplicaSet | undefined> {
  try {
    return await client.get({ resource: replicaSets, namespace, name: `${name}-${hash}` }, { signal });
  } catch (error) {
    if (error instanceof KubeError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
