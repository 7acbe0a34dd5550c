import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  analysedShop,
  prometheusMetric,
  running,
  templateOf,
  untilAnalysis,
  webMetric,
} from './support/analysed.ts';
import { type Metric, newMetric, patientTemplate, terminate, type Value } from './support/analysis.ts';
import { startMeasuredApp } from './support/measured-app.ts';
import { type Shop, v1, v2 } from './support/rollouts.ts';

const gated = [{ setWeight: 50 }, { pause: {} }, { setWeight: 75 }];

/** A canary with this background analysis and a gate. */
async function watchedShop(first: Value): Promise<{ shop: Shop; metric: Metric }> {
  const metric = await newMetric(first);
  const canary = { analysis: running('rate'), steps: gated };
  return { metric, shop: await analysedShop(canary, [patientTemplate('rate', metric)]) };
}

interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** A server that remembers what it was asked, and measures 1. */
async function recorder(): Promise<{ readonly url: string; readonly asked: readonly Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(({ url = '', headers: { authorization } }, response) => {
    asked.push({ path: url, authorization });
    response.setHeader('content-type', 'application/json').end('{"value": 1}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked };
}
const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});

describe('a background analysis', () => {
  it.concurrent(
    'begins at its starting step, with arguments of every kind, and no secret is printed',
    async () => {
      const { url, asked } = await recorder();
      const metric = webMetric(
        'errors',
        `${url}/{{args.service}}?new={{args.new}}&old={{args.old}}&of={{args.namespace}}`,
        {
          interval: '1s',
          successCondition: 'result == 1',
        },
      );
      const headers = [{ key: 'Authorization', value: 'Bearer {{args.token}}' }];
      const web = { ...(metric as { provider: { web: object } }).provider.web, headers };
      const args = [
        { name: 'service', value: 'web' },
        { name: 'new', valueFrom: { podTemplateHashValue: 'Latest' } },
        { name: 'old', valueFrom: { podTemplateHashValue: 'Stable' } },
        { name: 'namespace', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
      ];
      const token = { name: 'token', valueFrom: { secretKeyRef: { name: 'metrics', key: 'token' } } };
      const secret = {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'metrics' },
        stringData: { token: 'qwertz-1234' },
      };
      const shop = await analysedShop(
        {
          analysis: { ...running('errors'), startingStep: 2, args },
          steps: [...gated, { pause: { duration: '2s' } }],
        },
        [
          templateOf(
            'errors',
            [{ ...metric, provider: { web } }],
            ['service', 'new', 'old', 'namespace', token],
          ),
          secret,
        ],
      );
      const gate = await shop.step({ image: v2 });
      expect(gate.outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
      expect(asked).toEqual([]);
      const { outputs, log, summary } = await shop.step({
        operation: 'promote',
        expect: gate.outputs['state'] ?? '',
      });
      expect(outputs).toMatchObject({ ended: 'healthy', 'stable-image': v2 });
      const { currentPodHash: hash = '' } = (await shop.rollout()).status;
      expect(asked[0]).toEqual({
        path: expect.stringMatching(new RegExp(`^/web\\?new=${hash}&old=(?!${hash})\\w+&of=test-\\w+$`)),
        authorization: 'Bearer qwertz-1234',
      });
      expect(summary).toContain(`errors: ${url}/web?new=${hash}&old=`);
      // Nobody measured it to its end: the end of the release ended it.
      expect(log).toMatch(/• background analysis web-\w+-2: Terminated/);
      for (const text of [gate.log, log, summary]) expect(text).not.toContain('qwertz');
    },
  );

  it.concurrent(
    'that fails at a gate aborts the release, and the step that waits there says what was measured',
    async () => {
      const { shop, metric } = await watchedShop('wait');
      const deploy = shop.start({ image: v2, 'on-pause': 'wait' });
      await deploy.logged(/CanaryPauseStep/);
      await untilAnalysis(shop, 'Background', 'Running');
      metric.set('fail');
      const { code, outputs, log } = await deploy.result;
      expect({ code, outputs }).toMatchObject({
        code: 1,
        outputs: { ended: 'aborted', reason: 'by-controller', 'stable-image': v1 },
      });
      expect(log).toContain('The controller aborted the release: Background analysis phase error/failed');
      expect(log).toMatch(
        /::error::.*Background analysis \(web-\w+-2\): metric "rate" \(web\): measured "fail"/,
      );
      // Another job finds it all the same, though the status has forgotten its analyses.
      const later = await shop.step({ operation: 'status' });
      expect(later.log).toMatch(/✖ background analysis web-\w+-2: Failed/);
    },
  );

  it.concurrent(
    'that is inconclusive at a gate is told apart from the gate, and is not promoted',
    async () => {
      const metric = await newMetric('wait');
      const strict = {
        interval: '1s',
        count: 1000,
        inconclusiveLimit: 1,
        successCondition: 'result == "wait"',
        failureCondition: 'result == "fail"',
      };
      const shop = await analysedShop({ analysis: running('rate'), steps: gated }, [
        templateOf('rate', [webMetric('rate', metric.url, strict)]),
      ]);
      const gate = await shop.step({ image: v2 });
      expect(gate.outputs).toMatchObject({ ended: 'paused', reason: 'gate' });
      metric.set('unsure');
      await untilAnalysis(shop, 'Background', 'Inconclusive');
      await shop.until('both pauses', ({ status }) => status.pauseConditions?.length === 2);
      // The message of the Rollout is still CanaryPauseStep.
      expect((await shop.rollout()).status.message).toBe('CanaryPauseStep');
      const again = await shop.step({ operation: 'follow', image: v2, 'on-pause': 'promote' });
      expect(again).toMatchObject({
        code: 1,
        outputs: { ended: 'paused', reason: 'inconclusive', step: '1' },
      });
      expect(again.log).not.toContain('→');
      expect(again.log).toMatch(
        /metric "rate" \(web\): measured "unsure", "unsure", .*, inconclusive 2 of \d+ \(limit 1\)/,
      );
      // Who approved the gate knew nothing of the judgment that is due now.
      const stale = await shop.step({ operation: 'promote', expect: gate.outputs['state'] ?? '' });
      expect(stale).toMatchObject({
        code: 1,
        outputs: { ended: 'refused', reason: 'does-not-fit', step: '1' },
      });
      metric.set('wait');
      const judged = await shop.step({ operation: 'promote', expect: again.outputs['state'] ?? '' });
      expect(judged).toMatchObject({ outputs: { ended: 'healthy' } });
    },
  );

  it.concurrent(
    'by Prometheus lets the release go on while all is well, and aborts it when it is not',
    async () => {
      const app = await startMeasuredApp();
      await app.measures('errors', 0);
      const metric = prometheusMetric('errors', app.prometheus, app.query('errors'), {
        interval: '1s',
        successCondition: 'result[0] < 0.05',
        failureLimit: 1,
      });
      const canary = { analysis: running('errors'), steps: [...gated, { pause: {} }] };
      const shop = await analysedShop(canary, [templateOf('errors', [metric])]);
      const first = await shop.step({ image: v2 });
      const second = await shop.step({ operation: 'promote', expect: first.outputs['state'] ?? '' });
      expect(second.outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '3' });
      expect(second.summary).toMatch(/`errors` prometheus \| ◌ Running \| `.*\[0\]`/);
      await app.measures('errors', 0.5);
      const { outputs, log } = await shop.step({ operation: 'follow', image: v2, 'on-pause': 'wait' });
      expect(outputs).toMatchObject({ ended: 'aborted', reason: 'by-controller' });
      expect(log).toMatch(
        /metric "errors" \(prometheus\): measured \[0\.5\], \[0\.5\], successCondition result\[0\] < 0\.05, failed 2 of \d+ \(limit 1\)/,
      );
    },
  );

  it.concurrent('that somebody terminates is never shown as passed', async () => {
    const { shop } = await watchedShop('wait');
    await shop.step({ image: v2 });
    const { metadata } = await untilAnalysis(shop, 'Background', 'Running');
    await terminate(shop, metadata.name);
    await untilAnalysis(shop, 'Background', 'Successful');
    const { outputs, log, summary } = await shop.step({ operation: 'promote', image: v2 });
    expect(outputs).toMatchObject({ ended: 'healthy' });
    expect(log).toContain(`• background analysis ${metadata.name}: Terminated`);
    for (const text of [log, summary]) expect(text).not.toContain('✔ Successful');
  });
});
