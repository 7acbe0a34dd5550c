import type { KubeObject } from '../../kube/resources.ts';
import type { TreeNode } from '../target.ts';
import type { RawExperiment } from './analysis-run.ts';
import { analysisRunNode } from './analysis-tree.ts';
import { revisionAnnotation } from './labels.ts';
import type { RolloutObjects } from './objects.ts';
import { observe } from './observe.ts';
import { isOwnedBy } from './owner.ts';
import { podNode } from './pod.ts';
import { rolesOf } from './roles.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';
import { byAge, byStart, treeNode } from './tree-node.ts';

/**
 * The tree of `kubectl argo rollouts get rollout`: the Rollout, revisions from new to old, each with its ReplicaSet
 * and pods, its Experiments and its AnalysisRuns. What the Rollout does not own is not shown. Pure.
 */
export function rolloutTree(rollout: RawRollout, objects: RolloutObjects): TreeNode {
  const own = <T extends KubeObject>(all: readonly T[]): readonly T[] =>
    all.filter((object) => isOwnedBy(object, rollout)).toSorted(byStart);
  const parts = [
    ...own(objects.sets).map((set) => ({
      of: set,
      node: replicaSetNode(set, rolesOf(rollout, set), objects),
    })),
    ...own(objects.experiments).map((experiment) => ({
      of: experiment,
      node: experimentNode(experiment, objects),
    })),
    ...own(objects.analysisRuns).map((run) => ({ of: run, node: analysisRunNode(run) })),
  ];
  const revisions = [...Map.groupBy(parts, ({ of }) => revisionOf(of))]
    .toSorted(([one], [other]) => other - one)
    .map(([revision, children]): TreeNode => {
      const name = `# revision:${String(revision)}`;
      return { name, kind: 'Revision', status: '', info: [], children: children.map(({ node }) => node) };
    });
  return treeNode(rollout, 'Rollout', observe(rollout).phase, [], revisions);
}

function revisionOf({ metadata }: KubeObject): number {
  return Number(metadata.annotations?.[revisionAnnotation] ?? 0);
}

function replicaSetNode(
  set: RawReplicaSet,
  roles: readonly string[],
  { pods: all }: RolloutObjects,
): TreeNode {
  const owned = all.filter((pod) => isOwnedBy(pod, set)).toSorted(byAge);
  const node = treeNode(set, 'ReplicaSet', replicaSetStatus(set), roles, owned.map(podNode));
  const scaleDownAt = set.metadata.annotations?.['scale-down-deadline'];
  return scaleDownAt ? { ...node, scaleDownAt } : node;
}

function replicaSetStatus({ spec, status }: RawReplicaSet): string {
  if ((spec?.replicas ?? 0) === 0 && (status?.replicas ?? 0) === 0) return 'ScaledDown';
  return (status?.availableReplicas ?? 0) >= (spec?.replicas ?? 0) ? 'Healthy' : 'Progressing';
}

/** One that was ended early, as by an abort, is called Successful like one that ran its time (1.10.1). */
function experimentVerdict({ spec, status }: RawExperiment): string {
  const ended = spec?.terminate === true && status?.phase === 'Successful';
  return ended ? 'Terminated' : (status?.phase ?? '');
}

function experimentNode(experiment: RawExperiment, objects: RolloutObjects): TreeNode {
  const sets = objects.sets.filter((set) => isOwnedBy(set, experiment)).toSorted(byName);
  const runs = objects.analysisRuns.filter((run) => isOwnedBy(run, experiment)).toSorted(byStart);
  return treeNode(
    experiment,
    'Experiment',
    experimentVerdict(experiment),
    [],
    [...sets.map((set) => replicaSetNode(set, [], objects)), ...runs.map(analysisRunNode)],
  );
}

function byName({ metadata: one }: KubeObject, { metadata: other }: KubeObject): number {
  return one.name.localeCompare(other.name);
}
