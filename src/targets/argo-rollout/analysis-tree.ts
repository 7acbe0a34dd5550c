import type { TreeNode } from '../target.ts';
import { runVerdict } from './analyses.ts';
import type { RawAnalysisRun, RawMetricResult } from './analysis-run.ts';
import { jobOf } from './metric.ts';
import { treeNode } from './tree-node.ts';

/**
 * An AnalysisRun in the tree with its Jobs, as the plugin shows it, except that one which was terminated is not
 * shown as `Successful`. Pure.
 */
export function analysisRunNode(run: RawAnalysisRun): TreeNode {
  const status = run.status?.phase ? runVerdict(run) : '';
  const results = run.status?.metricResults ?? [];
  return treeNode(run, 'AnalysisRun', status, countsOf(results), jobNodes(run));
}

/** How often all metrics together were measured, by what came of it. */
function countsOf(results: readonly RawMetricResult[]): readonly string[] {
  const sum = (count: (result: RawMetricResult) => number | undefined): number =>
    results.reduce((total, result) => total + (count(result) ?? 0), 0);
  const counts = [
    ['✔', sum(({ successful }) => successful)],
    ['✖', sum(({ failed }) => failed)],
    ['?', sum(({ inconclusive }) => inconclusive)],
    ['⚠', sum(({ error }) => error)],
  ] as const;
  return counts.filter(([, count]) => count > 0).map(([icon, count]) => `${icon} ${String(count)}`);
}

/** The Jobs as the measurements tell of them: they need no request and no permission. */
function jobNodes({ metadata, status }: RawAnalysisRun): readonly TreeNode[] {
  const measurements = (status?.metricResults ?? []).flatMap((result) => result.measurements ?? []);
  return measurements.flatMap((measurement): readonly TreeNode[] => {
    const job = jobOf(measurement, metadata.namespace ?? '');
    if (job === undefined) return [];
    const { phase = '', startedAt } = measurement;
    const created = startedAt === undefined ? {} : { created: startedAt };
    return [{ name: job.name, kind: 'Job', status: phase, ...created, info: [], children: [] }];
  });
}
