import type { KubeObject } from '../../kube/resources.ts';
import type { TreeNode } from '../target.ts';

/** An object as a node of the tree. */
export function treeNode(
  { metadata }: KubeObject,
  kind: TreeNode['kind'],
  status: string,
  info: readonly string[],
  children: readonly TreeNode[],
): TreeNode {
  const created = metadata.creationTimestamp;
  return { name: metadata.name, kind, status, ...(created === undefined ? {} : { created }), info, children };
}

/** As the plugin sorts pods: the oldest first, and of the same second by name. */
export function byAge({ metadata: one }: KubeObject, { metadata: other }: KubeObject): number {
  const key = ({ creationTimestamp = '', name }: KubeObject['metadata']): string =>
    `${creationTimestamp} ${name}`;
  return key(one).localeCompare(key(other));
}

/** As the plugin sorts AnalysisRuns: the oldest first, and of the same second the last name first. */
export function byStart({ metadata: one }: KubeObject, { metadata: other }: KubeObject): number {
  const [first = '', second = ''] = [one.creationTimestamp, other.creationTimestamp];
  return first.localeCompare(second) || other.name.localeCompare(one.name);
}
