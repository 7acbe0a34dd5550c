import type { Environment } from '../inputs.ts';
import type { Recorder } from '../recorder.ts';
import type { Links } from '../report.ts';

/** What reporters are made with. */
export interface ReporterSetting {
  /** GITHUB_STEP_SUMMARY: path of the file that becomes the job summary. */
  readonly summaryPath: string | undefined;
  /** GITHUB_STATE: path of the file that the post step is given the values of. */
  readonly statePath: string | undefined;
  /** RUNNER_TEMP: path of the folder that lives as long as the job. */
  readonly tempPath: string | undefined;
  /** The values that nobody may see, as far as they are known when it is asked. */
  readonly secrets: () => readonly string[];
  /** Told where a report is to be found, before its reporter has closed. */
  readonly link: (name: keyof Links, place: string) => void;
  /** Told what could not be reported. */
  readonly notice: (text: string) => void;
}

/** The setting of a run, from its environment. */
export function settingOf(
  env: Environment,
  recorder: Pick<Recorder, 'link' | 'notice'>,
  secrets: ReporterSetting['secrets'],
): ReporterSetting {
  return {
    summaryPath: env['GITHUB_STEP_SUMMARY'],
    statePath: env['GITHUB_STATE'],
    tempPath: env['RUNNER_TEMP'],
    secrets,
    link: (name, place) => recorder.link(name, place),
    notice: (text) => recorder.notice(text),
  };
}
