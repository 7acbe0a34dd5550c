import { type Answer, type RepositoryCall, textIn } from '../call.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import type { Tree } from '../json-schema.ts';
import type { CommitStatus } from '../records.ts';
import { sample } from '../sample.ts';
import { nodeId, repositoryUrl, repositoryView, userView } from '../views.ts';
import { requireShort, requireWebLink } from './deployments.ts';

/** `repos/create-commit-status`. */
export function createCommitStatus(call: RepositoryCall): Answer {
  const { repository, path, caller } = call;
  const sha = path['sha'] ?? '';
  if (!/^[0-9a-f]{40}$/.test(sha)) throw new Refusal(422, `No commit found for SHA: ${sha}`);
  const description = textIn(call, 'description');
  const targetUrl = textIn(call, 'target_url') ?? null;
  requireShort('Status', description);
  requireWebLink('Status', 'target_url', targetUrl);
  const context = textIn(call, 'context') ?? 'default';
  const before = repository.statuses.filter((status) => status.sha === sha && status.context === context);
  if (before.length >= 1000)
    throw invalid('Status', 'context', 'This SHA and context has reached the maximum number of statuses.');
  const state = textIn(call, 'state') ?? '';
  const given = { sha, state, context, targetUrl, description: description ?? null, login: caller.login };
  return { status: 201, body: view('status', repository.addStatus(given), call) };
}

/** `repos/list-commit-statuses-for-ref`: all there ever were, the newest first. */
export function listCommitStatuses(call: RepositoryCall): Answer {
  return { list: statusesOf(call).map((status) => view('status', status, call)) };
}

/** `repos/get-combined-status-for-ref`: the newest of each context, and one word for all. */
export function getCombinedStatus(call: RepositoryCall): Answer {
  const { repository, urls } = call;
  const all = statusesOf(call);
  const latest = all.filter((one) => all.find(({ context }) => context === one.context) === one);
  const states = new Set(latest.map(({ state }) => state));
  const bad = states.has('failure') || states.has('error');
  const state = bad ? 'failure' : states.has('pending') || states.size === 0 ? 'pending' : 'success';
  const sha = commitOf(call);
  return {
    list: latest.map((status) => view('simple-commit-status', status, call)),
    around: (statuses, total) =>
      sample('combined-commit-status', {
        ...{ state, sha, statuses },
        total_count: total,
        repository: repositoryView('minimal-repository', repository, urls),
        commit_url: `${repositoryUrl(repository, urls)}/commits/${sha}`,
        url: `${repositoryUrl(repository, urls)}/commits/${sha}/status`,
      }),
  };
}

/** The commit that `ref` in the path leads to. */
export function commitOf({ repository, path }: RepositoryCall): string {
  const sha = repository.commitOf(path['ref'] ?? '');
  if (sha === undefined) throw notFound();
  return sha;
}

function statusesOf(call: RepositoryCall): readonly CommitStatus[] {
  const sha = commitOf(call);
  return call.repository.statuses.filter((status) => status.sha === sha).toReversed();
}

function view(
  size: 'status' | 'simple-commit-status',
  { id, sha, state, context, description, targetUrl, login, createdAt }: CommitStatus,
  { repository, urls }: RepositoryCall,
): Tree {
  return sample(size, {
    ...{ id, state, context, description },
    target_url: targetUrl,
    node_id: nodeId('SC', id),
    created_at: createdAt,
    updated_at: createdAt,
    url: `${repositoryUrl(repository, urls)}/statuses/${sha}`,
    ...(size === 'status' && { creator: userView(login, urls) }),
  });
}
