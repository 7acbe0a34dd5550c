/** A comment of an issue or a pull request. */
export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
  readonly reactions: Reaction[];
}

/** A reaction to a comment. */
export interface Reaction {
  readonly id: number;
  readonly login: string;
  readonly content: string;
  readonly createdAt: string;
}

/** A pull request, as a test gives it. */
export interface PullSeed {
  readonly number: number;
  readonly title?: string;
  readonly author?: string;
  /** Name and last commit of its branch. */
  readonly branch: string;
  readonly sha: string;
  /** `owner/name` of the fork that the branch is in. */
  readonly fork?: string;
  readonly base?: string;
  readonly state?: 'open' | 'closed';
  /** The commit that it was merged as; it is closed then. */
  readonly mergedAs?: string;
  /** Nobody without write access may comment, and no job. */
  readonly locked?: boolean;
}

/** A deployment with its statuses, the newest last. */
export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly login: string;
  readonly createdAt: string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly statuses: DeploymentStatus[];
}

/** One status of a deployment. */
export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly login: string;
  readonly createdAt: string;
}

/** A commit status. */
export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly login: string;
  readonly createdAt: string;
}

/** A check run. */
export interface CheckRun {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  status: string;
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  output: { readonly title: string | null; readonly summary: string | null; readonly annotations: number };
  readonly app: { readonly id: number; readonly slug: string };
}

/** A workflow that can be dispatched. */
export interface WorkflowSeed {
  /** File in `.github/workflows`. */
  readonly file: string;
  readonly id: number;
  /** The inputs of its `workflow_dispatch`, and whether one is required. */
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
}

/** A dispatch that was asked for. */
export interface Dispatch {
  readonly file: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly login: string;
}
