import * as core from '@actions/core';
import { renderAnalyses } from '../render/analysis.ts';
import { renderRounds } from '../render/check-entries.ts';
import { headline } from '../render/headline.ts';
import { plain, plainLines } from '../render/text.ts';
import { renderEntry, renderHeartbeat } from '../render/timeline.ts';
import { renderTree } from '../render/tree.ts';
import type { Report } from '../report.ts';
import type { Reporter } from './reporter.ts';

/** Silence after which the log shows that the run still lives: a minute. */
const silence = 60_000;

/** GitHub shows ten errors of a step, and the last is how it ended: https://docs.github.com/en/rest/checks/runs */
const mostAnnotations = 9;

/** The job's log: where, then one line for each change in a group, then the tree, what analyses and checks say, and how it ended. */
export function logReporter(): Reporter {
  const told = { where: false, group: false, entries: 0, notices: 0, warnings: 0, at: 0 };
  const update = (report: Report): void => {
    if (!told.where && report.where !== undefined) {
      const { server, context, namespace } = report.where;
      core.info(plain(`Cluster ${server}, context ${context}, namespace ${namespace}`));
      told.where = true;
    }
    for (const notice of report.notices.slice(told.notices)) core.notice(plain(notice));
    told.notices = report.notices.length;
    const { warnings = [] } = report;
    for (const warning of warnings.slice(told.warnings)) core.warning(plain(warning));
    told.warnings = warnings.length;
    if (!told.group && report.timeline.length > 0) {
      core.startGroup(plain(`${report.operation} ${report.target}`));
      told.group = true;
    }
    for (const entry of report.timeline.slice(told.entries)) core.info(renderEntry(entry));
    const silent = report.elapsed - told.at;
    if (report.timeline.length > told.entries) told.at = report.elapsed;
    else if (silent >= silence && report.timeline.length > 0) {
      core.info(renderHeartbeat(report, silent));
      told.at = report.elapsed;
    }
    told.entries = report.timeline.length;
  };
  return {
    update,
    close: (report) => {
      update(report);
      if (told.group) core.endGroup();
      closeLog(report);
      return Promise.resolve();
    },
  };
}

function closeLog(report: Report): void {
  const { observation, details, where, ending } = report;
  const rounds = renderRounds(report);
  if (observation !== undefined && details !== undefined) {
    core.info(
      `\n${renderTree(observation, details, where?.namespace ?? '', report.startedAt + report.elapsed)}\n`,
    );
    const analyses = renderAnalyses(details.analyses);
    if (analyses !== '') core.info(`${analyses}\n`);
  }
  if (rounds !== '') core.info(`${rounds}\n`);
  if (ending === undefined) return;
  const text = `${plain(headline(report))}\n${plainLines(ending.message)}`;
  for (const { message, title, file, line, column } of (ending.annotations ?? []).slice(0, mostAnnotations))
    core.error(plain(message), { title, file, startLine: line, startColumn: column });
  if (ending.succeeded) core.info(text);
  else core.setFailed(text);
}
