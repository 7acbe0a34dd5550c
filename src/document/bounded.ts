import type { LeftOut, ReportDocument } from './report.ts';
import type { MetricDocument } from './rounds.ts';
import type { TargetDocument } from './target.ts';
import { shortened, withTexts } from './texts.ts';

/** What a document may have, in bytes as it is written, and a little for `leftOut`: 5 MB are never reached. */
export const mostBytes = 4 * 1024 * 1024;

/** How a document is written: people look into it too. Pure. */
export function textOf(document: ReportDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** The ways to make a document smaller, the least useful first; the last leaves nothing that could grow. */
const ways: readonly (readonly [LeftOut, (document: ReportDocument) => ReportDocument])[] = [
  ['texts', (document) => withTexts(document, (text) => shortened(text, 4_000))],
  ['tree', forTargets(({ tree: _, ...target }) => target)],
  ['timeline', forTargets((target) => ({ ...target, timeline: target.timeline.slice(-500) }))],
  ['measurements', forTargets(withMetrics((metric) => [newest(metric)]))],
  ['lists', (document) => withShortLists(forTargets(withMetrics(() => []))(document))],
];

/** The document, or as much of it as the limit allows, with a word for each thing that it goes without. Pure. */
export function bounded(document: ReportDocument): ReportDocument {
  let [result, bytes]: [ReportDocument, number] = [document, bytesOf(document)];
  const leftOut: LeftOut[] = [];
  for (const [word, way] of ways) {
    if (bytes <= mostBytes) break;
    const smaller = way(result);
    const left = bytesOf(smaller);
    if (left !== bytes) leftOut.push(word);
    [result, bytes] = [smaller, left];
  }
  return leftOut.length === 0 ? document : { ...result, leftOut };
}

function bytesOf(document: ReportDocument): number {
  return Buffer.byteLength(textOf(document));
}

function forTargets(change: (target: TargetDocument) => TargetDocument) {
  return (document: ReportDocument): ReportDocument => ({
    ...document,
    targets: document.targets.map(change),
  });
}

function withMetrics(change: (metric: MetricDocument) => readonly MetricDocument[]) {
  return (target: TargetDocument): TargetDocument => ({
    ...target,
    rounds: target.rounds.map((round) => ({ ...round, metrics: round.metrics.flatMap(change) })),
    ...(target.analyses && {
      analyses: target.analyses.map((one) => ({ ...one, metrics: one.metrics.flatMap(change) })),
    }),
  });
}

function newest({ log: _, measurements, ...metric }: MetricDocument): MetricDocument {
  return { ...metric, measurements: measurements.slice(-3) };
}

/** Of the timeline the end is what matters. */
function withShortLists(document: ReportDocument): ReportDocument {
  const late = forTargets((target) => ({ ...target, timeline: target.timeline.slice(-20) }))(document);
  const short = (value: unknown): unknown => {
    if (typeof value === 'string') return shortened(value, 200);
    if (Array.isArray(value)) return value.slice(0, 20).map(short);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, short(item)]));
  };
  return short(late) as ReportDocument;
}
