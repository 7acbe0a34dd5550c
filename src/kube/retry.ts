import pRetry from 'p-retry';
import type { Clock } from '../support/clock.ts';
import { KubeError } from './kube-error.ts';
import { TransportFailure } from './transport-failure.ts';

/** How long and how often a request is tried; milliseconds. */
export interface RetryPolicy {
  /** The first wait is anywhere between zero and this; each further one up to twice the one before. */
  readonly baseMs: number;
  /** No wait by this policy is longer; a server's Retry-After may be. */
  readonly capMs: number;
  /** How long to try where the caller names no deadline. */
  readonly patienceMs: number;
  /** How often to try again when no connection could ever be made: a wrong address should be told soon. */
  readonly firstContactRetries: number;
}

/** 60 s outlast the restart of an API server; five tries of a first contact are over in 8 s at most. */
export const DEFAULT_POLICY: RetryPolicy = {
  baseMs: 250,
  capMs: 8_000,
  patienceMs: 60_000,
  firstContactRetries: 5,
};

/** What decides about trying again, besides the error. */
export interface RetryOptions {
  /** No further try starts after this; milliseconds since the epoch. */
  readonly deadline: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
  readonly policy: RetryPolicy;
  /** Whether this server has ever answered. */
  readonly reached: () => boolean;
}

/** A wait with full jitter: many runners that lost one server must not come back as one. */
export function jitter(failures: number, policy: Pick<RetryPolicy, 'baseMs' | 'capMs'>): number {
  return Math.random() * Math.min(policy.capMs, policy.baseMs * 2 ** failures);
}

/**
 * Runs `attempt` until it succeeds, fails for good, or time is over; throws the last error, or the signal's reason.
 * p-retry has no delay for each error, so the wait is awaited in `shouldRetry`.
 */
export function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { clock, signal, policy } = options;
  const deadline = options.deadline ?? clock.now() + policy.patienceMs;
  let reusedOnce = false;
  let failures = 0;
  let refusals = 0;
  return pRetry(attempt, {
    retries: Infinity,
    minTimeout: 0,
    ...(signal === undefined ? {} : { signal }),
    shouldRetry: async ({ error }) => {
      if (!(error instanceof KubeError) || !mayRetry(error)) return false;
      // The server closed an idle connection just as the request went out; a new one is not late.
      if (!reusedOnce && lostOnReusedSocket(error)) {
        reusedOnce = true;
        return true;
      }
      if (!options.reached() && ++refusals > policy.firstContactRetries) return false;
      // Retry-After is the least; "Retry-After: 0" and the API server's constant 1 s still spread out.
      const delay = Math.max(error.retryAfterMs ?? 0, jitter(failures++, policy));
      if (clock.now() + delay > deadline) return false;
      await clock.sleep(delay, signal);
      return true;
    },
  });
}

/**
 * TLS errors and refusals stay as they are. A write that must not be sent twice comes here as `answer-lost` already if
 * it may have been done, so the other kinds are safe to send again.
 */
function mayRetry(error: KubeError): boolean {
  switch (error.kind) {
    case 'too-many-requests':
    case 'server':
    case 'unreachable':
    case 'timed-out':
      return true;
    case 'not-found':
    case 'no-such-resource':
    case 'unauthorized':
    case 'forbidden':
    case 'conflict':
    case 'already-exists':
    case 'invalid':
    case 'gone':
    case 'refused':
    case 'tls':
    case 'answer-lost':
    case 'bad-answer':
      return false;
  }
}

function lostOnReusedSocket(error: KubeError): boolean {
  return error.kind === 'unreachable' && error.cause instanceof TransportFailure && error.cause.reused;
}
