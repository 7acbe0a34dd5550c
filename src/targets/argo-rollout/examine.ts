import { diagnosePods } from '../../diagnose/read.ts';
import type { KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { pods, replicaSets } from '../../kube/resources.ts';
import type { Observation } from '../../observation.ts';
import type { Examined } from '../target.ts';
import { hashLabel } from './labels.ts';
import { isOwnedBy } from './owner.ts';
import { type RevisionName, readReplicaSet } from './replica-set.ts';
import type { RequestSetting } from './requests.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';

/** Reads the pods of the candidate, and no others, when they do not become ready; what is forbidden is named. */
export async function examinePods(
  { client, namespace, name, latest: { rollout } }: RequestSetting,
  { guard: { hash }, restart }: Observation,
  signal: AbortSignal,
): Promise<Examined> {
  const set = await readCandidate(client, { namespace, name, hash }, signal);
  const place = { namespace, labelSelector: selectorOf(set, hash) };
  const { uid } = set?.metadata ?? { uid: '' };
  const diagnosed = await diagnosePods(
    client,
    { ...place, replicaSet: { name: `${name}-${hash}`, uid } },
    signal,
  );
  if (restart === undefined || rollout === undefined) return diagnosed;
  const live = await readLive(client, namespace, rollout, signal);
  return { ...diagnosed, ...(live === undefined ? {} : { live }) };
}

/** Undefined also where it may not be read: the diagnosis names that. */
async function readCandidate(
  client: KubeClient,
  revision: RevisionName,
  signal: AbortSignal,
): Promise<RawReplicaSet | undefined> {
  try {
    return await readReplicaSet(client, revision, signal);
  } catch (error) {
    if (error instanceof KubeError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}

function selectorOf(set: RawReplicaSet | undefined, hash: string): string {
  const labels = { ...set?.spec?.template?.metadata?.labels, [hashLabel]: hash };
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** The pods of all revisions that are not on their way out; undefined where pods may not be listed. */
async function readLive(
  client: KubeClient,
  namespace: string,
  rollout: RawRollout,
  signal: AbortSignal,
): Promise<Examined['live']> {
  try {
    const options = { namespace, labelSelector: hashLabel, signal };
    const [sets, all] = await Promise.all([client.list(replicaSets, options), client.list(pods, options)]);
    const own = (sets.items as RawReplicaSet[]).filter((set) => isOwnedBy(set, rollout));
    const live = all.items.filter(
      (pod) => pod.metadata.deletionTimestamp === undefined && own.some((set) => isOwnedBy(pod, set)),
    );
    const created = live.map(({ metadata }) => metadata.creationTimestamp ?? '');
    const [oldest = ''] = created.toSorted((one, other) => one.localeCompare(other));
    // The status counts what is there: while a pod is replaced it is one less.
    const wanted = own.reduce((sum, { spec }) => sum + (spec?.replicas ?? 0), 0);
    return { count: live.length, wanted, oldest };
  } catch (error) {
    if (error instanceof KubeError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}
