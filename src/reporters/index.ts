import { jobSummaryReporter } from './job-summary.ts';
import { logReporter } from './log.ts';
import { outputsReporter } from './outputs.ts';
import { reportFileReporter } from './report-file.ts';
import type { Reporter } from './reporter.ts';
import { savedStateReporter } from './saved-state.ts';
import type { ReporterSetting } from './setting.ts';

/** Every reporter by its name, in the order in which they close. */
export const reporters = {
  log: logReporter,
  jobSummary: ({ summaryPath, notice }: ReporterSetting) => jobSummaryReporter(summaryPath, notice),
  // After those that link, before the one that tells its path.
  reportFile: reportFileReporter,
  outputs: outputsReporter,
  savedState: ({ statePath }: ReporterSetting) => savedStateReporter(statePath),
} as const satisfies Record<string, (setting: ReporterSetting) => Reporter>;
