import { ActionableError } from '../../errors.ts';
import { readEvent } from '../../event-file.ts';
import { commitOf } from '../../github/event.ts';
import { type GitHubAccess, githubAccess } from '../../github/place.ts';
import type { Environment } from '../../inputs.ts';
import type { GithubSpec } from './spec.ts';

/** Where a check is looked for, and with what. */
export interface GithubPlace extends GitHubAccess {
  readonly owner: string;
  readonly repo: string;
  readonly ref: string;
}

/** Finds out what the check does not say. Throws ActionableError for what the workflow does not say either. */
export function placeOf(spec: GithubSpec, env: Environment): GithubPlace {
  const access = githubAccess(env);
  const [owner, repo] = (spec.repository ?? env['GITHUB_REPOSITORY'] ?? '').split('/');
  const ref = spec.ref ?? commitOf(readEvent(env).event);
  if (access.token === '') {
    throw missing('no token to ask GitHub with', 'set the input github-token, such as ${{ github.token }}');
  }
  // The client quotes a header that cannot be sent, and with it the token.
  if (!/^[\x21-\x7e]+$/.test(access.token))
    throw missing('no token of one line and plain letters', 'give github-token as GitHub gave it');
  if (!owner || !repo) throw missing('no repository', 'say `repository: OWNER/NAME` in the check');
  if (!ref) throw missing('no commit', 'say `ref` in the check: a commit, a branch or a tag');
  return { ...access, owner, repo, ref };
}

function missing(what: string, next: string): ActionableError {
  return new ActionableError({
    what: `There is ${what}, which a github check needs.`,
    next: `${next}.`,
    reason: 'bad-input',
  });
}
