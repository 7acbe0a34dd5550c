import type { Cause } from '../diagnose/finding.ts';
import type { Count } from './words.ts';

/** What is wrong with some pods of the release. */
export interface DiagnosisDocument {
  /** What is wrong with which pods, one sentence. */
  readonly problem: string;
  /** The same in a word. */
  readonly cause: Cause;
  /** What to do, one sentence. */
  readonly advice: string;
  /** Waiting does not mend these pods. */
  readonly final: boolean;
  /** How many pods it is about. */
  readonly pods: AffectedDocument;
  /** The cluster's own words, a line each. */
  readonly evidence: readonly string[];
}

/** How many pods a diagnosis is about. */
export interface AffectedDocument {
  /** Those with the problem. */
  readonly affected: Count;
  /** Those of the revision that are ready. */
  readonly ready: Count;
  /** All of the revision, or those wanted, if more. */
  readonly total: Count;
}
