import type { Reading } from './facts.ts';
import type { Operation, RequestName } from './model.ts';
import type { Plan } from './plan.ts';
import type { CancelPolicy } from './policies.ts';

/** The parts of a plan that tell what it may come to send. */
export type Intent = Pick<
  Plan,
  | 'operation'
  | 'onPause'
  | 'onFailure'
  | 'onInconclusive'
  | 'onTimeout'
  | 'onCancel'
  | 'rollbackSteps'
  | 'checks'
>;

/** What an operation sends by itself, whatever the policies say. */
const ownRequests: Readonly<Record<Operation, readonly RequestName[]>> = {
  deploy: ['deploy', 'retry', 'resume', 'restore'],
  follow: [],
  status: [],
  promote: ['promote', 'resume'],
  'promote-full': ['promote-full', 'resume'],
  abort: ['abort', 'restore', 'resume'],
  retry: ['retry'],
  rollback: ['restore', 'resume'],
  restart: ['restart'],
  pause: ['pause'],
  resume: ['resume'],
};

/** Operations that end without following a release: no policy ever acts in them. */
const actOnce: ReadonlySet<Operation> = new Set(['status', 'abort', 'pause', 'resume']);

/** What a plan cannot do without reading, beside the target itself. */
export function readingsOf({ operation }: Pick<Plan, 'operation'>): readonly Reading[] {
  return operation === 'rollback' ? ['revisions'] : [];
}

/** Whether an operation follows a release, so that the policies may come to act in it. */
export function isFollowing(operation: Operation): boolean {
  return !actOnce.has(operation);
}

/** The requests that a plan may come to send; what is not among them need not be allowed. */
export function requestsOf(intent: Intent): readonly RequestName[] {
  const { operation, onPause, onFailure, onInconclusive, onTimeout, onCancel, rollbackSteps } = intent;
  const own = ownRequests[operation];
  if (!isFollowing(operation)) return own;
  const policies = new Set<CancelPolicy>([onFailure, onInconclusive, onTimeout, onCancel]);
  // The controller drops an abort on top of a full promotion.
  const isBackByTemplate = onCancel === 'abort' || (operation === 'promote-full' && policies.has('abort'));
  return [
    ...new Set<RequestName>([
      ...own,
      ...(operation === 'rollback' && !rollbackSteps ? (['promote-full'] as const) : []),
      ...(onPause === 'promote' ? (['promote'] as const) : []),
      ...(policies.has('abort') ? (['abort', 'resume'] as const) : []),
      ...(policies.has('rollback') || isBackByTemplate ? (['restore', 'resume'] as const) : []),
      ...(goesBackFromHealthy(intent) ? (['promote-full'] as const) : []),
      ...(policies.has('pause') ? (['pause'] as const) : []),
    ]),
  ];
}

/** What failed once it was complete is gone back from by its template, and that skips the steps. */
function goesBackFromHealthy({ checks, onFailure, onInconclusive, rollbackSteps }: Intent): boolean {
  const isJudged = checks?.checks.some(({ when }) => when === 'healthy') === true;
  return isJudged && !rollbackSteps && [onFailure, onInconclusive].includes('rollback');
}

/**
 * For how long a step may wait, in milliseconds. No bound: progress begins `timeout` anew, and timed pauses and analyses
 * do not count, but nobody knows them before the first request.
 */
export function longestWait({
  operation,
  onPause,
  timeout,
  pauseTimeout,
}: Pick<Plan, 'operation' | 'onPause' | 'timeout' | 'pauseTimeout'>): number {
  if (operation === 'status') return 0;
  if (!isFollowing(operation)) return timeout;
  return onPause === 'wait' ? timeout + pauseTimeout : timeout;
}
