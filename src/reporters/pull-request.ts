import { formatMarker } from '../github/comments.ts';
import { pullRequestOf, type WorkflowEvent } from '../github/event.ts';
import type { GitHubApi } from '../github/api.ts';
import { renderComment } from '../render/comment.ts';
import type { Commands } from '../render/next-steps.ts';
import type { Report } from '../report.ts';
import type { GitHubSetting } from './github-setting.ts';
import type { Reporter } from './reporter.ts';
import { type StickyText, Sticky } from './sticky.ts';
import { told } from './told.ts';

/** The sticky comment on the pull request: one for each key, edited in place, live while the run goes on. */
export function pullRequestReporter(setting: GitHubSetting): Reporter | undefined {
  const { inputs, onLink } = setting;
  if (inputs.comment === 'never') return undefined;
  const sticky = new Sticky(onLink);
  let number: number | undefined;
  return told<Report>(setting, {
    what: 'comment on the pull request',
    permission: 'pull-requests: write',
    asked: inputs.commentAsked,
    stateOf: (report) => (isWanted(report, setting) ? report : undefined),
    deliver: async (api, report, signal) => {
      number ??= await numberOf(api, setting, signal);
      if (number === undefined) return { kind: 'never', why: noPullRequest(setting), minor: true };
      return sticky.put(api, number, textOf(report, setting), signal);
    },
  });
}

/** Without where it ran there is no key, and without what it saw there is nothing to show while it runs. */
function isWanted({ observation, where, ending }: Report, { inputs }: GitHubSetting): boolean {
  if (where === undefined && inputs.commentKey === undefined) return false;
  if (inputs.comment === 'failure') return ending !== undefined;
  return observation !== undefined || ending !== undefined;
}

function textOf(report: Report, { inputs, place, event }: GitHubSetting): StickyText {
  const { target, where, ending, observation, startedAt } = report;
  const key = inputs.commentKey ?? [target, where?.namespace ?? '', where?.context ?? ''].join(' ');
  const marker = { key, since: startedAt };
  const isRed = ending?.succeeded === false;
  return {
    marker,
    body: renderComment(report, {
      marker: formatMarker(marker),
      runUrl: place.runUrl,
      commands: commandsOf(event()),
      ...(inputs.environmentUrl !== undefined && { environmentUrl: inputs.environmentUrl }),
    }),
    // A comment of a failure is not left standing when the step is green the next time.
    mayCreate: inputs.comment !== 'failure' || isRed,
    // A run that saw nothing knows less than the one before.
    mayReplace: observation !== undefined,
  };
}

/** How a person commanded this run is how the next command is given. */
function commandsOf({ name, workflow, payload: { inputs } }: WorkflowEvent): Commands {
  const isForm = ['operation', 'target', 'expect'].every((input) => inputs?.[input] !== undefined);
  return { chat: name === 'issue_comment', ...(isForm && workflow !== '' && { workflow }) };
}

async function numberOf(
  api: GitHubApi,
  { inputs, event }: GitHubSetting,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (inputs.pullRequest !== undefined) return inputs.pullRequest;
  const clue = pullRequestOf(event());
  switch (clue.kind) {
    case 'number':
      return clue.number;
    case 'commit':
      return api.pullRequestOfCommit(clue.sha, signal);
    case 'branch':
      return api.pullRequestOfBranch(clue.branch, signal);
    case 'none':
      return undefined;
  }
}

function noPullRequest({ event }: GitHubSetting): string {
  return `There is no comment: ${whyNone(event())}. Name a pull request by pull-request, or set comment: never.`;
}

function whyNone(event: WorkflowEvent): string {
  const clue = pullRequestOf(event);
  switch (clue.kind) {
    case 'number':
      return `there is no pull request ${String(clue.number)}`;
    case 'commit':
      return `commit ${clue.sha.slice(0, 7)} has no pull request`;
    case 'branch':
      return `branch ${clue.branch} has no open pull request`;
    case 'none':
      return clue.why;
  }
}
