import type {
  CheckRun,
  Comment,
  CommitStatus,
  Deployment,
  Dispatch,
  PullSeed,
  WorkflowSeed,
} from './records.ts';

/** What a person may do in a repository. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** Whether a role is enough to push. */
export function mayPush(role: Role): boolean {
  return role === 'admin' || role === 'maintain' || role === 'write';
}

/** Numbers and times for what is made. */
export interface Stamp {
  /** A number that nothing else has; above 2^31, as GitHub's are. */
  readonly id: number;
  /** Now, to the second, as GitHub writes it. */
  readonly at: string;
}

/** One repository and all that was put into it, by a test or over HTTP. */
export class Repository {
  readonly owner: string;
  readonly name: string;
  /** Nobody without a role sees it. */
  readonly private: boolean;
  readonly defaultBranch = 'main';
  /** Branches and tags with their commits, beside the branches of pull requests. */
  readonly refs = new Map<string, string>();
  /** Refs that the default branch is ahead of. */
  readonly behind = new Set<string>();
  readonly collaborators = new Map<string, Role>();
  readonly pulls: PullSeed[] = [];
  /** Numbers of the issues that are no pull requests. */
  readonly issues = new Set<number>();
  /** The oldest first, as all lists here. */
  readonly comments: Comment[] = [];
  readonly deployments: Deployment[] = [];
  readonly statuses: CommitStatus[] = [];
  readonly checkRuns: CheckRun[] = [];
  readonly workflows: WorkflowSeed[] = [];
  readonly dispatches: Dispatch[] = [];
  readonly #stamp: () => Stamp;

  constructor(fullName: string, isPrivate: boolean, stamp: () => Stamp) {
    const [owner = '', name = ''] = fullName.split('/');
    this.owner = owner;
    this.name = name;
    this.private = isPrivate;
    this.#stamp = stamp;
  }

  /** `owner/name`. */
  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** What somebody may do here: everybody reads what is public. */
  roleOf(login: string): Role {
    return this.collaborators.get(login) ?? (this.private ? 'none' : 'read');
  }

  /** The commit of a branch, a tag, or a commit itself; undefined for what is not there. */
  commitOf(ref: string): string | undefined {
    if (/^[0-9a-f]{40}$/.test(ref)) return ref;
    const short = ref.replace(/^(refs\/)?(heads|tags)\//, '');
    return this.refs.get(short) ?? this.pulls.find(({ branch }) => branch === short)?.sha;
  }

  /** Puts a comment there, as if somebody had written it earlier. */
  addComment(issue: number, login: string, body: string): Comment {
    const { id, at } = this.#stamp();
    const comment = { id, issue, login, body, createdAt: at, updatedAt: at, reactions: [] };
    this.comments.push(comment);
    return comment;
  }

  /** Puts a check run of GitHub Actions there; `conclusion` makes it completed. */
  addCheckRun(sha: string, name: string, conclusion?: string): CheckRun {
    const { id, at } = this.#stamp();
    const run: CheckRun = {
      ...{ id, sha, name, startedAt: at },
      status: conclusion === undefined ? 'in_progress' : 'completed',
      conclusion: conclusion ?? null,
      completedAt: conclusion === undefined ? null : at,
      output: { title: null, summary: null, annotations: 0 },
      app: { id: 15_368, slug: 'github-actions' },
    };
    this.checkRuns.push(run);
    return run;
  }

  /** Puts a commit status there. */
  addStatus(
    status: Pick<CommitStatus, 'sha' | 'state' | 'context' | 'login'> & Partial<CommitStatus>,
  ): CommitStatus {
    const { id, at } = this.#stamp();
    const added = { id, description: null, targetUrl: null, createdAt: at, ...status };
    this.statuses.push(added);
    return added;
  }
}
