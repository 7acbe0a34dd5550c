import * as core from '@actions/core';
import { asError } from '../errors.ts';
import { renderSummary } from '../render/summary.ts';
import type { Reporter } from './reporter.ts';

/** The job summary, written once at the end; `notice` is told when it could not be. */
export function jobSummaryReporter(
  summaryPath: string | undefined,
  notice: (text: string) => void,
): Reporter {
  return {
    update: () => undefined,
    close: async (report) => {
      // core.summary rejects without the file, which a runner older than 2.290 does not give.
      if (summaryPath === undefined || summaryPath === '') return;
      try {
        await core.summary.addRaw(renderSummary(report), true).write();
      } catch (error) {
        notice(`The job summary could not be written: ${asError(error).message}`);
      }
    },
  };
}
