import type { Round, RoundName } from './checks/round.ts';
import type { Facts } from './facts.ts';
import type { Measurement, MetricEvidence, Verdict } from './targets/evidence.ts';

/** Why a round was stopped before it had a verdict. */
export type StopCause =
  | 'passed'
  | 'held'
  | 'complete'
  | 'aborted'
  | 'going-back'
  | 'superseded'
  | 'deleted'
  | 'cancelled'
  | 'ended';

/** One change of the checks that people are told of. Times are milliseconds since the run began. */
export type RoundEntry =
  /** A round begins. */
  | { readonly kind: 'checks'; readonly at: number; readonly round: Round }
  /** A measurement came out badly, and its metric is not decided yet. */
  | {
      readonly kind: 'measurement';
      readonly at: number;
      readonly metric: MetricEvidence;
      readonly measurement: Measurement;
      /** Which of its kind, from 1. */
      readonly nth: number;
    }
  /** A metric has its verdict, or is not measured any more. */
  | { readonly kind: 'check'; readonly at: number; readonly metric: MetricEvidence }
  /** A round has its verdict. */
  | { readonly kind: 'verdict'; readonly at: number; readonly round: Round }
  /** A round was stopped before it had one. */
  | { readonly kind: 'stopped'; readonly at: number; readonly round: Round; readonly why: StopCause };

/** What the checks did since the facts before. Pure. */
export function roundEntries(before: Facts | undefined, now: Facts, at: number): readonly RoundEntry[] {
  if (now.rounds === before?.rounds) return [];
  return [...now.rounds].flatMap(([key, round]) => {
    const known = before?.rounds.get(key);
    if (known === round) return [];
    const was = known?.startedAt === round.startedAt ? known : undefined;
    // What became of it is told; that it counts no more is told by the abort.
    if (was?.endedAt !== undefined) return [];
    return [
      ...(was === undefined ? [{ kind: 'checks' as const, at, round }] : []),
      ...metricEntries(was, round, at),
      ...endEntries(round, now, at),
    ];
  });
}

function metricEntries(was: Round | undefined, { metrics }: Round, at: number): readonly RoundEntry[] {
  return metrics.flatMap((metric): readonly RoundEntry[] => {
    const old = was?.metrics.find(({ name }) => name === metric.name);
    if (isUndecided(metric.verdict)) return badEntries(old, metric, at);
    return old !== undefined && old.verdict === metric.verdict ? [] : [{ kind: 'check', at, metric }];
  });
}

const bad = { Failed: 'failed', Error: 'error', Inconclusive: 'inconclusive' } as const;

/** Measurements that came out badly and decided nothing yet; those that succeed are the rule, and not told. */
function badEntries(
  old: MetricEvidence | undefined,
  metric: MetricEvidence,
  at: number,
): readonly RoundEntry[] {
  return Object.entries(bad).flatMap(([verdict, key]) => {
    const [from, to] = [old?.counts[key] ?? 0, metric.counts[key]];
    const measured = metric.measurements.filter((one) => one.verdict === verdict);
    return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i + 1).flatMap((nth) => {
      const measurement = measured.at(nth - to - 1);
      return measurement !== undefined && isTold(nth)
        ? [{ kind: 'measurement' as const, at, metric, measurement, nth }]
        : [];
    });
  });
}

/** The last one of its kind that is told each time; after it a check of each second would fill the log. */
export const toldEachTime = 5;

/** After the first ones, each that doubles their number: 8, 16, 32. */
function isTold(nth: number): boolean {
  return nth <= toldEachTime || Number.isInteger(Math.log2(nth));
}

function endEntries(round: Round, facts: Facts, at: number): readonly RoundEntry[] {
  if (round.endedAt === undefined) return [];
  const why = round.stopped === true ? causeOf(round, facts) : undefined;
  const left = round.metrics
    .filter(({ verdict, measurements }) => isUndecided(verdict) && measurements.length > 0)
    .map((metric): RoundEntry => ({ kind: 'check', at, metric: endMetric(metric, why) }));
  return [...left, why === undefined ? { kind: 'verdict', at, round } : { kind: 'stopped', at, round, why }];
}

/** What lasts as long as the release was not ended early when that is complete. Pure. */
export function endMetric(metric: MetricEvidence, why: StopCause | undefined): MetricEvidence {
  return isUndecided(metric.verdict) && why !== 'complete' ? { ...metric, verdict: 'Terminated' } : metric;
}

/** Whether it is still to be measured. Pure. */
export function isUndecided(verdict: Verdict): boolean {
  return verdict === 'Running' || verdict === 'Pending';
}

function causeOf({ when, candidate }: RoundName, facts: Facts): StopCause {
  const { stopped, gone, failure, request, effected, observation } = facts;
  if (stopped !== undefined) return 'cancelled';
  if (gone) return 'deleted';
  if (failure !== undefined || observation === undefined) return 'ended';
  const asked = request?.name ?? effected.at(-1)?.name;
  if (asked === 'abort' || asked === 'restore') return 'going-back';
  if (observation.guard.hash !== candidate) return 'superseded';
  if (observation.aborting || observation.aborted !== undefined) return 'aborted';
  // The new revision is the stable one a moment before the phase says so.
  const isComplete = observation.settled === 'healthy' || observation.stable?.hash === candidate;
  if (when !== 'pause') return isComplete ? 'complete' : 'ended';
  return observation.pauses.length > 0 ? 'held' : 'passed';
}
