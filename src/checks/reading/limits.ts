import type { Metric } from '../check.ts';
import type { Complain } from '../provider.ts';

/** What the rules between the numbers of a metric look at. */
interface Limits extends Pick<Metric, 'failureLimit' | 'inconclusiveLimit'> {
  readonly count: number | undefined;
  readonly consecutiveSuccessLimit: number | undefined;
  readonly hasInterval: boolean;
}

/**
 * Complains of numbers that do not fit together, by the controller's own rules:
 * https://github.com/argoproj/argo-rollouts/blob/v1.10.1/utils/analysis/factory.go (ValidateMetric).
 */
export function complainOfLimits(limits: Limits, complain: Complain): void {
  const { count, failureLimit, inconclusiveLimit, consecutiveSuccessLimit = 0, hasInterval } = limits;
  if (failureLimit === -1 && consecutiveSuccessLimit === 0)
    complain(
      ['failureLimit'],
      'is -1, and there is no consecutiveSuccessLimit: nothing would ever decide',
      'set one of them',
    );
  if (count === undefined) return;
  const wanted = Math.max(failureLimit, 0) + consecutiveSuccessLimit;
  if (count < wanted)
    complain(
      ['count'],
      `is ${String(count)}, and ${describeWanted(failureLimit, consecutiveSuccessLimit)}`,
      `allowed: from ${String(wanted)}, or lower limits`,
    );
  if (count < inconclusiveLimit)
    complain(
      ['count'],
      `is ${String(count)}, and inconclusiveLimit ${String(inconclusiveLimit)}`,
      `allowed: from ${String(inconclusiveLimit)}, or a lower limit`,
    );
  if (count > 1 && !hasInterval)
    complain(['count'], `is ${String(count)}, and there is no interval`, 'say how often: interval: 30s');
}

function describeWanted(failureLimit: number, successes: number): string {
  if (successes === 0) return `failureLimit ${String(failureLimit)}`;
  if (failureLimit <= 0) return `consecutiveSuccessLimit ${String(successes)}`;
  return `failureLimit + consecutiveSuccessLimit ${String(failureLimit + successes)}`;
}
