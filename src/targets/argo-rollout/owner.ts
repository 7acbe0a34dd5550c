import type { KubeObject } from '../../kube/resources.ts';

/** Whether `owner` owns the object: by uid, because names come again. */
export function isOwnedBy({ metadata }: KubeObject, owner: KubeObject): boolean {
  return metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) === true;
}
