import { kubectl, type KubernetesObject } from './kubernetes.ts';
import type { Shop } from './rollouts.ts';

/** A pod as these tests look at it. */
export interface Pod {
  readonly name: string;
  readonly image: string;
  /** When it was made, in milliseconds since the epoch, to the second. */
  readonly created: number;
  readonly ready: boolean;
}

type RawPod = KubernetesObject & {
  readonly metadata: { readonly creationTimestamp: string; readonly deletionTimestamp?: string };
  readonly spec: { readonly containers: readonly { readonly image: string }[] };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
};

/** The pods that are there and are not being deleted. */
export async function podsOf({ namespace }: Shop): Promise<readonly Pod[]> {
  const list = JSON.parse(await kubectl('get', 'pods', '-n', namespace, '-o', 'json')) as { items: RawPod[] };
  return list.items
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata, spec, status }) => ({
      name: metadata.name,
      image: spec.containers[0]?.image ?? '',
      created: Date.parse(metadata.creationTimestamp),
      ready: (status.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True'),
    }));
}
