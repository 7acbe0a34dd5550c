/** A kind of object at the API server: what a path and an RBAC rule need to name it. */
export interface Resource {
  /** API group; empty for the core group (`v1`). */
  readonly group: string;
  /** API version within the group, such as `v1alpha1`. */
  readonly version: string;
  /** The name in paths and RBAC rules: plural, lower case. */
  readonly plural: string;
  /** The name in manifests: singular, CamelCase. */
  readonly kind: string;
  /** False for kinds that live outside namespaces; left out means that they live in one. */
  readonly namespaced?: false;
}

/** Argo Rollouts' Rollout. */
export const rollouts: Resource = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'rollouts',
  kind: 'Rollout',
};
/** Argo Rollouts' AnalysisRun: one run of the metrics of a step, a release or an experiment. */
export const analysisRuns: Resource = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'analysisruns',
  kind: 'AnalysisRun',
};
/** Argo Rollouts' Experiment. */
export const experiments: Resource = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'experiments',
  kind: 'Experiment',
};
/** ReplicaSets: the revisions of a Rollout or a Deployment. */
export const replicaSets: Resource = {
  group: 'apps',
  version: 'v1',
  plural: 'replicasets',
  kind: 'ReplicaSet',
};
/** Deployments. */
export const deployments: Resource = {
  group: 'apps',
  version: 'v1',
  plural: 'deployments',
  kind: 'Deployment',
};
/** PodTemplates: a pod template and nothing else, which a Rollout may refer to. */
export const podTemplates: Resource = {
  group: '',
  version: 'v1',
  plural: 'podtemplates',
  kind: 'PodTemplate',
};
/** Pods. */
export const pods: Resource = { group: '', version: 'v1', plural: 'pods', kind: 'Pod' };
/** Secrets. */
export const secrets: Resource = { group: '', version: 'v1', plural: 'secrets', kind: 'Secret' };
/** Services; `services/proxy` leads to what is behind them. */
export const services: Resource = { group: '', version: 'v1', plural: 'services', kind: 'Service' };
/** Jobs. */
export const jobs: Resource = { group: 'batch', version: 'v1', plural: 'jobs', kind: 'Job' };
/** Argo Rollouts' AnalysisTemplate. */
export const analysisTemplates: Resource = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'analysistemplates',
  kind: 'AnalysisTemplate',
};
/** Argo Rollouts' AnalysisTemplate for all namespaces. */
export const clusterAnalysisTemplates: Resource = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'clusteranalysistemplates',
  kind: 'ClusterAnalysisTemplate',
  namespaced: false,
};
/** Events of the core group, which every controller still writes. */
export const events: Resource = { group: '', version: 'v1', plural: 'events', kind: 'Event' };
/** Ingresses. */
export const ingresses: Resource = {
  group: 'networking.k8s.io',
  version: 'v1',
  plural: 'ingresses',
  kind: 'Ingress',
};
/** Istio's VirtualServices; every Istio since 1.5 serves this version, and `v1` only those since 1.22. */
export const virtualServices: Resource = {
  group: 'networking.istio.io',
  version: 'v1beta1',
  plural: 'virtualservices',
  kind: 'VirtualService',
};
/** HTTPRoutes of the Gateway API. */
export const httpRoutes: Resource = {
  group: 'gateway.networking.k8s.io',
  version: 'v1',
  plural: 'httproutes',
  kind: 'HTTPRoute',
};
/** The question "may I do this?"; created, never stored, and allowed to every authenticated user by default. */
export const selfSubjectAccessReviews: Resource = {
  group: 'authorization.k8s.io',
  version: 'v1',
  plural: 'selfsubjectaccessreviews',
  kind: 'SelfSubjectAccessReview',
  namespaced: false,
};

/** One object: where it is, and which part of it is meant. */
export interface ObjectRef {
  /** Its kind. */
  readonly resource: Resource;
  /** Its namespace; not looked at for kinds that live outside namespaces. */
  readonly namespace: string;
  /** Its name. */
  readonly name: string;
}

/** An owner as it stands in `metadata.ownerReferences`. */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  /** True for the one owner that manages the object. */
  readonly controller?: boolean;
}

/** Who owns which fields: one entry of `metadata.managedFields`. */
export interface ManagedFields {
  readonly manager?: string;
  readonly operation?: string;
  /** `status` or `scale` if it was written through a subresource. */
  readonly subresource?: string;
  /** RFC 3339. */
  readonly time?: string;
  /** The fields, in the form of the API (`f:spec`, `k:{"name":"web"}`). */
  readonly fieldsV1?: Readonly<Record<string, unknown>>;
}

/** `metadata` of every object. */
export interface ObjectMeta {
  readonly name: string;
  /** Not there for objects outside namespaces. */
  readonly namespace?: string;
  /** Changes when an object is deleted and made again under its old name. */
  readonly uid: string;
  /** Opaque; changes with every write. */
  readonly resourceVersion: string;
  /** Counts changes of `spec`; not every kind has it. */
  readonly generation?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** RFC 3339. */
  readonly creationTimestamp?: string;
  /** RFC 3339; set while finalizers are awaited. */
  readonly deletionTimestamp?: string;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly managedFields?: readonly ManagedFields[];
}

/** An object as the server sent it: nothing is dropped or renamed, so what is unknown here can be written back. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  /** Everything else (`spec`, `status`, `data`, …), unjudged: whoever reads a field checks its shape. */
  readonly [field: string]: unknown;
}

/** Which part of the API a path names. */
export interface PathParts {
  /** Left out for a kind outside namespaces, and for all namespaces. */
  readonly namespace?: string | undefined;
  /** Left out for the collection. */
  readonly name?: string | undefined;
  /** Such as `status` or `log`; needs `name`. */
  readonly subresource?: string | undefined;
}

/** The path of a collection, an object or a subresource, each part escaped. Starts with a slash, has no query. */
export function pathOf(resource: Resource, parts: PathParts): string {
  const root = resource.group === '' ? ['api'] : ['apis', resource.group];
  const namespace =
    parts.namespace === undefined || resource.namespaced === false ? [] : ['namespaces', parts.namespace];
  const object = [parts.name, parts.subresource].filter((part) => part !== undefined);
  return `/${[...root, resource.version, ...namespace, resource.plural, ...object].map(encodeURIComponent).join('/')}`;
}

/** `rollouts.argoproj.io`, or `pods` for the core group: how kubectl and the server's own messages name a kind. */
export function resourceName(resource: Resource): string {
  return resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
}
