import type { Checks } from './checks/check.ts';
import type { InputMistake } from './errors.ts';
import type { Inputs } from './inputs.ts';
import type { FailurePolicy } from './policies.ts';

/** The checks that an operation measures, and what is to be said of the others. */
export interface PlannedChecks {
  readonly checks?: Checks;
  readonly notices: readonly string[];
}

/** Leaves out the checks that the operation passes by. Pure. */
export function planChecks({ operation, checks }: Pick<Inputs, 'operation' | 'checks'>): PlannedChecks {
  if (checks === undefined) return { notices: [] };
  if (operation !== 'promote-full') return { checks, notices: [] };
  const kept = checks.checks.filter(({ when }) => when !== 'pause');
  const skipped = checks.checks.filter(({ when }) => when === 'pause').map(({ name }) => name);
  const notice = `operation: promote-full skips the gates, so that these checks are not measured: ${skipped.join(', ')}.`;
  return {
    ...(kept.length > 0 && { checks: { ...checks, checks: kept } }),
    notices: skipped.length === 0 ? [] : [notice],
  };
}

/** Whether a release would go on unwatched if its run ended: a failure of a background check would have ended it. Pure. */
export function isGuarded(checks: Checks | undefined, onFailure: FailurePolicy): boolean {
  return onFailure !== 'stop' && (checks?.checks ?? []).some(({ when }) => when === 'background');
}

/** What the checks ask of the policies: the controller ignores an abort once the release is complete. Pure. */
export function policyMistakes(
  { checks, onFailure, onInconclusive }: Partial<Inputs>,
  byDefault: FailurePolicy,
): readonly InputMistake[] {
  const healthy = checks?.checks.find(({ when }) => when === 'healthy');
  if (healthy === undefined) return [];
  const rule = {
    allowed: 'rollback or stop',
    next: `The check ${healthy.name} is measured when: healthy, and a complete release cannot be aborted.`,
  };
  const mistakes: InputMistake[] = [];
  if ((onFailure ?? byDefault) === 'abort')
    mistakes.push({ input: 'on-failure', given: onFailure ?? '', ...rule });
  if (onInconclusive === 'abort') mistakes.push({ input: 'on-inconclusive', given: 'abort', ...rule });
  return mistakes;
}
