/** A comment on a pull request. */
export interface PullRequestComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  /** Login of who wrote it; empty when that account is gone. */
  readonly author: string;
  /** Written by an app. */
  readonly bot: boolean;
}

/** A deployment on GitHub. */
export interface Deployment {
  readonly id: number;
  /** What we left in it; undefined for what others made. */
  readonly subject: string | undefined;
}

/** The requests to GitHub that reports need; each rejects with octokit's RequestError or the signal's reason. */
export interface GitHubApi {
  /** Login that the token writes as; rejects with 403 for the token of a job or an app. */
  login(signal: AbortSignal): Promise<string>;
  /** All comments of a pull request, the oldest first. */
  comments(pullRequest: number, signal: AbortSignal): AsyncIterable<PullRequestComment>;
  comment(id: number, signal: AbortSignal): Promise<PullRequestComment>;
  createComment(pullRequest: number, body: string, signal: AbortSignal): Promise<PullRequestComment>;
  updateComment(id: number, body: string, signal: AbortSignal): Promise<PullRequestComment>;
  deleteComment(id: number, signal: AbortSignal): Promise<void>;
  /** Number of the merged pull request of a commit, else of an open one; undefined when there is none. */
  pullRequestOfCommit(sha: string, signal: AbortSignal): Promise<number | undefined>;
  /** Number of the open pull request of a branch of this repository; undefined when there is none. */
  pullRequestOfBranch(branch: string, signal: AbortSignal): Promise<number | undefined>;
  /** The newest deployments of an environment, the newest first. */
  deployments(environment: string, signal: AbortSignal): Promise<readonly Deployment[]>;
  createDeployment(deployment: NewDeployment, signal: AbortSignal): Promise<Deployment>;
  createDeploymentStatus(id: number, status: DeploymentStatus, signal: AbortSignal): Promise<void>;
  createCommitStatus(sha: string, status: CommitStatus, signal: AbortSignal): Promise<void>;
}

/** A deployment to be made. */
export interface NewDeployment {
  /** Commit, branch or tag. */
  readonly ref: string;
  readonly environment: string;
  /** At most 140 characters. */
  readonly description: string;
  /** By which a later run knows it again. */
  readonly subject: string;
}

/** What a deployment on GitHub shows. */
export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'inactive' | 'error';
  /** At most 140 characters. */
  readonly description: string;
  readonly environmentUrl?: string;
  readonly logUrl: string;
}

/** A status of a commit. */
export interface CommitStatus {
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  /** At most 140 characters. */
  readonly description: string;
  /** Tells statuses apart. */
  readonly context: string;
  readonly targetUrl: string;
}
