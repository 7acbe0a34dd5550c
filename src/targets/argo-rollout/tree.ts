import type { KubeObject } from '../../kube/resources.ts';
import type { TreeNode } from '../target.ts';
import { observe } from './observe.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';

/** A pod as far as the tree shows it. */
export interface RawPod extends KubeObject {
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly containerStatuses?: readonly {
      readonly ready?: boolean;
      readonly restartCount?: number;
      readonly state?: {
        readonly waiting?: { readonly reason?: string };
        readonly terminated?: { readonly reason?: string };
      };
    }[];
  };
}

const revisionAnnotation = 'rollout.argoproj.io/revision';

/** The tree of `kubectl argo rollouts get rollout`: Rollout, revisions from new to old, ReplicaSets, pods. Pure. */
export function rolloutTree(
  rollout: RawRollout,
  sets: readonly RawReplicaSet[],
  all: readonly RawPod[],
): TreeNode {
  const revision = (set: RawReplicaSet): number =>
    Number(set.metadata.annotations?.[revisionAnnotation] ?? 0);
  const revisions = sets
    .toSorted((one, other) => revision(other) - revision(one))
    .map((set): TreeNode => {
      const name = `# revision:${String(revision(set))}`;
      return { name, kind: 'Revision', status: '', info: [], children: [replicaSetNode(rollout, set, all)] };
    });
  const { phase } = observe(rollout);
  return node(rollout, 'Rollout', phase, [], revisions);
}

function replicaSetNode(rollout: RawRollout, set: RawReplicaSet, all: readonly RawPod[]): TreeNode {
  const role = roleOf(rollout, set);
  const owned = all.filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid),
  );
  const children = owned.toSorted(byAge).map((pod) => node(pod, 'Pod', podStatus(pod), podInfo(pod), []));
  return node(set, 'ReplicaSet', replicaSetStatus(set), role === undefined ? [] : [role], children);
}

function byAge({ metadata: one }: KubeObject, { metadata: other }: KubeObject): number {
  const key = ({ creationTimestamp = '', name }: KubeObject['metadata']): string =>
    `${creationTimestamp} ${name}`;
  return key(one).localeCompare(key(other));
}

function replicaSetStatus({ spec, status }: RawReplicaSet): string {
  if ((spec?.replicas ?? 0) === 0 && (status?.replicas ?? 0) === 0) return 'ScaledDown';
  return (status?.availableReplicas ?? 0) >= (spec?.replicas ?? 0) ? 'Healthy' : 'Progressing';
}

/** The reason that kubectl shows: what a container waits for or died of says more than the phase. */
function podStatus({ metadata, status }: RawPod): string {
  if (metadata.deletionTimestamp !== undefined) return 'Terminating';
  const reasons = (status?.containerStatuses ?? []).map(
    ({ state }) => state?.waiting?.reason ?? state?.terminated?.reason,
  );
  return reasons.find((reason) => reason !== undefined) ?? status?.reason ?? status?.phase ?? 'Pending';
}

function podInfo({ status }: RawPod): readonly string[] {
  const containers = status?.containerStatuses ?? [];
  const ready = containers.filter((container) => container.ready === true).length;
  const restarts = containers.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
  const counts = `ready:${String(ready)}/${String(containers.length)}`;
  return restarts === 0 ? [counts] : [counts, `restarts:${String(restarts)}`];
}

function node(
  { metadata }: KubeObject,
  kind: TreeNode['kind'],
  status: string,
  info: readonly string[],
  children: readonly TreeNode[],
): TreeNode {
  const created = metadata.creationTimestamp;
  return { name: metadata.name, kind, status, ...(created === undefined ? {} : { created }), info, children };
}

/** What a ReplicaSet is to the release now; undefined for one of the past. */
export function roleOf(
  { metadata, status }: RawRollout,
  set: RawReplicaSet,
): 'stable' | 'canary' | undefined {
  if (set.metadata.name === `${metadata.name}-${status?.stableRS ?? ''}`) return 'stable';
  return set.metadata.name === `${metadata.name}-${status?.currentPodHash ?? ''}` ? 'canary' : undefined;
}
