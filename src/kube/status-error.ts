import { STATUS_CODES } from 'node:http';
import { KubeError, type KubeErrorFacts, type KubeErrorKind, type RequestName } from './kube-error.ts';
import { isFields } from '../support/fields.ts';
import type { RawAnswer } from './transport.ts';

/** A server's message is shown up to this length. */
const LONGEST_MESSAGE = 2_000;

/** The error for an answer whose status is not 2xx. */
export function fromAnswer(request: RequestName, answer: RawAnswer, now: number): KubeError {
  const status = parseStatus(answer.body);
  const kind = kindOf(answer.status, status);
  const retryAfterMs = retryAfter(answer.headers['retry-after'], status, now);
  return new KubeError(request, {
    kind,
    message: messageOf(answer.status, status),
    httpStatus: answer.status,
    reason: text(status['reason']),
    details: detailsOf(status),
    retryAfterMs,
    maybeActedOn: maybeActedOn(answer.status, retryAfterMs),
  });
}

/**
 * Whether a write may have been done although its answer is an error.
 *
 * 4xx are refusals, and so is 429: kube-apiserver's priority and fairness and its shutdown filter answer it before any
 * handler runs. 503 with Retry-After is said by whoever cannot handle the request now (RFC 9110, 15.6.4): a gateway
 * without a backend, a server that starts; client-go repeats every verb on it too. All other 5xx can come after the
 * write (504 and 500 when etcd is late, 502 when a gateway loses the server), as can 408.
 */
function maybeActedOn(status: number, retryAfterMs: number | undefined): boolean {
  if (status === 503) return retryAfterMs === undefined;
  return status >= 500 || status === 408;
}

function parseStatus(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) && value['kind'] === 'Status' ? value : {};
  } catch {
    return {};
  }
}

function kindOf(httpStatus: number, status: Readonly<Record<string, unknown>>): KubeErrorKind {
  switch (httpStatus) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      // A kind that the server does not know is answered by its mux with "404 page not found" as plain text; only a
      // known kind's handler answers with a Status that names the object.
      return detailsOf(status)?.name === undefined ? 'no-such-resource' : 'not-found';
    case 409:
      return status['reason'] === 'AlreadyExists' ? 'already-exists' : 'conflict';
    case 410:
      return 'gone';
    case 422:
      return 'invalid';
    case 429:
      return 'too-many-requests';
    default:
      return httpStatus >= 500 || httpStatus === 408 ? 'server' : 'refused';
  }
}

function messageOf(httpStatus: number, status: Readonly<Record<string, unknown>>): string {
  const message = text(status['message']);
  // A body that is no Status (a gateway's page) is not shown: nobody knows what stands in it.
  if (message === undefined) return `HTTP ${String(httpStatus)} ${STATUS_CODES[httpStatus] ?? ''}`.trim();
  const line = withoutObjects(message).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

/**
 * Strict field validation and schema errors quote the whole object before the reason ("Invalid value: …"), as a string
 * or as JSON: the reason would be cut off, and nobody knows what stands in the object.
 */
function withoutObjects(message: string): string {
  return message.replace(/"(?:[^"\\]|\\.){200,}"/gs, '(not shown)').replace(/\{.{200,}\}/gs, '(not shown)');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function detailsOf(status: Readonly<Record<string, unknown>>): KubeErrorFacts['details'] {
  if (!isFields(status['details'])) return undefined;
  const kind = text(status['details']['kind']);
  const name = text(status['details']['name']);
  return { ...(kind === undefined ? {} : { kind }), ...(name === undefined ? {} : { name }) };
}

/** Seconds or a date in the header, else `details.retryAfterSeconds`; milliseconds from now. */
function retryAfter(
  header: string | undefined,
  status: Readonly<Record<string, unknown>>,
  now: number,
): number | undefined {
  if (header !== undefined && /^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header ?? '');
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const seconds = isFields(status['details']) ? status['details']['retryAfterSeconds'] : undefined;
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;
}
