import type { Ended, Ending, Observation, Operation, Reason } from './model.ts';

/** The ends that a person asked for, by operation and reason; every other end fails the step. */
const successes: readonly {
  readonly ended: Ended;
  readonly reason?: Reason;
  readonly operation?: Operation;
}[] = [
  { ended: 'healthy', reason: 'completed' },
  { ended: 'unchanged' },
  { ended: 'planned' },
  { ended: 'paused', reason: 'gate' },
  { ended: 'aborted', reason: 'requested', operation: 'abort' },
];

/** The end of a run; whether the step is green follows from what was asked. Pure. */
export function endingOf(operation: string, ended: Ended, reason: Reason, message: string): Ending {
  const asked = successes.some(
    (row) =>
      row.ended === ended &&
      (row.reason === undefined || row.reason === reason) &&
      (row.operation === undefined || row.operation === operation),
  );
  return { ended, reason, message, succeeded: asked || (operation === 'status' && reason === 'read') };
}

/** How a target stands when it is left as it is. */
export function asLeft({ settled, aborted, phase }: Observation): Ended {
  if (settled !== undefined) return settled;
  if (aborted !== undefined) return 'aborted';
  return (
    { Healthy: 'progressing', Progressing: 'progressing', Paused: 'paused', Degraded: 'degraded' } as const
  )[phase];
}
