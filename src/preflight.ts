import { ActionableError } from './errors.ts';
import { type AccessRule, missingAccess } from './kube/access.ts';
import type { KubeClient } from './kube/client.ts';
import { renderRole } from './kube/role.ts';

/**
 * Makes sure that everything a plan may do is allowed, so that a release is not begun that cannot be promoted
 * or aborted. Throws one ActionableError with every missing rule; a server that does not answer the question
 * leaves it to the requests themselves.
 */
export async function requireAccess(
  client: KubeClient,
  rules: readonly AccessRule[],
  signal: AbortSignal,
): Promise<void> {
  const required = rules.filter(({ optional }) => optional !== true);
  const access = await missingAccess(client, required, signal);
  if (!access.known || access.missing.length === 0) return;
  const list = access.missing.map(({ verb, group, resource, subresource, why }) => {
    const path = [resource, subresource].filter((part) => part !== undefined).join('/');
    return `- ${verb} ${path}${group === '' ? '' : `.${group}`}: to ${why}`;
  });
  throw new ActionableError({
    what: `The credentials are not allowed to do what this step may have to do:\n${list.join('\n')}`,
    next: `nothing was changed. Add these rules:\n${renderRole(rules)}`,
    reason: 'forbidden',
  });
}
