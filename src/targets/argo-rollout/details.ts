import type { KubeClient } from '../../kube/client.ts';
import { rollouts } from '../../kube/resources.ts';
import type { ContainerImage } from '../../model.ts';
import type { Details } from '../target.ts';
import { analysesOf, candidateOf, type Judged } from './analyses.ts';
import { templateImages } from './images.ts';
import { readObjects, type RolloutObjects } from './objects.ts';
import { isOwnedBy } from './owner.ts';
import { rolesOf } from './roles.ts';
import { readRoutes } from './routes/read.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';
import { rolloutTree } from './tree.ts';

/** Where a Rollout is. */
export interface RolloutPlace {
  readonly namespace: string;
  readonly name: string;
}

/**
 * Reads everything that belongs to a Rollout, and the Rollout itself unless it was seen, for people; what is
 * forbidden is left out and named. The analyses are those of the candidate, unless another revision is named.
 */
export async function readDetails(
  client: KubeClient,
  place: RolloutPlace,
  seen: RawRollout | undefined,
  signal: AbortSignal,
  judged?: Judged,
): Promise<Details> {
  const rollout: RawRollout = seen ?? (await client.get({ resource: rollouts, ...place }, { signal }));
  const about = judged ?? candidateOf(rollout);
  const [{ objects, notices }, routing] = await Promise.all([
    readObjects(client, place.namespace, rollout, about.hash, signal),
    readRoutes(client, rollout, signal),
  ]);
  const stableName = `${place.name}-${rollout.status?.stableRS ?? ''}`;
  const stable = objects.sets.find((set) => isOwnedBy(set, rollout) && set.metadata.name === stableName);
  return {
    strategy: rollout.spec?.strategy?.blueGreen === undefined ? 'Canary' : 'BlueGreen',
    images: imagesWithRoles(rollout, objects),
    ...(stable === undefined ? {} : { stable: templateImages(stable.spec?.template) }),
    tree: rolloutTree(rollout, objects),
    analyses: analysesOf(rollout, objects.analysisRuns, objects.experiments, about),
    routes: routing.routes,
    notices: [...notices, ...routing.notices],
  };
}

/** As the plugin: the images of the ReplicaSets that have pods, with the roles of those. */
function imagesWithRoles(rollout: RawRollout, { sets, experiments }: RolloutObjects): Details['images'] {
  const roles = new Map<string, Set<string>>();
  const add = (set: RawReplicaSet, names: readonly string[]): void => {
    if ((set.status?.replicas ?? 0) === 0) return;
    for (const { image } of templateImages(set.spec?.template).filter(isMain))
      roles.set(image, new Set([...(roles.get(image) ?? []), ...names]));
  };
  for (const set of sets.filter((one) => isOwnedBy(one, rollout))) add(set, rolesOf(rollout, set));
  for (const experiment of experiments) {
    for (const set of sets.filter((one) => isOwnedBy(one, experiment)))
      add(set, [`Σ:${set.metadata.annotations?.['experiment.argoproj.io/template-name'] ?? ''}`]);
  }
  const stableFirst = [...roles].toSorted(
    ([, one], [, other]) => Number(other.has('stable')) - Number(one.has('stable')),
  );
  return stableFirst.map(([image, names]) => ({ image, roles: [...names] }));
}

function isMain({ init }: ContainerImage): boolean {
  return !init;
}
