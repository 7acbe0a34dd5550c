import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { applyManifests, freshNamespace } from './support/kubernetes.ts';
import { healthyShop, notReady, rolloutManifest, Shop, v1, v2 } from './support/rollouts.ts';

/** How a release is left by each policy, and what the Rollout is then. */
const policies = [
  ['abort', 'aborted', v2, { phase: 'Degraded', abort: true }],
  ['rollback', 'rolled-back', v1, { phase: 'Healthy' }],
  ['stop', undefined, v2, {}],
] as const;

async function imageOf(shop: Shop): Promise<string | undefined> {
  return (await shop.rollout()).spec.template.spec.containers[0]?.image?.replace('-notready', '');
}

describe('a release that makes no progress for timeout', () => {
  it.concurrent.each(policies)('with on-timeout: %s is left %s', async (policy, ended, image, status) => {
    const shop = await healthyShop();
    const result = await shop.step({ image: notReady, timeout: '6s', 'on-timeout': policy });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ ended: ended ?? 'progressing', reason: 'timed-out' });
    expect(result.log).toContain('There was no progress in 6s');
    expect(await imageOf(shop)).toBe(image);
    expect((await shop.rollout()).status).toMatchObject(status);
  });
});

describe('a gate that nobody passes for pause-timeout', () => {
  it.concurrent.each(policies)('with on-timeout: %s is left %s', async (policy, ended, image, status) => {
    const shop = await healthyShop();
    const inputs = { image: v2, 'on-pause': 'wait', 'pause-timeout': '1s', 'on-timeout': policy };
    const result = await shop.step(inputs);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ ended: ended ?? 'paused', reason: 'timed-out' });
    expect(result.log).toContain('Nobody passed the pause in 1s.');
    expect(await imageOf(shop)).toBe(image);
    expect((await shop.rollout()).status).toMatchObject(status);
  });
});

/** An analysis whose Job always fails, by the end of its command. */
const failingJob = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AnalysisTemplate',
  metadata: { name: 'smoke' },
  spec: { metrics: [{ name: 'smoke', provider: { job: { spec: jobSpec('exit 1') } } }] },
};

function jobSpec(command: string): object {
  const containers = [{ name: 'smoke', image: 'registry.test/smoke:1', command: ['sh', '-c', command] }];
  return { backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers } } };
}

/** A shop whose releases are judged by a Job that fails. */
async function judgedShop(): Promise<Shop> {
  const shop = new Shop(await freshNamespace());
  // First: a Rollout is invalid for as long as its AnalysisTemplate is not there.
  await applyManifests(shop.namespace, stringify(failingJob));
  const steps = [{ setWeight: 50 }, { analysis: { templates: [{ templateName: 'smoke' }] } }];
  await applyManifests(shop.namespace, rolloutManifest({ steps }));
  await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
  return shop;
}

describe('a release that the controller aborts', () => {
  const spec = { progressDeadlineSeconds: 2, progressDeadlineAbort: true };
  const left = [
    ['abort', 'aborted', v2],
    ['rollback', 'rolled-back', v1],
    ['stop', 'aborted', v2],
  ] as const;

  it.concurrent.each(left)(
    'by its deadline, with on-failure: %s is left %s',
    async (policy, ended, image) => {
      const shop = await healthyShop({ spec });
      const { code, outputs, log } = await shop.step({ image: notReady, 'on-failure': policy });
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended, reason: 'by-controller', 'stable-image': v1 });
      expect(log).toContain('has timed out progressing');
      expect(await imageOf(shop)).toBe(image);
    },
  );

  it.concurrent.each(left)(
    'by an analysis that fails, with on-failure: %s is left %s',
    async (policy, ended, image) => {
      const shop = await judgedShop();
      const { code, outputs, log } = await shop.step({ image: v2, 'on-failure': policy });
      expect(code).toBe(1);
      expect(outputs).toMatchObject({ ended, reason: 'by-controller', 'stable-image': v1 });
      expect(log).toContain('Metric "smoke" assessed Failed');
      expect(await imageOf(shop)).toBe(image);
    },
  );
});

describe('timeout', () => {
  it.concurrent('counts no timed pause, however long', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }, { pause: { duration: '14s' } }] });
    const { code, outputs } = await shop.step({ image: v2, timeout: '10s' });
    expect({ code, ended: outputs['ended'] }).toEqual({ code: 0, ended: 'healthy' });
  });

  it.concurrent('counts from the last progress: pods that come one after another have it each', async () => {
    const spec = { minReadySeconds: 0, strategy: { canary: { maxSurge: 1, maxUnavailable: 0 } } };
    const shop = await healthyShop({ replicas: 4, spec, annotations: { 'sim/ready-after': '1500ms' } });
    const { code, outputs } = await shop.step({ image: v2, timeout: '5s' });
    expect({ code, ended: outputs['ended'] }).toEqual({ code: 0, ended: 'healthy' });
    expect(Number(outputs['duration'])).toBeGreaterThanOrEqual(5);
  });

  it.concurrent('is the end of a release past its progressDeadline, which is none by itself', async () => {
    const shop = await healthyShop({ spec: { progressDeadlineSeconds: 1 } });
    const { code, outputs, log } = await shop.step({ image: notReady, timeout: '5s', 'on-timeout': 'stop' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'degraded', reason: 'timed-out' });
    expect(log).toMatch(/Degraded.*ProgressDeadlineExceeded/);
    expect(log).toContain('There was no progress in 5s (Degraded: ProgressDeadlineExceeded');
  });
});
