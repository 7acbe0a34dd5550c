import { type Answer, type RepositoryCall, textIn } from '../call.ts';
import type { Tree } from '../json-schema.ts';
import type { Deployment, DeploymentStatus } from '../records.ts';
import { sample } from '../sample.ts';
import { appView, nodeId, repositoryUrl, userView } from '../views.ts';
import { deploymentOf, requireShort, requireWebLink } from './deployments.ts';

const resource = 'DeploymentStatus';

/** `repos/list-deployment-statuses`: the newest first. */
export function listDeploymentStatuses(call: RepositoryCall): Answer {
  const deployment = deploymentOf(call);
  return { list: deployment.statuses.toReversed().map((status) => view(deployment, status, call)) };
}

/** `repos/create-deployment-status`: success makes the environment's other deployments inactive, if it may. */
export function createDeploymentStatus(call: RepositoryCall): Answer {
  const deployment = deploymentOf(call);
  const description = textIn(call, 'description');
  requireShort(resource, description);
  for (const field of ['target_url', 'log_url', 'environment_url'])
    requireWebLink(resource, field, textIn(call, field));
  const state = textIn(call, 'state') ?? '';
  const status: DeploymentStatus = {
    ...stamped(call),
    state,
    description: description ?? '',
    environment: textIn(call, 'environment') ?? deployment.environment,
    environmentUrl: textIn(call, 'environment_url') ?? '',
    logUrl: textIn(call, 'log_url') ?? textIn(call, 'target_url') ?? '',
  };
  deployment.statuses.push(status);
  if (state === 'success' && call.body['auto_inactive'] !== false) retireOthers(call, deployment);
  return { status: 201, body: view(deployment, status, call) };
}

/** "all prior non-transient, non-production environment deployments" of the environment that had success. */
function retireOthers(call: RepositoryCall, deployment: Deployment): void {
  const others = call.repository.deployments.filter(
    (other) =>
      other.id < deployment.id &&
      other.environment === deployment.environment &&
      !other.transient &&
      !other.production &&
      other.statuses.at(-1)?.state === 'success',
  );
  for (const other of others) {
    const last = other.statuses.at(-1);
    if (last !== undefined) other.statuses.push({ ...last, ...stamped(call), state: 'inactive' });
  }
}

function stamped({ stamp, caller }: RepositoryCall): Pick<DeploymentStatus, 'id' | 'createdAt' | 'login'> {
  const { id, at } = stamp();
  return { id, createdAt: at, login: caller.login };
}

function view(deployment: Deployment, status: DeploymentStatus, { repository, urls }: RepositoryCall): Tree {
  const api = repositoryUrl(repository, urls);
  const { id, state, description, environment, environmentUrl, logUrl, login, createdAt } = status;
  const url = `${api}/deployments/${String(deployment.id)}`;
  return sample('deployment-status', {
    ...{ id, state, description, environment },
    node_id: nodeId('DES', id),
    creator: userView(login, urls),
    performed_via_github_app: appView(login, urls),
    created_at: createdAt,
    updated_at: createdAt,
    // Empty where none was given; the description would have a link.
    ...(environmentUrl !== '' && { environment_url: environmentUrl }),
    ...(logUrl !== '' && { log_url: logUrl, target_url: logUrl }),
    url: `${url}/statuses/${String(id)}`,
    deployment_url: url,
    repository_url: api,
  });
}
