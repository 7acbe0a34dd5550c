import * as known from '../../kube/resources.ts';
import type { Resource } from '../../kube/resources.ts';

/** A kind with the names that kubectl has for it, beside its plural and its singular. */
interface Named {
  readonly resource: Resource;
  readonly short: readonly string[];
}

const kind = (group: string, version: string, plural: string, name: string, ...short: string[]): Named => ({
  resource: { group, version, plural, kind: name },
  short,
});
const clusterKind = (
  group: string,
  version: string,
  plural: string,
  name: string,
  ...short: string[]
): Named => ({
  resource: { group, version, plural, kind: name, namespaced: false },
  short,
});
const of = (resource: Resource, ...short: string[]): Named => ({ resource, short });

/** What people look at while a release goes on; everything else is asked for by its full name. */
const names: readonly Named[] = [
  of(known.pods, 'po'),
  of(known.services, 'svc'),
  of(known.events, 'ev'),
  // Named here to be refused with a reason.
  of(known.secrets),
  of(known.deployments, 'deploy'),
  of(known.replicaSets, 'rs'),
  of(known.jobs),
  of(known.ingresses, 'ing'),
  of(known.rollouts, 'ro'),
  of(known.analysisRuns, 'ar'),
  of(known.experiments, 'exp'),
  of(known.httpRoutes),
  of(known.virtualServices, 'vs'),
  kind('', 'v1', 'configmaps', 'ConfigMap', 'cm'),
  kind('', 'v1', 'endpoints', 'Endpoints', 'ep'),
  kind('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim', 'pvc'),
  kind('', 'v1', 'resourcequotas', 'ResourceQuota', 'quota'),
  kind('', 'v1', 'serviceaccounts', 'ServiceAccount', 'sa'),
  kind('apps', 'v1', 'statefulsets', 'StatefulSet', 'sts'),
  kind('apps', 'v1', 'daemonsets', 'DaemonSet', 'ds'),
  kind('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler', 'hpa'),
  kind('batch', 'v1', 'cronjobs', 'CronJob', 'cj'),
  kind('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
  kind('networking.k8s.io', 'v1', 'networkpolicies', 'NetworkPolicy', 'netpol'),
  kind('policy', 'v1', 'poddisruptionbudgets', 'PodDisruptionBudget', 'pdb'),
  clusterKind('', 'v1', 'nodes', 'Node', 'no'),
  clusterKind('', 'v1', 'namespaces', 'Namespace', 'ns'),
  clusterKind('', 'v1', 'persistentvolumes', 'PersistentVolume', 'pv'),
];

/** What is allowed, for errors. */
export const KIND_FORMS =
  'a kind as kubectl names it (pods, deploy, rollouts), or PLURAL.VERSION.GROUP, such as certificates.v1.cert-manager.io';

/**
 * The kind that kubectl means by a name: `pods`, `po`, `pod`, `deployments.apps`, `deployments.v1.apps`. Undefined for
 * a name that does not say its version and is not known here. Pure.
 */
export function kindNamed(given: string): Resource | undefined {
  const name = given.toLowerCase();
  const found = names.find(({ resource, short }) => {
    const { group, plural } = resource;
    return [plural, resource.kind.toLowerCase(), `${plural}.${group}`, ...short].includes(name);
  });
  return found?.resource ?? inFull(name);
}

function inFull(name: string): Resource | undefined {
  const [, plural, version, group] =
    /^([a-z0-9]+)\.(v\d+(?:(?:alpha|beta)\d+)?)\.([a-z0-9][a-z0-9.-]*)?$/.exec(name) ?? [];
  if (plural === undefined || version === undefined) return undefined;
  const resource = { group: group ?? '', version, plural, kind: plural };
  const same = names.find((one) => one.resource.plural === plural && one.resource.group === resource.group);
  return same === undefined ? resource : { ...same.resource, version };
}
