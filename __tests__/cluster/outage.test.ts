import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cluster, startCluster, stopCluster } from '../../cluster/cluster.ts';
import { partOf } from './support/part-of.ts';
import { healthyShop, v2, v3 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

const name = `outage-${String(process.pid)}`;
const shared = process.env['CLUSTER_KUBECONFIG'];
let cluster: Cluster;
let apiServer: ChildProcess | undefined;

beforeAll(async () => {
  cluster = await startCluster({ name, owner: 'this-process' });
  process.env['CLUSTER_KUBECONFIG'] = cluster.kubeconfig;
}, 60_000);

afterAll(async () => {
  process.env['CLUSTER_KUBECONFIG'] = shared;
  apiServer?.kill('SIGKILL');
  await stopCluster(name);
  // The logs of a cluster that lost a part are kept, and here that is the test.
  rmSync(cluster.folder, { recursive: true, force: true });
});

describe('a part of the cluster crashes', () => {
  it('the API server, and is started again: a waiting run goes on, and sees the gate passed', async () => {
    const shop = await healthyShop();
    const run = shop.start({ image: v2, 'on-pause': 'wait' });
    await run.logged(/Paused {7}step 1\/2/);
    const part = partOf(cluster, 'kube-apiserver');
    await part.crash();
    await run.logged(/! API server out of reach, trying again/);
    apiServer = part.startAgain();
    await run.logged(/! API server is back/);
    await somebody.promotes(shop);
    const { code, outputs } = await run.result;
    expect({ code, ended: outputs['ended'] }).toEqual({ code: 0, ended: 'healthy' });
  });

  it('the controller: a deploy says so within half a minute, with what to look at', async () => {
    const shop = await healthyShop();
    await partOf(cluster, 'rollouts-controller').crash();
    const run = shop.start({ image: v3, timeout: '40s' });
    await run.logged(/! The controller has not observed the newest spec for 30s\. Is it running\?/);
    const { code, outputs, log } = await run.result;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'progressing', reason: 'timed-out' });
    expect(log).toContain('The controller did not observe the newest spec in 40s. Is it running?');
    expect(log).toContain('kubectl get pods -A -l app.kubernetes.io/name=argo-rollouts');
  });
});
