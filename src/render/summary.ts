import { formatImages, formatPhase, formatState } from '../format.ts';
import type { Report } from '../report.ts';
import { describeDuration } from '../support/duration.ts';
import { stepTimes } from '../timeline.ts';
import { renderAnalysesSection } from './analysis.ts';
import { renderChecks } from './checks.ts';
import { renderDiagnosisMarkdown } from './diagnosis.ts';
import { headline } from './headline.ts';
import { code, codeBlock, escapeMarkdown, table } from './markdown.ts';
import { routeRows } from './routes.ts';
import { renderTree } from './tree.ts';
import { renderEntry } from './timeline.ts';

/** The job summary as GitHub's Markdown: how it ended and why, checks, facts, pods, steps, analyses, tree, changes. Pure. */
export function renderSummary(report: Report): string {
  const message = (report.ending?.message ?? '').split('\n').map(escapeMarkdown).join('<br>');
  return [
    `## ${escapeMarkdown(headline(report))}`,
    message,
    renderTrouble(report),
    renderChecks(report),
    renderFacts(report),
    renderSteps(report),
    renderAnalysesSection(report.details?.analyses ?? []),
    renderCluster(report),
    renderChanges(report),
    ...report.notices.map((notice) => `> ${escapeMarkdown(notice)}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** What kept the pods from being ready: in a release that ended well it is history. */
function renderTrouble({ diagnoses = [], ending }: Report): string {
  if (diagnoses.length === 0 || ending?.succeeded === true) return '';
  return ['### Pods', ...diagnoses.map(renderDiagnosisMarkdown)].join('\n\n');
}

function renderFacts({ observation, details, where, operation, elapsed }: Report): string {
  const image = observation && formatImages(observation.template.filter(({ init }) => !init));
  const stable = details?.stable && formatImages(details.stable.filter(({ init }) => !init));
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Operation', operation],
    ['Cluster', where && `${where.server}, context ${where.context}`],
    ['Namespace', where?.namespace],
    ['Image', image],
    ['Stable image', stable],
    ['Phase', observation && formatPhase(observation)],
    ['Step', observation?.step && `${String(observation.step.index)} of ${String(observation.step.of)}`],
    [
      'Weight',
      // A blueGreen has no weights.
      details?.strategy === 'BlueGreen'
        ? undefined
        : observation &&
          `${percent(observation.weight.desired)} desired, ${percent(observation.weight.actual)} actual`,
    ],
    ...routeRows(details?.routes ?? [], 'Routes'),
    ['Revision', observation?.revision?.toString()],
    ['State', observation && formatState(observation.guard)],
    ['Duration', describeDuration(elapsed)],
  ];
  const known = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  // Markdown has no table without a head, so the first fact is the head.
  const [head = ['', ''], ...others] = known.map(([name, value]) => [name, code(value)]);
  return table(head, others);
}

function percent(weight: number | undefined): string {
  return weight === undefined ? 'unknown' : `${String(weight)} %`;
}

function renderSteps({ observation, timeline }: Report): string {
  if (observation === undefined || observation.steps.length === 0) return '';
  const rows = stepTimes(timeline, observation.steps).map(({ index, step, from, duration }) => [
    String(index),
    code(step),
    from === undefined ? '' : wholeSeconds(from),
    from === undefined ? '' : duration === undefined ? 'lasts' : wholeSeconds(duration),
  ]);
  return `### Steps\n\n${table(['Step', 'What', 'Reached after', 'Took'], rows)}`;
}

/** Steps are told in seconds: what a simulated or a small cluster does in between is no news. */
function wholeSeconds(milliseconds: number): string {
  return milliseconds < 1000 ? '&lt; 1s' : describeDuration(milliseconds);
}

function renderCluster({ observation, details, where, startedAt, elapsed }: Report): string {
  if (observation === undefined || details === undefined) return '';
  return `### Cluster\n\n${codeBlock(renderTree(observation, details, where?.namespace ?? '', startedAt + elapsed))}`;
}

function renderChanges({ timeline }: Report): string {
  if (timeline.length === 0) return '';
  const fold = `<details><summary>${String(timeline.length)} changes</summary>`;
  return `${fold}\n\n${codeBlock(timeline.map(renderEntry).join('\n'))}\n\n</details>`;
}
