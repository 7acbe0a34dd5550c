import { afterEach, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { until } from '../../../cluster/wait.ts';
import { analysisTemplate } from '../../../src/checks/analysis-template.ts';
import type { EarlyScene } from '../../../src/checks/provider.ts';
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.ts';
import {
  applyManifests,
  freshNamespace,
  getObject,
  kubectl,
  type KubernetesObject,
  userKubeconfig,
  waitFor,
  waitUntilGone,
} from '../support/kubernetes.ts';
import { type MeasuredApp, startMeasuredApp } from '../support/measured-app.ts';
import { healthyShop, pausedShop } from '../support/rollouts.ts';
import { fastClock, measuring, read, sceneIn } from '../support/scenes.ts';

/** An AnalysisRun as these tests look at it. */
interface Run extends KubernetesObject {
  metadata: KubernetesObject['metadata'] & { ownerReferences?: readonly object[] };
  spec: {
    terminate?: boolean;
    args?: readonly object[];
    metrics: readonly { name: string }[];
    ttlStrategy?: object;
  };
  status?: { phase?: string };
}

const clusterWide: string[] = [];
const proxies: FaultyProxy[] = [];
afterEach(async () => {
  if (clusterWide.length > 0)
    await kubectl('delete', 'clusteranalysistemplates', '--wait=false', ...clusterWide.splice(0));
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

interface TemplateShape {
  readonly name?: string;
  readonly kind?: 'AnalysisTemplate' | 'ClusterAnalysisTemplate';
  readonly labels?: object;
  readonly spec: object;
}

async function apply(
  namespace: string,
  { name = 'quality', kind = 'AnalysisTemplate', labels = {}, spec }: TemplateShape,
) {
  const manifest = { apiVersion: 'argoproj.io/v1alpha1', kind, metadata: { name, labels }, spec };
  await applyManifests(namespace, `${stringify(manifest)}\n`);
  if (kind === 'ClusterAnalysisTemplate') clusterWide.push(name);
}

/** A web metric that measures `ok` of the app once. */
function web({ url }: MeasuredApp, more: object = {}): object {
  return {
    name: 'ok',
    successCondition: 'result >= 0.95',
    failureCondition: 'result < 0.5',
    provider: { web: { url, jsonPath: '{$.ok}' } },
    ...more,
  };
}

/** An app that answers so, and a namespace with a template that asks it. */
async function measured(ok: unknown, more?: object): Promise<{ app: MeasuredApp; namespace: string }> {
  const [app, namespace] = await Promise.all([startMeasuredApp(), freshNamespace()]);
  app.answer = { status: 200, body: { ok } };
  await apply(namespace, { spec: { metrics: [web(app, more)] } });
  return { app, namespace };
}

const quality = { templateName: 'quality' };

async function runsIn(namespace: string): Promise<readonly Run[]> {
  const list = await kubectl('get', 'analysisruns.argoproj.io', '-n', namespace, '-o', 'json');
  return (JSON.parse(list) as { items: readonly Run[] }).items;
}

/** What is wrong with the check before the run. */
async function verified(raw: object, scene: EarlyScene): Promise<string> {
  const asked = analysisTemplate.verify?.(read(analysisTemplate, raw), scene, AbortSignal.timeout(20_000));
  return await (asked ?? Promise.resolve()).then(
    () => '',
    (error: Error) => error.message,
  );
}

describe('an AnalysisTemplate', () => {
  it.each([
    [0.97, 'Successful', ''],
    [0.2, 'Failed', 'Metric "ok" assessed Failed due to failed (1) > failureLimit (0)'],
    [
      0.87,
      'Inconclusive',
      'Metric "ok" assessed Inconclusive due to inconclusive (1) > inconclusiveLimit (0)',
    ],
  ])(
    'whose metric measures %d is %s, and shows the metric in place of itself',
    async (ok, verdict, message) => {
      const { app, namespace } = await measured(ok);
      const { done } = measuring(analysisTemplate, quality, await sceneIn(namespace));
      expect(await done).toMatchObject({
        kind: 'verdict',
        verdict,
        message,
        value: '',
        metrics: [
          {
            name: 'ok',
            provider: 'web',
            verdict,
            measurements: [{ value: String(ok), verdict }],
            successCondition: 'result >= 0.95',
            query: app.url,
            counts: { count: 1 },
          },
        ],
      });
    },
  );

  it('whose metric cannot be measured is an Error', async () => {
    const { namespace } = await measured({ not: 'a number' }, { consecutiveErrorLimit: 0 });
    const { done } = measuring(analysisTemplate, quality, await sceneIn(namespace));
    expect(await done).toMatchObject({ verdict: 'Error', metrics: [{ verdict: 'Error' }] });
  });

  it('shows its measurements while they come', async () => {
    const { namespace } = await measured(0.97, { interval: '1s', count: 3 });
    const { done, shown } = measuring(analysisTemplate, quality, await sceneIn(namespace));
    expect(await done).toMatchObject({ verdict: 'Successful', metrics: [{ counts: { count: 3 } }] });
    const counts = shown.map(({ metrics }) => metrics?.[0]?.counts.count ?? -1);
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
    expect(counts).toEqual(counts.toSorted());
    expect(shown.map(({ metrics }) => metrics?.[0]?.verdict)).toContain('Running');
  });

  it('that runs a Job names it', async () => {
    const namespace = await freshNamespace();
    const containers = [{ name: 'test', image: 'registry.test/test:1', command: ['sh', '-c', 'exit 1'] }];
    const spec = { backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers } } };
    await apply(namespace, { spec: { metrics: [{ name: 'smoke', provider: { job: { spec } } }] } });
    const { done } = measuring(analysisTemplate, quality, await sceneIn(namespace));
    expect(await done).toMatchObject({
      verdict: 'Failed',
      metrics: [{ name: 'smoke', provider: 'job', job: { namespace } }],
    });
  });

  it('hides secrets in what is measured', async () => {
    const { namespace } = await measured('s3cr3t-token', {
      successCondition: 'false',
      failureCondition: 'true',
    });
    const { done } = measuring(
      analysisTemplate,
      quality,
      await sceneIn(namespace, { hidden: ['s3cr3t-token'] }),
    );
    expect(JSON.stringify(await done)).not.toContain('s3cr3t');
  });
});

describe('a ClusterAnalysisTemplate', () => {
  it('is measured with clusterScope, and only with it', async () => {
    const [app, namespace] = await Promise.all([startMeasuredApp(), freshNamespace()]);
    app.answer = { status: 200, body: { ok: 1 } };
    const wide = {
      name: `wide-${namespace}`,
      kind: 'ClusterAnalysisTemplate',
      spec: { metrics: [web(app)] },
    } as const;
    await apply(namespace, wide);
    const scene = await sceneIn(namespace);
    const { done } = measuring(analysisTemplate, { templateName: wide.name, clusterScope: true }, scene);
    expect(await done).toMatchObject({ verdict: 'Successful', metrics: [{ name: 'ok' }] });
    expect(await verified({ templateName: wide.name }, scene)).toMatch(
      new RegExp(
        `There is no AnalysisTemplate ${wide.name} in namespace ${namespace}.*\n.*With clusterScope: true there are .*${wide.name}`,
      ),
    );
  });
});

describe('templates that refer to others', () => {
  it('are measured with the metrics and args of all of them, also in a circle', async () => {
    const [app, namespace] = await Promise.all([startMeasuredApp(), freshNamespace()]);
    app.answer = { status: 200, body: { ok: 1 } };
    const url = `${app.url}?service={{args.service}}`;
    const metric = (name: string): object =>
      web(app, { name, provider: { web: { url, jsonPath: '{$.ok}' } } });
    const wide = `wide-${namespace}`;
    await apply(namespace, {
      spec: {
        args: [{ name: 'service' }],
        metrics: [metric('outer')],
        templates: [{ templateName: 'inner' }, { templateName: wide, clusterScope: true }],
      },
    });
    await apply(namespace, {
      name: 'inner',
      spec: { args: [{ name: 'service', value: 'inner' }], metrics: [metric('inner')], templates: [quality] },
    });
    await apply(namespace, {
      name: wide,
      kind: 'ClusterAnalysisTemplate',
      spec: { args: [{ name: 'service' }], metrics: [metric('wide')] },
    });
    const result = await measuring(analysisTemplate, quality, await sceneIn(namespace)).done;
    expect(result).toMatchObject({ verdict: 'Successful' });
    expect(result.metrics?.map(({ name, query }) => `${name} ${query ?? ''}`)).toEqual(
      ['outer', 'inner', 'wide'].map((name) => `${name} ${app.url}?service=inner`),
    );
  });

  it('that are not there are named with who asks for them', async () => {
    const { app, namespace } = await measured(1);
    const spec = { metrics: [web(app)], templates: [{ templateName: 'nowhere' }] };
    await apply(namespace, { spec });
    expect(await verified(quality, await sceneIn(namespace))).toContain(
      `There is no AnalysisTemplate nowhere in namespace ${namespace}, which the template quality refers to.`,
    );
  });
});

describe('args', () => {
  /** A template whose metric asks with all of its args. */
  async function asking(args: readonly object[], names: readonly string[]) {
    const { app, namespace } = await measured(1);
    const url = `${app.url}?${names.map((name) => `${name}={{args.${name}}}`).join('&')}`;
    await apply(namespace, {
      spec: { args, metrics: [web(app, { provider: { web: { url, jsonPath: '{$.ok}' } } })] },
    });
    return { app, namespace };
  }

  it('of the check count before those of the template, and those of all checks fill what is open', async () => {
    const declared = [{ name: 'a', value: 'template' }, { name: 'b', value: 'template' }, { name: 'c' }];
    const { app, namespace } = await asking(declared, ['a', 'b', 'c']);
    const scene = await sceneIn(namespace, { args: { a: 'common', b: 'common', c: 'common' } });
    const raw = { ...quality, args: [{ name: 'a', value: 'own' }] };
    expect(await verified(raw, scene)).toBe('');
    expect(await measuring(analysisTemplate, raw, scene).done).toMatchObject({
      verdict: 'Successful',
      metrics: [{ query: `${app.url}?a=own&b=template&c=common` }],
    });
  });

  it('from a Secret are read by the controller, and stand nowhere', async () => {
    const reference = { valueFrom: { secretKeyRef: { name: 'metrics', key: 'token' } } };
    const { namespace } = await asking([{ name: 'one', ...reference }, { name: 'two' }], ['one', 'two']);
    await kubectl(
      'create',
      'secret',
      'generic',
      'metrics',
      '-n',
      namespace,
      '--from-literal=token=hush-hush',
    );
    const raw = { ...quality, args: [{ name: 'two', ...reference }] };
    const scene = await sceneIn(namespace);
    expect(await verified(raw, scene)).toBe('');
    expect(await measuring(analysisTemplate, raw, scene).done).toMatchObject({ verdict: 'Successful' });
    expect(JSON.stringify(await runsIn(namespace))).not.toContain('hush');
  });

  it('with a secret value are refused, as an AnalysisRun is for everybody to read', async () => {
    const { namespace } = await asking([{ name: 'token' }], ['token']);
    const scene = await sceneIn(namespace, { args: { token: 'hush-hush' }, hidden: ['hush-hush'] });
    const told = await verified({ ...quality, args: [{ name: 'token', value: 'hush-hush' }] }, scene);
    expect(told).toContain('The arg token of the template quality has a secret value: "***".');
    expect(told).not.toContain('hush');
    expect(await verified(quality, scene)).toContain('its arg token has no value');
    expect(await runsIn(namespace)).toEqual([]);
  });

  it('that lack or are not known are named, all of them', async () => {
    const { namespace } = await asking(
      [{ name: 'service' }, { name: 'least' }],
      ['service', 'least', 'region'],
    );
    const told = await verified(
      { ...quality, args: [{ name: 'servce', value: 'web' }] },
      await sceneIn(namespace),
    );
    expect(told).toContain(
      'The template quality cannot be measured: it has no arg servce, only service, least; its arg service has no value; ' +
        'its arg least has no value; its metrics use the arg region, which it does not declare.',
    );
  });
});

describe('a template that is not there', () => {
  it('is told before the run, with those that are', async () => {
    const { namespace } = await measured(1);
    const told = await verified({ templateName: 'qualty' }, await sceneIn(namespace));
    expect(told).toContain(
      `There is no AnalysisTemplate qualty in namespace ${namespace}, which a check asks for.`,
    );
    expect(told).toMatch(/What to do: correct templateName; there are quality\./);
  });
});

describe('a template with a metric that never ends', () => {
  it.each([
    ['that is waited for is refused', false, /The template quality would never end .*without count \(ok\)/],
    ['in the background is what it is for', true, /^$/],
  ])('%s', async (_, lasts, told) => {
    const { namespace } = await measured(1, { interval: '1s' });
    expect(await verified(quality, { ...(await sceneIn(namespace)), lasts })).toMatch(told);
  });

  it('ends where a few successes in a row are asked for', async () => {
    const { namespace } = await measured(1, { interval: '1s', consecutiveSuccessLimit: 2 });
    const scene = await sceneIn(namespace);
    expect(await verified(quality, scene)).toBe('');
    expect(await measuring(analysisTemplate, quality, scene).done).toMatchObject({ verdict: 'Successful' });
  });
});

describe('the AnalysisRun of a check', () => {
  it('has labels, an owner and an end', async () => {
    const { namespace } = await measured(1);
    const scene = await sceneIn(namespace, { check: 'quality' });
    await measuring(analysisTemplate, quality, scene).done;
    const [run] = await runsIn(namespace);
    expect(run?.metadata).toMatchObject({
      name: expect.stringMatching(/^quality-r0und-[0-9a-f]{6}$/) as unknown as string,
      labels: { 'app.kubernetes.io/managed-by': 'rollout-conductor', 'rollout-conductor/check': 'quality' },
      ownerReferences: [{ ...scene.owner, controller: false, blockOwnerDeletion: false }],
    });
    expect(run?.spec.ttlStrategy).toEqual({ secondsAfterCompletion: 86_400 });
  });

  it('has the instance id of its template, without which its controller would not see it', async () => {
    const app = await startMeasuredApp();
    const namespace = await freshNamespace();
    const label = { 'argo-rollouts.argoproj.io/controller-instance-id': 'other' };
    await apply(namespace, { labels: label, spec: { metrics: [web(app)] } });
    const scene = await sceneIn(namespace, { clock: fastClock(20) });
    // The controller of the tests has none, so it leaves this run alone.
    await expect(measuring(analysisTemplate, quality, scene).done).rejects.toThrow(
      /^No controller began with the AnalysisRun \S+ in 1m/,
    );
    const [run] = await runsIn(namespace);
    expect(run).toMatchObject({ metadata: { labels: label }, spec: { terminate: true } });
  });

  it('goes with its owner', async () => {
    const { namespace } = await measured(1);
    await measuring(analysisTemplate, quality, await sceneIn(namespace)).done;
    const [run] = await runsIn(namespace);
    await kubectl('delete', 'configmap', 'target', '-n', namespace);
    await waitUntilGone(namespace, 'analysisruns.argoproj.io', run?.metadata.name ?? '');
  });

  it('is left alone by the controller of the Rollout that owns it, at a gate and after an abort', async () => {
    const { shop } = await pausedShop();
    const { namespace } = shop;
    const app = await startMeasuredApp();
    app.answer = { status: 200, body: { ok: 1 } };
    await apply(namespace, { spec: { metrics: [web(app, { interval: '1s', count: 6 })] } });
    const scene = await sceneIn(namespace, { owner: ['rollouts.argoproj.io', 'web'] });
    const { done, shown } = measuring(analysisTemplate, quality, scene);
    await until(async () => (shown.at(-1)?.metrics?.[0]?.counts.count ?? 0) > 0, {
      what: 'the first measurement',
      deadline: 10_000,
    });
    // An abort ends every analysis of the Rollout, and goes through its runs.
    await shop.step({ operation: 'abort' });
    expect(await done).toMatchObject({ verdict: 'Successful', metrics: [{ counts: { count: 6 } }] });
    const left = await runsIn(namespace);
    expect(left.map(({ spec }) => spec.terminate)).toEqual([undefined]);
  });

  it('would be ended by that controller if the Rollout were its controller too', async () => {
    const { namespace } = await healthyShop();
    const app = await startMeasuredApp();
    app.answer = { status: 200, body: { ok: 1 } };
    const { apiVersion, kind, metadata } = await getObject(namespace, 'rollouts.argoproj.io', 'web');
    const owner = { apiVersion, kind, name: metadata.name, uid: metadata.uid, controller: true };
    const run = {
      apiVersion,
      kind: 'AnalysisRun',
      metadata: { name: 'controlled', ownerReferences: [owner] },
      spec: { metrics: [web(app, { interval: '1s', count: 100 })] },
    };
    await applyManifests(namespace, `${stringify(run)}\n`);
    await waitUntilGone(namespace, 'analysisruns.argoproj.io', 'controlled');
  });
});

/** A check that measures until somebody ends it, and its run once it measures. */
async function endless(metric: object = {}) {
  const { app, namespace } = await measured(1, { interval: '1s', ...metric });
  const going = measuring(analysisTemplate, quality, await sceneIn(namespace));
  const labels = 'app.kubernetes.io/managed-by=rollout-conductor';
  const run = await waitFor<Run>(
    namespace,
    'analysisruns.argoproj.io',
    { labels },
    ({ status }) => status?.phase === 'Running',
    {
      what: 'the AnalysisRun to measure',
    },
  );
  return { app, namespace, going, name: run.metadata.name };
}

describe('a check that is no longer wanted', () => {
  it('ends the measuring in the cluster, and the abort is what is told', async () => {
    const { namespace, going, name } = await endless();
    const began = Date.now();
    going.stop();
    await expect(going.done).rejects.toThrow('no longer wanted');
    expect(Date.now() - began).toBeLessThan(2_500);
    await waitFor<Run>(
      namespace,
      'analysisruns.argoproj.io',
      name,
      ({ status }) => status?.phase === 'Successful',
      {
        what: 'the controller to end the run',
      },
    );
  });

  it('ends the Jobs of its metrics too', async () => {
    const namespace = await freshNamespace();
    const containers = [{ name: 'test', image: 'registry.test/test:1' }];
    const template = {
      metadata: { annotations: { 'sim/run-for': '1h' } },
      spec: { restartPolicy: 'Never', containers },
    };
    await apply(namespace, {
      spec: { metrics: [{ name: 'long', provider: { job: { spec: { template } } } }] },
    });
    const going = measuring(analysisTemplate, quality, await sceneIn(namespace));
    const names = async () => (await kubectl('get', 'jobs', '-n', namespace, '-o', 'name')).trim();
    await until(async () => (await names()) !== '', { what: 'the Job of the metric', deadline: 20_000 });
    going.stop();
    await expect(going.done).rejects.toThrow('no longer wanted');
    await until(async () => (await names()) === '', { what: 'the Job to go', deadline: 20_000 });
  });
});

describe('somebody else', () => {
  it('who terminates the run makes it Inconclusive, never Successful', async () => {
    const { namespace, going, name } = await endless();
    const body = '{"spec":{"terminate":true}}';
    await kubectl('patch', 'analysisruns.argoproj.io', name, '-n', namespace, '--type=merge', '-p', body);
    expect(await going.done).toMatchObject({
      verdict: 'Inconclusive',
      message: `Somebody ended the AnalysisRun ${name} before it had a verdict.`,
    });
  });

  it('who deletes the run makes an error', async () => {
    const { namespace, going, name } = await endless();
    await kubectl('delete', 'analysisruns.argoproj.io', name, '-n', namespace, '--wait=false');
    await expect(going.done).rejects.toThrow(/^The AnalysisRun \S+ was deleted by somebody/);
  });
});

describe('a create whose answer is lost', () => {
  it('makes one AnalysisRun', async () => {
    const { namespace } = await measured(1);
    const proxy = await startFaultyProxy(({ method }, before) =>
      method === 'POST' && !before.some((one) => one.method === 'POST') ? 'lost' : 'passes',
    );
    proxies.push(proxy);
    const { kubeconfig } = proxy;
    const { done } = measuring(analysisTemplate, quality, await sceneIn(namespace, { kubeconfig }));
    expect(await done).toMatchObject({ verdict: 'Successful' });
    expect(await runsIn(namespace)).toHaveLength(1);
  });
});

describe('rights', () => {
  const rulesOf = (namespace: string, verbs: readonly string[]) =>
    analysisTemplate
      .access(read(analysisTemplate, quality), namespace)
      .filter(({ verb }) => verbs.includes(verb))
      .map(({ group, resource, verb }) => ({ apiGroups: [group], resources: [resource], verbs: [verb] }));

  it.each([
    ['those that it asks for are enough', ['get', 'create', 'patch', 'watch']],
    ['without the optional ones it has its verdict too', ['get', 'create', 'patch']],
  ])('%s', async (_, verbs) => {
    const { namespace } = await measured(1);
    const kubeconfig = await userKubeconfig('measures', rulesOf(namespace, verbs), namespace);
    const scene = await sceneIn(namespace, { kubeconfig });
    expect(await verified(quality, scene)).toBe('');
    expect(await measuring(analysisTemplate, quality, scene).done).toMatchObject({ verdict: 'Successful' });
  });

  it('without create it cannot be measured, and says so', async () => {
    const { namespace } = await measured(1);
    const kubeconfig = await userKubeconfig('reads', rulesOf(namespace, ['get']), namespace);
    const { done } = measuring(analysisTemplate, quality, await sceneIn(namespace, { kubeconfig }));
    await expect(done).rejects.toThrow(/cannot create resource "analysisruns"/);
  });

  it('without a right to list templates the ones that are there are not named', async () => {
    const { namespace } = await measured(1);
    const kubeconfig = await userKubeconfig('gets', rulesOf(namespace, ['get']), namespace);
    const told = await verified({ templateName: 'qualty' }, await sceneIn(namespace, { kubeconfig }));
    expect(told).toContain('What to do: correct templateName, or apply the template first.');
  });
});
