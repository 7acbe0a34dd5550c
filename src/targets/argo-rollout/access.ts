import type { AccessRule } from '../../kube/access.ts';
import { replicaSets, rollouts } from '../../kube/resources.ts';
import type { Operation } from '../../model.ts';

/** What an operation on a Rollout has to be allowed to do; lists for the tree are asked for, never required. */
export function rolloutAccess(name: string, namespace: string, operation: Operation): readonly AccessRule[] {
  const rollout = { group: rollouts.group, resource: rollouts.plural, namespace, name };
  const read: readonly AccessRule[] = [
    { ...rollout, verb: 'watch', why: 'follow the release' },
    { ...rollout, verb: 'get', why: 'read the Rollout' },
    {
      group: replicaSets.group,
      resource: replicaSets.plural,
      verb: 'get',
      namespace,
      why: 'tell whether the status speaks of the new image',
    },
  ];
  const request: AccessRule = {
    ...rollout,
    subresource: 'status',
    verb: 'patch',
    why: 'promote, abort or retry',
  };
  const edit: AccessRule = { ...rollout, verb: 'patch', why: 'set the image' };
  switch (operation) {
    case 'status':
      return read;
    case 'follow':
    case 'promote':
    case 'abort':
      return [...read, request];
    case 'deploy':
      return [...read, request, edit];
  }
}
