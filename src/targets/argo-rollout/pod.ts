import type { KubeObject } from '../../kube/resources.ts';
import type { TreeNode } from '../target.ts';
import { treeNode } from './tree-node.ts';

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

/** A pod in the tree. Pure. */
export function podNode(pod: RawPod): TreeNode {
  return treeNode(pod, 'Pod', podStatus(pod), podInfo(pod), []);
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
