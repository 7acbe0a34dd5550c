import type { Diagnosis } from './diagnose/finding.ts';
import type { Facts } from './facts.ts';
import type { Observation } from './observation.ts';

/** What was found to be wrong with the pods of a release, for as long as it is the reason of how that fares. */
export interface Trouble {
  /** Pod template hash of the release. */
  readonly hash: string;
  readonly diagnoses: readonly Diagnosis[];
}

/**
 * What is wrong after one more event. It stays when the release is aborted or another revision is gone back to, because
 * it is the reason of that; it is over when the pods are ready after all. Pure.
 */
export function troubleAfter(before: Trouble | undefined, { pods, observation }: Facts): Trouble | undefined {
  const looked = pods !== undefined && (pods.diagnoses.length > 0 || pods.hash === before?.hash);
  const now = looked ? { hash: pods.hash, diagnoses: pods.diagnoses } : before;
  const mended = observation !== undefined && observation.guard.hash === now?.hash && isReady(observation);
  return mended ? undefined : now;
}

/** A release comes to a pause, an analysis or its end only with pods that are ready. */
function isReady({ pauses, measuring, settled }: Observation): boolean {
  return pauses.some(({ kind }) => kind !== 'manual') || measuring || settled === 'healthy';
}
