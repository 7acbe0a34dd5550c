import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { applyManifests, kubectl } from './support/kubernetes.ts';
import { gated, healthyShop, notReady, rolloutManifest, v2 } from './support/rollouts.ts';

describe('the controller', () => {
  it('says ProgressDeadlineExceeded and goes on: Degraded is no end while pods may still become ready', async () => {
    const shop = await healthyShop({ spec: { progressDeadlineSeconds: 2 } });
    const run = shop.start({ image: notReady, 'on-pause': 'stop' });
    await run.logged(/Degraded.*ProgressDeadlineExceeded/);
    for (const pod of await canaryPods(shop.namespace)) await makeReady(shop.namespace, pod);
    const { code, outputs } = await run.result;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
  });
});

/** Markdown without what stands in code, where nothing is more than text. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '').replace(/(`+)[^`][\s\S]*?\1(?!`)/g, '');
}

function makeReady(namespace: string, pod: string): Promise<string> {
  const conditions = ['Ready', 'ContainersReady'].map((type) => ({ type, status: 'True' }));
  const body = JSON.stringify({ status: { conditions } });
  return kubectl(
    'patch',
    'pod',
    pod,
    '-n',
    namespace,
    '--subresource=status',
    '--type=strategic',
    '-p',
    body,
  );
}

async function canaryPods(namespace: string): Promise<string[]> {
  const names = await kubectl('get', 'pods', '-n', namespace, '-o', 'json');
  const { items } = JSON.parse(names) as {
    items: { metadata: { name: string }; spec: { containers: { image: string }[] } }[];
  };
  return items
    .filter(({ spec }) => spec.containers[0]?.image === notReady)
    .map(({ metadata }) => metadata.name);
}

describe('an analysis of the controller', () => {
  let answers: Server;
  beforeAll(async () => {
    answers = createServer((_, response) => response.end('{"ok": 5}'));
    await new Promise<void>((resolve) => answers.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void answers.close());

  const analysis = (successCondition: string, failureCondition: string, name = 'web'): string =>
    stringify({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name: 'smoke' },
      spec: {
        metrics: [
          {
            name,
            successCondition,
            failureCondition,
            provider: {
              web: {
                url: `http://127.0.0.1:${String((answers.address() as AddressInfo).port)}/`,
                jsonPath: '{$.ok}',
              },
            },
          },
        ],
      },
    });
  const steps = [
    { setWeight: 50 },
    { analysis: { templates: [{ templateName: 'smoke' }] } },
    { setWeight: 100 },
  ];

  it('is inconclusive: a person has to judge, so that nothing is promoted, and the step fails', async () => {
    const shop = await healthyShop({ steps: gated });
    await applyManifests(shop.namespace, analysis('result > 10', 'result < 1'));
    await applyManifests(shop.namespace, rolloutManifest({ steps }));
    const { code, outputs } = await shop.step({ image: v2, 'on-pause': 'promote' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'inconclusive' });
  });

  it('fails: the abort of the controller is told with the measured metric', async () => {
    const shop = await healthyShop({ steps: gated });
    await applyManifests(shop.namespace, analysis('result > 10', 'result <= 10'));
    await applyManifests(shop.namespace, rolloutManifest({ steps }));
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
    expect(log).toContain('Metric "web" assessed Failed');
  });

  it('cannot inject a workflow command, Markdown or HTML by what it is called', async () => {
    const hostile =
      'x\n::error::injected\n::set-output name=ended::healthy ##[error]y <img src=x onerror=z> `a` | [b](http://c) @d';
    const shop = await healthyShop({ steps: gated });
    await applyManifests(shop.namespace, analysis('result > 10', 'result <= 10', hostile));
    await applyManifests(shop.namespace, rolloutManifest({ steps }));
    const { log, outputs, summary } = await shop.step({ image: v2 });
    expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
    expect(log).toContain('injected');
    expect(log.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([
      expect.stringMatching(/^::group::deploy/),
      '::endgroup::',
      expect.stringMatching(/^::error::↩ rollout\/web: aborted/),
    ]);
    expect(log).not.toContain('##[');
    expect(summary).toContain('injected');
    expect(withoutCode(summary)).not.toMatch(/<img|\]\(http|@d/);
  });

  it('succeeds: the release goes on', async () => {
    const shop = await healthyShop({ steps: gated });
    await applyManifests(shop.namespace, analysis('result == 5', 'result != 5'));
    await applyManifests(shop.namespace, rolloutManifest({ steps }));
    const { code, outputs } = await shop.step({ image: v2 });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
  });
});
