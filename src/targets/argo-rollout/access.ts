import { accessForDiagnosis } from '../../diagnose/access.ts';
import type { AccessRule } from '../../kube/access.ts';
import {
  type Resource,
  analysisRuns,
  experiments,
  pods,
  replicaSets,
  rollouts,
} from '../../kube/resources.ts';
import type { Reading } from '../../facts.ts';
import type { RequestName } from '../../model.ts';
import { accessForRoutes } from './routes/access.ts';
import { writes } from './writes/index.ts';

const why: Readonly<Record<RequestName, string>> = {
  deploy: 'set the image',
  restore: 'go back to the template before',
  retry: 'start again',
  promote: 'promote',
  'promote-full': 'promote in full',
  abort: 'abort',
  restart: 'restart the pods',
  pause: 'hold it',
  resume: 'lift a hold',
};

/** What a run needs on a Rollout: reading, and the requests it may come to send. */
export function rolloutAccess(
  name: string,
  namespace: string,
  requests: readonly RequestName[],
  readings: readonly Reading[] = [],
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
  const told = [...accessForRoutes(namespace), ...accessForDiagnosis(namespace)];
  const asks = requests.map((request): AccessRule => ({
    ...rollout,
    ...(writes[request].subresource && { subresource: writes[request].subresource }),
    verb: 'patch',
    why: why[request],
  }));
  const noted: readonly AccessRule[] =
    requests.length === 0
      ? []
      : [{ ...rollout, verb: 'patch', why: 'note which run did it (optional)', optional: true }];
  const { group, plural } = replicaSets;
  const past: readonly AccessRule[] = readings.includes('revisions')
    ? [{ group, resource: plural, verb: 'list', namespace, why: 'find the revision to go back to' }]
    : [];
  return [...read, ...past, ...told, ...asks, ...noted];
}

/** What a run needs beside, where the pod template is in a workload. */
export function workloadAccess(
  { group, plural }: Resource,
  name: string,
  namespace: string,
  requests: readonly RequestName[],
): readonly AccessRule[] {
  const workload = { group, resource: plural, namespace, name };
  const asks = requests.filter((request) => writes[request].toTemplate === true);
  return [
    { ...workload, verb: 'get', why: 'read the pod template' },
    { ...workload, verb: 'list', why: 'see each change at once (optional)', optional: true },
    { ...workload, verb: 'watch', why: 'see each change at once (optional)', optional: true },
    ...asks.map((request): AccessRule => ({ ...workload, verb: 'patch', why: why[request] })),
  ];
}
