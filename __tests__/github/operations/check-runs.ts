import { type Answer, numberIn, type RepositoryCall, textIn } from '../call.ts';
import { invalid, notFound } from '../errors.ts';
import type { Tree } from '../json-schema.ts';
import type { CheckRun } from '../records.ts';
import { sample } from '../sample.ts';
import { appView, nodeId, numberOf, repositoryUrl } from '../views.ts';
import { commitOf } from './statuses.ts';

/** `checks/list-for-ref`: the newest first; of each name only the last, unless `filter` is `all`. */
export function listCheckRuns(call: RepositoryCall): Answer {
  const { repository, query } = call;
  const sha = commitOf(call);
  const all = repository.checkRuns.filter((run) => run.sha === sha).toReversed();
  const name = query.get('check_name');
  const fits = (run: CheckRun): boolean =>
    (query.get('filter') === 'all' || all.find((other) => sameCheck(other, run)) === run) &&
    (name === null || run.name === name) &&
    [null, run.status].includes(query.get('status')) &&
    [null, String(run.app.id)].includes(query.get('app_id'));
  return {
    list: all.filter(fits).map((run) => view(run, call)),
    around: (page, total) => ({ total_count: total, check_runs: page }),
  };
}

/** `checks/create`. */
export function createCheckRun(call: RepositoryCall): Answer {
  const run = call.repository.addCheckRun(textIn(call, 'head_sha') ?? '', textIn(call, 'name') ?? '');
  run.status = 'queued';
  change(run, call);
  return { status: 201, body: view(run, call) };
}

/** `checks/update`. */
export function updateCheckRun(call: RepositoryCall): Answer {
  const run = call.repository.checkRuns.find(({ id }) => id === numberIn(call, 'check_run_id'));
  if (run === undefined) throw notFound();
  change(run, call);
  return { status: 200, body: view(run, call) };
}

function sameCheck(one: CheckRun, other: CheckRun): boolean {
  return one.name === other.name && one.app.id === other.app.id;
}

function change(run: CheckRun, call: RepositoryCall): void {
  const [status, conclusion] = [textIn(call, 'status'), textIn(call, 'conclusion')];
  if (status === 'completed' && conclusion === undefined)
    throw invalid('CheckRun', 'conclusion', 'A completed check run needs a conclusion.');
  run.status = conclusion === undefined ? (status ?? run.status) : 'completed';
  run.conclusion = conclusion ?? run.conclusion;
  if (run.status === 'completed') run.completedAt = textIn(call, 'completed_at') ?? call.stamp().at;
  const output = call.body['output'] as
    | { readonly title?: string; readonly summary: string; readonly annotations?: readonly unknown[] }
    | undefined;
  if (output === undefined) return;
  const { title, summary, annotations = [] } = output;
  // Those of an update come beside those that are there.
  run.output = {
    title: title ?? run.output.title,
    summary,
    annotations: run.output.annotations + annotations.length,
  };
}

function view(run: CheckRun, { repository, urls }: RepositoryCall): Tree {
  const { id, sha, name, status, conclusion, startedAt, completedAt, output, app } = run;
  const url = `${repositoryUrl(repository, urls)}/check-runs/${String(id)}`;
  return sample('check-run', {
    ...{ id, name, status, conclusion, url },
    head_sha: sha,
    node_id: nodeId('CR', id),
    html_url: `${urls.web}/${repository.fullName}/runs/${String(id)}`,
    started_at: startedAt,
    completed_at: completedAt,
    external_id: '',
    check_suite: { id: numberOf(sha) },
    app: appView(`${app.slug}[bot]`, urls),
    output: {
      title: output.title,
      summary: output.summary,
      text: null,
      annotations_count: output.annotations,
      annotations_url: `${url}/annotations`,
    },
  });
}
