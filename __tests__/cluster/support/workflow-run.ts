/** What a runner tells a step of the run that it belongs to. */
export interface WorkflowRun {
  readonly id?: number;
  readonly attempt?: number;
  readonly job?: string;
  /** `__self` and the like, or the step's id. */
  readonly action?: string;
}

/** URL of the run with this number. */
export function runUrl(id: number): string {
  return `https://github.test/acme/shop/actions/runs/${String(id)}`;
}

/** The GITHUB_ variables of a step; two calls with the same values are the same step. */
export function workflowRun({ id = 7, attempt: number = 1, ...step }: WorkflowRun = {}): NodeJS.ProcessEnv {
  return {
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: String(id),
    GITHUB_RUN_ATTEMPT: String(number),
    GITHUB_JOB: step.job ?? 'release',
    GITHUB_ACTION: step.action ?? 'conduct',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_ACTOR: 'jane',
  };
}

/** The same step in an attempt of the run: "Re-run jobs" raises the number. */
export function attempt(number: number): NodeJS.ProcessEnv {
  return workflowRun({ attempt: number });
}
