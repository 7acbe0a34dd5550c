import type { Urls } from './call.ts';
import type { Tree } from './json-schema.ts';
import type { Repository } from './repository.ts';
import { sample } from './sample.ts';

/** GitHub's own numbers of the account that a job's token speaks for, and of its app. */
const actions = { user: 41_898_282, app: 15_368 } as const;

/** A person or a bot. */
export function userView(login: string, { api, web }: Urls): Tree {
  const bot = login.endsWith('[bot]');
  return sample('simple-user', {
    login,
    id: login === 'github-actions[bot]' ? actions.user : numberOf(login),
    node_id: nodeId('U', login),
    type: bot ? 'Bot' : 'User',
    url: `${api}/users/${encodeURIComponent(login)}`,
    html_url: bot ? `${web}/apps/${login.replace('[bot]', '')}` : `${web}/${login}`,
  });
}

/** The app through which somebody did something; null for a person. */
export function appView(login: string, urls: Urls): Tree | null {
  if (!login.endsWith('[bot]')) return null;
  const slug = login.replace('[bot]', '');
  return sample('nullable-integration', {
    id: slug === 'github-actions' ? actions.app : numberOf(slug),
    node_id: nodeId('A', slug),
    slug,
    name: slug,
    owner: userView('github', urls),
    html_url: `${urls.web}/apps/${slug}`,
  });
}

/** A repository in one of GitHub's three sizes. */
export function repositoryView(
  size: 'minimal-repository' | 'repository',
  repository: Repository,
  urls: Urls,
): Tree {
  const { owner, name, fullName, private: isPrivate, defaultBranch } = repository;
  return sample(size, {
    id: numberOf(fullName),
    node_id: nodeId('R', fullName),
    name,
    full_name: fullName,
    owner: userView(owner, urls),
    private: isPrivate,
    default_branch: defaultBranch,
    url: repositoryUrl(repository, urls),
    html_url: `${urls.web}/${fullName}`,
  });
}

/** Where the API has a repository. */
export function repositoryUrl({ fullName }: Repository, { api }: Urls): string {
  return `${api}/repos/${fullName}`;
}

/** An opaque name, as GraphQL has it. */
export function nodeId(kind: string, of: string | number): string {
  return `${kind}_${Buffer.from(String(of)).toString('base64url')}`;
}

/** A number for a name, always the same. */
export function numberOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7);
}
