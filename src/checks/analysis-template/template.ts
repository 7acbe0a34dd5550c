import type { KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { analysisTemplates, clusterAnalysisTemplates, type KubeObject } from '../../kube/resources.ts';
import { ActionableError } from '../../errors.ts';
import type { TemplateArg } from './spec.ts';

/** Which template: in the namespace of the target, or cluster-wide. */
export interface TemplateRef {
  readonly templateName: string;
  readonly clusterScope?: boolean;
}

/** An entry of `dryRun` or `measurementRetention`: a rule for the metrics that a pattern names. */
export interface MetricRule {
  readonly metricName: string;
}

/** A metric of a template, as far as it tells whether it comes to an end. */
export interface RawMetric {
  readonly name: string;
  readonly interval?: string;
  /** Numbers or texts, such as `{{args.count}}`. */
  readonly count?: string | number;
  readonly consecutiveSuccessLimit?: string | number;
}

/** The spec of an AnalysisTemplate or ClusterAnalysisTemplate. */
export interface RawTemplateSpec {
  readonly metrics?: readonly RawMetric[];
  readonly args?: readonly TemplateArg[];
  readonly dryRun?: readonly MetricRule[];
  readonly measurementRetention?: readonly MetricRule[];
  /** Templates whose metrics and args are added. */
  readonly templates?: readonly TemplateRef[];
}

/** A template of the cluster. */
export interface RawTemplate extends KubeObject {
  readonly spec?: RawTemplateSpec;
}

/**
 * Reads a template and those that it refers to, those of the namespace before the cluster-wide, each once, in the order
 * of the controller (getAnalysisTemplatesFromRefs, 1.10.1). Throws ActionableError for one that is not there, KubeError.
 */
export async function readTemplates(
  client: KubeClient,
  namespace: string,
  first: TemplateRef,
  signal: AbortSignal,
): Promise<readonly RawTemplate[]> {
  const found = new Map<string, RawTemplate>();
  const visit = async (ref: TemplateRef, by: string): Promise<void> => {
    const key = `${String(ref.clusterScope === true)}/${ref.templateName}`;
    // Two templates may refer to each other; the controller would never come to an end of them.
    if (found.has(key)) return;
    const template = await readTemplate(client, namespace, ref, by, signal);
    found.set(key, template);
    for (const inner of template.spec?.templates ?? []) await visit(inner, template.metadata.name);
  };
  await visit(first, '');
  const all = [...found.values()];
  const isWide = ({ kind }: RawTemplate): boolean => kind === clusterAnalysisTemplates.kind;
  return [...all.filter((template) => !isWide(template)), ...all.filter(isWide)];
}

/** @param by the template that refers to it; empty for the check itself */
async function readTemplate(
  client: KubeClient,
  namespace: string,
  { templateName, clusterScope }: TemplateRef,
  by: string,
  signal: AbortSignal,
): Promise<RawTemplate> {
  const resource = clusterScope === true ? clusterAnalysisTemplates : analysisTemplates;
  try {
    return await client.get({ resource, namespace, name: templateName }, { signal });
  } catch (error) {
    if (!(error instanceof KubeError) || error.kind !== 'not-found') throw error;
    const where = clusterScope === true ? '' : ` in namespace ${namespace}`;
    const whose = by === '' ? 'a check asks for' : `the template ${by} refers to`;
    throw new ActionableError(
      {
        what: `There is no ${resource.kind} ${templateName}${where}, which ${whose}.`,
        next: await advice(client, namespace, clusterScope === true, signal),
        reason: 'not-found',
      },
      { cause: error },
    );
  }
}

/** Most names that are told. */
const most = 20;

async function advice(
  client: KubeClient,
  namespace: string,
  clusterScope: boolean,
  signal: AbortSignal,
): Promise<string> {
  const here = await namesOf(client, namespace, clusterScope, signal);
  const there = await namesOf(client, namespace, !clusterScope, signal);
  const lists = [
    ...(here.length > 0 ? [`correct templateName; there are ${here.slice(0, most).join(', ')}.`] : []),
    ...(there.length === 0
      ? []
      : clusterScope
        ? [`Without clusterScope there are ${there.slice(0, most).join(', ')}.`]
        : [`With clusterScope: true there are ${there.slice(0, most).join(', ')}.`]),
  ];
  return lists.length > 0 ? lists.join(' ') : 'correct templateName, or apply the template first.';
}

/** The names of the templates that are there; none where nobody may list them: it is only advice. */
async function namesOf(
  client: KubeClient,
  namespace: string,
  clusterScope: boolean,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const resource = clusterScope ? clusterAnalysisTemplates : analysisTemplates;
  try {
    const selection = clusterScope ? {} : { namespace };
    const { items } = await client.list(resource, { ...selection, signal });
    return items.map(({ metadata }) => metadata.name);
  } catch (error) {
    if (error instanceof KubeError) return [];
    throw error;
  }
}
