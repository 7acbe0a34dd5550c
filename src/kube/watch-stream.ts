import type { Readable } from 'node:stream';
import { KubeError, type KubeErrorFacts, type RequestName } from './kube-error.ts';
import { isFields } from '../support/fields.ts';
import { LineTooLong, lineSplitter } from './json-lines.ts';
import { codeOf, messageOf } from './node-error.ts';
import { withTypes } from './pages.ts';
import type { KubeObject } from './resources.ts';

/** What the server sends in a watch. */
export type ServerEvent =
  | {
      readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
      readonly object: KubeObject;
      readonly resourceVersion: string;
    }
  /** Nothing but a newer resourceVersion. */
  | { readonly type: 'BOOKMARK'; readonly resourceVersion: string };

/** An object of etcd has at most 1.5 MB; as JSON with managed fields it may be some times that. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The events of one open watch, until the server ends it. The stream stays the caller's to destroy.
 * Throws KubeError: `gone` when the resourceVersion is too old, `timed-out` after `silenceMs` without a byte, and
 * whatever else the server or the connection says.
 */
export async function* serverEvents(
  stream: Readable,
  request: RequestName,
  silenceMs: number,
): AsyncGenerator<ServerEvent, void, undefined> {
  const split = lineSplitter(LONGEST_LINE);
  try {
    for await (const chunk of withoutSilence(stream, silenceMs)) {
      for (const line of split(chunk)) yield parse(line, request);
    }
  } catch (error) {
    if (error instanceof KubeError) throw error;
    const silent = error instanceof Silence;
    const kind = silent ? 'timed-out' : error instanceof LineTooLong ? 'bad-answer' : 'unreachable';
    const code = codeOf(error) || undefined;
    throw new KubeError(
      request,
      { kind, message: messageOf(error), code, maybeActedOn: false },
      { cause: error },
    );
  }
}

/** A stream that said nothing for too long. */
class Silence extends Error {}

/**
 * The chunks of a stream; destroys it when it is silent for too long while somebody listens. A connection that a
 * middlebox has dropped gives no error, ever; the server's bookmarks come about each minute.
 */
async function* withoutSilence(stream: Readable, silenceMs: number): AsyncGenerator<Buffer, void, undefined> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  for (;;) {
    const timer = setTimeout(() => {
      stream.destroy(new Silence(`nothing was heard for ${String(silenceMs)} ms`));
    }, silenceMs);
    // Stopped before the chunk is passed on: how long the consumer takes is not the server's silence.
    const next = await chunks.next().finally(() => clearTimeout(timer));
    if (next.done === true) return;
    yield next.value;
  }
}

function parse(line: string, request: RequestName): ServerEvent {
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    event = undefined;
  }
  const object = isFields(event) && isFields(event['object']) ? event['object'] : {};
  const type = isFields(event) ? event['type'] : undefined;
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return {
        type,
        object: checked(object, request),
        resourceVersion: checked(object, request).metadata.resourceVersion,
      };
    case 'BOOKMARK':
      return { type, resourceVersion: checked(object, request).metadata.resourceVersion };
    case 'ERROR':
      throw new KubeError(request, inStreamError(object));
    default:
      throw notAnEvent(request);
  }
}

/** Without a resourceVersion there is no way to go on; such an object comes from no API server. */
function checked(object: Readonly<Record<string, unknown>>, request: RequestName): KubeObject {
  const { metadata } = object;
  if (isFields(metadata) && typeof metadata['resourceVersion'] === 'string') {
    return withTypes(request.resource, object);
  }
  throw notAnEvent(request);
}

function notAnEvent(request: RequestName): KubeError {
  return new KubeError(request, {
    kind: 'bad-answer',
    message: 'a line of the watch is no event',
    maybeActedOn: false,
  });
}

/** An error after the head: the server has only a Status object left to say it. */
function inStreamError(status: Readonly<Record<string, unknown>>): KubeErrorFacts {
  const code = typeof status['code'] === 'number' ? status['code'] : 500;
  const reason = typeof status['reason'] === 'string' ? status['reason'] : undefined;
  return {
    kind: code === 410 ? 'gone' : code === 429 ? 'too-many-requests' : 'server',
    message: typeof status['message'] === 'string' ? status['message'] : 'the watch failed',
    httpStatus: code,
    reason,
    maybeActedOn: false,
  };
}
