import { jobSummaryReporter } from './job-summary.ts';
import { logReporter } from './log.ts';
import { outputsReporter } from './outputs.ts';
import type { Reporter } from './reporter.ts';
import { savedStateReporter } from './saved-state.ts';

/** What reporters are made with. */
export interface ReporterSetting {
  /** GITHUB_STEP_SUMMARY: path of the file that becomes the job summary. */
  readonly summaryPath: string | undefined;
  /** GITHUB_STATE: path of the file that the post step is given the values of. */
  readonly statePath: string | undefined;
  /** Told what could not be reported. */
  readonly notice: (text: string) => void;
}

/** Every reporter by its name, in the order in which they close. */
export const reporters = {
  log: logReporter,
  jobSummary: ({ summaryPath, notice }: ReporterSetting) => jobSummaryReporter(summaryPath, notice),
  outputs: outputsReporter,
  savedState: ({ statePath }: ReporterSetting) => savedStateReporter(statePath),
} as const satisfies Record<string, (setting: ReporterSetting) => Reporter>;
