import { beforeAll, describe, expect, it } from '@jest/globals';
import type { With } from '../../support/action.ts';
import { textOf } from '../../support/workflow.ts';
import { CountingApp } from '../support/counting-app.ts';
import { end, leadTo, notRun, openShop, runJob, startJob } from '../support/example-jobs.ts';
import { ensureNamespace, forward, machineAddress, makeService, serve } from '../support/in-cluster.ts';
import { applyManifests } from '../support/kubernetes.ts';
import { prometheusAddress } from '../support/measured-app.ts';
import type { Shop } from '../support/rollouts.ts';

const push = (version: string): With => ({ 'github.sha': version });
const imageOf = (version: string): string => `ghcr.io/acme/web:${version}`;

// At once: most of their time is that of their intervals.
describe('the examples with checks as they stand', () => {
  beforeAll(async () => {
    await ensureNamespace('monitoring');
    const targetPort = await forward(await prometheusAddress());
    await makeService('monitoring', 'prometheus', { port: 9090, targetPort });
  });

  it.concurrent(
    'smoke-test: the preview is promoted once it answers; one that does not is aborted, and users never saw it',
    async () => {
      const app = { status: 'ok' };
      const port = await serve((_, response) => response.end(JSON.stringify(app)));
      const shop = await openShop('examples/smoke-test/rollout.yaml', leadTo(port));
      const deploy = (version: string): ReturnType<typeof runJob> =>
        runJob(shop, 'examples/smoke-test/deploy.yml', 'deploy', push(version));
      const good = await deploy('2.0.0');
      expect(good.log).toContain('answers');
      expect(end(good)).toBe('0 healthy (completed)');
      app.status = 'starting';
      const bad = await deploy('3.0.0');
      expect(end(bad)).toBe('1 aborted (checks-failed)');
      expect(bad.outputs['stable-image']).toBe(imageOf('2.0.0'));
      for (const told of [bad.log, bad.summary]) expect(told).toContain('starting');
    },
  );

  it.concurrent(
    'preview: a pull request is tested and stays on the preview until it is closed, or another one has it',
    async () => {
      const app = { status: 'ok' };
      const port = await serve((_, response) => response.end(JSON.stringify(app)));
      const shop = await openShop('examples/smoke-test/rollout.yaml', leadTo(port));
      const pull = async (job: string, sha: string): Promise<string> => {
        const values = { 'github.event.pull_request.head.sha': sha };
        return end(await runJob(shop, 'examples/preview/preview.yml', job, values));
      };
      expect(await pull('preview', 'a')).toBe('0 paused (gate)');
      expect(await pull('preview', 'b')).toBe('0 paused (gate)');
      expect(await pull('close', 'a')).toBe('1 refused (does-not-fit)');
      expect(await pull('close', 'b')).toBe('0 aborted (requested)');
      app.status = 'starting';
      expect(await pull('preview', 'c')).toBe('1 aborted (checks-failed)');
    },
  );

  it.concurrent(
    'error-rate: a canary at half of the traffic is held while errors are few, and goes back when they are many',
    async () => {
      const shop = await openShop('examples/error-rate/rollout.yaml');
      const app = await CountingApp.start({ namespace: shop.namespace, service: 'web-canary' });
      const deploy = startJob(shop, 'examples/error-rate/deploy.yml', 'deploy', push('2.0.0'));
      await deploy.logged(/checks at the gate of step 1.*Successful/);
      expect((await shop.rollout()).status).toMatchObject({ phase: 'Paused', currentStepIndex: 1 });
      app.fails(0.5);
      const ended = await deploy.result;
      expect(end(ended)).toBe('1 aborted (checks-failed)');
      expect(ended.log).toContain('errors (prometheus)');
      expect((await shop.rollout()).status).toMatchObject({ phase: 'Degraded', abort: true });
    },
  );

  it.concurrent('job-gate: the release is promoted after its Job', async () => {
    const shop = await openShop('examples/canary/rollout.yaml');
    const ended = await runJob(shop, 'examples/job-gate/deploy.yml', 'deploy', push('2.0.0'));
    expect(end(ended)).toBe('0 healthy (completed)');
    expect(ended.log).toContain('end-to-end (job)');
  });

  it.concurrent(
    'judgment: the template of the cluster lets the release pass, aborts it, or leaves it to a person',
    async () => {
      const app = { latency: 0.1 };
      const port = await serve((_, response) => response.end(JSON.stringify(app.latency)));
      const shop = await openShop('examples/canary/rollout.yaml', (manifests) =>
        manifests.replaceAll('duration: 10s', 'duration: 1s'),
      );
      const url = `http://${machineAddress()}:${String(port)}/latency`;
      const template = textOf('examples/judgment/analysis-template.yaml');
      await applyManifests(shop.namespace, template.replace('http://metrics.monitoring.svc/latency', url));
      expect(end(await judge(shop, '2.0.0'))).toBe('0 healthy (completed)');
      app.latency = 0.9;
      expect(end(await judge(shop, '3.0.0'))).toBe('1 aborted (checks-failed)');
      app.latency = 0.3;
      const rejected = await judge(shop, '3.5.0');
      const seenFirst = { 'needs.deploy.outputs.state': rejected.outputs['state'] ?? '' };
      const aborted = await runJob(shop, 'examples/judgment/deploy.yml', 'abort', seenFirst);
      expect(end(aborted)).toBe('0 aborted (requested)');
      const unsure = await judge(shop, '4.0.0');
      expect(end(unsure)).toBe('1 paused (inconclusive)');
      expect(unsure.log).toContain('0.3');
      const seen = { 'needs.deploy.outputs.state': unsure.outputs['state'] ?? '' };
      const judged = await runJob(shop, 'examples/judgment/deploy.yml', 'judged', seen);
      expect(end(judged)).toBe('0 healthy (completed)');
      expect(judged.outputs['stable-image']).toBe(imageOf('4.0.0'));
    },
  );

  it('are all run, each job of theirs', () => {
    expect(notRun({ withChecks: true })).toEqual([]);
  });
});

function judge(shop: Shop, version: string): ReturnType<typeof runJob> {
  return runJob(shop, 'examples/judgment/deploy.yml', 'deploy', push(version));
}
