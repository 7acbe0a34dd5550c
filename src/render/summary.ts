import { formatImages, formatPhase, formatState } from '../format.ts';
import type { Report } from '../report.ts';
import { describeDuration } from '../support/duration.ts';
import { stepTimes } from '../timeline.ts';
import { renderAnalysesSection } from './analysis.ts';
import { checkParts } from './checks.ts';
import { renderDiagnosisMarkdown } from './diagnosis.ts';
import { type Part, clip, fitParts } from './fit.ts';
import { headline } from './headline.ts';
import { code, codeBlock, escapeMarkdown, table } from './markdown.ts';
import { byVerdict } from './metric.ts';
import { routeRows } from './routes.ts';
import { renderTree } from './tree.ts';
import { renderEntry } from './timeline.ts';

/** The longest summary in characters: GitHub drops one of more than 1 MiB as a whole, and a character has 3 bytes at most. */
export const longestSummary = Math.floor(1_048_576 / 3);

const omitted = '_Shortened: GitHub shows at most 1 MiB. The log of the run has more._';

/** What is never left out has to fit by itself, whatever becomes of its letters in Markdown. */
const longest = { target: 500, message: 4_000, fact: 1_000, notice: 1_000 };
/** Of a tree with thousands of pods the first lines are kept, of the changes the last ones. */
const keptLines = 200;
const keptNotices = 20;

/**
 * The job summary as GitHub's Markdown: how it ended and why, checks, facts, pods, steps, analyses, tree, changes. Where it
 * would be too long for GitHub, the least useful parts are shortened or left out as a whole. Pure.
 */
export function renderSummary(report: Report, limit = longestSummary): string {
  const message = clip(report.ending?.message ?? '', longest.message);
  const { analyses = [] } = report.details ?? {};
  const parts: readonly Part[] = [
    {
      text: `## ${escapeMarkdown(headline({ ...report, target: clip(report.target, longest.target) }))}`,
      rank: 0,
    },
    { text: message.split('\n').map(escapeMarkdown).join('<br>'), rank: 0 },
    { text: renderTrouble(report), rank: 2 },
    ...checkParts(report),
    { text: renderFacts(report), rank: 1 },
    { text: renderSteps(report), rank: 5 },
    {
      text: renderAnalysesSection(analyses),
      shorter: renderAnalysesSection(byVerdict(analyses).slice(0, 1)),
      rank: 4,
    },
    { text: renderCluster(report), shorter: renderCluster(report, keptLines), rank: 7 },
    { text: renderChanges(report), shorter: renderChanges(report, keptLines), rank: 8 },
    { text: renderNotices(report), shorter: renderNotices(report, keptNotices), rank: 6 },
  ];
  return fitParts(parts, limit - 1, omitted).concat('\n');
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
  const [head = ['', ''], ...others] = known.map(([name, value]) => [name, code(clip(value, longest.fact))]);
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

function renderNotices({ warnings = [], notices }: Report, most = Infinity): string {
  const shown = [...warnings, ...notices]
    .slice(0, most)
    .map((notice) => `> ${escapeMarkdown(clip(notice, longest.notice))}`);
  return shown.join('\n\n');
}

/** The tree; with a number at most so many lines of it. */
function renderCluster({ observation, details, where, startedAt, elapsed }: Report, most = Infinity): string {
  if (observation === undefined || details === undefined) return '';
  const lines = renderTree(observation, details, where?.namespace ?? '', startedAt + elapsed).split('\n');
  const more = lines.length > most ? [`… ${String(lines.length - most)} more lines`] : [];
  return `### Cluster\n\n${codeBlock([...lines.slice(0, most), ...more].join('\n'))}`;
}

/** The changes; with a number the last so many. */
function renderChanges({ timeline }: Report, most = Infinity): string {
  if (timeline.length === 0) return '';
  const fold = `<details><summary>${String(timeline.length)} changes</summary>`;
  const earlier = timeline.length > most ? [`… ${String(timeline.length - most)} earlier changes`] : [];
  const lines = [...earlier, ...timeline.slice(-most).map(renderEntry)];
  return `${fold}\n\n${codeBlock(lines.join('\n'))}\n\n</details>`;
}
