import { expect, it } from '@jest/globals';
import type { Operation } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import { type FailurePolicy, type OnPause, failurePolicies, onPauseWords } from '../../src/policies.ts';
import { decisionAfter, phrase } from '../fixtures/runs.ts';
import { type SituationName, planFor, situations } from './situations.ts';

type Policies = Pick<Plan, 'onPause' | 'onFailure' | 'onInconclusive' | 'onTimeout'>;

/** The decision under every policy, or by the word of one of them. */
export type Row =
  | string
  | { readonly onPause: Readonly<Record<OnPause, Row>> }
  | { readonly onFailure: Readonly<Record<FailurePolicy, Row>> }
  | { readonly onInconclusive: Readonly<Record<FailurePolicy, Row>> }
  | { readonly onTimeout: Readonly<Record<FailurePolicy, Row>> };

/** By what happens at a pause. */
export const onPause = (stop: Row, promote: Row, wait: Row): Row => ({ onPause: { stop, promote, wait } });

/** By the policy for a release that is too slow: it goes back in one of two ways, or ends as it is left. */
export const onTimeout = (stop: Row): Row => ({ onTimeout: { ...back, stop } });
/** By the policy for a release that went wrong. */
export const onFailure = (stop: Row): Row => ({ onFailure: { ...back, stop } });
/** By the policy for an analysis that was no verdict. */
export const onInconclusive = (stop: Row): Row => ({ onInconclusive: { ...back, stop } });

const back = { abort: 'request abort', rollback: 'request restore' } as const;

/** Under every policy the same. */
export const wait = 'wait';

/** A row for each situation, with as many cells as there are operations. */
export type Table = Readonly<Record<SituationName, readonly Row[]>>;

/** Every combination of the words of the four policies. */
const everyPolicy: readonly Policies[] = onPauseWords.flatMap((pause) =>
  failurePolicies.flatMap((failure) =>
    failurePolicies.flatMap((inconclusive) =>
      failurePolicies.map((timeout) => ({
        onPause: pause,
        onFailure: failure,
        onInconclusive: inconclusive,
        onTimeout: timeout,
      })),
    ),
  ),
);

function cell(row: Row, policies: Policies): string {
  if (typeof row === 'string') return row;
  if ('onPause' in row) return cell(row.onPause[policies.onPause], policies);
  if ('onFailure' in row) return cell(row.onFailure[policies.onFailure], policies);
  if ('onInconclusive' in row) return cell(row.onInconclusive[policies.onInconclusive], policies);
  return cell(row.onTimeout[policies.onTimeout], policies);
}

/** What the operation decides otherwise than its cell says, and the first policies under which it does. */
function differences(name: SituationName, operation: Operation, row: Row): readonly string[] {
  const situation = situations[name](operation);
  const found = new Map<string, Policies>();
  for (const policies of everyPolicy) {
    const is = phrase(decisionAfter(planFor(operation, policies, situation), situation.events));
    const difference = `${is}, and not ${cell(row, policies)}`;
    if (is !== cell(row, policies) && !found.has(difference)) found.set(difference, policies);
  }
  return [...found].map(([difference, policies]) => `${difference}, under ${JSON.stringify(policies)}`);
}

/** Checks a table whose columns are these operations, under every combination of policies. */
export function decides(columns: readonly Operation[], table: Table): void {
  const names = Object.keys(situations) as SituationName[];

  it('has a row for every situation and a column for every operation, and no other', () => {
    expect(Object.keys(table)).toEqual(names);
    expect(names.filter((name) => table[name].length !== columns.length)).toEqual([]);
  });

  it.each(columns.flatMap((operation) => names.map((name) => ({ operation, name }))))(
    'operation: $operation, $name',
    ({ operation, name }) => {
      const row = table[name][columns.indexOf(operation)];
      if (row === undefined) throw new Error(`The table has no cell for ${operation} in "${name}".`);
      expect(differences(name, operation, row)).toEqual([]);
    },
  );
}
