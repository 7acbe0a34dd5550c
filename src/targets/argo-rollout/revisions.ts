import { KubeError } from '../../kube/kube-error.ts';
import {
  analysisRuns,
  experiments,
  type KubeObject,
  replicaSets,
  type Resource,
  rollouts,
} from '../../kube/resources.ts';
import type { KnownRevision } from '../../revisions.ts';
import { templateImages } from './images.ts';
import { hashLabel, revisionAnnotation } from './labels.ts';
import { isOwnedBy } from './owner.ts';
import type { RequestSetting } from './requests.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';
import { hashesIn } from './verdicts.ts';

/** An AnalysisRun or Experiment of a Rollout, as far as it says what became of a revision. */
export interface RawVerdict extends KubeObject {
  readonly status?: { readonly phase?: string };
}

/**
 * The revisions of a Rollout, newest number first. Pure. What another Rollout or a Deployment owns is left out:
 * the pods of a `workloadRef` Deployment have the same labels, and two Rollouts of one template the same hash.
 */
export function knownRevisions(
  rollout: RawRollout,
  sets: readonly RawReplicaSet[],
  runs: readonly RawVerdict[],
): readonly KnownRevision[] {
  const { status } = rollout;
  const { annotations } = rollout.metadata;
  const healthy = new Set(hashesIn(annotations, 'healthy'));
  const failed = runs.filter(
    (run) => isOwnedBy(run, rollout) && ['Failed', 'Error'].includes(run.status?.phase ?? ''),
  );
  const aborted = new Set([
    ...hashesIn(annotations, 'aborted'),
    ...failed.flatMap(({ metadata }) => metadata.labels?.[hashLabel] ?? []),
  ]);
  return sets
    .filter((set) => isOwnedBy(set, rollout))
    .flatMap((set): KnownRevision[] => {
      const hash = set.metadata.labels?.[hashLabel];
      const number = Number(set.metadata.annotations?.[revisionAnnotation]);
      // A ReplicaSet without them is not made by the controller, or not for long.
      if (hash === undefined || !Number.isSafeInteger(number)) return [];
      return [
        {
          number,
          hash,
          images: templateImages(set.spec?.template),
          created: set.metadata.creationTimestamp ?? '',
          stable: hash === status?.stableRS,
          current: hash === status?.currentPodHash,
          knownHealthy: healthy.has(hash),
          knownAborted: aborted.has(hash) && !healthy.has(hash),
        },
      ];
    })
    .toSorted((one, other) => other.number - one.number);
}

/** Reads the revisions of a Rollout and what is known of them; analyses that may not be read are left out. */
export async function readRevisions(
  { client, namespace, name, latest }: RequestSetting,
  signal: AbortSignal,
): Promise<readonly KnownRevision[]> {
  const options = { namespace, labelSelector: hashLabel, signal };
  const verdicts = async (resource: Resource): Promise<readonly RawVerdict[]> => {
    try {
      return (await client.list(resource, options)).items;
    } catch (error) {
      const mayLack = error instanceof KubeError && ['forbidden', 'no-such-resource'].includes(error.kind);
      if (mayLack) return [];
      throw error;
    }
  };
  const rollout: RawRollout =
    latest.rollout ?? (await client.get({ resource: rollouts, namespace, name }, { signal }));
  const [sets, runs, tries] = await Promise.all([
    client.list(replicaSets, options),
    verdicts(analysisRuns),
    verdicts(experiments),
  ]);
  return knownRevisions(rollout, sets.items, [...runs, ...tries]);
}
