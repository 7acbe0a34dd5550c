import { isMetricOf, type Round } from '../checks/round.ts';
import type { Report } from '../report.ts';
import { type StopCause, endMetric } from '../round-entries.ts';
import { describeDuration } from '../support/duration.ts';
import { isAgainst, type MetricEvidence } from '../targets/evidence.ts';
import { verdictIcon } from './icon.ts';
import { renderEvidence } from './check-evidence.ts';
import type { Part } from './fit.ts';
import { code, escapeMarkdown, table } from './markdown.ts';
import { describeLimit, describeMeasured, nameErrors } from './metric.ts';
import { describeRound, durationOf, messageOf, outcomeOf, stopCauses } from './round.ts';

/** The section of the job summary: a table for each round of checks, what speaks against the release first. Pure. */
export function renderChecks(report: Report): string {
  return checkParts(report)
    .map(({ text }) => text)
    .join('\n\n');
}

/** The same as parts: each round may do without its evidence, and those that say nothing bad are less useful. Pure. */
export function checkParts(report: Report): readonly Part[] {
  const { rounds } = report;
  if (rounds.length === 0) return [];
  const causeOf = stopCauses(report);
  const sorted = rounds.toSorted(
    (one, other) => Number(isAgainst(other.verdict)) - Number(isAgainst(one.verdict)),
  );
  return [
    { text: '### Checks', rank: 3 },
    ...sorted.map((round) => {
      const why = causeOf(round);
      const [text, shorter] = [renderRound(round, why, true), renderRound(round, why, false)];
      return { text, shorter, rank: isAgainst(round.verdict) ? 3 : 5 };
    }),
  ];
}

function renderRound(round: Round, why: StopCause | undefined, withEvidence: boolean): string {
  const { icon, words } = outcomeOf(round, why);
  const title = describeRound(round);
  const isOver = round.endedAt !== undefined || why !== undefined;
  const metrics = isOver ? round.metrics.map((metric) => endMetric(metric, why)) : round.metrics;
  return [
    `#### ${icon} ${title.charAt(0).toUpperCase()}${title.slice(1)}: ${words}`,
    renderTimes(round),
    messageOf(round).split('\n').map(escapeMarkdown).join('<br>'),
    renderTable(round, metrics, isOver),
    withEvidence ? renderEvidence(metrics) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderTimes(round: Round): string {
  const began = `Began at ${clockOf(round.startedAt)}`;
  const took = durationOf(round);
  return [
    `${began}${took === '' ? '' : `, took ${took}`}`,
    ...(round.candidate === '' ? [] : [`candidate ${code(round.candidate)}`]),
  ]
    .join(', ')
    .concat('.');
}

function clockOf(time: number): string {
  return `${new Date(time).toISOString().slice(11, 19)} UTC`;
}

const head = ['Check', 'Verdict', 'Measured', 'Condition', 'Times', 'Failures', 'Took'];

function renderTable(round: Round, metrics: readonly MetricEvidence[], isOver: boolean): string {
  const rows = metrics.map((metric) => [
    `${code(metric.name)} ${escapeMarkdown(metric.provider)}`,
    `${renderVerdict(metric, isOver)}${markDryRun(metric.dryRun)}`,
    code(describeMeasured(metric)),
    renderConditions(metric),
    renderTimesOf(metric),
    renderFailures(metric),
    renderTook(metric, round),
  ]);
  // A Secret that is not there leaves a round without any metric: what was meant is told all the same.
  const without = round.checks
    .filter(({ name }) => !metrics.some((metric) => isMetricOf(metric.name, name)))
    .map(({ name, dryRun }) => [
      code(name),
      `${isOver ? notRun : notYet}${markDryRun(dryRun)}`,
      ...head.slice(2).map(() => ''),
    ]);
  return table(head, [...rows, ...without]);
}

function markDryRun(dryRun: boolean): string {
  return dryRun ? ' (dry run)' : '';
}

const notRun = `${verdictIcon('Terminated')} not run`;
const notYet = `${verdictIcon('Pending')} not yet`;

function renderVerdict({ verdict, measurements }: MetricEvidence, isOver: boolean): string {
  const isOpen = verdict === 'Running' || verdict === 'Pending';
  if (measurements.length === 0 && (isOpen || verdict === 'Terminated')) return isOver ? notRun : notYet;
  if (isOver && isOpen) return `${verdictIcon('Terminated')} ended with the release`;
  return verdict === 'Terminated'
    ? `${verdictIcon(verdict)} ended early`
    : `${verdictIcon(verdict)} ${verdict}`;
}

function renderConditions({ successCondition, failureCondition, limits }: MetricEvidence): string {
  const inARow = limits.consecutiveSuccess;
  return [
    ...(successCondition ? [code(`successCondition ${successCondition}`)] : []),
    ...(failureCondition ? [code(`failureCondition ${failureCondition}`)] : []),
    ...(inARow === undefined ? [] : [`${escapeMarkdown(inARow)} times in a row`]),
  ].join('<br>');
}

/** As Argo counts: a measurement that was an error is none of the count. */
function renderTimesOf({ counts, schedule, measurements }: MetricEvidence): string {
  const asked = schedule && (schedule.count ?? (schedule.interval === undefined ? 1 : undefined));
  if (measurements.length === 0) return '';
  return asked === undefined ? String(counts.count) : `${String(counts.count)} of ${String(asked)}`;
}

function renderFailures({ counts, limits, measurements }: MetricEvidence): string {
  if (measurements.length === 0) return '';
  const cell = (what: string, limit: string): string => `${what} (${escapeMarkdown(describeLimit(limit))})`;
  const { failed, inconclusive, error, consecutiveError } = counts;
  const inARow = consecutiveError === error ? '' : `, ${String(consecutiveError)} in a row`;
  return [
    cell(String(failed), limits.failure),
    ...(inconclusive === 0 ? [] : [cell(`${String(inconclusive)} inconclusive`, limits.inconclusive)]),
    ...(error === 0 ? [] : [cell(`${nameErrors(error)}${inARow}`, limits.consecutiveError)]),
  ].join('<br>');
}

function renderTook({ measurements }: MetricEvidence, { startedAt }: Round): string {
  const last = Date.parse(measurements.findLast(({ finishedAt }) => finishedAt)?.finishedAt ?? '');
  if (Number.isNaN(last)) return '';
  return last - startedAt < 1000 ? '&lt; 1s' : describeDuration(last - startedAt);
}
