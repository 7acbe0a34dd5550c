import type { Ended, Ending, Reason } from './ends.ts';
import type { Observation } from './observation.ts';
import type { Operation } from './model.ts';

/** The ends that a person asked for, by operation and reason; every other end fails the step. */
const successes: readonly {
  readonly ended: Ended;
  readonly reason?: Reason;
  readonly operation?: Operation;
}[] = [
  { ended: 'healthy', reason: 'completed' },
  { ended: 'unchanged' },
  // What a post step found to be over, or not to be its own, before it could do anything.
  { ended: 'healthy', reason: 'nothing-to-do' },
  { ended: 'aborted', reason: 'nothing-to-do' },
  { ended: 'progressing', reason: 'nothing-to-do' },
  { ended: 'paused', reason: 'nothing-to-do' },
  { ended: 'degraded', reason: 'nothing-to-do' },
  { ended: 'planned' },
  { ended: 'paused', reason: 'gate' },
  { ended: 'aborted', reason: 'requested', operation: 'abort' },
  { ended: 'rolled-back', reason: 'requested', operation: 'rollback' },
];

/** Operations that leave a target as it is and have done all that was asked, whatever it goes on with. */
const actOnce: ReadonlySet<string> = new Set<Operation>(['pause', 'resume', 'restart']);

/** The end of a run; whether the step is green follows from what was asked. Pure. */
export function endingOf(operation: string, ended: Ended, reason: Reason, message: string): Ending {
  const asked = successes.some(
    (row) =>
      row.ended === ended &&
      (row.reason === undefined || row.reason === reason) &&
      (row.operation === undefined || row.operation === operation),
  );
  const did =
    (operation === 'status' && reason === 'read') || (actOnce.has(operation) && reason === 'requested');
  return { ended, reason, message, succeeded: asked || did };
}

/** How a target stands when it is left as it is; what its status says of an older spec is not how it stands. */
export function asLeft({ current, settled, aborted, phase }: Observation): Ended {
  if (!current) return 'progressing';
  if (settled !== undefined) return settled;
  if (aborted !== undefined) return 'aborted';
  return (
    { Healthy: 'progressing', Progressing: 'progressing', Paused: 'paused', Degraded: 'degraded' } as const
  )[phase];
}
