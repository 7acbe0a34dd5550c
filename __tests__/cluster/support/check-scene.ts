import { afterAll } from '@jest/globals';
import type { Measured, Provider, Scene, SpecPath } from '../../../src/checks/provider.ts';
import { redactor } from '../../../src/checks/redact.ts';
import { kubeClient } from '../../../src/kube/client.ts';
import { type Connection, connect } from '../../../src/kube/config.ts';
import { systemClock } from '../../../src/support/clock.ts';
import { version } from '../../../src/version.ts';
import { clusterKubeconfig } from './kubectl.ts';

const open: Connection[] = [];

afterAll(() => {
  for (const connection of open.splice(0)) connection.close();
});

/** A scene in a namespace of the cluster, with the rights of a kubeconfig; the administrator's unless one is given. */
export async function clusterScene(
  namespace: string,
  {
    kubeconfig = clusterKubeconfig(),
    hidden = [],
  }: { readonly kubeconfig?: string; readonly hidden?: readonly string[] } = {},
): Promise<Scene> {
  const connection = await connect({ kubeconfig, env: {} });
  open.push(connection);
  return {
    client: kubeClient(connection, { version }),
    clock: systemClock,
    env: {},
    namespace,
    owner: { apiVersion: 'v1', kind: 'Namespace', name: namespace, uid: 'none' },
    args: new Map(),
    round: 'round-1',
    redact: redactor(hidden),
  };
}

/** Reads a check that has to be right, and measures it once. */
export async function measureOnce(provider: Provider, raw: unknown, scene: Scene): Promise<Measured> {
  return provider.measure(rightSpec(provider, raw), scene, new AbortController().signal, () => undefined);
}

/** What a provider reads; fails with its complaints. */
export function rightSpec(provider: Provider, raw: unknown): unknown {
  const complaints: string[] = [];
  const complain = (path: SpecPath, what: string): void => void complaints.push(`${path.join('.')} ${what}`);
  const spec = provider.parse(raw, complain);
  if (complaints.length === 0) return spec;
  throw new Error(complaints.join('\n'));
}
