import { type Answer, type Call, type RepositoryCall, textIn } from '../call.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Role } from '../repository.ts';
import { sample } from '../sample.ts';
import { numberOf, repositoryView, userView } from '../views.ts';

/** The roles that `permission` has no word for; `role_name` has. */
const bases: Readonly<Partial<Record<Role, Role>>> = { maintain: 'write', triage: 'read' };

/** `repos/get-collaborator-permission-level`: of everybody, whether or not they are one. */
export function getPermissionLevel({ repository, path, urls }: RepositoryCall): Answer {
  const login = path['username'] ?? '';
  const role = repository.roleOf(login);
  return {
    status: 200,
    body: sample('repository-collaborator-permission', {
      permission: bases[role] ?? role,
      role_name: role,
      user: sample('nullable-collaborator', { ...userView(login, urls), role_name: role }),
    }),
  };
}

/** `actions/create-workflow-dispatch`. */
export function dispatchWorkflow(call: RepositoryCall): Answer {
  const { repository, path, body, caller, urls } = call;
  const named = path['workflow_id'] ?? '';
  const workflow = repository.workflows.find(({ file, id }) => file === named || String(id) === named);
  if (workflow === undefined) throw notFound();
  const ref = textIn(call, 'ref') ?? '';
  if (repository.commitOf(ref) === undefined) throw new Refusal(422, `No ref found for: ${ref}`);
  const inputs = (body['inputs'] ?? {}) as Readonly<Record<string, unknown>>;
  const unexpected = Object.keys(inputs).filter((name) => !Object.hasOwn(workflow.inputs, name));
  if (unexpected.length > 0)
    throw new Refusal(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  for (const [name, { required }] of Object.entries(workflow.inputs))
    if (required === true && !Object.hasOwn(inputs, name))
      throw new Refusal(422, `Required input '${name}' not provided`);
  repository.dispatches.push({ file: workflow.file, ref, inputs, login: caller.login });
  if (body['return_run_details'] !== true) return { status: 204 };
  const run = call.stamp().id;
  return {
    status: 200,
    body: {
      workflow_run_id: run,
      run_url: `${urls.api}/repos/${repository.fullName}/actions/runs/${String(run)}`,
      html_url: `${urls.web}/${repository.fullName}/actions/runs/${String(run)}`,
    },
  };
}

/** `apps/list-repos-accessible-to-installation`: what a job's token reaches. */
export function listInstallationRepositories({ caller, repositories, urls }: Call): Answer {
  if (caller.type !== 'Bot')
    throw new Refusal(
      403,
      'You must authenticate with an installation access token in order to list repositories for an installation.',
    );
  return {
    list: repositories.map((repository) => repositoryView('repository', repository, urls)),
    around: (page, total) => ({ total_count: total, repositories: page }),
  };
}

/** `users/get-authenticated`. */
export function getUser({ caller, urls }: Call): Answer {
  const user = { ...userView(caller.login, urls), user_view_type: 'public', id: numberOf(caller.login) };
  return { status: 200, body: sample('public-user', user) };
}

/** `rate-limit/get`. */
export function getRateLimit({ rate }: Call): Answer {
  return {
    status: 200,
    body: sample('rate-limit-overview', { rate, resources: { core: rate, search: rate } }),
  };
}
