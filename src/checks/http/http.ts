import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { codeOf, messageOf } from '../../kube/node-error.ts';
import { limited } from '../../kube/time-limit.ts';
import { describeDuration } from '../../support/duration.ts';
import { type HttpRequest, type HttpScene, type RequestAnswer, sendOnce } from './request.ts';
import { LARGEST_ANSWER, RequestFailure, TOO_LONG } from './request-failure.ts';
import { redirectOf } from './redirect.ts';

export type { HttpRequest, HttpScene } from './request.ts';

/** The last answer of a request, with its body as text. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  /** It came through the API server: nobody can look at this address in a browser. */
  readonly inside: boolean;
}

/** As many as Go's client follows. */
const MOST_REDIRECTS = 10;
/** Waits before a request that had no answer is sent again; milliseconds. */
const WAITS: readonly number[] = [250, 750];

/**
 * Sends a request and follows its redirects, all within the time of the request. Whatever has no answer because the
 * connection failed is sent again, where that does no harm. Rejects with an Error that says in one line what was asked
 * and what happened, without secrets; or with the signal's reason.
 */
export async function ask(first: HttpRequest, scene: HttpScene, signal: AbortSignal): Promise<HttpAnswer> {
  signal.throwIfAborted();
  const limit = limited(first.timeoutMs, signal);
  let request = first;
  try {
    for (let redirects = 0; ; redirects += 1) {
      const answer = await sendAgain(request, scene, limit.signal);
      const next = redirectOf(request, answer);
      if (next === undefined) return await readable(answer);
      if (redirects === MOST_REDIRECTS) throw new Error(`stopped after ${String(MOST_REDIRECTS)} redirects`);
      request = next;
    }
  } catch (error) {
    signal.throwIfAborted();
    const why = limit.signal.aborted
      ? `no answer within ${describeDuration(first.timeoutMs)}`
      : messageOf(error);
    // What a redirect adds to an address may be a signature, and nobody has told of it.
    const asked = request === first ? shownUrl(request.url) : shownUrl(request.url).replace(/[?#].*$/s, '?…');
    throw new Error(scene.redact(`${request.method} ${asked}: ${why}`), { cause: error });
  } finally {
    limit.clear();
  }
}

/** An address as people see it: without user and password. Secrets in it are for `redact`. Pure. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}

async function sendAgain(
  request: HttpRequest,
  scene: HttpScene,
  signal: AbortSignal,
): Promise<RequestAnswer> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await sendOnce(
        { ...request, headers: { 'accept-encoding': 'gzip', ...request.headers } },
        scene,
        signal,
      );
    } catch (error) {
      const wait = WAITS[failures];
      if (!(error instanceof RequestFailure && error.again) || wait === undefined) throw error;
      await scene.clock.sleep(wait, signal);
    }
  }
}

async function readable({ status, headers, body, service }: RequestAnswer): Promise<HttpAnswer> {
  const zipped = headers['content-encoding']?.trim().toLowerCase() === 'gzip' && body.length > 0;
  const bytes = zipped ? await unzipped(body) : body;
  return { status, body: bytes.toString('utf8'), inside: service !== undefined };
}

async function unzipped(body: Buffer): Promise<Buffer> {
  try {
    return await promisify(gunzip)(body, { maxOutputLength: LARGEST_ANSWER });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw new Error(TOO_LONG, { cause: error });
    throw new Error(`the answer says that it is gzip, but cannot be unpacked (${messageOf(error)})`, {
      cause: error,
    });
  }
}
