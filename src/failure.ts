import { ActionableError, asError } from './errors.ts';
import { KubeError, type KubeErrorKind } from './kube/kube-error.ts';
import type { Connection } from './kube/config.ts';
import { explain } from './kube/explain.ts';
import type { Annotation, Ended, Reason } from './ends.ts';

/** What was thrown, as an end of the run. */
export interface Failure {
  readonly ended: Ended;
  readonly reason: Reason;
  readonly message: string;
  /** See Ending. */
  readonly annotations?: readonly Annotation[];
}

/** What an error of the API server says of the run; whatever else is thrown is `unknown`. */
const byKind: Partial<Record<KubeErrorKind, Pick<Failure, 'ended' | 'reason'>>> = {
  forbidden: { ended: 'refused', reason: 'forbidden' },
  invalid: { ended: 'refused', reason: 'bad-input' },
  'not-found': { ended: 'refused', reason: 'not-found' },
  'no-such-resource': { ended: 'refused', reason: 'not-found' },
  unreachable: { ended: 'unknown', reason: 'unreachable' },
  'timed-out': { ended: 'unknown', reason: 'unreachable' },
  tls: { ended: 'unknown', reason: 'unreachable' },
  unauthorized: { ended: 'unknown', reason: 'unauthorized' },
};

/** Turns what was thrown into an end; where it was thrown tells what can be done about it. */
export function failureOf(thrown: unknown, where: Connection | undefined): Failure {
  if (thrown instanceof ActionableError) {
    const { reason = 'failed', annotations = [] } = thrown.parts;
    return {
      ended: 'refused',
      reason,
      message: thrown.message,
      ...(annotations.length > 0 && { annotations }),
    };
  }
  if (thrown instanceof KubeError && where !== undefined) {
    const { ended, reason } = byKind[thrown.kind] ?? { ended: 'unknown', reason: 'failed' };
    return { ended, reason, message: explain(thrown, where).message };
  }
  const { message } = asError(thrown);
  const next = 'This is a mistake in the action; please report it with this log.';
  return { ended: 'unknown', reason: 'failed', message: `${message}\nWhat to do: ${next}` };
}
