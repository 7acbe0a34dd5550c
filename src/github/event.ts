/** What a webhook event tells, as far as it leads to a pull request; see https://docs.github.com/webhooks. */
export interface EventPayload {
  readonly pull_request?: { readonly number?: number; readonly head?: { readonly sha?: string } };
  readonly issue?: { readonly number?: number; readonly pull_request?: unknown };
  readonly merge_group?: { readonly head_ref?: string };
  readonly workflow_run?: {
    readonly head_sha?: string;
    readonly pull_requests?: readonly { readonly number?: number }[];
  };
  /** What was typed for `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, unknown>> | null;
}

/** The event of a workflow run. */
export interface WorkflowEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  readonly payload: EventPayload;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  /** `GITHUB_REF`. */
  readonly ref: string;
  /** Name of the workflow's file, from `GITHUB_WORKFLOW_REF`; empty where that is not set. */
  readonly workflow: string;
}

/**
 * The commit that a workflow run is for, where checks and statuses are reported: for a pull request its head, because
 * `GITHUB_SHA` is a merge that nobody has checked; for `workflow_run` that of the run before, because `GITHUB_SHA` is the
 * default branch. https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function commitOf({ payload, sha }: WorkflowEvent): string {
  return payload.pull_request?.head?.sha ?? payload.workflow_run?.head_sha ?? sha;
}

/**
 * Where the pull request of a run is to be found: its number, the merged one of a commit, the open one of a branch; or
 * why there is none.
 */
export type PullRequestClue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'branch'; readonly branch: string }
  | { readonly kind: 'none'; readonly why: string };

/** Which pull request a run speaks of, as far as its event tells. Pure. */
export function pullRequestOf({ name, payload, sha, ref }: WorkflowEvent): PullRequestClue {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return numbered(payload.pull_request?.number, `the event ${name} names no pull request`);
    case 'issue_comment':
      return payload.issue?.pull_request === undefined
        ? { kind: 'none', why: 'the comment is on an issue, not on a pull request' }
        : numbered(payload.issue.number, 'the comment names no pull request');
    case 'merge_group':
      return numbered(queued(payload.merge_group?.head_ref), 'the merge group names no pull request');
    case 'workflow_run':
      return ofWorkflowRun(payload.workflow_run);
    case 'push':
      return ref.startsWith('refs/heads/')
        ? { kind: 'commit', sha }
        : { kind: 'none', why: `${ref || 'the push'} is no branch` };
    case 'workflow_dispatch':
      return ref.startsWith('refs/heads/')
        ? { kind: 'branch', branch: ref.slice('refs/heads/'.length) }
        : { kind: 'none', why: `${ref || 'the run'} is no branch` };
    default:
      return { kind: 'none', why: `the event ${name || 'of this run'} has no pull request` };
  }
}

/** A merge queue's branch is `gh-readonly-queue/BASE/pr-NUMBER-SHA`. */
function queued(ref = ''): number | undefined {
  const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(ref)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The list is empty for a run of a fork; its commit leads on. */
function ofWorkflowRun(run: EventPayload['workflow_run']): PullRequestClue {
  const number = run?.pull_requests?.[0]?.number;
  if (number !== undefined) return { kind: 'number', number };
  return run?.head_sha === undefined
    ? { kind: 'none', why: 'the event workflow_run names neither a pull request nor a commit' }
    : { kind: 'commit', sha: run.head_sha };
}

function numbered(number: number | undefined, why: string): PullRequestClue {
  return !Number.isSafeInteger(number) || number === undefined
    ? { kind: 'none', why }
    : { kind: 'number', number };
}
