import { redactor } from '../../../src/checks/redact.ts';
import type { Scene } from '../../../src/checks/provider.ts';
import type { KubeClient } from '../../../src/kube/client.ts';
import { systemClock } from '../../../src/support/clock.ts';
import { SECRET } from './fixture.ts';

/** Asks nothing: a provider that does not say in its fixture that it needs the cluster must not use it. */
const noCluster = new Proxy({} as KubeClient, {
  get: (_, method) => () => Promise.reject(new Error(`${String(method)}: the check asked the cluster`)),
});

/** A scene in namespace shop, with one secret arg. */
export function sceneOf(parts: Partial<Scene> = {}): Scene {
  return {
    client: noCluster,
    clock: systemClock,
    env: {},
    namespace: 'shop',
    owner: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web', uid: 'uid-web' },
    args: new Map([['token', SECRET]]),
    round: 'round-1',
    redact: redactor([SECRET]),
    ...parts,
  };
}
