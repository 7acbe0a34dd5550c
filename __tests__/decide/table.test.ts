import { describe, expect, it } from '@jest/globals';
import { type Operation, operations } from '../../src/model.ts';
import { type FailurePolicy, type OnPause, failurePolicies, onPauseWords } from '../../src/policies.ts';
import { decisionAfter, phrase } from '../fixtures/runs.ts';
import { type SituationName, planFor, situations } from './situations.ts';

type ByTimeout = Readonly<Record<FailurePolicy, string>>;
type ByPause = Readonly<Record<OnPause, string | ByTimeout>>;
/** The decision under every policy, or by `on-pause`, or by `on-timeout`. */
type Row = string | { readonly onPause: ByPause } | { readonly onTimeout: ByTimeout };

const onPause = (stop: string, promote: string, wait: string | ByTimeout): Row => ({
  onPause: { stop, promote, wait },
});
const onTimeout = (abort: string, stop: string): Row => ({ onTimeout: { abort, stop } });

const wait = 'wait';
const atGate = onPause('paused (gate)', 'request promote', wait);
const orAbort = { abort: 'request abort', stop: 'paused (timed-out)' };
const heldTooLong: Row = {
  onPause: { stop: 'paused (held-by-person)', promote: orAbort, wait: orAbort },
};

/** What is decided: a row for each situation, a column for each operation. */
const table: Readonly<
  Record<SituationName, readonly [deploy: Row, follow: Row, status: Row, promote: Row, abort: Row]>
