import { types } from 'node:util';
import { asError } from '../../errors.ts';
import type { Metric } from '../check.ts';
import type { Condition } from '../condition/index.ts';
import type { Outcome } from './counting.ts';

/** What one result came to, and why where it could not be judged. */
export interface Judged {
  readonly outcome: Outcome;
  /** Empty but for an Error. */
  readonly message: string;
}

/**
 * Asks the conditions of a metric about a result: `EvaluateResult` of Argo Rollouts (utils/evaluate). Without any,
 * whatever was measured is Successful; with one, what does not fulfil it is the other; with both, what fulfils neither
 * is Inconclusive, and what fulfils both has failed. Pure.
 */
export function judge(
  { successCondition, failureCondition }: Pick<Metric, 'successCondition' | 'failureCondition'>,
  result: unknown,
): Judged {
  try {
    // Both are asked before either counts: an error in one is an error, whatever the other says.
    const success = ask('successCondition', successCondition, result);
    const failure = ask('failureCondition', failureCondition, result);
    return { outcome: outcomeOf(success, failure), message: '' };
  } catch (error) {
    return { outcome: 'Error', message: asError(error).message };
  }
}

/** Undefined stands for a condition that the metric does not have. */
function outcomeOf(success: boolean | undefined, failure: boolean | undefined): Outcome {
  if (failure ?? success === false) return 'Failed';
  return (success ?? true) ? 'Successful' : 'Inconclusive';
}

function ask(kind: string, condition: Condition | undefined, result: unknown): boolean | undefined {
  try {
    return condition?.holds(result);
  } catch (error) {
    const why = isNothing(result)
      ? 'metric result is nil or empty: no data returned from the metric provider'
      : asError(error).message;
    throw new Error(`could not evaluate ${kind} "${condition?.text ?? ''}": ${why}`, { cause: error });
  }
}

function isNothing(result: unknown): boolean {
  const isList = Array.isArray(result) || types.isFloat64Array(result);
  return result === undefined || result === null || (isList && result.length === 0);
}
