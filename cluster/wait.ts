import { setTimeout as sleep } from 'node:timers/promises';

/** Lets that many milliseconds go by: for the gap between two looks at a condition, never in place of one. */
export async function pause(milliseconds: number): Promise<void> {
  await sleep(milliseconds);
}

/** What bounds a wait. */
export interface Patience {
  /** What is waited for, for the error: "kube-apiserver to be ready". */
  what: string;
  /** How long at most, in milliseconds. */
  deadline: number;
  /** Ends the wait early with the signal's reason. */
  signal?: AbortSignal;
}

/** Looks every 25 ms until the condition holds. A condition that throws does not hold; the error tells why. */
export async function until(condition: () => Promise<boolean>, patience: Patience): Promise<void> {
  const end = Date.now() + patience.deadline;
  let lastError: unknown;
  while (!(await condition().catch((error: unknown) => ((lastError = error), false)))) {
    patience.signal?.throwIfAborted();
    if (Date.now() > end) {
      const seconds = patience.deadline / 1000;
      throw new Error(`Waited ${seconds} s for ${patience.what}, in vain.`, { cause: lastError });
    }
    await pause(25);
  }
}

/** Measures from now: the returned function says how many seconds have gone by, as text for a progress line. */
export function stopwatch(): () => string {
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1000;
    return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  };
}
