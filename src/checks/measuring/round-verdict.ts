import type { Verdict } from '../../targets/evidence.ts';
import type { Outcome } from './counting.ts';
import type { CheckVerdict } from '../provider.ts';

// As in counting.ts, the rules are those of Argo Rollouts 1.10.1, analysis/analysis.go.

/** One metric of a round as the round is judged by it. */
export interface MetricOutcome {
  readonly name: string;
  readonly dryRun: boolean;
  readonly verdict: Verdict;
  /** As `Assessed.why`. */
  readonly why: string;
  /** Of its last measurement. */
  readonly lastMessage: string;
}

/** From the best to the worst: `analysisStatusOrder`, without what is still going on. */
const order: readonly Outcome[] = ['Successful', 'Inconclusive', 'Error', 'Failed'];

/** Whether a verdict is final. Pure. */
export function isOutcome(verdict: Verdict): verdict is Outcome {
  return (order as readonly Verdict[]).includes(verdict);
}

/**
 * The worst of the metrics, and the controller's words for it: `assessRunStatus`. A metric in dry run decides nothing,
 * but is waited for. `over` says that what is not done yet was ended. Pure.
 */
export function assessRound(
  metrics: readonly MetricOutcome[],
  over: boolean,
): { readonly verdict: CheckVerdict; readonly message: string } {
  if (!over && metrics.some(({ verdict }) => !isOutcome(verdict))) return { verdict: 'Running', message: '' };
  let worst: Outcome | undefined;
  let message = '';
  for (const metric of metrics) {
    const { verdict, dryRun, why } = metric;
    if (dryRun || !isOutcome(verdict)) continue;
    if (worst !== undefined && order.indexOf(verdict) <= order.indexOf(worst)) continue;
    worst = verdict;
    if (why !== '') message = wordsFor(metric);
  }
  return { verdict: worst ?? 'Successful', message };
}

function wordsFor({ name, verdict, why, lastMessage }: MetricOutcome): string {
  const error = lastMessage === '' ? '' : `: "Error Message: ${lastMessage}"`;
  return `Metric "${name}" assessed ${verdict} due to ${why}${error}`;
}
