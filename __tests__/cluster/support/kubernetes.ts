/**
 * The cluster as the tests see and change it: through the real kubectl, so that what our own client believes is
 * never its own witness.
 */
export { clusterFolder, clusterKubeconfig, getObject, kubectl, kubectlWithInput } from './kubectl.ts';
export type { KubernetesObject } from './kubectl.ts';
export { applyManifests, freshNamespace } from './namespaces.ts';
export { userKubeconfig } from './users.ts';
export type { Rule } from './users.ts';
export { waitFor, waitUntilGone } from './wait-for.ts';
export type { Patience, Which } from './wait-for.ts';
