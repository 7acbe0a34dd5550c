import type { ObjectMeta } from '../kube/resources.ts';

/** Tools that keep an object as it stands elsewhere, and write it again when it differs. */
export type OwnerTool = 'argo-cd' | 'flux-kustomization' | 'flux-helm-release' | 'helm' | 'kubectl-apply';

/** Who keeps an object in step with what stands elsewhere. */
export interface Owner {
  readonly tool: OwnerTool;
  /** Name of the Application, Kustomization, HelmRelease or release, where the object tells it. */
  readonly name?: string;
  /** Its namespace, where the object tells it. */
  readonly namespace?: string;
}

/** Argo CD writes as either, by its version and by how it applies. */
const argoManagers = ['argocd-controller', 'argocd-application-controller'];

/**
 * Who keeps this object in step, from its labels, annotations and managedFields; undefined if nobody is known
 * to. The tool that comes first in the chain wins: Argo CD and Flux render charts of Helm. Pure.
 */
export function ownerOf(metadata: ObjectMeta): Owner | undefined {
  return argoCd(metadata) ?? fluxKustomization(metadata) ?? fluxHelmRelease(metadata) ?? byHand(metadata);
}

/**
 * The tracking annotation is `<application>:<group>/<kind>:<namespace>/<name>`, with `<namespace>_` before the
 * application if that lives outside Argo CD's own. The label alone proves nothing: charts set it too.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 */
function argoCd(metadata: ObjectMeta): Owner | undefined {
  const { labels = {}, annotations = {} } = metadata;
  const tracked = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0];
  if (tracked) {
    const [name = '', namespace = ''] = tracked.split('_').toReversed();
    return owner('argo-cd', name, namespace);
  }
  return written(metadata, argoManagers) ? owner('argo-cd', labels['app.kubernetes.io/instance']) : undefined;
}

/** https://fluxcd.io/flux/components/kustomize/kustomizations/: labels, and the manager of its apply. */
function fluxKustomization(metadata: ObjectMeta): Owner | undefined {
  return flux(metadata, 'flux-kustomization', 'kustomize');
}

/** https://fluxcd.io/flux/components/helm/helmreleases/: labels, and the manager of its Helm. */
function fluxHelmRelease(metadata: ObjectMeta): Owner | undefined {
  return flux(metadata, 'flux-helm-release', 'helm');
}

function flux(metadata: ObjectMeta, tool: OwnerTool, controller: string): Owner | undefined {
  const name = metadata.labels?.[`${controller}.toolkit.fluxcd.io/name`];
  const namespace = metadata.labels?.[`${controller}.toolkit.fluxcd.io/namespace`];
  const known = name !== undefined || written(metadata, [`${controller}-controller`]);
  return known ? owner(tool, name, namespace) : undefined;
}

/** Helm's label without its annotation is in every chart that Argo CD or `helm template` rendered. */
function byHand(metadata: ObjectMeta): Owner | undefined {
  const { labels = {}, annotations = {} } = metadata;
  const release = annotations['meta.helm.sh/release-name'];
  if (labels['app.kubernetes.io/managed-by'] === 'Helm' && release) {
    return owner('helm', release, annotations['meta.helm.sh/release-namespace']);
  }
  const applied = annotations['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
  return applied || written(metadata, ['kubectl-client-side-apply']) ? owner('kubectl-apply') : undefined;
}

function written({ managedFields = [] }: ObjectMeta, managers: readonly string[]): boolean {
  return managedFields.some(({ manager = '' }) => managers.includes(manager));
}

function owner(tool: OwnerTool, name?: string, namespace?: string): Owner {
  return { tool, ...(name ? { name } : {}), ...(namespace ? { namespace } : {}) };
}
