import { known } from './document/known.ts';
import type { LinksDocument, ReportDocument, RunDocument } from './document/report.ts';
import { targetDocument } from './document/target-document.ts';
import type { RunIdentity } from './note.ts';
import type { Report } from './report.ts';

/** A report as the JSON that docs/report.schema.json describes. Pure. */
export function reportDocument(report: Report): ReportDocument {
  const { operation, startedAt, elapsed, ending, workflowRun, links, notices } = report;
  return known<ReportDocument>({
    version: 1,
    operation,
    // As the outputs say of an end that never came.
    ended: ending?.ended ?? 'unknown',
    reason: ending?.reason ?? 'failed',
    message: ending?.message ?? '',
    succeeded: ending?.succeeded ?? false,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(startedAt + elapsed).toISOString(),
    duration: elapsed,
    run: workflowRun && runDocument(workflowRun),
    links: known<LinksDocument>({ run: workflowRun?.url, comment: links.comment }),
    notices,
    targets: [targetDocument(report)],
  });
}

function runDocument({ url, attempt, commit, actor }: RunIdentity): RunDocument {
  return { url, attempt, sha: commit, actor };
}
