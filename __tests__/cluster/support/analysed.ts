import { stringify } from 'yaml';
import { applyManifests, freshNamespace, kubectl, waitFor } from './kubernetes.ts';
import { type AnalysisRun } from './analysis.ts';
import { type RolloutShape, rolloutManifest, Shop, v1 } from './rollouts.ts';

/** An AnalysisTemplate with these metrics and arguments. */
export function templateOf(
  name: string,
  metrics: readonly object[],
  args: readonly (string | object)[] = [],
): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name },
    spec: { metrics, args: args.map((arg) => (typeof arg === 'string' ? { name: arg } : arg)) },
  };
}

/** A metric of a web server that answers `{"value": …}`; it is measured once unless it says otherwise. */
export function webMetric(name: string, url: string, more: object = {}): object {
  return { name, provider: { web: { url, jsonPath: '{$.value}' } }, ...more };
}

/** A metric of a Prometheus query, in the form that most have: its result is a list. */
export function prometheusMetric(name: string, address: string, query: string, more: object = {}): object {
  return { name, provider: { prometheus: { address, query } }, ...more };
}

/** A metric that runs a Job with this command, as the manifests of users have it. */
export function jobMetric(name: string, command: string, more: object = {}): object {
  const containers = [{ name: 'check', image: 'registry.test/check:1', command: ['sh', '-c', command] }];
  const template = { spec: { restartPolicy: 'Never', containers } };
  return { name, provider: { job: { spec: { backoffLimit: 0, template } } }, ...more };
}

/** A step, or the background, that runs templates. */
export function running(...templates: readonly string[]): {
  readonly templates: readonly { readonly templateName: string }[];
} {
  return { templates: templates.map((templateName) => ({ templateName })) };
}

/** A fresh namespace with a Rollout that is Healthy on v1; `canary` is its strategy, `beside` what it refers to. */
export async function analysedShop(
  canary: object,
  beside: readonly object[],
  shape: RolloutShape = {},
): Promise<Shop> {
  const shop = new Shop(await freshNamespace());
  const rollout = rolloutManifest({ ...shape, spec: { ...shape.spec, strategy: { canary } } });
  await applyManifests(shop.namespace, [...beside.map((object) => stringify(object)), rollout].join('---\n'));
  await shop.until(`${v1} to be Healthy`, ({ status }) => status?.phase === 'Healthy');
  return shop;
}

/** The one AnalysisRun of this type as soon as it fits: `Step`, `Background`. */
export function untilAnalysis({ namespace }: Shop, type: string, phase: string): Promise<AnalysisRun> {
  return waitFor<AnalysisRun>(
    namespace,
    'analysisruns.argoproj.io',
    { labels: `rollout-type=${type}` },
    ({ status }) => status?.phase === phase,
    { what: `the ${type} analysis to be ${phase}` },
  );
}

/** How many AnalysisRuns there are. */
export async function countAnalyses({ namespace }: Shop): Promise<number> {
  const names = await kubectl('get', 'analysisruns.argoproj.io', '-n', namespace, '-o', 'name');
  return names.split('\n').filter(Boolean).length;
}
