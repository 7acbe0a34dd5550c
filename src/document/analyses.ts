import type { AnalysisRole, Verdict } from '../targets/evidence.ts';
import type { MetricDocument } from './rounds.ts';
import type { Index } from './words.ts';

/** One analysis that the controller ran for the release. */
export interface AnalysisDocument {
  /** Name of the AnalysisRun. */
  readonly name: string;
  /** What it belongs to. */
  readonly role: AnalysisRole;
  /** Index of its step, from 0; absent for an analysis that belongs to none. */
  readonly step?: Index;
  /** What it came to. */
  readonly verdict: Verdict;
  /** The controller's words; empty for most that succeed. */
  readonly message: string;
  /** What was measured. */
  readonly metrics: readonly MetricDocument[];
}
