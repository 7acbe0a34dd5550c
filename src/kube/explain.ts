import { ActionableError, type ErrorParts } from '../errors.ts';
import { ruleFor } from './access.ts';

import { type Where, serverOf, tls, unreachable } from './explain-connection.ts';
import { type KubeError, describeRequest } from './kube-error.ts';
import { resourceName } from './resources.ts';
import { renderRole } from './role.ts';

/**
 * The error as a person needs it: what happened, what was asked, what to do next.
 * @param where the connection it happened on
 * @param asked what the action was doing, such as `promote rollout/web`; left out: the request itself
 */
export function explain(error: KubeError, where: Where, asked?: string): ActionableError {
  const request = describeRequest({ ...error, name: error.objectName });
  const parts = explanation(error, where);
  return new ActionableError(
    { asked: asked === undefined ? request : `${asked} (${request})`, ...parts },
    { cause: error },
  );
}

function explanation(error: KubeError, where: Where): ErrorParts {
  const server = serverOf(where);
  const said = `"${error.serverMessage}"`;
  switch (error.kind) {
    case 'forbidden':
      return forbidden(error);
    case 'unauthorized':
      return unauthorized(error, where);
    case 'unreachable':
      return unreachable(error, where);
    case 'tls':
      return tls(error, where);
    case 'timed-out':
      return {
        what: `${server} did not answer in time (${error.serverMessage}).`,
        next: 'check that this runner may reach it (firewall, private endpoint, VPN) and that it is healthy; the step can be run again.',
      };
    case 'no-such-resource':
      return noSuchResource(error, where);
    case 'not-found':
      return notFound(error, where);
    case 'conflict':
      return {
        what: `Somebody else changed ${objectOf(error)} at the same time: ${said}.`,
        next: 'run the step again; if it happens again, look who else writes to it (metadata.managedFields names them).',
      };
    case 'already-exists':
      return {
        what: `It exists already: ${said}.`,
        next: 'delete it if it is a leftover, then run the step again.',
      };
    case 'invalid':
      return {
        what: `The server refused the change to ${objectOf(error)}: ${said}.`,
        next: 'correct what the message names; nothing was changed.',
      };
    case 'gone':
      return {
        what: `The server no longer has the state that was asked for: ${said}.`,
        next: 'run the step again.',
      };
    case 'too-many-requests':
      return {
        what: `${server} has too many requests to answer this one: ${said}.`,
        next: 'run the step again later; see what loads the API server.',
      };
    case 'server':
      return {
        what: `${server} failed (HTTP ${String(error.httpStatus)}): ${said}.`,
        next: 'look at the health of the control plane and its webhooks, then run the step again.',
      };
    case 'answer-lost':
      return {
        what: `The answer to a change of ${objectOf(error)} was lost: ${error.serverMessage}. It was not sent again.`,
        next: 'look at the object before asking again; `operation: status` shows it.',
      };
    case 'bad-answer':
      return {
        what: `${server} gave an answer that no Kubernetes API server gives: ${error.serverMessage}.`,
        next: 'check the server address in the kubeconfig, and any proxy in between.',
      };
    case 'refused':
      return {
        what: `${server} refused the request (HTTP ${String(error.httpStatus)}): ${said}.`,
        next: 'if the message does not help, the server is perhaps too old for this request.',
      };
  }
}

function objectOf(error: KubeError): string {
  return `${resourceName(error.resource)}${error.objectName === undefined ? '' : ` "${error.objectName}"`}`;
}

/** RBAC says `User "x" cannot verb …`; quota, policies and other admission say "forbidden" too, and no rule mends those. */
function forbidden(error: KubeError): ErrorParts {
  const user = /User "([^"]+)" cannot /.exec(error.serverMessage)?.[1];
  if (user === undefined) {
    return {
      what: `The server does not allow this: "${error.serverMessage}".`,
      next: 'the message names the policy, quota or admission rule that stands against it.',
    };
  }
  if (user === 'system:anonymous') {
    return {
      what: 'The server does not know who asks: the request counted as anonymous.',
      next: 'check the user of the kubeconfig: it has no credentials, or ones that the server ignores.',
    };
  }
  const { verb, resource, subresource, namespace } = error;
  const name = verb === 'list' || verb === 'watch' ? undefined : error.objectName;
  const role = renderRole([ruleFor(verb, resource, { subresource, namespace, name }, `for ${user}`)]);
  const plural = `${resourceName(resource)}${subresource === undefined ? '' : `/${subresource}`}`;
  return {
    what: `The user "${user}" may not ${verb} ${plural}${namespace === undefined ? '' : ` in namespace "${namespace}"`}.`,
    next: `let it, with this role (and a binding of "${user}" to it) or its rule added to a role it has:\n${role.trimEnd()}`,
  };
}

function unauthorized(error: KubeError, where: Where): ErrorParts {
  const user = where.user === '' ? 'names no user' : `has the user "${where.user}"`;
  return {
    what: `The API server ${where.server} does not accept the credentials: they have expired, are for another cluster, or are missing (${error.serverMessage}).`,
    next: `log in again in an earlier step, or renew the token. The context "${where.context}" ${user} (${where.source}).`,
  };
}

function noSuchResource(error: KubeError, where: Where): ErrorParts {
  const { resource } = error;
  const builtIn = !resource.group.includes('.') || resource.group.endsWith('.k8s.io');
  return {
    what: `The API server ${where.server} knows no ${resourceName(resource)} (${resource.version}).`,
    next: builtIn
      ? 'check that the address in the kubeconfig is the one of the API server, with its whole path.'
      : `install the custom resource definition of ${resource.kind} in this cluster, or choose another context (this is "${where.context}").`,
  };
}

function notFound(error: KubeError, where: Where): ErrorParts {
  const other =
    error.details?.kind !== undefined && error.details.kind !== error.resource.plural
      ? error.details
      : undefined;
  const missing = other === undefined ? objectOf(error) : `${String(other.kind)} "${String(other.name)}"`;
  const namespace = error.namespace === undefined ? '' : ` in namespace "${error.namespace}"`;
  return {
    what: `There is no ${missing}${other === undefined ? namespace : ''} (context "${where.context}").`,
    next: 'check the name, the namespace and the context.',
  };
}
