import type { GitHubApi, PullRequestComment } from './api.ts';
import { troubleOf } from './trouble.ts';

/** What tells a comment of ours apart from all others, and which step wrote it last. */
export interface Marker {
  /** One comment for each key. */
  readonly key: string;
  /** When that step began, milliseconds since the epoch. */
  readonly since: number;
}

/** The first line of a comment of ours; GitHub does not show it. */
export function formatMarker({ key, since }: Marker): string {
  // Encoded, so that no key can end the HTML comment.
  return `<!-- rollout-conductor:${encodeURIComponent(key.toWellFormed())} ${String(since)} -->`;
}

/** The marker of a comment; undefined where it has none. Pure. */
export function readMarker(body: string): Marker | undefined {
  const match = /^<!-- rollout-conductor:(\S*) (\d+) -->/.exec(body);
  if (match === null) return undefined;
  const [, key = '', since] = match;
  try {
    return { key: decodeURIComponent(key), since: Number(since) };
  } catch {
    return undefined;
  }
}

/**
 * Whether a comment was written by a step that began later, which knows more: it is not to be overwritten. Numbers of
 * runs would not tell: an old run that is run again keeps its own. Pure.
 */
export function isNewer(comment: Marker, ours: Marker): boolean {
  return comment.since > ours.since;
}

/**
 * The comment with a key, looked for on all pages; the oldest where there are several. Only one that the token's own
 * user wrote: whoever copies the marker into a comment does not become us.
 */
export async function findComment(
  api: GitHubApi,
  pullRequest: number,
  key: string,
  signal: AbortSignal,
): Promise<PullRequestComment | undefined> {
  const login = await loginOf(api, signal);
  for await (const comment of api.comments(pullRequest, signal)) {
    const isOurs = login === undefined ? comment.bot : comment.author === login;
    if (isOurs && readMarker(comment.body)?.key === key) return comment;
  }
  return undefined;
}

/** Undefined for the token of a job, or of another app: it is no user's, and may not ask. */
async function loginOf(api: GitHubApi, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await api.login(signal);
  } catch (error) {
    const trouble = troubleOf(error, 0);
    if (!signal.aborted && trouble.kind === 'denied' && trouble.status === 403) return undefined;
    throw error;
  }
}
