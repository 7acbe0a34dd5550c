import { type Answer, numberIn, type RepositoryCall } from '../call.ts';
import { notFound } from '../errors.ts';
import type { Tree } from '../json-schema.ts';
import type { PullSeed } from '../records.ts';
import { sample } from '../sample.ts';
import { nodeId, numberOf, repositoryUrl, repositoryView, userView } from '../views.ts';

/** `pulls/get`. */
export function getPull(call: RepositoryCall): Answer {
  const pull = call.repository.pulls.find(({ number }) => number === numberIn(call, 'pull_number'));
  if (pull === undefined) throw notFound();
  return { status: 200, body: view('pull-request', pull, call) };
}

/** `pulls/list`: the newest first, the open ones if nothing else is asked for. */
export function listPulls(call: RepositoryCall): Answer {
  const { repository, query } = call;
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const found = repository.pulls.filter(
    (pull) =>
      (state === 'all' || stateOf(pull) === state) &&
      // GitHub takes no notice of a head without the owner of its branch, and answers all.
      (head?.includes(':') !== true || head === labelOf(pull, call)) &&
      (base === null || base === (pull.base ?? repository.defaultBranch)),
  );
  const order = query.get('direction') === 'asc' ? 1 : -1;
  const sorted = found.toSorted((one, other) => order * (one.number - other.number));
  return { list: sorted.map((pull) => view('pull-request-simple', pull, call)) };
}

/** `repos/list-pull-requests-associated-with-commit`: merged as it, else with it as the last of the branch. */
export function listPullsOfCommit(call: RepositoryCall): Answer {
  const sha = call.path['commit_sha'] ?? '';
  const { pulls } = call.repository;
  const merged = pulls.filter(({ mergedAs }) => mergedAs === sha);
  const found = merged.length > 0 ? merged : pulls.filter((pull) => pull.sha === sha);
  return { list: found.map((pull) => view('pull-request-simple', pull, call)) };
}

function stateOf({ state, mergedAs }: PullSeed): string {
  return mergedAs === undefined ? (state ?? 'open') : 'closed';
}

function labelOf({ fork, branch }: PullSeed, { repository }: RepositoryCall): string {
  return `${fork?.split('/')[0] ?? repository.owner}:${branch}`;
}

function view(size: 'pull-request' | 'pull-request-simple', pull: PullSeed, call: RepositoryCall): Tree {
  const { repository, urls } = call;
  const { number, title = 'A change', author = 'jane', sha, branch, base = repository.defaultBranch } = pull;
  const id = numberOf(`${repository.fullName}#${String(number)}`);
  const merged = pull.mergedAs !== undefined;
  const whole = repositoryView('repository', repository, urls);
  return sample(size, {
    id,
    node_id: nodeId('PR', id),
    number,
    title,
    state: stateOf(pull),
    locked: pull.locked ?? false,
    user: userView(author, urls),
    url: `${repositoryUrl(repository, urls)}/pulls/${String(number)}`,
    html_url: `${urls.web}/${repository.fullName}/pull/${String(number)}`,
    head: {
      label: labelOf(pull, call),
      ref: branch,
      sha,
      user: userView(pull.fork?.split('/')[0] ?? repository.owner, urls),
      repo: pull.fork === undefined ? whole : { ...whole, full_name: pull.fork, fork: true },
    },
    base: {
      label: `${repository.owner}:${base}`,
      ref: base,
      sha: repository.refs.get(base) ?? '0'.repeat(40),
      user: userView(repository.owner, urls),
      repo: whole,
    },
    merge_commit_sha: pull.mergedAs ?? null,
    merged_at: merged ? '2026-01-01T00:00:00Z' : null,
    ...(size === 'pull-request' && { merged }),
  });
}
