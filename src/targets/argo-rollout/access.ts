import type { AccessRule } from '../../kube/access.ts';
import { pods, replicaSets, rollouts } from '../../kube/resources.ts';
import type { Operation } from '../../model.ts';

/** What an operation on a Rollout has to be allowed to do. What is optional is missed, not refused. */
export function rolloutAccess(name: string, namespace: string, operation: Operation): readonly AccessRule[] {
  const rollout = { group: rollouts.group, resource: rollouts.plural, namespace, name };
  const read: readonly AccessRule[] = [
    { ...rollout, verb: 'get', why: 'read the Rollout' },
    // Where only `list` is allowed, or neither, the Rollout is read again and again instead.
    { ...rollout, verb: 'list', why: 'follow the release without a pause', optional: true },
    { ...rollout, verb: 'watch', why: 'follow the release without a pause', optional: true },
    {
      group: replicaSets.group,
      resource: replicaSets.plural,
      verb: 'get',
      namespace,
      why: 'tell whether the status speaks of the new image',
    },
    ...[replicaSets, pods].map(({ group, plural }): AccessRule => ({
      group,
      resource: plural,
      verb: 'list',
      namespace,
      why: 'show the tree',
      optional: true,
    })),
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
