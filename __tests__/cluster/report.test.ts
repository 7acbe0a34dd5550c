import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import type { ReportDocument } from '../../src/document/report.ts';
import { refusalsOf } from '../support/report-schema.ts';
import { clusterKubeconfig } from './support/kubernetes.ts';
import { startMeasuredApp } from './support/measured-app.ts';
import { healthyShop, v1, v2 } from './support/rollouts.ts';
import { runUrl, workflowRun } from './support/workflow-run.ts';

describe('the report of a release that its checks did not let pass', () => {
  it('fits its schema, and tells what a later step wants to know of it', async () => {
    const [shop, app] = [await healthyShop(), await startMeasuredApp()];
    app.answer = { status: 200, body: { ready: 0.25 } };
    const checks = stringify([
      { name: 'smoke', successCondition: 'result.ready > 0.5', provider: { web: { url: app.url } } },
    ]);
    const inputs = { image: v2, checks, 'on-pause': 'promote' };
    const { code, outputs, report } = await shop.step(inputs, workflowRun());
    const { status } = await shop.rollout();
    expect({ code, ...outputs }).toMatchObject({ code: 1, ended: 'aborted', reason: 'checks-failed' });
    expect(outputs['report']).toMatch(/\/rollout-conductor-[^/]+\.json$/);
    expect(refusalsOf(report)).toEqual([]);

    const { targets, ...top } = report as ReportDocument;
    expect(top).toMatchObject({
      operation: 'deploy',
      ended: outputs['ended'],
      reason: outputs['reason'],
      succeeded: false,
      run: { url: runUrl(7), attempt: 1, actor: 'jane' },
      links: { run: runUrl(7) },
    });
    expect(Math.abs(top.duration / 1000 - Number(outputs['duration']))).toBeLessThan(2);
    const [target] = targets;
    expect(target).toMatchObject({
      target: 'rollout/web',
      namespace: shop.namespace,
      strategy: 'Canary',
      phase: outputs['phase'],
      state: outputs['state'],
      podHash: status.currentPodHash,
      stablePodHash: status.stableRS,
      images: [{ container: 'web', init: false, image: v2 }],
      stableImages: [{ container: 'web', init: false, image: v1 }],
      aborted: { by: 'person' },
      tree: { kind: 'Rollout', name: 'web' },
    });
    expect(target?.rounds).toMatchObject([
      {
        when: 'pause',
        step: 1,
        verdict: 'Failed',
        metrics: [{ name: 'smoke', provider: 'web', verdict: 'Failed', counts: { failed: 1 } }],
      },
    ]);
    expect(JSON.parse(target?.rounds[0]?.metrics[0]?.measurements[0]?.value ?? '')).toEqual({ ready: 0.25 });
    const told = target?.timeline.filter(({ kind }) => kind === 'request');
    expect(told).toMatchObject([{ request: 'deploy' }, { request: 'abort' }]);
  });

  it('has no credential of the kubeconfig', async () => {
    const shop = await healthyShop();
    const { report } = await shop.step({ operation: 'status' });
    const { users } = parse(readFileSync(clusterKubeconfig(), 'utf8')) as {
      readonly users: readonly { readonly user: Readonly<Record<string, string>> }[];
    };
    const secrets = users.flatMap(({ user }) => Object.values(user));
    expect(secrets).not.toEqual([]);
    expect(report).toMatchObject({ operation: 'status', ended: 'healthy', succeeded: true });
    expect(secrets.filter((secret) => JSON.stringify(report).includes(secret))).toEqual([]);
    expect(refusalsOf(report)).toEqual([]);
  });
});
