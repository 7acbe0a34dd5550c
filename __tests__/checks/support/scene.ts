import type { Scene } from '../../../src/checks/provider.ts';
import type { KubeClient } from '../../../src/kube/client.ts';
import { systemClock } from '../../../src/support/clock.ts';

/** A scene for measuring in a test; whatever is asked of a cluster that the test does not give fails. */
export function sceneWith(parts: Partial<Scene> = {}): Scene {
  return {
    client: new Proxy({} as KubeClient, {
      get: (_, verb) => () => Promise.reject(new Error(`this test has no cluster to ${String(verb)}`)),
    }),
    clock: systemClock,
    env: { PATH: process.env['PATH'] },
    namespace: 'shop',
    owner: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web', uid: 'uid-1' },
    args: new Map(),
    round: 'round1',
    redact: (text) => text,
    ...parts,
  };
}
