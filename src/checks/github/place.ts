import { readFile } from 'node:fs/promises';
import { ActionableError } from '../../errors.ts';
import type { Environment } from '../../inputs.ts';
import type { GithubSpec } from './spec.ts';

/** Where a check is looked for, and with what. */
export interface GithubPlace {
  /** Address of the API; of a GitHub Enterprise Server its own. */
  readonly api: string;
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  readonly ref: string;
}

/** Finds out what the check does not say. Throws ActionableError for what the workflow does not say either. */
export async function placeOf(spec: GithubSpec, env: Environment): Promise<GithubPlace> {
  const token = env['INPUT_GITHUB-TOKEN']?.trim() || env['GITHUB_TOKEN']?.trim();
  const [owner, repo] = (spec.repository ?? env['GITHUB_REPOSITORY'] ?? '').split('/');
  const ref = spec.ref ?? (await commitOf(env));
  if (!token) {
    throw missing(
      'no token to ask GitHub with',
      'set it in the env: of the step: GITHUB_TOKEN: ${{ github.token }}',
    );
  }
  // The client quotes a header that cannot be sent, and with it the token.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw missing('no token of one line and plain letters', 'give github-token as GitHub gave it');
  if (!owner || !repo) throw missing('no repository', 'say `repository: OWNER/NAME` in the check');
  if (!ref) throw missing('no commit', 'say `ref` in the check: a commit, a branch or a tag');
  return { api: env['GITHUB_API_URL']?.trim() || 'https://api.github.com', token, owner, repo, ref };
}

function missing(what: string, next: string): ActionableError {
  return new ActionableError({
    what: `There is ${what}, which a github check needs.`,
    next: `${next}.`,
    reason: 'bad-input',
  });
}

/**
 * The commit that a workflow run is for, where checks are reported: for a pull request its head, because `GITHUB_SHA`
 * is a merge that nobody has checked; for `workflow_run` that of the run before, because `GITHUB_SHA` is the default
 * branch. https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
async function commitOf(env: Environment): Promise<string | undefined> {
  const event = await readEvent(env['GITHUB_EVENT_PATH']);
  return event?.pull_request?.head?.sha ?? event?.workflow_run?.head_sha ?? env['GITHUB_SHA'];
}

interface EventPayload {
  readonly pull_request?: { readonly head?: { readonly sha?: string } };
  readonly workflow_run?: { readonly head_sha?: string };
}

async function readEvent(file: string | undefined): Promise<EventPayload | undefined> {
  try {
    return file ? (JSON.parse(await readFile(file, 'utf8')) as EventPayload) : undefined;
  } catch {
    return undefined;
  }
}
