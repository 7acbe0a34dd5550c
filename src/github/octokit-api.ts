import { limited } from '../kube/time-limit.ts';
import { isFields } from '../support/fields.ts';
import type { Deployment, GitHubApi, PullRequestComment } from './api.ts';
import { describeOdd, isList, pagesOf } from './pages.ts';
import type { GitHubPlace } from './place.ts';

/** For one request: GitHub answers in a second or so; a stalled connection must not hold a job. */
const requestTime = 10_000;

/** A pull request, as far as it is looked at. */
interface PullRequest {
  readonly number: number;
  readonly state: string;
  readonly merged_at: string | null;
}

/** Makes the requests with octokit, loaded only now: it would cost every run its time to start. */
export async function githubApi(place: GitHubPlace): Promise<GitHubApi> {
  const { getOctokit } = await import('@actions/github');
  const { owner, repo, apiUrl, token } = place;
  // It tells of every failed request in the log; ours are told once, in words.
  const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const { rest } = getOctokit(token, { baseUrl: apiUrl, log: quiet });
  const here = { owner, repo };
  const listOf = <Item>(answer: unknown): readonly Item[] => {
    if (!isList(answer)) throw new Error(describeOdd(apiUrl));
    return answer as readonly Item[];
  };
  const commentBy = async (
    signal: AbortSignal,
    ask: (request: { readonly signal: AbortSignal }) => Promise<{ readonly data: RawComment }>,
  ): Promise<PullRequestComment> => {
    const { data } = await bounded(signal, ask);
    // An answer that was cut in two comes as a success with a text: without its id nothing can be told of it.
    if (!isIdentified(data)) throw new Error(describeOdd(apiUrl));
    return toComment(data);
  };
  return {
    login: async (signal) =>
      (await bounded(signal, (request) => rest.users.getAuthenticated({ request }))).data.login,
    async *comments(issue_number, signal) {
      const pages = pagesOf(async (page) => {
        const asked = { ...here, issue_number, ...page };
        const { data } = await bounded(signal, (request) => rest.issues.listComments({ ...asked, request }));
        return listOf<RawComment>(data);
      });
      for await (const page of pages) yield* page.map(toComment);
    },
    comment: (comment_id, signal) =>
      commentBy(signal, (request) => rest.issues.getComment({ ...here, comment_id, request })),
    createComment: (issue_number, body, signal) =>
      commentBy(signal, (request) => rest.issues.createComment({ ...here, issue_number, body, request })),
    updateComment: (comment_id, body, signal) =>
      commentBy(signal, (request) => rest.issues.updateComment({ ...here, comment_id, body, request })),
    deleteComment: async (comment_id, signal) => {
      await bounded(signal, (request) => rest.issues.deleteComment({ ...here, comment_id, request }));
    },
    pullRequestOfCommit: async (commit_sha, signal) => {
      const asked = { ...here, commit_sha };
      const { data } = await bounded(signal, (request) =>
        rest.repos.listPullRequestsAssociatedWithCommit({ ...asked, request }),
      );
      const found = listOf<PullRequest>(data);
      return (
        found.find(({ merged_at }) => merged_at !== null) ?? found.find(({ state }) => state === 'open')
      )?.number;
    },
    pullRequestOfBranch: async (branch, signal) => {
      const asked = { ...here, state: 'open', head: `${owner}:${branch}` } as const;
      const { data } = await bounded(signal, (request) => rest.pulls.list({ ...asked, request }));
      return listOf<PullRequest>(data)[0]?.number;
    },
    deployments: async (environment, signal) => {
      const asked = { ...here, environment, per_page: 100 };
      const { data } = await bounded(signal, (request) => rest.repos.listDeployments({ ...asked, request }));
      return listOf<RawDeployment>(data).map(toDeployment);
    },
    createDeployment: async ({ subject, ...deployment }, signal) => {
      const asked = { ...here, ...deployment, payload: { [payloadKey]: subject } };
      const { data } = await bounded(signal, (request) =>
        // What is deployed is out already: it waits for no check, and nothing is merged for it.
        rest.repos.createDeployment({ ...asked, auto_merge: false, required_contexts: [], request }),
      );
      if (isIdentified(data)) return toDeployment(data);
      throw new Error(messageOf(data) ?? describeOdd(apiUrl));
    },
    createDeploymentStatus: async (deployment_id, { environmentUrl, logUrl, ...status }, signal) => {
      const asked = { ...here, ...status, deployment_id, log_url: logUrl, auto_inactive: true };
      const more = environmentUrl === undefined ? {} : { environment_url: environmentUrl };
      await bounded(signal, (request) => rest.repos.createDeploymentStatus({ ...asked, ...more, request }));
    },
    createCommitStatus: async (sha, { targetUrl, ...status }, signal) => {
      const asked = { ...here, sha, ...status, target_url: targetUrl };
      await bounded(signal, (request) => rest.repos.createCommitStatus({ ...asked, request }));
    },
  };
}

async function bounded<Answer>(
  signal: AbortSignal,
  ask: (request: { readonly signal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  signal.throwIfAborted();
  const limit = limited(requestTime, signal);
  try {
    return await ask({ signal: limit.signal });
  } catch (error) {
    signal.throwIfAborted();
    throw limit.signal.aborted ? new Error('GitHub gave no answer in time', { cause: error }) : error;
  } finally {
    limit.clear();
  }
}

function ignore(): void {
  // Nothing to say.
}

function isIdentified<Item>(answer: Item): answer is Extract<Item, { readonly id: number }> {
  return isFields(answer) && typeof answer['id'] === 'number';
}

/** GitHub makes no deployment, and says why, where it has merged a branch instead. */
function messageOf(answer: unknown): string | undefined {
  return isFields(answer) && typeof answer['message'] === 'string' ? answer['message'] : undefined;
}

interface RawComment {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly user: { readonly login: string; readonly type: string } | null;
}

function toComment({ id, html_url: url, body, user }: RawComment): PullRequestComment {
  return { id, url, body: body ?? '', author: user?.login ?? '', bot: user?.type === 'Bot' };
}

/** The field of a deployment's payload that is ours. */
const payloadKey = 'rollout-conductor';

interface RawDeployment {
  readonly id: number;
  readonly payload: unknown;
}

function toDeployment({ id, payload }: RawDeployment): Deployment {
  const subject = (payload as Readonly<Record<string, unknown>> | null | undefined)?.[payloadKey];
  return { id, subject: typeof subject === 'string' ? subject : undefined };
}
