import { type ExchangeState, TIMED_OUT, TransportFailure } from './transport-failure.ts';

/** A signal that is aborted by the caller's signal or by the time. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Ends the time limit; the caller's signal goes on counting. */
  readonly clearTimer: () => void;
  /** Ends both. */
  readonly clear: () => void;
  /** What an error that came meanwhile stands for: the caller's reason, the time, or the failure itself. */
  readonly failure: (error: unknown, state: ExchangeState) => unknown;
}

/** Joins the caller's signal and the time limit; AbortSignal.any would hold on to a long-lived signal for each request. */
export function limited(timeoutMs: number, signal: AbortSignal | undefined): TimeLimit {
  const controller = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = !controller.signal.aborted;
    controller.abort(new Error(`no answer within ${String(Math.round(timeoutMs))} ms`));
  }, timeoutMs);
  const onAbort = (): void => controller.abort(signal?.reason);
  if (signal?.aborted === true) onAbort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  const clearTimer = (): void => clearTimeout(timer);
  return {
    signal: controller.signal,
    clearTimer,
    clear: () => {
      clearTimer();
      signal?.removeEventListener('abort', onAbort);
    },
    failure: (error, state) => {
      if (late) return new TransportFailure(controller.signal.reason, state, TIMED_OUT);
      if (controller.signal.aborted) return controller.signal.reason as unknown;
      return new TransportFailure(error, state);
    },
  };
}
