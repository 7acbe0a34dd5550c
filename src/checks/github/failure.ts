import type { GithubPlace } from './place.ts';
import type { GithubSpec } from './spec.ts';

/** What is known of a failure besides its words. */
interface FailureFacts {
  readonly passing?: boolean;
  readonly retryAfterMs?: number;
  readonly status?: number;
}

/** A request to GitHub that failed, in words; the message names what to do. */
export class GithubFailure extends Error {
  /** Whether waiting may mend it. */
  readonly passing: boolean;
  /** GitHub asks to wait that long, milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** HTTP status; 0 without an answer. */
  readonly status: number;

  constructor(message: string, facts: FailureFacts = {}, options?: ErrorOptions) {
    super(message, options);
    this.passing = facts.passing ?? false;
    this.retryAfterMs = facts.retryAfterMs;
    this.status = facts.status ?? 0;
  }
}

/** What GitHub's client throws, as far as it is looked at. */
interface Thrown {
  readonly status?: number;
  readonly message?: string;
  readonly cause?: unknown;
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | number | undefined>>;
    readonly data?: unknown;
  };
}

/** A secondary limit may say nothing: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const LIMITED_MS = 60_000;

/** The error in words. `now` is in milliseconds since the epoch. Pure. */
export function githubFailure(
  thrown: unknown,
  spec: GithubSpec,
  place: GithubPlace,
  now: number,
): GithubFailure {
  const { status = 0, response, message = '', cause } = (thrown ?? {}) as Thrown;
  const repository = `${place.owner}/${place.repo}`;
  const permission = spec.kind === 'check run' ? 'checks: read' : 'statuses: read';
  const fail = (text: string, facts?: FailureFacts): GithubFailure =>
    new GithubFailure(text, { status: response === undefined ? 0 : status, ...facts }, { cause: thrown });
  // Without an answer the client counts it as 500.
  if (response === undefined) {
    const why = cause instanceof Error ? cause.message : message;
    return fail(`GitHub was not reached at ${place.apiUrl}: ${why}`, { passing: true });
  }
  const said = `HTTP ${String(status)}: ${saidOf(response.data)}`;
  const retryAfterMs = limitOf(status, response.headers ?? {}, saidOf(response.data), now);
  if (retryAfterMs !== undefined) {
    return fail(`GitHub answers no more requests for now (${said})`, { passing: true, retryAfterMs });
  }
  if (status === 401) {
    return fail(`GitHub does not accept the token (${said}): give another one as GITHUB_TOKEN`);
  }
  if (status === 403) {
    return fail(
      `the token may not read ${spec.kind}s of ${repository} (${said}): give the job "permissions: ${permission}"`,
    );
  }
  if (status === 404) {
    return fail(
      `there is no repository ${repository} for this token (${said}): correct it, or give a token with "${permission}" there`,
    );
  }
  if (status === 422) return fail(`there is no commit ${place.ref} in ${repository} (${said})`);
  return fail(`GitHub failed (${said})`, { passing: status >= 500 });
}

/** How long to wait, where too many requests were sent. */
function limitOf(
  status: number,
  headers: Readonly<Record<string, string | number | undefined>>,
  said: string,
  now: number,
): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers['retry-after'] ?? NaN);
  if (after >= 0) return after * 1_000;
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
  if (String(headers['x-ratelimit-remaining']) === '0' && reset > 0)
    return Math.max(1_000, reset * 1_000 - now);
  return status === 429 || /rate limit/i.test(said) ? LIMITED_MS : undefined;
}

/** GitHub says why in `message`; a gateway before it sends a page. */
function saidOf(body: unknown): string {
  const message = (body as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message.slice(0, 300) : 'no reason was given';
}
