import { ActionableError, asError } from '../errors.ts';
import { messageOf } from '../kube/node-error.ts';
import type { Check, Metric } from './check.ts';
import { providerOf } from './index.ts';
import type { Complain, EarlyScene, Scene } from './provider.ts';
import { readMetric } from './reading/metric.ts';
import { describePath } from './reading/complaints.ts';

/**
 * Makes sure before the first write that each check can be measured at all, with sample values for args that only the
 * cluster knows. `others` are the args with other samples. Throws ActionableError.
 */
export async function verifyChecks(
  checks: readonly Check[],
  scene: EarlyScene,
  others: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const metrics = readAll(checks, scene.args, scene.redact);
  for (const [index, check] of checks.entries()) {
    const metric = metrics[index];
    const early: EarlyScene = { ...scene, lasts: check.when === 'background' };
    const error = metric && (await failureOf(metric, early, signal));
    if (error === undefined) continue;
    signal.throwIfAborted();
    // What is wrong with one sample only says nothing of the value that the cluster has.
    const other = readMetric(check, others, () => undefined);
    const again = other && (await failureOf(other, { ...early, args: others }, signal));
    if (messageOf(again) === messageOf(error) || !(error instanceof ActionableError)) throw asError(error);
  }
}

async function failureOf(metric: Metric, scene: EarlyScene, signal: AbortSignal): Promise<unknown> {
  const verified = providerOf(metric).verify?.(metric.spec, scene, signal);
  return await verified?.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/**
 * The checks with their args filled in. Values that only the cluster knew may make one wrong that was right with the
 * samples: throws ActionableError.
 */
export function readAll(
  checks: readonly Check[],
  args: ReadonlyMap<string, string>,
  redact: Scene['redact'],
): readonly Metric[] {
  const mistakes: string[] = [];
  const metrics = checks.flatMap((check) => {
    const complain: Complain = (path, what, next) => {
      const advice = next === undefined ? '' : `; ${next}`;
      mistakes.push(`- ${check.place}: ${describePath([check.name, ...path])} ${what}${advice}`);
    };
    return readMetric(check, args, complain) ?? [];
  });
  if (mistakes.length === 0) return metrics;
  throw new ActionableError({
    what: `The checks are wrong with the args that they have now:\n${redact(mistakes.join('\n'))}`,
    next: 'correct the args, or the checks that use them.',
    reason: 'bad-input',
  });
}
