import type { AccessRule } from '../kube/access.ts';
import { events, pods, replicaSets } from '../kube/resources.ts';

/** What tells why pods do not become ready; the run does without any of it, and then says less. */
export function accessForDiagnosis(namespace: string): readonly AccessRule[] {
  const rule = (verb: 'get' | 'list', { group, plural }: typeof pods, why: string): AccessRule => ({
    group,
    resource: plural,
    verb,
    namespace,
    why: `${why} (optional)`,
    optional: true,
  });
  return [
    rule('list', pods, 'tell which pods are not ready, and why'),
    rule('get', replicaSets, 'tell why pods are not created'),
    rule('list', events, 'tell what the node, the scheduler and the registry say'),
    { ...rule('get', pods, 'tell the last lines of a container that crashed'), subresource: 'log' },
  ];
}
