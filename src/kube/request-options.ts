import type { KubeObject } from './resources.ts';

/** Bounds of any request. */
export interface RequestOptions {
  /** Ends the request and all waiting at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** No further try starts after this; milliseconds since the epoch. Left out: a minute from now. */
  readonly deadline?: number | undefined;
  /** False: one try only, for callers that repeat by themselves. */
  readonly retry?: false;
}

/** Which objects of a kind. */
export interface Selection {
  /** Left out: all namespaces. */
  readonly namespace?: string | undefined;
  /** As in kubectl's `-l`. */
  readonly labelSelector?: string | undefined;
  /** As in kubectl's `--field-selector`. */
  readonly fieldSelector?: string | undefined;
}

/** A list as of one moment. */
export interface KubeList {
  readonly items: readonly KubeObject[];
  /** The moment; a watch from here misses nothing. */
  readonly resourceVersion: string;
}

/** Bounds of a write, and whether it may be sent twice. */
export interface WriteOptions extends RequestOptions {
  /**
   * True if sending it twice does no harm (a fixed value; a resourceVersion in it). False: it is sent once; if its
   * answer is lost, the error's kind is `answer-lost` and the caller must look.
   */
  readonly repeatable: boolean;
  /** True: the server checks everything and stores nothing. */
  readonly dryRun?: boolean | undefined;
  /** What the server does with unknown fields; its own default is Warn, which nobody would see. */
  readonly fieldValidation?: 'Strict' | 'Warn' | 'Ignore' | undefined;
}

/** A change of one object. */
export type Patch =
  /** JSON merge patch (RFC 7386), the one that custom resources understand. */
  | { readonly type: 'merge'; readonly body: Readonly<Record<string, unknown>> }
  /** JSON patch (RFC 6902): a `test` that does not hold is answered with 422 (`invalid`). */
  | { readonly type: 'json'; readonly body: readonly JsonPatchOperation[] }
  /** Server-side apply: the fields that shall be ours. */
  | { readonly type: 'apply'; readonly body: Readonly<Record<string, unknown>> };

/** One operation of RFC 6902; paths are JSON pointers. */
export type JsonPatchOperation =
  | { readonly op: 'test' | 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string };

/** Options of a patch. */
export interface PatchOptions extends WriteOptions {
  /** Such as `status`. */
  readonly subresource?: string | undefined;
  /** For `apply`: take fields from other owners. */
  readonly force?: boolean | undefined;
}

/** Options of a deletion. */
export interface DeleteOptions extends WriteOptions {
  /** Deletes only this very object, not a later one of the same name. */
  readonly uid?: string | undefined;
  /** Deletes only if the object has not changed. */
  readonly resourceVersion?: string | undefined;
  readonly propagationPolicy?: 'Orphan' | 'Background' | 'Foreground' | undefined;
}

/** Which log of a pod; see `kubectl logs`. */
export interface LogOptions extends RequestOptions {
  readonly container?: string | undefined;
  /** The container's run before the current one. */
  readonly previous?: boolean | undefined;
  readonly tailLines?: number | undefined;
  readonly limitBytes?: number | undefined;
}

/** A watch as it is asked for; `watch()` in watch.ts is what to use. */
export interface WatchRequest extends Selection {
  /** Changes after this; left out: first everything that is there, as ADDED. */
  readonly resourceVersion?: string | undefined;
  /** Seconds after which the server shall end the watch. */
  readonly timeoutSeconds: number;
}

/** One port of a Service. */
export interface ServicePort {
  readonly namespace: string;
  /** Name of the Service. */
  readonly name: string;
  /** Number or name of the port, as the Service has it. */
  readonly port: string;
  /** The pods speak TLS; the API server takes any certificate of theirs. */
  readonly tls: boolean;
}

/** A request to what is behind a Service. */
export interface ServiceRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Begins with a slash; may have a query. */
  readonly path: string;
  /** Without those that the API server keeps for itself, see `keptByServer`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  /** Bytes of the longest answer that is read. */
  readonly largest: number;
  /** Ends the request at once. */
  readonly signal: AbortSignal;
}
