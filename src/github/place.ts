import { givenInput } from '../given-input.ts';
import type { Environment } from '../inputs.ts';

/** How GitHub is reached, and as whom. */
export interface GitHubAccess {
  /** Base of the REST API, without a slash at its end: that of github.com or of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Empty where there is none. */
  readonly token: string;
}

/** Where on GitHub a run is, and as whom it speaks there. */
export interface GitHubPlace extends GitHubAccess {
  readonly owner: string;
  readonly repo: string;
  /** URL of the run. */
  readonly runUrl: string;
}

/**
 * How a step reaches GitHub. The token of the job stands in no variable by itself: action.yml gives it as the default of
 * `github-token`, and a step that runs otherwise may have it in GITHUB_TOKEN.
 */
export function githubAccess(env: Environment): GitHubAccess {
  return {
    apiUrl: (env['GITHUB_API_URL']?.trim() || 'https://api.github.com').replace(/\/+$/, ''),
    token: givenInput(env, 'github-token') || env['GITHUB_TOKEN']?.trim() || '',
  };
}

/** Where this run is, from the runner's variables; undefined outside of a workflow and without a token. */
export function githubPlace(env: Environment): GitHubPlace | undefined {
  const given = (name: string): string => env[`GITHUB_${name}`]?.trim() ?? '';
  const [owner = '', repo = ''] = given('REPOSITORY').split('/');
  const access = githubAccess(env);
  if (owner === '' || repo === '' || access.token === '') return undefined;
  const server = given('SERVER_URL') || 'https://github.com';
  return { ...access, owner, repo, runUrl: `${server}/${owner}/${repo}/actions/runs/${given('RUN_ID')}` };
}
