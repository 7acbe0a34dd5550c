import { commitOf } from '../github/event.ts';
import type { CommitStatus } from '../github/api.ts';
import { commitStateOf, describeStatus } from '../render/status.ts';
import type { GitHubSetting } from './github-setting.ts';
import type { Reporter } from './reporter.ts';
import { told } from './told.ts';

/** The status of the commit under a context, where one is asked for. A run that saw nothing leaves what is there. */
export function commitStatusReporter(setting: GitHubSetting): Reporter | undefined {
  const { inputs, place, event } = setting;
  const { commitStatus: context } = inputs;
  if (context === undefined) return undefined;
  let last = '';
  return told<CommitStatus>(setting, {
    what: 'commit status',
    permission: 'statuses: write',
    asked: true,
    stateOf: (report) =>
      report.observation === undefined
        ? undefined
        : {
            state: commitStateOf(report),
            description: describeStatus(report),
            context,
            targetUrl: place.runUrl,
          },
    deliver: async (api, status, signal) => {
      const text = JSON.stringify(status);
      if (text === last) return { kind: 'done' };
      const sha = commitOf(event());
      if (sha === '') {
        return { kind: 'never', why: 'There is no commit status: the run names no commit in GITHUB_SHA.' };
      }
      await api.createCommitStatus(sha, status, signal);
      last = text;
      return { kind: 'done' };
    },
  });
}
