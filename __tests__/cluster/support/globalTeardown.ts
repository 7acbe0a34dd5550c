import { stopCluster } from '../../../cluster/cluster.ts';

/** Stops the cluster that globalSetup started; one that was there before stays. */
export default async function globalTeardown(): Promise<void> {
  if (!process.env['CLUSTER_NAME']) await stopCluster(`test-${process.pid}`);
}
