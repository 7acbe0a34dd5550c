import { type Answer, numberIn, type RepositoryCall, textIn } from '../call.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import type { Tree } from '../json-schema.ts';
import type { Deployment } from '../records.ts';
import { sample } from '../sample.ts';
import { appView, nodeId, repositoryUrl, userView } from '../views.ts';

/** `repos/list-deployments`: the newest first. */
export function listDeployments(call: RepositoryCall): Answer {
  const filters = ['sha', 'ref', 'task', 'environment'] as const;
  const fits = (deployment: Deployment): boolean =>
    filters.every((name) => [null, 'none', deployment[name]].includes(call.query.get(name)));
  const found = call.repository.deployments.filter(fits);
  return { list: found.toReversed().map((deployment) => view(deployment, call)) };
}

/** `repos/create-deployment`. */
export function createDeployment(call: RepositoryCall): Answer {
  const { repository, body } = call;
  const ref = textIn(call, 'ref') ?? '';
  const sha = repository.commitOf(ref);
  if (sha === undefined) throw new Refusal(422, `No ref found for: ${ref}`);
  const behind = repository.behind.has(ref) && body['auto_merge'] !== false;
  if (behind)
    return {
      status: 202,
      body: { message: `Auto-merged ${repository.defaultBranch} into ${ref} on deployment.` },
    };
  refuseUnlessGreen(call, ref, sha);
  const environment = textIn(call, 'environment') ?? 'production';
  const { id, at } = call.stamp();
  const deployment: Deployment = {
    ...{ id, sha, ref, environment, login: call.caller.login, createdAt: at, statuses: [] },
    task: textIn(call, 'task') ?? 'deploy',
    description: textIn(call, 'description') ?? '',
    payload: body['payload'] ?? {},
    transient: body['transient_environment'] === true,
    production:
      body['production_environment'] === undefined
        ? environment === 'production'
        : body['production_environment'] === true,
  };
  repository.deployments.push(deployment);
  return { status: 201, body: view(deployment, call) };
}

/** The deployment that the path names. */
export function deploymentOf(call: RepositoryCall): Deployment {
  const found = call.repository.deployments.find(({ id }) => id === numberIn(call, 'deployment_id'));
  if (found === undefined) throw notFound();
  return found;
}

/**
 * Without `required_contexts`, GitHub wants every status and check of the commit to be successful; and the job that
 * asks is itself a check that is not yet done. https://docs.github.com/rest/deployments/deployments#create-a-deployment
 */
function refuseUnlessGreen({ repository, body }: RepositoryCall, ref: string, sha: string): void {
  const required = body['required_contexts'] as readonly string[] | undefined;
  const statuses = repository.statuses.filter((status) => status.sha === sha);
  const latest = new Map(statuses.map(({ context, state }) => [context, state]));
  const runs = repository.checkRuns.filter((run) => run.sha === sha);
  for (const { name, conclusion } of runs) latest.set(name, conclusion ?? 'pending');
  const contexts = (required ?? [...latest.keys()]).map((context) => ({
    context,
    state: latest.get(context) ?? 'pending',
  }));
  if (contexts.every(({ state }) => ['success', 'neutral', 'skipped'].includes(state))) return;
  const errors = [{ contexts, resource: 'Deployment', field: 'required_contexts', code: 'invalid' }];
  throw new Refusal(409, `Conflict: Commit status checks failed for ${ref}.`, { errors });
}

/** Refuses a link that is not http or https. */
export function requireWebLink(resource: string, field: string, link: string | null | undefined): void {
  if (link !== null && link !== undefined && link !== '' && !/^https?:\/\/[^\s/]/.test(link))
    throw invalid(resource, field, `${field} must use http(s) scheme`);
}

/** Refuses a description of more than 140 characters, of which GitHub's description says nothing. */
export function requireShort(resource: string, description: string | undefined): void {
  if (description !== undefined && description.length > 140)
    throw invalid(resource, 'description', 'description is too long (maximum is 140 characters)');
}

function view(deployment: Deployment, call: RepositoryCall): Tree {
  const { repository, urls } = call;
  const { id, createdAt, login, statuses, transient, production, ...rest } = deployment;
  const api = repositoryUrl(repository, urls);
  const { sha, ref, task, environment, description, payload } = rest;
  return sample('deployment', {
    ...{ id, sha, ref, task, environment, description, payload },
    original_environment: environment,
    node_id: nodeId('DE', id),
    creator: userView(login, urls),
    performed_via_github_app: appView(login, urls),
    created_at: createdAt,
    updated_at: statuses.at(-1)?.createdAt ?? createdAt,
    transient_environment: transient,
    production_environment: production,
    url: `${api}/deployments/${String(id)}`,
    statuses_url: `${api}/deployments/${String(id)}/statuses`,
    repository_url: api,
  });
}
