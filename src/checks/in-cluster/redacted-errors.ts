import { asError } from '../../errors.ts';

/**
 * Runs a measurement so that its error can be told: a server that refuses an object may quote what stands in it. The
 * signal's reason is thrown as it is.
 */
export async function redacted<T>(
  redact: (text: string) => string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    // Without a cause, which would hold the text that is hidden here.
    throw new Error(redact(asError(error).message));
  }
}
