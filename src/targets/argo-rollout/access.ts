import type { AccessRule } from '../../kube/access.ts';
import { analysisRuns, experiments, pods, replicaSets, rollouts } from '../../kube/resources.ts';
import type { RequestName } from '../../model.ts';

/** What a run needs on a Rollout: reading, and the requests it may come to send. */
export function rolloutAccess(
  name: string,
  namespace: string,
  requests: readonly RequestName[],
): readonly AccessRule[] {
  const rollout = { group: rollouts.group, resource: rollouts.plural, namespace, name };
  const read: readonly AccessRule[] = [
    { ...rollout, verb: 'get', why: 'read the Rollout' },
    // Without these the Rollout is read again and again instead.
    { ...rollout, verb: 'list', why: 'see each change at once (optional)', optional: true },
    { ...rollout, verb: 'watch', why: 'see each change at once (optional)', optional: true },
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
      why: 'show the tree (optional)',
      optional: true,
    })),
    ...[analysisRuns, experiments].map(({ group, plural }): AccessRule => ({
      group,
      resource: plural,
      verb: 'list',
      namespace,
      why: 'show analyses (optional)',
      optional: true,
    })),
  ];
  const write = { deploy: 'set the image', retry: 'start again', promote: 'promote', abort: 'abort' };
  const writes = requests.map((request): AccessRule => ({
    ...rollout,
    ...(request === 'deploy' ? {} : { subresource: 'status' }),
    verb: 'patch',
    why: write[request],
  }));
  return [...read, ...writes];
}
