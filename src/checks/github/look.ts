import type { getOctokit } from '@actions/github';
import { describeOdd, isList, pagesOf } from '../../github/pages.ts';
import { limited } from '../../kube/time-limit.ts';
import { GithubFailure, githubFailure } from './failure.ts';
import type { GithubPlace } from './place.ts';
import type { GithubSpec } from './spec.ts';

/** What GitHub says of a check now. */
export interface Found {
  /** In GitHub's words: `status` and `conclusion` of a check run, `state` of a commit status. */
  readonly result: Readonly<Record<string, unknown>>;
  /** The word that tells how far it is, such as `in_progress`, `success`. */
  readonly word: string;
  readonly done: boolean;
  /** Where a person can look at it. */
  readonly link?: string;
}

/** What was found; otherwise the names of others that are there. */
export type Look = { readonly found: Found } | { readonly found?: never; readonly others: readonly string[] };

/** Asks GitHub once. */
export type Looking = (signal: AbortSignal, now: number) => Promise<Look>;

type Client = ReturnType<typeof getOctokit>;

/** Longer than GitHub works on any request: it gives up after 10 s. */
const REQUEST_MS = 30_000;
/** A typo shows beside a few names already. */
const MOST_OTHERS = 10;

/**
 * Makes ready to ask. The client (a megabyte, 45 ms) is loaded only here, where a check is asked for; it brings what
 * node's own fetch has not: the proxies of the runner.
 */
export async function looking(spec: GithubSpec, place: GithubPlace): Promise<Looking> {
  const { getOctokit } = await import('@actions/github');
  // It tells of every failed request in the log; ours are told once, in words.
  const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const client = getOctokit(place.token, { baseUrl: place.apiUrl, log: quiet });
  const find = spec.kind === 'check run' ? findCheckRun : findStatus;
  return async (signal, now) => {
    signal.throwIfAborted();
    const limit = limited(REQUEST_MS, signal);
    try {
      return await find(client, spec, place, limit.signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof GithubFailure) throw error;
      throw githubFailure(limit.signal.aborted ? { message: 'no answer in time' } : error, spec, place, now);
    } finally {
      limit.clear();
    }
  };
}

function ignore(): void {
  // Nothing to say.
}

interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly html_url: string | null;
  readonly app: { readonly slug?: string } | null;
}

/** Each time that a workflow runs for the commit it makes a check run: the one that was made last counts. */
async function findCheckRun(
  client: Client,
  spec: GithubSpec,
  place: GithubPlace,
  signal: AbortSignal,
): Promise<Look> {
  const { apiUrl, owner, repo, ref } = place;
  const list = async (checkName?: string): Promise<readonly CheckRun[]> => {
    const named = checkName === undefined ? {} : { check_name: checkName };
    const pages = pagesOf(async (page) => {
      const asked = { owner, repo, ref, ...named, filter: 'latest' as const, ...page, request: { signal } };
      const { data } = await client.rest.checks.listForRef(asked);
      return listOf<CheckRun>((data as { check_runs?: unknown } | undefined)?.check_runs, apiUrl);
    });
    const runs: CheckRun[] = [];
    for await (const page of pages) runs.push(...page);
    return runs;
  };
  const ofApp = (run: CheckRun): boolean => spec.app === undefined || run.app?.slug === spec.app;
  const runs = (await list(spec.name)).filter((run) => run.name === spec.name && ofApp(run));
  const [last] = runs.toSorted((one, other) => other.id - one.id);
  if (last === undefined) return { others: namesOf((await list()).filter(ofApp).map(({ name }) => name)) };
  const { status, conclusion } = last;
  return {
    found: {
      result: { status, conclusion },
      word: conclusion ?? status,
      done: status === 'completed',
      ...linkTo(last.html_url),
    },
  };
}

interface Status {
  readonly context: string;
  readonly state: string;
  readonly target_url: string | null;
}

/** GitHub tells the newest status first, and never forgets one. */
async function findStatus(
  client: Client,
  spec: GithubSpec,
  place: GithubPlace,
  signal: AbortSignal,
): Promise<Look> {
  const { apiUrl, owner, repo, ref } = place;
  const others = new Set<string>();
  const pages = pagesOf(async (page) => {
    const asked = { owner, repo, ref, ...page, request: { signal } };
    const { data } = await client.rest.repos.listCommitStatusesForRef(asked);
    return listOf<Status>(data, apiUrl);
  });
  for await (const statuses of pages) {
    const newest = statuses.find(({ context }) => context === spec.name);
    if (newest !== undefined) {
      const { state, target_url } = newest;
      return { found: { result: { state }, word: state, done: state !== 'pending', ...linkTo(target_url) } };
    }
    for (const { context } of statuses) others.add(context);
  }
  return { others: namesOf([...others]) };
}

/** Throws GithubFailure for what is no answer of GitHub. */
function listOf<Item>(answer: unknown, apiUrl: string): readonly Item[] {
  if (isList(answer)) return answer as readonly Item[];
  throw new GithubFailure(describeOdd(apiUrl));
}

function namesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted().slice(0, MOST_OTHERS);
}

function linkTo(address: string | null): { readonly link?: string } {
  return address !== null && /^https?:\/\//.test(address) ? { link: address } : {};
}
