import type { Readable } from 'node:stream';
import { type Clock, systemClock } from '../support/clock.ts';
import type { Connection } from './config.ts';
import type {
  DeleteOptions,
  KubeList,
  LogOptions,
  Patch,
  PatchOptions,
  RequestOptions,
  Selection,
  ServicePort,
  ServiceRequest,
  WatchRequest,
  WriteOptions,
} from './request-options.ts';
import type { KubeObject, ObjectRef, Resource } from './resources.ts';
import { DEFAULT_POLICY, type RetryPolicy } from './retry.ts';
import { requestSender } from './sender.ts';
import { type Page, listPages, withTypes } from './pages.ts';
import type { RawAnswer } from './transport.ts';

export type * from './request-options.ts';

/** Who owns the fields that this action writes, in `metadata.managedFields`. */
export const FIELD_MANAGER = 'rollout-conductor';

/** Requests to one API server. Everything rejects with KubeError, ActionableError (credentials) or the signal's reason. */
export interface KubeClient {
  /** Reads an object. */
  get(ref: ObjectRef, options?: RequestOptions): Promise<KubeObject>;
  /** Reads all selected objects, page by page. */
  list(resource: Resource, options?: Selection & RequestOptions): Promise<KubeList>;
  /** Creates an object; `body` needs no apiVersion and kind. */
  create(
    resource: Resource,
    namespace: string | undefined,
    body: Readonly<Record<string, unknown>>,
    options: WriteOptions,
  ): Promise<KubeObject>;
  /** Changes an object; returns it as it is then. */
  patch(ref: ObjectRef, patch: Patch, options: PatchOptions): Promise<KubeObject>;
  /** Deletes an object; it may go on existing until its finalizers are done. */
  delete(ref: ObjectRef, options: DeleteOptions): Promise<void>;
  /** Reads a pod's log as text. */
  logs(ref: ObjectRef, options?: LogOptions): Promise<string>;
  /** Opens a watch, one try; the stream is the caller's to read or to destroy. */
  openWatch(resource: Resource, request: WatchRequest, options?: RequestOptions): Promise<Readable>;
  /**
   * Sends a request to what is behind a Service, through the API server; one try. The answer is given as it is, whatever
   * its status; what the API server itself refuses, or cannot reach, rejects.
   */
  proxy(service: ServicePort, request: ServiceRequest): Promise<RawAnswer<Buffer>>;
}

/** What a client is made with; all but `version` is for tests. */
export interface ClientOptions {
  /** Version of this action, told in User-Agent. */
  readonly version: string;
  readonly clock?: Clock;
  readonly retry?: Partial<RetryPolicy>;
  /** Milliseconds for one try. */
  readonly attemptTimeoutMs?: number;
  /** Objects in a page of a list. */
  readonly pageSize?: number;
}

/** 500 is what kubectl asks for. */
const PAGE_SIZE = 500;
/** Longer than any answer of a healthy server takes (its own limit is 60 s, for lists of many thousands). */
const ATTEMPT_TIMEOUT_MS = 30_000;

const CONTENT_TYPES: Readonly<Record<Patch['type'], string>> = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  // JSON is YAML; the server knows no apply-patch+json before 1.33.
  apply: 'application/apply-patch+yaml',
};

/** Makes a client for a connection. Sends nothing by itself. */
export function kubeClient(connection: Connection, options: ClientOptions): KubeClient {
  const sender = requestSender(connection, {
    version: options.version,
    clock: options.clock ?? systemClock,
    policy: { ...DEFAULT_POLICY, ...options.retry },
    attemptTimeoutMs: options.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
  });
  return {
    async get(ref, bounds = {}) {
      return withTypes(
        ref.resource,
        await sender.json({ verb: 'get', ...ref }, { ...bounds, repeatable: true }),
      );
    },
    list(resource, { namespace, labelSelector, fieldSelector, ...bounds } = {}) {
      const request = { verb: 'list', resource, namespace } as const;
      const page = (query: Record<string, string | undefined>): Promise<Page> =>
        sender.json(request, {
          ...bounds,
          repeatable: true,
          query: { labelSelector, fieldSelector, ...query },
        }) as Promise<Page>;
      return listPages(resource, page, options.pageSize ?? PAGE_SIZE);
    },
    async create(resource, namespace, body, write) {
      const object = { apiVersion: apiVersionOf(resource), kind: resource.kind, ...body };
      const created = await sender.json(
        { verb: 'create', resource, namespace },
        { ...write, body: object, contentType: 'application/json', query: writeQuery(write) },
      );
      return withTypes(resource, created);
    },
    async patch(ref, { type, body }, { subresource, force, ...write }) {
      const typed =
        type === 'apply'
          ? { apiVersion: apiVersionOf(ref.resource), kind: ref.resource.kind, ...body }
          : body;
      const query = { ...writeQuery(write), force: force === true ? 'true' : undefined };
      const request = { verb: 'patch', ...ref, subresource } as const;
      return withTypes(
        ref.resource,
        await sender.json(request, { ...write, body: typed, contentType: CONTENT_TYPES[type], query }),
      );
    },
    async delete(ref, { uid, resourceVersion, propagationPolicy, ...write }) {
      const preconditions = (uid ?? resourceVersion) ? { uid, resourceVersion } : undefined;
      const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions, propagationPolicy };
      const query = { dryRun: writeQuery(write).dryRun };
      await sender.json(
        { verb: 'delete', ...ref },
        { ...write, body, contentType: 'application/json', query },
      );
    },
    logs(ref, { container, previous, tailLines, limitBytes, ...bounds } = {}) {
      const query = {
        container,
        previous: previous?.toString(),
        tailLines: tailLines?.toString(),
        limitBytes: limitBytes?.toString(),
      };
      return sender.text({ verb: 'get', ...ref, subresource: 'log' }, { ...bounds, repeatable: true, query });
    },
    openWatch(resource, { namespace, timeoutSeconds, ...selection }, bounds = {}) {
      const query = {
        watch: 'true',
        allowWatchBookmarks: 'true',
        timeoutSeconds: String(timeoutSeconds),
        ...selection,
      };
      return sender.stream({ verb: 'watch', resource, namespace }, { ...bounds, repeatable: true, query });
    },
    proxy: (service, request) => sender.proxied(service, request),
  };
}

function apiVersionOf(resource: Resource): string {
  return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}

function writeQuery(write: WriteOptions): Record<string, string | undefined> {
  return {
    fieldManager: FIELD_MANAGER,
    dryRun: write.dryRun === true ? 'All' : undefined,
    fieldValidation: write.fieldValidation,
  };
}
