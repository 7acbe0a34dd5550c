import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cluster } from '../cluster/cluster.ts';

const run = promisify(execFile);
const manifest = join(import.meta.dirname, '..', 'examples', 'canary', 'rollout.yaml');

/** The namespace that the example is applied to. */
export const namespace = 'shop';
/** The image that is released; its pods become ready at once, as those of the manifest's own image. */
export const image = 'ghcr.io/acme/web:2.0.0';

/** The image after it. */
export const nextImage = 'ghcr.io/acme/web:3.0.0';

/** Runs the real kubectl on the cluster and returns what it printed. */
export async function kubectl(
  cluster: Cluster,
  args: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const env = {
    ...process.env,
    KUBECONFIG: cluster.kubeconfig,
    // Neither the settings of the machine's owner nor what kubectl remembers of another cluster count here.
    KUBERC: 'off',
    KUBECACHEDIR: join(cluster.folder, 'kubectl-cache'),
  };
  const { stdout } = await run(join(cluster.bin, 'kubectl'), args, { env, signal, killSignal: 'SIGKILL' });
  return stdout.trimEnd();
}

/** Applies examples/canary/rollout.yaml to a namespace of its own and waits until its first version is Healthy. */
export async function openShop(cluster: Cluster, signal: AbortSignal): Promise<void> {
  await kubectl(cluster, ['create', 'namespace', namespace], signal);
  await kubectl(cluster, ['apply', '-n', namespace, '-f', manifest], signal);
  const healthy = ['--for=jsonpath={.status.phase}=Healthy', '--timeout=60s'];
  await kubectl(cluster, ['wait', 'rollout/web', '-n', namespace, ...healthy], signal);
}
