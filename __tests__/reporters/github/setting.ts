import { githubApi } from '../../../src/github/octokit-api.ts';
import type { EventPayload, WorkflowEvent } from '../../../src/github/event.ts';
import type { ReportInputs } from '../../../src/report-inputs.ts';
import type { GitHubSetting, ReportTimes } from '../../../src/reporters/github-setting.ts';
import { systemClock } from '../../../src/support/clock.ts';
import { type GitHub, token as jobs } from '../../github/server.ts';
import type { Repository } from '../../github/repository.ts';

/** The commit of the runs here. */
export const sha = '0123456789abcdef0123456789abcdef01234567';

/** Short, so that a test takes no longer than its requests. */
export const shortTimes: ReportTimes = {
  interval: 5,
  longInterval: 5,
  again: 20,
  patience: 5_000,
  cancelledPatience: 100,
};

/** A setting and what was said through it. */
export interface Told {
  readonly setting: GitHubSetting;
  /** `warning: …`, `notice: …`. */
  readonly said: string[];
  readonly links: string[];
  readonly lost: () => number;
}

/** What of a setting a test sets. */
export interface SettingShape {
  readonly inputs?: Partial<ReportInputs>;
  readonly times?: Partial<ReportTimes>;
  readonly event?: Partial<WorkflowEvent>;
  readonly payload?: EventPayload;
  readonly token?: string;
  readonly run?: number;
}

/** A run of acme/shop that was begun by the push of a merged pull request. */
export function settingOf(github: GitHub, shape: SettingShape = {}): Told {
  const { inputs = {}, times = {}, event = {}, payload = {}, token = jobs, run = 7 } = shape;
  const place = {
    ...{ apiUrl: github.url, token, owner: 'acme', repo: 'shop' },
    runUrl: `https://github.test/acme/shop/actions/runs/${String(run)}`,
  };
  const said: string[] = [];
  const links: string[] = [];
  let lost = 0;
  return {
    said,
    links,
    lost: () => lost,
    setting: {
      place,
      clock: systemClock,
      times: { ...shortTimes, ...times },
      inputs: { comment: 'always', commentAsked: false, ...inputs },
      event: () => ({ name: 'push', sha, ref: 'refs/heads/main', workflow: '', payload, ...event }),
      api: () => githubApi(place),
      say: (level, text) => void said.push(`${level}: ${text}`),
      onLink: (url) => void links.push(url),
      onLost: () => void (lost += 1),
    },
  };
}

/** The repository with the merged pull request 7. */
export function shopOf(github: GitHub): Repository {
  const repository = github.repository('acme/shop');
  if (repository.pulls.some(({ number }) => number === 7)) return repository;
  repository.refs.set('main', sha);
  repository.pulls.push({ number: 7, branch: 'faster', sha: 'f'.repeat(40), mergedAs: sha, state: 'closed' });
  return repository;
}