> = {
  'nothing seen yet': [wait, wait, wait, wait, wait],
  'Healthy before': [
    'request deploy',
    'healthy (completed)',
    'healthy (read)',
    'refused (nothing-to-do)',
    'refused (nothing-to-do)',
  ],
  'not allowed yet, at a gate': [
    onPause('paused (gate)', wait, wait),
    onPause('paused (gate)', wait, wait),
    'paused (read)',
    wait,
    wait,
  ],
  progressing: [wait, wait, 'progressing (read)', wait, 'request abort'],
  'progressing, too long': [
    onTimeout('request abort', 'progressing (timed-out)'),
    onTimeout('request abort', 'progressing (timed-out)'),
    'progressing (read)',
    onTimeout('request abort', 'progressing (timed-out)'),
    'request abort',
  ],
  gate: [atGate, atGate, 'paused (read)', 'request promote', 'request abort'],
  'gate, too long': [
    onPause('paused (gate)', 'request promote', orAbort),
    onPause('paused (gate)', 'request promote', orAbort),
    'paused (read)',
    'request promote',
    'request abort',
  ],
  timed: [wait, wait, 'paused (read)', wait, 'request abort'],
  'timed, not ended in time': [
    onTimeout('request abort', 'paused (timed-out)'),
    onTimeout('request abort', 'paused (timed-out)'),
    'paused (read)',
    onTimeout('request abort', 'paused (timed-out)'),
    'request abort',
  ],
  'held by a person at a gate': [
    onPause('paused (held-by-person)', wait, wait),
    onPause('paused (held-by-person)', wait, wait),
    'paused (read)',
    wait,
    'request abort',
  ],
  'held by a person, too long': [
    heldTooLong,
    heldTooLong,
    'paused (read)',
    onTimeout('request abort', 'paused (timed-out)'),
    'request abort',
  ],
  inconclusive: [
    'paused (inconclusive)',
    'paused (inconclusive)',
    'paused (read)',
    'paused (inconclusive)',
    'request abort',
  ],
  'gate and inconclusive': [
    'paused (inconclusive)',
    'paused (inconclusive)',
    'paused (read)',
    'paused (inconclusive)',
    'request abort',
  ],
  measuring: [wait, wait, 'progressing (read)', wait, 'request abort'],
  'measuring, for hours': [wait, wait, 'progressing (read)', wait, 'request abort'],
  'aborted by the controller': [
    'aborted (by-controller)',
    'aborted (by-controller)',
    'aborted (read)',
    'aborted (by-controller)',
    'aborted (requested)',
  ],
  'aborted by the controller, not settled': [wait, wait, 'aborted (read)', wait, wait],
  'aborted by a person': [
    'aborted (by-somebody)',
    'aborted (by-somebody)',
    'aborted (read)',
    'aborted (by-somebody)',
    'aborted (requested)',
  ],
  'aborted by a person, not settled': [wait, wait, 'aborted (read)', wait, wait],
  'aborted, never settled': [
    'aborted (timed-out)',
    'aborted (timed-out)',
    'aborted (read)',
    'aborted (timed-out)',
    'aborted (timed-out)',
  ],
  'abort asked by a person, not acted on': [wait, wait, 'paused (read)', wait, wait],
  'past the progress deadline': [wait, wait, 'degraded (read)', wait, 'request abort'],
  'past the progress deadline, too long': [
    onTimeout('request abort', 'degraded (timed-out)'),
    onTimeout('request abort', 'degraded (timed-out)'),
    'degraded (read)',
    onTimeout('request abort', 'degraded (timed-out)'),
    'request abort',
  ],
  'invalid spec': [wait, wait, 'degraded (read)', wait, 'refused (invalid-spec)'],
  'invalid spec, after the grace': [
    'degraded (invalid-spec)',
    'degraded (invalid-spec)',
    'degraded (read)',
    'degraded (invalid-spec)',
    'refused (invalid-spec)',
  ],
  'not current, showing a gate': [wait, wait, wait, wait, wait],
  'not current, too long': [
    'paused (timed-out)',
    'paused (timed-out)',
    'paused (read)',
    'paused (timed-out)',
    'paused (timed-out)',
  ],
  'first creation': [wait, wait, 'progressing (read)', wait, 'refused (nothing-to-do)'],
  'first creation, too long': [
    'progressing (timed-out)',
    'progressing (timed-out)',
    'progressing (read)',
    'progressing (timed-out)',
    'refused (nothing-to-do)',
  ],
  'other image, not observed': ['superseded (by-somebody)', wait, wait, wait, wait],
  'other image, only the generation observed': ['superseded (by-somebody)', wait, wait, wait, wait],
  'other candidate at its gate': [
    'superseded (by-somebody)',
    'superseded (by-somebody)',
    'paused (read)',
    'superseded (by-somebody)',
    'superseded (by-somebody)',
  ],
  deleted: [
    'superseded (deleted)',
    'superseded (deleted)',
    'superseded (deleted)',
    'superseded (deleted)',
    'superseded (deleted)',
  ],
  'created again': [
    'superseded (deleted)',
    'superseded (deleted)',
    'superseded (deleted)',
    'superseded (deleted)',
    'superseded (deleted)',
  ],
  'API server out of reach': [wait, wait, wait, wait, wait],
  'API server out of reach, too long': [
    'unknown (unreachable)',
    'unknown (unreachable)',
    'unknown (unreachable)',
    'unknown (unreachable)',
    'unknown (unreachable)',
  ],
  'API server back in time': [wait, wait, 'progressing (read)', wait, 'request abort'],
  'cancelled at a gate': [
    'paused (cancelled)',
    'paused (cancelled)',
    'paused (cancelled)',
    'paused (cancelled)',
    'paused (cancelled)',
  ],
  'cancelled before anything was seen': [
    'unknown (cancelled)',
    'unknown (cancelled)',
    'unknown (cancelled)',
    'unknown (cancelled)',
    'unknown (cancelled)',
  ],
  'request sent': [wait, wait, wait, wait, wait],
  'request overdue': [atGate, atGate, 'paused (read)', 'request promote', 'request abort'],
  'request overdue, the third': [
    'paused (ignored)',
    'paused (ignored)',
    'paused (ignored)',
    'paused (ignored)',
    'paused (ignored)',
  ],
  'request refused, nothing newer seen': [wait, wait, wait, 'refused (by-somebody)', wait],
  'request refused, then a gate seen': [
    atGate,
    atGate,
    'paused (read)',
    'refused (by-somebody)',
    'request abort',
  ],
  'abort dropped by the controller': [
    'progressing (ignored)',
    'progressing (ignored)',
    'progressing (read)',
    'progressing (ignored)',
    'progressing (ignored)',
  ],
  'image of a container that is not there': [
    'refused (bad-input)',
    'refused (bad-input)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
  ],
  'image of another release': [
    'request deploy',
    wait,
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
  ],
  'expect of another candidate': [
    atGate,
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
    'refused (does-not-fit)',
  ],
  'expect of this candidate, at another step': [
    atGate,
    atGate,
    'paused (read)',
    'refused (does-not-fit)',
    'request abort',
  ],
  'dry run, before the first write': [
    onPause('paused (gate)', 'request promote', 'planned (nothing-to-do)'),
    onPause('paused (gate)', 'request promote', 'planned (nothing-to-do)'),
    'paused (read)',
    'request promote',
    'request abort',
  ],
  'dry run, write checked': [
    onPause('paused (gate)', 'planned (nothing-to-do)', 'planned (nothing-to-do)'),
    onPause('paused (gate)', 'planned (nothing-to-do)', 'planned (nothing-to-do)'),
    'paused (read)',
    'planned (nothing-to-do)',
    'planned (nothing-to-do)',
  ],
  'dry run, not current': [wait, wait, wait, wait, wait],
  'Healthy after': [
    'healthy (completed)',
    'healthy (completed)',
    'healthy (read)',
    'healthy (completed)',
    'refused (nothing-to-do)',
  ],
};

function cell(row: Row, pause: OnPause, timeout: FailurePolicy): string {
  if (typeof row === 'string') return row;
  if ('onTimeout' in row) return row.onTimeout[timeout];
  const decision = row.onPause[pause];
  return typeof decision === 'string' ? decision : decision[timeout];
}

const policies = onPauseWords.flatMap((pause) => failurePolicies.map((timeout) => [pause, timeout] as const));
const names = Object.keys(situations) as SituationName[];

/** The table row of one operation in one situation. */
function expected(name: SituationName, operation: Operation): Row {
  const row = table[name][operations.indexOf(operation)];
  if (row === undefined) throw new Error(`The table has no cell for ${operation} in "${name}".`);
  return row;
}

it('the table has a row for every situation and a column for every operation, and no other', () => {
  expect(Object.keys(table)).toEqual(names);
  expect(names.filter((name) => table[name].length !== operations.length)).toEqual([]);
});

describe.each(operations)('operation: %s', (operation) => {
  describe.each(policies)('on-pause: %s, on-timeout: %s', (pause, timeout) => {
    it.each(names)('%s', (name) => {
      const situation = situations[name](operation);
      const plan = planFor(operation, { onPause: pause, onTimeout: timeout }, situation);
      expect(phrase(decisionAfter(plan, situation.events))).toBe(
        cell(expected(name, operation), pause, timeout),
      );
    });
  });
});
