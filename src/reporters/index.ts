import { type Environment, readReports } from '../inputs.ts';
import type { Recorder } from '../recorder.ts';
import { commitStatusReporter } from './commit-status.ts';
import { deploymentStatusReporter } from './deployment-status.ts';
import type { GitHubSetting } from './github-setting.ts';
import { jobSummaryReporter } from './job-summary.ts';
import { logReporter } from './log.ts';
import { outputsReporter } from './outputs.ts';
import { pullRequestReporter } from './pull-request.ts';
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

/** Every reporter to GitHub by its name; undefined where the inputs ask for none. */
export const github = {
  pullRequest: pullRequestReporter,
  deploymentStatus: deploymentStatusReporter,
  commitStatus: commitStatusReporter,
} as const satisfies Record<string, (setting: GitHubSetting) => Reporter | undefined>;

/** The reporters to GitHub that a step has; what it asks for where there is no GitHub is said. */
export function remoteReporters(
  env: Environment,
  setting: GitHubSetting | undefined,
  recorder: Pick<Recorder, 'warn'>,
): readonly Reporter[] {
  if (setting !== undefined) {
    return Object.values(github).flatMap((reporter) => reporter(setting) ?? []);
  }
  const { commentAsked, comment, commitStatus, deploymentEnvironment } = readReports(env);
  const isAsked = (commentAsked && comment !== 'never') || commitStatus !== undefined;
  if (isAsked || deploymentEnvironment !== undefined) {
    recorder.warn(
      'Nothing is reported on GitHub: that needs a token as github-token, and GITHUB_REPOSITORY as a workflow has it.',
    );
  }
  return [];
}
