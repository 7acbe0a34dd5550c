import { asError } from '../errors.ts';

/**
 * Why GitHub did not do what was asked: not allowed, not there, out of reach or too busy (worth another try at a time of
 * the clock), or a request that it will never accept.
 */
export type GitHubTrouble =
  | { readonly kind: 'denied'; readonly message: string; readonly status: number }
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'busy'; readonly message: string; readonly retryAt: number }
  | { readonly kind: 'unreachable'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/** What octokit throws, as far as it is read here: RequestError of @octokit/request-error. */
interface ThrownResponse {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/** How long to leave GitHub alone after a secondary limit that names no time, in milliseconds: its docs say a minute. */
const secondaryPause = 60_000;

/**
 * What an error of a request to GitHub means. Pure. A 403 is a limit where the headers say so, else a missing permission
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
export function troubleOf(error: unknown, now: number): GitHubTrouble {
  if (!isResponse(error)) {
    return { kind: 'unreachable', message: reasonOf(error) };
  }
  const { status } = error;
  const message = `${String(status)} ${firstLine(error.message)}`;
  const retryAt = limitedUntil(error, now);
  if (retryAt !== undefined) return { kind: 'busy', message, retryAt };
  if (status === 401 || status === 403) return { kind: 'denied', message, status };
  if (status === 404 || status === 410) return { kind: 'missing', message };
  return status >= 500 || status === 408 || status === 409
    ? { kind: 'unreachable', message }
    : { kind: 'refused', message };
}

/** Octokit gives a failure to connect the status 500 and no response: that is no answer of GitHub. */
function isResponse(error: unknown): error is ThrownResponse {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return false;
  return !(error.status === 500 && (!('response' in error) || error.response === undefined));
}

function limitedUntil({ status, message, response }: ThrownResponse, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const header = (name: string): number => Number(response?.headers?.[name] ?? Number.NaN);
  const after = header('retry-after');
  if (!Number.isNaN(after)) return now + after * 1000;
  const reset = header('x-ratelimit-reset');
  if (header('x-ratelimit-remaining') === 0 && !Number.isNaN(reset)) return Math.max(now, reset * 1000);
  return status === 429 || /secondary rate limit/i.test(message) ? now + secondaryPause : undefined;
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  const { message, cause } = asError(error);
  const why = cause === undefined ? '' : firstLine(asError(cause).message);
  return why === '' || message.includes(why) ? firstLine(message) : `${firstLine(message)}: ${why}`;
}

/** A message may go on with a link to the docs after ` - `. */
function firstLine(message: string): string {
  return message.split('\n')[0]?.split(' - https://')[0] ?? '';
}
