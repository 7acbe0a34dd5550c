import type { KubeObject } from '../../src/kube/resources.ts';

/** A Rollout with no more than it needs, at a resourceVersion. */
export function rollout(
  name: string,
  resourceVersion: string,
  more: Readonly<Record<string, unknown>> = {},
): KubeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name, namespace: 'shop', uid: `uid-${name}`, resourceVersion },
    ...more,
  };
}
