import { readEvent } from '../event-file.ts';
import type { GitHubApi } from '../github/api.ts';
import type { WorkflowEvent } from '../github/event.ts';
import { githubApi } from '../github/octokit-api.ts';
import { type GitHubPlace, githubPlace } from '../github/place.ts';
import { type Environment, readReports } from '../inputs.ts';
import type { Recorder } from '../recorder.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { Clock } from '../support/clock.ts';

/** What the reporters to GitHub are made with. */
export interface GitHubSetting {
  readonly place: GitHubPlace;
  readonly inputs: ReportInputs;
  readonly clock: Clock;
  readonly times: ReportTimes;
  /** Reads the event of the run, when a report needs it. */
  readonly event: () => WorkflowEvent;
  /** Opens the API when the first report is sent, not before. */
  readonly api: () => Promise<GitHubApi>;
  /** Told what could not be reported, each once. */
  readonly say: (level: 'notice' | 'warning', text: string) => void;
  /** Told where the comment is to be seen. */
  readonly onLink: (url: string) => void;
  /** Told that the last state was not delivered. */
  readonly onLost: () => void;
}

/** How reports to GitHub are paced, in milliseconds. */
export interface ReportTimes {
  /** Between two writes, as long as there were few. */
  readonly interval: number;
  /** Between two writes after that: a token has 1,000 requests an hour for its repository, and 500 writes. */
  readonly longInterval: number;
  /** Before a request is tried again that got no answer. */
  readonly again: number;
  /** How long the last state may be tried once the run is over. */
  readonly patience: number;
  /** The same of a cancelled run, which will be killed soon; its post step tries again. */
  readonly cancelledPatience: number;
}

/** The times of a real run. */
export const reportTimes: ReportTimes = {
  interval: 8_000,
  longInterval: 30_000,
  again: 2_000,
  patience: 8_000,
  cancelledPatience: 1_500,
};

/** Where a run reports on GitHub, from its environment; undefined outside of a workflow and without a token. */
export function githubSetting(
  env: Environment,
  clock: Clock,
  recorder: Pick<Recorder, 'link' | 'notice' | 'warn' | 'lose'>,
): GitHubSetting | undefined {
  const place = githubPlace(env);
  if (place === undefined) return undefined;
  let api: Promise<GitHubApi> | undefined;
  let event: WorkflowEvent | undefined;
  const read = (): WorkflowEvent => {
    const { event: found, trouble } = readEvent(env);
    if (trouble !== undefined) recorder.notice(trouble);
    return found;
  };
  return {
    place,
    inputs: readReports(env),
    clock,
    times: reportTimes,
    event: () => (event ??= read()),
    api: () => (api ??= githubApi(place)),
    say: (level, text) => (level === 'warning' ? recorder.warn(text) : recorder.notice(text)),
    onLink: (url) => recorder.link('comment', url),
    onLost: () => recorder.lose(),
  };
}
