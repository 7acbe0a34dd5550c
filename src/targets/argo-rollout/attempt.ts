import type { AnalysisRole } from '../evidence.ts';
import type { RawAnalysisRun } from './analysis-run.ts';
import type { RawRollout } from './rollout.ts';

/** What an AnalysisRun belongs to. */
export interface Place {
  readonly role: AnalysisRole;
  /** Index of the step of a step analysis or an experiment. */
  readonly step?: number;
}

/** An AnalysisRun of the candidate, and where it belongs. */
export interface PlacedRun {
  readonly run: RawAnalysisRun;
  readonly place: Place;
  /** What follows the Experiment's name in the run's, such as `-smoke.1`; empty for a run of the Rollout. */
  readonly analysis: string;
  /** How often the Experiment was run before. */
  readonly again: number;
}

/**
 * The runs of the attempt of now, in the order in which they began: a retry goes through the steps again with runs
 * of its own (`.1`, `.2`) under the same hash and revision, and what an earlier attempt measured does not speak of
 * this one. Pure.
 */
export function currentRuns(rollout: RawRollout, runs: readonly PlacedRun[]): readonly PlacedRun[] {
  const newest = [...Map.groupBy(runs, keyOf).values()].flatMap((same) => same.toSorted(byAttempt).slice(-1));
  return newest
    .filter((one) => !isOutdated(rollout, one) && !newest.some((other) => wentBack(one, other)))
    .toSorted((one, other) => created(one).localeCompare(created(other)));
}

/** Runs of the same key are the same analysis, run again. */
function keyOf({ place, analysis }: PlacedRun): string {
  return [place.role, place.step, withoutAttempt(analysis)].join('/');
}

function withoutAttempt(name: string): string {
  return name.replace(/\.\d+$/, '');
}

function byAttempt(one: PlacedRun, other: PlacedRun): number {
  const attempt = ({ run }: PlacedRun): number => Number(/\.(\d+)$/.exec(run.metadata.name)?.[1] ?? 0);
  return one.again - other.again || attempt(one) - attempt(other);
}

function created({ run }: PlacedRun): string {
  return run.metadata.creationTimestamp ?? '';
}

/** Steps are gone through in order: a run with a later one of an earlier step is of the attempt before. */
function wentBack(one: PlacedRun, other: PlacedRun): boolean {
  const [step, later] = [one.place.step, other.place.step];
  return step !== undefined && later !== undefined && later < step && created(other) > created(one);
}

/** While the release goes on, its status names the background run of now, and the steps to come have none. */
function isOutdated({ status }: RawRollout, { run, place }: PlacedRun): boolean {
  const over = status?.abort === true || status?.currentPodHash === status?.stableRS;
  if (over) return false;
  if (place.role === 'background')
    return run.metadata.name !== status?.canary?.currentBackgroundAnalysisRunStatus?.name;
  return place.step !== undefined && place.step > (status?.currentStepIndex ?? Number.POSITIVE_INFINITY);
}
