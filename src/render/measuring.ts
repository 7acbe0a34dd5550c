import type { Round } from '../checks/round.ts';
import type { Report } from '../report.ts';
import { isUndecided } from '../round-entries.ts';
import { formatDuration } from '../support/duration.ts';
import type { MetricEvidence } from '../targets/evidence.ts';
import { plain } from './text.ts';

/** So many checks are named in a sign of life. */
const named = 3;

/**
 * What is being measured, and how long that takes at most where it is known: `measuring success-rate (3 of 10, 1m10s to
 * go), smoke (job)`; empty when nothing is. Pure.
 */
export function renderMeasuring({ rounds, startedAt, elapsed }: Report): string {
  const now = startedAt + elapsed;
  const all = rounds
    .filter(({ endedAt }) => endedAt === undefined)
    .flatMap((round) =>
      round.metrics.length === 0
        ? round.checks.map(({ name }) => name)
        : round.metrics
            .filter(({ verdict }) => isUndecided(verdict))
            .map((metric) => `${metric.name} (${progressOf(metric, round, now)})`),
    );
  if (all.length === 0) return '';
  const more = all.length > named ? ` and ${String(all.length - named)} more` : '';
  return `measuring ${all.slice(0, named).map(plain).join(', ')}${more}`;
}

function progressOf({ schedule, counts, provider }: MetricEvidence, round: Round, now: number): string {
  const { count, interval, initialDelay = 0 } = schedule ?? {};
  if (interval === undefined || count === undefined)
    return counts.count === 0 ? provider : `${String(counts.count)} so far`;
  const left = round.startedAt + initialDelay + (count - 1) * interval - now;
  // Errors are tried again, and an answer may take its time: then nobody knows how long.
  const until = left > 0 ? `, ${formatDuration(Math.ceil(left / 1000) * 1000)} to go` : '';
  return `${String(counts.count)} of ${String(count)}${until}`;
}
