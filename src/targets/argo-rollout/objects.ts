import type { KubeClient, Selection } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import {
  analysisRuns,
  experiments,
  pods,
  type KubeObject,
  replicaSets,
  type Resource,
  resourceName,
} from '../../kube/resources.ts';
import type { RawAnalysisRun, RawExperiment } from './analysis-run.ts';
import { hashLabel } from './labels.ts';
import { isOwnedBy } from './owner.ts';
import type { RawPod } from './pod.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';
import { canarySteps } from './steps.ts';

/** Everything that belongs to a Rollout, its Experiments included. */
export interface RolloutObjects {
  readonly sets: readonly RawReplicaSet[];
  readonly pods: readonly RawPod[];
  readonly analysisRuns: readonly RawAnalysisRun[];
  readonly experiments: readonly RawExperiment[];
}

/** Lists objects of a kind; none where that is forbidden. */
type List = <T extends KubeObject>(resource: Resource, selection: Selection) => Promise<readonly T[]>;

/**
 * Reads the ReplicaSets, pods, AnalysisRuns and Experiments of a Rollout; what is forbidden is left out and named
 * once in `notices`. AnalysisRuns and Experiments are asked for only where the strategy can have them, so that a
 * Rollout without needs no permission for them. Of Experiments those of the hash `judged` are read with what they
 * made.
 */
export async function readObjects(
  client: KubeClient,
  namespace: string,
  rollout: RawRollout,
  judged: string,
  signal: AbortSignal,
): Promise<{ readonly objects: RolloutObjects; readonly notices: readonly string[] }> {
  const notices = new Set<string>();
  const list: List = async <T extends KubeObject>(resource: Resource, selection: Selection) => {
    try {
      return (await client.list(resource, { namespace, ...selection, signal })).items as readonly T[];
    } catch (error) {
      if (!(error instanceof KubeError) || error.kind !== 'forbidden') throw error;
      notices.add(`${resourceName(resource)} are not shown: this needs the permission to list them.`);
      return [];
    }
  };
  const selection = { labelSelector: selectorOf(rollout) };
  const [sets, all, runs] = await Promise.all([
    list<RawReplicaSet>(replicaSets, selection),
    list<RawPod>(pods, selection),
    hasAnalyses(rollout) ? list<RawAnalysisRun>(analysisRuns, selection) : [],
  ]);
  const hashes = sets.map(({ metadata }) => metadata.labels?.[hashLabel]);
  const found = hasExperiments(rollout) ? await readExperiments(list, rollout, hashes) : [];
  // Of other revisions only what has the labels: their analyses would be a request each, and are history.
  const ofJudged = found.filter(({ metadata }) => metadata.labels?.[hashLabel] === judged);
  const below = await Promise.all(ofJudged.map((experiment) => readBelow(list, experiment, sets)));
  const objects = {
    sets: [...sets, ...below.flatMap((part) => part.sets)],
    pods: [...all, ...below.flatMap((part) => part.pods)],
    analysisRuns: [...runs, ...below.flatMap((part) => part.analysisRuns)],
    experiments: found,
  };
  return { objects, notices: [...notices] };
}

function selectorOf({ spec }: RawRollout): string {
  return Object.entries(spec?.selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

function hasAnalyses({ spec }: RawRollout): boolean {
  const { canary, blueGreen } = spec?.strategy ?? {};
  const steps = canary?.steps ?? [];
  return (
    steps.some(({ analysis }) => analysis !== undefined) ||
    [canary?.analysis, blueGreen?.prePromotionAnalysis, blueGreen?.postPromotionAnalysis].some(
      (analysis) => analysis !== undefined,
    )
  );
}

function hasExperiments(rollout: RawRollout): boolean {
  return canarySteps(rollout).some(({ experiment }) => experiment !== undefined);
}

/** An Experiment has the labels of the Rollout itself, which may be none, and the hash of the revision it tries. */
async function readExperiments(
  list: List,
  rollout: RawRollout,
  hashes: readonly (string | undefined)[],
): Promise<readonly RawExperiment[]> {
  const { currentPodHash, stableRS } = rollout.status ?? {};
  const known = new Set([...hashes, currentPodHash, stableRS].filter((hash) => hash !== undefined));
  if (known.size === 0) return [];
  const labelSelector = `${hashLabel} in (${[...known].join(',')})`;
  const all = await list<RawExperiment>(experiments, { labelSelector });
  return all.filter((experiment) => isOwnedBy(experiment, rollout));
}

/**
 * What an Experiment made: its AnalysisRuns have no labels and are asked for by name; its ReplicaSets and pods may
 * have other labels than those of the Rollout, `known` are the ReplicaSets that have the same.
 */
async function readBelow(
  list: List,
  experiment: RawExperiment,
  known: readonly RawReplicaSet[],
): Promise<Omit<RolloutObjects, 'experiments'>> {
  const byName = async <T extends KubeObject>(
    resource: Resource,
    names: readonly string[],
  ): Promise<readonly T[]> => {
    const found = names.map((name) => list<T>(resource, { fieldSelector: `metadata.name=${name}` }));
    return (await Promise.all(found)).flat().filter((object) => isOwnedBy(object, experiment));
  };
  const templates = (experiment.spec?.templates ?? []).map(
    ({ name }) => `${experiment.metadata.name}-${name}`,
  );
  const unknown = templates.filter((name) => known.every(({ metadata }) => metadata.name !== name));
  const [sets, runs] = await Promise.all([
    byName<RawReplicaSet>(replicaSets, unknown),
    byName<RawAnalysisRun>(
      analysisRuns,
      (experiment.status?.analysisRuns ?? []).map(({ analysisRun }) => analysisRun),
    ),
  ]);
  const all = await Promise.all(
    sets.map(({ metadata }) =>
      list<RawPod>(pods, { labelSelector: `${hashLabel}=${metadata.labels?.[hashLabel] ?? ''}` }),
    ),
  );
  return { sets, pods: all.flat(), analysisRuns: runs };
}
