import { type Resource, resourceName } from './resources.ts';

/** The verbs of RBAC that this action uses. */
export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';

/**
 * What went wrong, so that callers need not know status codes:
 *
 * - `not-found`: the kind is known, the object (or its namespace) is not there;
 * - `no-such-resource`: the server does not know the kind (the CRD is not installed), or it is no API server;
 * - `unauthorized`: 401 also with renewed credentials; `forbidden`: 403;
 * - `conflict`: 409 on a write that named a resourceVersion or a field owner; `already-exists`: 409 on a create;
 * - `invalid`: 422, which is also the answer to a JSON Patch whose `test` did not hold;
 * - `gone`: 410, the resourceVersion or page is too old;
 * - `too-many-requests`: 429; `server`: 5xx and 408;
 * - `refused`: any other status, such as 400, 405, 415;
 * - `unreachable`: no connection, or it broke; `timed-out`: no answer in time; `tls`: the handshake failed;
 * - `answer-lost`: a write that must not be sent twice was sent, and its answer does not tell whether it was done:
 *   look before doing anything else;
 * - `bad-answer`: an answer that is not JSON, or larger than allowed.
 */
export type KubeErrorKind =
  | 'not-found'
  | 'no-such-resource'
  | 'unauthorized'
  | 'forbidden'
  | 'conflict'
  | 'already-exists'
  | 'invalid'
  | 'gone'
  | 'too-many-requests'
  | 'server'
  | 'refused'
  | 'unreachable'
  | 'timed-out'
  | 'tls'
  | 'answer-lost'
  | 'bad-answer';

/** The request an error belongs to: no header and no body, so that it can be printed. */
export interface RequestName {
  readonly verb: Verb;
  readonly resource: Resource;
  readonly subresource?: string | undefined;
  /** Not there for kinds outside namespaces. */
  readonly namespace?: string | undefined;
  /** Not there for a collection. */
  readonly name?: string | undefined;
}

/** What is known of a failure besides the request. */
export interface KubeErrorFacts {
  readonly kind: KubeErrorKind;
  /** The server's message, or the connection's; one line of plain text, not escaped for Markdown. */
  readonly message: string;
  /** 0 if there was no answer. */
  readonly httpStatus?: number;
  /** `reason` of the server's Status, such as `NotFound`. */
  readonly reason?: string | undefined;
  /** What the server says is missing or wrong, which may be another object than the asked one (its namespace). */
  readonly details?: { readonly kind?: string; readonly name?: string } | undefined;
  /** Code of the connection's error, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`. */
  readonly code?: string | undefined;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /**
   * False if the server certainly never saw the request (no connection, failed handshake) or certainly refused it
   * before acting on it; only then may a write that is not repeatable be sent again.
   */
  readonly maybeActedOn: boolean;
}

/** A request to the API server that failed. Holds no header, body or token: it may be printed as it is. */
export class KubeError extends Error {
  override readonly name = 'KubeError';
  /** What went wrong. */
  readonly kind: KubeErrorKind;
  readonly verb: Verb;
  readonly resource: Resource;
  readonly subresource: string | undefined;
  readonly namespace: string | undefined;
  /** Name of the object; `name` itself is the error's class. */
  readonly objectName: string | undefined;
  /** 0 if there was no answer. */
  readonly httpStatus: number;
  readonly reason: string | undefined;
  readonly details: KubeErrorFacts['details'];
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** See {@link KubeErrorFacts.maybeActedOn}. */
  readonly maybeActedOn: boolean;
  /** What the server or the connection said, without the request before it. */
  readonly serverMessage: string;

  constructor(request: RequestName, facts: KubeErrorFacts, options?: ErrorOptions) {
    super(`${describeRequest(request)}: ${facts.message}`, options);
    this.kind = facts.kind;
    this.verb = request.verb;
    this.resource = request.resource;
    this.subresource = request.subresource;
    this.namespace = request.namespace;
    this.objectName = request.name;
    this.httpStatus = facts.httpStatus ?? 0;
    this.reason = facts.reason;
    this.details = facts.details;
    this.code = facts.code;
    this.retryAfterMs = facts.retryAfterMs;
    this.maybeActedOn = facts.maybeActedOn;
    this.serverMessage = facts.message;
  }
}

/** `patch rollouts.argoproj.io/status "web" in namespace "shop"`. */
export function describeRequest(request: RequestName): string {
  const subresource = request.subresource === undefined ? '' : `/${request.subresource}`;
  const name = request.name === undefined ? '' : ` "${request.name}"`;
  const namespace = request.namespace === undefined ? '' : ` in namespace "${request.namespace}"`;
  return `${request.verb} ${resourceName(request.resource)}${subresource}${name}${namespace}`;
}
