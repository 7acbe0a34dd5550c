import { formatImages, formatPhase } from '../format.ts';
import type { Report } from '../report.ts';
import { renderAnalysesSection } from './analysis.ts';
import { checkParts, renderChecks } from './checks.ts';
import { renderDiagnosisMarkdown } from './diagnosis.ts';
import { type Part, clip, fitParts } from './fit.ts';
import { headline } from './headline.ts';
import { code, codeBlock, escapeMarkdown, link, table } from './markdown.ts';
import { type Commands, renderNextSteps } from './next-steps.ts';
import { stepBar } from './step-bar.ts';
import { renderEntry } from './timeline.ts';
import { renderTree } from './tree.ts';

/** GitHub refuses a comment with more characters. */
export const commentLimit = 65_536;

/** What a comment is rendered with, beside the report. */
export interface CommentSetting {
  /** The first line, which GitHub does not show. */
  readonly marker: string;
  /** URL of the workflow run; empty outside of a workflow. */
  readonly runUrl: string;
  readonly commands: Commands;
  /** Where users of the preview find it; absent without one. */
  readonly environmentUrl?: string;
}

/** The longest message of an end that is shown whole; it may hold an API server's own words. */
const longestMessage = 4_000;

/** Pods may have dozens of containers. */
const longestImages = 1_000;

/** So many of the last changes are shown where all are too many. */
const lastChanges = 40;

/**
 * The comment on a pull request as GitHub's Markdown: what is live and why, what was measured, what to do. A release that
 * ended well is folded to its head. Pure, and without anything that changes while nothing happens.
 */
export function renderComment(report: Report, setting: CommentSetting): string {
  const { ending } = report;
  const body = [part(renderTrouble(report), 3), part(renderChecks(report), 2, shortChecks(report))];
  const more = [
    part(renderAnalysesSection(report.details?.analyses ?? []), 4),
    part(renderChanges(report), 6, renderChanges(report, lastChanges)),
    part(renderCluster(report), 5),
  ];
  const isQuiet = ending?.succeeded === true && ending.ended !== 'paused';
  const head = [setting.marker, `### ${escapeMarkdown(headline(report))}`, renderLine(report, setting)];
  const parts: readonly Part[] = [
    ...head.map((text) => part(text, 0)),
    part(renderMessage(report), 0),
    part(renderBar(report), 0),
    part(renderFacts(report), 1),
    part(renderNextSteps(report, setting.commands), 1),
    part(renderNotices(report), 3),
    ...(isQuiet ? fold('What happened', [...body, ...more]) : [...body, ...fold('Details', more)]),
  ];
  return fitParts(parts, commentLimit);
}

/** The checks without their evidence. */
function shortChecks(report: Report): string {
  return checkParts(report)
    .map(({ text, shorter = text }) => shorter)
    .join('\n\n');
}

function part(text: string, rank: number, shorter?: string): Part {
  return { text, rank, ...(shorter !== undefined && { shorter }) };
}

/** Each part in a fold of its own, so that leaving one out leaves no half of a fold. */
function fold(title: string, parts: readonly Part[]): readonly Part[] {
  const shown = parts.filter(({ text }) => text !== '');
  const inner = (text: string): string => text.replace(/^#+ .+\n+/, '');
  // The headings of sections are words of ours.
  const wrap = (text: string, name: string): string =>
    `<details><summary>${name}</summary>\n\n${text}\n\n</details>`;
  return shown.map(({ text, rank, shorter }) => {
    const name = /^#+ (.+)/.exec(text)?.[1] ?? title;
    return {
      text: wrap(inner(text), name),
      rank,
      ...(shorter !== undefined && { shorter: wrap(inner(shorter), name) }),
    };
  });
}

function renderLine(
  { observation, where, details }: Report,
  { runUrl, environmentUrl }: CommentSetting,
): string {
  const image = observation && formatImages(observation.template.filter(({ init }) => !init));
  const stable = details?.stable && formatImages(details.stable.filter(({ init }) => !init));
  return [
    ...(image ? [code(clip(image, longestImages))] : []),
    ...(stable && stable !== image ? [`stable ${code(clip(stable, longestImages))}`] : []),
    ...(where === undefined ? [] : [`namespace ${code(where.namespace)}`]),
    link(environmentUrl ?? '', 'preview') ?? [],
    link(runUrl, 'run') ?? [],
  ]
    .flat()
    .join(' · ');
}

function renderMessage({ ending }: Report): string {
  if (ending === undefined) return '';
  return clip(ending.message, longestMessage).split('\n').map(escapeMarkdown).join('<br>');
}

function renderBar({ observation }: Report): string {
  const bar = observation && stepBar(observation);
  const { desired, actual } = observation?.weight ?? {};
  const weight = desired === undefined ? '' : ` · weight ${String(desired)} %`;
  const isMoving = desired !== undefined && actual !== undefined && actual !== desired;
  return bar === undefined ? '' : code(`${bar}${weight}${isMoving ? ` (actual ${String(actual)} %)` : ''}`);
}

function renderFacts({ observation }: Report): string {
  if (observation === undefined) return '';
  const { replicas, revision } = observation;
  const pods = `${String(replicas.available)} of ${String(replicas.desired)} available, ${String(replicas.updated)} new`;
  return table(
    ['Phase', 'Pods', 'Revision'],
    [[code(clip(formatPhase(observation), longestImages)), code(pods), code(String(revision ?? ''))]],
  );
}

/** What kept the pods from being ready: in a release that ended well it is history. */
function renderTrouble({ diagnoses = [], ending }: Report): string {
  if (diagnoses.length === 0 || ending?.succeeded === true) return '';
  return ['#### Pods', ...diagnoses.map(renderDiagnosisMarkdown)].join('\n\n');
}

function renderCluster({ observation, details, where, startedAt, ending }: Report): string {
  // The ages in the tree move by themselves: only the last one is shown.
  if (observation === undefined || details === undefined || ending === undefined) return '';
  return `#### Cluster\n\n${codeBlock(renderTree(observation, details, where?.namespace ?? '', startedAt))}`;
}

function renderChanges({ timeline }: Report, most = timeline.length): string {
  if (timeline.length === 0) return '';
  const last = timeline.slice(-most);
  const left = timeline.length - last.length;
  const lines = [...(left > 0 ? [`… ${String(left)} before`] : []), ...last.map(renderEntry)];
  return `#### ${String(timeline.length)} changes\n\n${codeBlock(lines.join('\n'))}`;
}

function renderNotices({ notices, warnings = [] }: Report): string {
  return [...warnings, ...notices].map((text) => `> ${escapeMarkdown(text)}`).join('\n\n');
}
