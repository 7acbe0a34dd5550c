import type { KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { type Resource, pods, replicaSets, resourceName, rollouts } from '../../kube/resources.ts';
import type { ContainerImage } from '../../model.ts';
import type { Details } from '../target.ts';
import { templateImages } from './images.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';
import { type RawPod, roleOf, rolloutTree } from './tree.ts';

/** Where a Rollout is. */
export interface RolloutPlace {
  readonly namespace: string;
  readonly name: string;
}

/**
 * Reads the ReplicaSets and pods of a Rollout, and the Rollout itself unless it was seen, for people; what is
 * forbidden is left out and named.
 */
export async function readDetails(
  client: KubeClient,
  place: RolloutPlace,
  seen: RawRollout | undefined,
  signal: AbortSignal,
): Promise<Details> {
  const notices: string[] = [];
  const rollout: RawRollout = seen ?? (await client.get({ resource: rollouts, ...place }, { signal }));
  const labelSelector = selectorOf(rollout);
  const list = async (resource: Resource): Promise<readonly unknown[]> => {
    try {
      return (await client.list(resource, { namespace: place.namespace, labelSelector, signal })).items;
    } catch (error) {
      if (!(error instanceof KubeError) || error.kind !== 'forbidden') throw error;
      notices.push(`${resourceName(resource)} are not shown: this needs the permission to list them.`);
      return [];
    }
  };
  const [sets, all] = (await Promise.all([list(replicaSets), list(pods)])) as [RawReplicaSet[], RawPod[]];
  const owned = sets.filter((set) =>
    set.metadata.ownerReferences?.some(({ uid }) => uid === rollout.metadata.uid),
  );
  const stableName = `${place.name}-${rollout.status?.stableRS ?? ''}`;
  const stable = owned.find(({ metadata }) => metadata.name === stableName);
  return {
    strategy: 'Canary',
    images: imagesWithRoles(rollout, owned),
    ...(stable === undefined ? {} : { stable: templateImages(stable.spec?.template) }),
    tree: rolloutTree(rollout, owned, all),
    notices,
  };
}

function selectorOf({ spec }: RawRollout): string {
  return Object.entries(spec?.selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** As the plugin: the images of the ReplicaSets that have pods, with the roles of those. */
function imagesWithRoles(rollout: RawRollout, sets: readonly RawReplicaSet[]): Details['images'] {
  const roles = new Map<string, Set<string>>();
  for (const set of sets.filter(({ status }) => (status?.replicas ?? 0) > 0)) {
    const role = roleOf(rollout, set);
    for (const { image } of templateImages(set.spec?.template).filter(isMain)) {
      roles.set(image, new Set([...(roles.get(image) ?? []), ...(role === undefined ? [] : [role])]));
    }
  }
  const stableFirst = [...roles].toSorted(
    ([, one], [, other]) => Number(other.has('stable')) - Number(one.has('stable')),
  );
  return stableFirst.map(([image, names]) => ({ image, roles: [...names] }));
}

function isMain({ init }: ContainerImage): boolean {
  return !init;
}
