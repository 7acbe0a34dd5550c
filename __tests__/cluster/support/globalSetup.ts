import { findCluster, startCluster } from '../../../cluster/cluster.ts';
import type { Cluster } from '../../../cluster/cluster.ts';

/**
 * Brings up one cluster for the whole run, which ends with jest however jest ends. With CLUSTER_NAME set, the
 * cluster of that name is used and left up: a quicker round while writing tests.
 */
export default async function globalSetup(): Promise<void> {
  const { kubeconfig, bin } = await theCluster(process.env['CLUSTER_NAME']);
  process.env['CLUSTER_KUBECONFIG'] = kubeconfig;
  process.env['CLUSTER_BIN'] = bin;
}

async function theCluster(running: string | undefined): Promise<Cluster> {
  if (!running) {
    const report = (line: string): void => void process.stderr.write(`${line}\n`);
    return startCluster({ name: `test-${process.pid}`, owner: 'this-process', report });
  }
  const found = await findCluster(running);
  if (found) return found;
  throw new Error(
    `CLUSTER_NAME is "${running}", and no such cluster is running. Start it with ` +
      `"npm run cluster -- up --name ${running}", or unset CLUSTER_NAME to let the tests start their own.`,
  );
}
