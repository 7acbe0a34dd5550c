import { notFound, Refusal } from './errors.ts';
import { mayPush, type Repository } from './repository.ts';

/** What a job's token may be allowed, by the names of GitHub's headers; in a workflow with `-` for `_`. */
export type Permission = 'actions' | 'checks' | 'deployments' | 'issues' | 'pull_requests' | 'statuses';
/** How far. */
export type Level = 'read' | 'write';
/** Permissions of which any one is enough; none where every token that sees the repository will do. */
export type Needs = readonly (readonly [Permission, Level])[];

/** Who a token speaks for. */
export interface Token {
  readonly login: string;
  /** `Bot` for a job's GITHUB_TOKEN. */
  readonly type: 'Bot' | 'User';
  /** Of a job's token; what is left out is not allowed. A user's come from the repository. */
  readonly permissions: Readonly<Partial<Record<Permission, Level>>>;
}

const all: readonly Permission[] = [
  'actions',
  'checks',
  'deployments',
  'issues',
  'pull_requests',
  'statuses',
];

/** A job's GITHUB_TOKEN with these `permissions:`; with all of them if none are given. */
export function jobToken(permissions: Token['permissions'] = levels('write')): Token {
  return { login: 'github-actions[bot]', type: 'Bot', permissions };
}

/** The GITHUB_TOKEN of a pull request from a fork: read-only, whatever the workflow asks for. */
export function forkToken(): Token {
  return jobToken(levels('read'));
}

/** A personal token; what it may depends on `repository.collaborators`. */
export function personalToken(login: string): Token {
  return { login, type: 'User', permissions: {} };
}

function levels(level: Level): Token['permissions'] {
  return Object.fromEntries(all.map((permission) => [permission, level]));
}

/** Throws the refusal that the token gets, if it is not enough. `writes` is for what changes something. */
export function requireAccess(token: Token, repository: Repository, needs: Needs, writes: boolean): void {
  if (token.type === 'Bot') requirePermission(token, needs);
  else requireRole(token, repository, needs, writes);
}

function requirePermission({ permissions }: Token, needs: Needs): void {
  const has = ([permission, level]: Needs[number]): boolean =>
    permissions[permission] === 'write' || permissions[permission] === level;
  if (needs.length === 0 || needs.some(has)) return;
  // https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#insufficient-permissions
  const accepted = needs.map(([permission, level]) => `${permission}=${level}`).join('; ');
  const headers = { 'x-accepted-github-permissions': accepted };
  throw new Refusal(403, 'Resource not accessible by integration', { headers });
}

function requireRole({ login }: Token, repository: Repository, needs: Needs, writes: boolean): void {
  // Whoever sees a repository may comment and react; all other writes need push access.
  const comments = needs.some(([permission]) => permission === 'issues');
  if (writes && !comments && !mayPush(repository.roleOf(login))) throw notFound();
}
