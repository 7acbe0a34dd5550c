import { isAgainst, type Measurement, type MetricEvidence } from '../targets/evidence.ts';
import { verdictIcon } from './icon.ts';
import { code, codeBlock, escapeMarkdown, link, table } from './markdown.ts';
import { byVerdict, nameMetric } from './metric.ts';
import { plain, plainLines } from './text.ts';
import { shorten, showValue } from './value.ts';

/** So many measurements of a check are shown: who asks for a retention of thousands has them in the report. */
const shown = 20;
/** A job summary is dropped as a whole when it has more than 1 MiB, so nothing in it is without an end. */
const longest = { query: 4_000, line: 300, message: 500 };
const logLines = 50;

/** Below a table of checks: of each that did not only succeed its measurements, and what the others asked. Pure. */
export function renderEvidence(metrics: readonly MetricEvidence[]): string {
  const against = byVerdict(metrics).filter(isTroubled);
  const others = metrics.filter((metric) => !isTroubled(metric));
  return [...against.map(renderAgainst), renderOthers(others)].filter((part) => part !== '').join('\n\n');
}

function isTroubled({ verdict, counts }: MetricEvidence): boolean {
  return isAgainst(verdict) || counts.failed + counts.inconclusive + counts.error > 0;
}

/** Open where it decided, because this is what the reader came for: a dry run and what is tolerated did not. */
function renderAgainst(metric: MetricEvidence): string {
  const { verdict, measurements, dryRun } = metric;
  const last = measurements.slice(-shown);
  return fold(
    `${verdictIcon(verdict)} ${escapeMarkdown(nameMetric(metric))}: ${countOf(last, metric)}`,
    [renderMeasurements(last, metric), renderSource(metric)],
    isAgainst(verdict) && !dryRun,
  );
}

function renderOthers(metrics: readonly MetricEvidence[]): string {
  const parts = metrics.flatMap((metric) => {
    const source = renderSource(metric);
    return source === '' ? [] : [`${code(metric.name)}:`, source];
  });
  return parts.length === 0 ? '' : fold('What was asked', parts, false);
}

function countOf({ length }: readonly Measurement[], { counts }: MetricEvidence): string {
  const all = counts.count + counts.error;
  if (length < all) return `the last ${String(length)} of ${String(all)} measurements`;
  return length === 1 ? '1 measurement' : `${String(length)} measurements`;
}

function fold(summary: string, parts: readonly string[], isOpen: boolean): string {
  const body = parts.filter((part) => part !== '');
  if (body.length === 0) return '';
  return [`<details${isOpen ? ' open' : ''}><summary>${summary}</summary>`, ...body, '</details>'].join(
    '\n\n',
  );
}

function renderMeasurements(measurements: readonly Measurement[], metric: MetricEvidence): string {
  if (measurements.length === 0) return '';
  const conditions = [metric.successCondition, metric.failureCondition];
  const columns: readonly (readonly [string, (one: Measurement) => string])[] = [
    ['Time (UTC)', ({ startedAt, finishedAt }) => clockOf(startedAt ?? finishedAt)],
    ['Measured', ({ value }) => code(showValue(value, conditions))],
    ['Verdict', ({ verdict }) => `${verdictIcon(verdict)} ${verdict}`],
    ['Why', ({ message }) => escapeMarkdown(shorten(message, longest.message))],
  ];
  // A Job has no values, and most measurements need no words.
  const used = columns.filter(([, cell]) => measurements.some((one) => cell(one) !== ''));
  return table(
    used.map(([name]) => name),
    measurements.map((one) => used.map(([, cell]) => cell(one))),
  );
}

function clockOf(time: string | undefined): string {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(11, 19);
}

/** What was asked, where a person can ask the same, and the end of the log. */
function renderSource({ query, link: address, log = [], job }: MetricEvidence): string {
  const lines = log.slice(-logLines).map((line) => shorten(plain(line), longest.line));
  const see = address === undefined ? undefined : link(address);
  return [
    ...(query ? [codeBlock(shorten(plainLines(query).trimEnd(), longest.query))] : []),
    ...(see === undefined ? [] : [`See it at ${see}.`]),
    ...(lines.length === 0
      ? []
      : [
          // Warnings of Prometheus stand here too.
          job === undefined
            ? 'It said:'
            : `The end of the log of Job ${code(`${job.namespace}/${job.name}`)}:`,
          codeBlock(lines.join('\n')),
        ]),
  ].join('\n\n');
}
