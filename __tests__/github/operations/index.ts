import type { Served } from '../call.ts';
import type { Level, Needs, Permission } from '../tokens.ts';
import { createCheckRun, listCheckRuns, updateCheckRun } from './check-runs.ts';
import { createComment, deleteComment, getComment, listComments, updateComment } from './comments.ts';
import { createDeploymentStatus, listDeploymentStatuses } from './deployment-statuses.ts';
import { createDeployment, listDeployments } from './deployments.ts';
import { getPull, listPulls, listPullsOfCommit } from './pulls.ts';
import { createReaction, deleteReaction, listReactions } from './reactions.ts';
import {
  dispatchWorkflow,
  getPermissionLevel,
  getRateLimit,
  getUser,
  listInstallationRepositories,
} from './repositories.ts';
import { createCommitStatus, getCombinedStatus, listCommitStatuses } from './statuses.ts';

const read = (...permissions: readonly Permission[]): Needs => needs(permissions, 'read');
const write = (...permissions: readonly Permission[]): Needs => needs(permissions, 'write');

function needs(permissions: readonly Permission[], level: Level): Needs {
  return permissions.map((permission) => [permission, level] as const);
}

/**
 * Every operation that the server answers, by octokit's name, with what a job's token needs for it. The permissions
 * are those of https://docs.github.com/rest/authentication/permissions-required-for-github-apps. A new operation is
 * one line here and a run of `npm run github-contract`.
 */
export const operations = {
  'issues/list-comments': { needs: read('issues', 'pull_requests'), answer: listComments },
  'issues/create-comment': { needs: write('issues', 'pull_requests'), answer: createComment },
  'issues/get-comment': { needs: read('issues', 'pull_requests'), answer: getComment },
  'issues/update-comment': { needs: write('issues', 'pull_requests'), answer: updateComment },
  'issues/delete-comment': { needs: write('issues', 'pull_requests'), answer: deleteComment },
  'reactions/create-for-issue-comment': { needs: write('issues', 'pull_requests'), answer: createReaction },
  'reactions/list-for-issue-comment': { needs: read('issues', 'pull_requests'), answer: listReactions },
  'reactions/delete-for-issue-comment': { needs: write('issues', 'pull_requests'), answer: deleteReaction },
  'pulls/get': { needs: read('pull_requests'), answer: getPull },
  'pulls/list': { needs: read('pull_requests'), answer: listPulls },
  'repos/list-pull-requests-associated-with-commit': {
    needs: read('pull_requests'),
    answer: listPullsOfCommit,
  },
  'repos/list-deployments': { needs: read('deployments'), answer: listDeployments },
  'repos/create-deployment': { needs: write('deployments'), answer: createDeployment },
  'repos/list-deployment-statuses': { needs: read('deployments'), answer: listDeploymentStatuses },
  'repos/create-deployment-status': { needs: write('deployments'), answer: createDeploymentStatus },
  'repos/create-commit-status': { needs: write('statuses'), answer: createCommitStatus },
  'repos/list-commit-statuses-for-ref': { needs: read('statuses'), answer: listCommitStatuses },
  'repos/get-combined-status-for-ref': { needs: read('statuses'), answer: getCombinedStatus },
  'checks/list-for-ref': { needs: read('checks'), answer: listCheckRuns },
  'checks/create': { needs: write('checks'), answer: createCheckRun },
  'checks/update': { needs: write('checks'), answer: updateCheckRun },
  'repos/get-collaborator-permission-level': { needs: [], answer: getPermissionLevel },
  'actions/create-workflow-dispatch': { needs: write('actions'), answer: dispatchWorkflow },
  'apps/list-repos-accessible-to-installation': { answer: listInstallationRepositories },
  'users/get-authenticated': { answer: getUser },
  'rate-limit/get': { answer: getRateLimit },
} as const satisfies Record<string, Served>;

/** The name of an operation that the server answers. */
export type OperationName = keyof typeof operations;
