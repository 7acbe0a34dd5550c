import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { applyManifests, userKubeconfig } from './support/kubernetes.ts';
import { healthyShop, rolloutManifest, type Shop, v2 } from './support/rollouts.ts';

let answers: Server;
beforeAll(async () => {
  answers = createServer((_, response) => response.end('{"ok": 0.87}'));
  await new Promise<void>((resolve) => answers.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  answers.close();
  // The controller keeps its connections open.
  answers.closeAllConnections();
});

/** A web metric that always measures 0.87. */
function webMetric(name: string, successCondition: string, more: object = {}): object {
  const url = `http://127.0.0.1:${String((answers.address() as AddressInfo).port)}/{{args.service}}`;
  return { name, successCondition, provider: { web: { url, jsonPath: '{$.ok}' } }, ...more };
}

/** A metric that runs a Job, which ends with the exit code after the time. */
function jobMetric(name: string, exit: number, runFor = '0s'): object {
  const annotations = { 'sim/exit': String(exit), 'sim/run-for': runFor };
  const containers = [{ name: 'smoke', image: 'registry.test/smoke:1' }];
  const template = { metadata: { annotations }, spec: { restartPolicy: 'Never', containers } };
  return { name, provider: { job: { spec: { backoffLimit: 0, template } } } };
}

function template(name: string, ...metrics: readonly object[]): string {
  const args = [
    { name: 'service', value: 'web' },
    { name: 'least', value: '0.95' },
  ];
  return stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name },
    spec: { args, metrics },
  });
}

const step = (name: string): object => ({ analysis: { templates: [{ templateName: name }] } });

/** A Rollout that is Healthy on v1, then gets templates and a strategy that uses them. */
async function shopWith(strategy: object, ...manifests: readonly string[]): Promise<Shop> {
  const shop = await healthyShop();
  for (const manifest of manifests) await applyManifests(shop.namespace, manifest);
  await applyManifests(shop.namespace, rolloutManifest({ spec: { strategy } }));
  return shop;
}

function canary(...steps: readonly object[]): object {
  return { canary: { steps: [{ setWeight: 50 }, ...steps] } };
}

describe('a step analysis that fails', () => {
  it('is told with value, condition, counts and provider in log and summary', async () => {
    const shop = await shopWith(
      canary(step('smoke'), step('rate')),
      template('smoke', jobMetric('smoke', 0)),
      template('rate', webMetric('success-rate', 'result >= {{args.least}}')),
    );
    const { outputs, log, summary } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
    expect(log).toMatch(/✖ analysis of step 2 web-\w+-2-2: Failed/);
    expect(log).toContain(
      '✖ success-rate (web): measured 0.87, successCondition result >= 0.95, failed 1 of 1 (limit 0)',
    );
    expect(log).toMatch(/α web-\w+-2-2 +AnalysisRun +✖ Failed/);
    expect(log).toMatch(/⊞ \S+\.smoke\.1 +Job +✔ Successful/);
    expect(log).not.toMatch(/analysis of step 1/);
    expect(summary).toContain('### Analyses');
    expect(summary).toMatch(
      /`success-rate` web \| ✖ Failed \| `0\.87` \| `successCondition result >= 0\.95`/,
    );
    expect(summary).toMatch(/`smoke` job \| ✔ Successful/);
    expect(summary).toMatch(/success-rate: http:\/\/127\.0\.0\.1:\d+\/web/);
  });

  it('is told without details to somebody who may not list analyses, with the permission', async () => {
    const shop = await shopWith(
      canary(step('rate')),
      template('rate', webMetric('success-rate', 'result >= 0.95')),
    );
    const kubeconfig = await userKubeconfig(
      'shipper',
      [
        {
          apiGroups: ['argoproj.io'],
          resources: ['rollouts', 'rollouts/status'],
          verbs: ['get', 'list', 'watch', 'patch'],
        },
        { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get', 'list'] },
        { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
      ],
      shop.namespace,
    );
    const { outputs, log } = await shop.step({ image: v2, kubeconfig });
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
    expect(log).toContain('::notice::analysisruns.argoproj.io are not shown');
    expect(log).not.toContain('experiments.argoproj.io are not shown');
    expect(log).toContain('⟳ web');
  });
});

describe('a step analysis that succeeds', () => {
  it('is not in the log but in the tree and the summary; a dry run that fails is told as a dry run', async () => {
    const analysis = {
      templates: [{ templateName: 'rate' }],
      dryRun: [{ metricName: 'saturation' }],
    };
    const shop = await shopWith(
      canary(step('smoke'), { analysis }),
      template('smoke', webMetric('ready', 'result > 0')),
      template('rate', webMetric('rate', 'result > 0.5'), webMetric('saturation', 'result < 0.5')),
    );
    const { outputs, log, summary } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
    expect(log).toMatch(/α web-\w+-2-1 +AnalysisRun +✔ Successful .* ✔ 1/);
    expect(log).not.toContain('ready (web)');
    expect(log).toContain('✖ saturation (web, dry run): measured 0.87');
    expect(summary).toMatch(/`ready` web \| ✔ Successful \| `0\.87`/);
  });
});

describe('an analysis that was ended before its time', () => {
  it('is never shown as passed, neither the background one nor the one with a Job', async () => {
    const background = { templates: [{ templateName: 'latency' }] };
    const shop = await shopWith(
      { canary: { analysis: background, steps: [{ setWeight: 50 }, step('long'), { pause: {} }] } },
      template('latency', webMetric('latency', 'result < 2', { interval: '1s' })),
      template('long', jobMetric('long', 0, '60s')),
    );
    const deploy = shop.start({ image: v2 });
    await shop.until(
      'both analyses to run',
      ({ status }) => JSON.stringify(status).match(/"status":"Running"/g)?.length === 2,
    );
    const { log } = await shop.step({ operation: 'abort' });
    await deploy.result;
    const again = await shop.step({ operation: 'status' });
    for (const text of [log, again.log]) {
      expect(text).not.toMatch(/AnalysisRun +✔/);
    }
    expect(again.log).toMatch(/• background analysis web-\w+-2: Terminated/);
    expect(again.log).toMatch(/• analysis of step 1 web-\w+-2-1: Terminated/);
    expect(again.summary).not.toContain('✔ Successful');
  });
});

describe('an experiment', () => {
  it('is in the tree with its ReplicaSets and pods, and tells why its analysis failed', async () => {
    const experiment = {
      duration: '60s',
      templates: [
        { name: 'baseline', specRef: 'stable' },
        { name: 'tried', specRef: 'canary', metadata: { labels: { app: 'web-tried' } } },
      ],
      analyses: [{ name: 'rate', templateName: 'rate' }],
    };
    const shop = await shopWith(
      canary({ experiment }),
      template('rate', webMetric('success-rate', 'result >= {{args.least}}')),
    );
    const { outputs, log } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
    expect(log).toMatch(/Σ web-\w+-2-1 +Experiment +✖ Failed/);
    expect(log).toMatch(/⧉ web-\w+-2-1-tried +ReplicaSet .* delay:\d+s/);
    expect(log).toMatch(/□ web-\w+-2-1-tried-\w+ +Pod/);
    // Now and then the controller does not see its own run yet and makes a second one, `.1`.
    expect(log).toMatch(/✖ experiment of step 1 web-\w+-2-1-rate(\.1)?: Failed/);
    expect(log).toContain('measured 0.87, successCondition result >= 0.95, failed 1 of 1 (limit 0)');
  });
});
