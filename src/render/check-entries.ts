import type { Round } from '../checks/round.ts';
import type { Report } from '../report.ts';
import { type RoundEntry, type StopCause, endMetric, toldEachTime } from '../round-entries.ts';
import type { MetricEvidence } from '../targets/evidence.ts';
import { verdictIcon } from './icon.ts';
import { describeMetric, nameMetric } from './metric.ts';
import { describeRound, durationOf, messageOf, outcomeOf, stopCauses } from './round.ts';
import { plain } from './text.ts';
import { shorten } from './value.ts';

/** So many last lines of a log stand in the log of the step; the job summary has them all. */
const logLines = 10;
/** A query may be a page long, and the script of a command too. */
const longestQuery = 1_000;
const queryLines = 8;
const longestLine = 300;

/** What happened to the checks as lines of the log; the first is the news, the others are what it rests on. Pure. */
export function renderRoundEntry(entry: RoundEntry): readonly string[] {
  switch (entry.kind) {
    case 'checks':
      return [`◌ ${describeRound(entry.round)}: ${plain(listChecks(entry.round))}`];
    case 'measurement':
      return [renderMeasurement(entry)];
    case 'check':
      return renderCheck(entry.metric);
    case 'verdict':
      return [renderEnd(entry.round, undefined)];
    case 'stopped':
      return [renderEnd(entry.round, entry.why)];
  }
}

function listChecks({ checks }: Round): string {
  return checks.map(({ name, dryRun }) => (dryRun ? `${name} (dry run)` : name)).join(', ');
}

function renderMeasurement({
  metric,
  measurement,
  nth,
}: Extract<RoundEntry, { kind: 'measurement' }>): string {
  const { verdict } = measurement;
  const what = describeMetric({ ...metric, verdict, measurements: [measurement] });
  const more = nth === toldEachTime ? '; of more of these not each is told' : '';
  return `${verdictIcon(verdict)} ${plain(nameMetric(metric))}: ${plain(what)}${more}`;
}

/** A metric in one line; below one that did not succeed what was asked, where to look, and the end of its log. Pure. */
export function renderCheck(metric: MetricEvidence): readonly string[] {
  const { verdict, query, link, log = [] } = metric;
  const icon = verdictIcon(verdict === 'Running' ? 'Terminated' : verdict);
  const line = `${icon} ${plain(nameMetric(metric))}: ${plain(describeMetric(metric))}`;
  if (verdict !== 'Failed' && verdict !== 'Error' && verdict !== 'Inconclusive') return [line];
  const asked = shorten(query ?? '', longestQuery)
    .split('\n')
    .slice(0, queryLines);
  const below = [...asked, link ?? ''].map(plain).filter((text) => text !== '');
  const tail = log.slice(-logLines).map((text) => `| ${shorten(plain(text), longestLine)}`);
  return [line, ...[...below, ...tail].map((text) => `    ${text}`)];
}

function renderEnd(round: Round, why: StopCause | undefined): string {
  const { icon, words } = outcomeOf(round, why);
  const took = durationOf(round);
  const message = plain(messageOf(round));
  return `${icon} ${describeRound(round)}: ${words}${took === '' ? '' : `, after ${took}`}${message === '' ? '' : `: ${message}`}`;
}

/** What all rounds came to, for the end of the log, where their lines are folded away. Pure. */
export function renderRounds(report: Report): string {
  const causeOf = stopCauses(report);
  return report.rounds
    .flatMap((round) => {
      const why = causeOf(round);
      const metrics = round.metrics.map((metric) => endMetric(metric, why)).flatMap(renderCheck);
      return [renderEnd(round, why), ...metrics.map((line) => `  ${line}`)];
    })
    .join('\n');
}
