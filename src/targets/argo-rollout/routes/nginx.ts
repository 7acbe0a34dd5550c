import { ingresses } from '../../../kube/resources.ts';
import { namespaceOf, type Router, withManaged } from './routing.ts';

/** `trafficRouting.nginx` as far as it is read. */
interface RawNginx {
  readonly stableIngress?: string;
  readonly stableIngresses?: readonly string[];
  readonly annotationPrefix?: string;
}

/** Longest name of an object, which the controller trims to. */
const longestName = 253;
const suffix = '-canary';

/**
 * NGINX: the weight is an annotation of the Ingress that the controller makes beside each stable one. Its
 * total is 100 unless another annotation says so, which the controller writes for `maxTrafficWeight`.
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
 */
export const nginx: Router = (rollout, config) => {
  const { stableIngress, stableIngresses, annotationPrefix } = config as RawNginx;
  const prefix = annotationPrefix || 'nginx.ingress.kubernetes.io';
  const stable = stableIngresses ?? (stableIngress ? [stableIngress] : []);
  return stable.map((ingress) => ({
    ref: {
      resource: ingresses,
      namespace: namespaceOf(rollout),
      name: canaryIngress(rollout.metadata.name, ingress),
    },
    weightFields: [['metadata', 'annotations', `${prefix}/canary-weight`]],
    read: ({ metadata: { name, annotations = {} } }) => {
      const total = numberOf(annotations[`${prefix}/canary-weight-total`]) ?? 100;
      // Without the first annotation NGINX takes it for an Ingress like any other, and the rest means nothing.
      const isCanary = annotations[`${prefix}/canary`] === 'true';
      const canary = isCanary ? (numberOf(annotations[`${prefix}/canary-weight`]) ?? 0) : 0;
      return withManaged([{ kind: ingresses.kind, name, stable: total - canary, canary, total }], []);
    },
  }));
};

/** The name that the controller gives the canary Ingress (argo-rollouts, `GetCanaryIngressName`). */
function canaryIngress(rollout: string, stableIngress: string): string {
  return `${rollout}-${stableIngress}`.slice(0, longestName - suffix.length) + suffix;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
