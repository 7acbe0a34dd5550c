import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { AccessRule } from '../../kube/access.ts';
import { keptByServer } from '../../kube/service-proxy.ts';
import type { HttpRequest } from './request.ts';
import { keptHeader, noService } from './request-failure.ts';
import { placeOf, serviceAccess } from './service-proxy.ts';
import type { SpecFields } from '../spec-fields.ts';

/** What measures things that only the controller can. */
export const byTemplate = 'measure by an AnalysisTemplate of the cluster: `- templateName: NAME`';

/** An address as it is typed, found usable. */
export function readUrl(fields: SpecFields, key: string, example: string): URL | undefined {
  const text = fields.text(key, `an address such as ${example}`);
  if (text === undefined) return undefined;
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  if (url === null) {
    fields.complain(key, 'is not an address', `allowed: an http or https address such as ${example}`);
    return undefined;
  }
  if (placeOf(url, 'default').kind === 'nowhere') {
    fields.complain(key, noService(url), 'put a Service before the pods that are measured');
    return undefined;
  }
  return url;
}

/** What Go's client sets by itself, whatever stands in the headers. */
const ignored = ['host', 'content-length', 'transfer-encoding', 'trailer', 'connection'];

/** `headers` of a check, names in lower case; the last of two counts, as in Go. */
export function readHeaders(fields: SpecFields): Readonly<Record<string, string>> {
  const entries = fields.objects('headers', ['key', 'value']).map((header): [string, string] => {
    const key = header.text('key', 'the name of a header') ?? '';
    const value = header.text('value') ?? '';
    if (key !== '' && throws(() => validateHeaderName(key)))
      header.complain('key', 'is not the name of a header');
    // A value may be secret, so it is not told.
    if (throws(() => validateHeaderValue('name', value)))
      header.complain('value', 'has characters that no header can have, such as a line break');
    return [key.toLowerCase(), value];
  });
  return Object.fromEntries(entries.filter(([key]) => key !== '' && !ignored.includes(key)));
}

function throws(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

/** An hour: longer than anybody waits for one answer; beyond 24 days a timer would fire at once. */
const LONGEST_TIMEOUT_S = 3_600;

/** A time limit in whole seconds. */
export function readTimeout(fields: SpecFields, key: string, least: 0 | 1): number | undefined {
  const seconds = fields.whole(key);
  if (seconds === undefined || (seconds >= least && seconds <= LONGEST_TIMEOUT_S)) return seconds;
  fields.complain(
    key,
    'is out of range',
    `allowed: whole seconds from ${String(least)} to ${String(LONGEST_TIMEOUT_S)}`,
  );
  return undefined;
}

/** Complains of what cannot be sent to an address of the cluster, because the API server is in between. */
export function refuseKept(
  fields: SpecFields,
  key: string,
  url: URL | undefined,
  sent: { readonly headers: Readonly<Record<string, string>>; readonly oauth: boolean },
): void {
  if (url === undefined || placeOf(url, 'default').kind !== 'service') return;
  const kept = Object.keys(sent.headers).find(keptByServer);
  if (kept !== undefined) fields.complain('headers', `has ${kept}: ${keptHeader(kept)}`);
  if (url.username !== '') fields.complain(key, `has a user in it: ${keptHeader('authorization')}`);
  if (sent.oauth) fields.complain('authentication', `is a header in the end: ${keptHeader('authorization')}`);
}

/** What requests have to be allowed, where they go to a Service of the cluster for sure. Pure. */
export function accessOf(
  requests: readonly Pick<HttpRequest, 'url' | 'method'>[],
  namespace: string,
): readonly AccessRule[] {
  return requests.flatMap(({ url, method }) => {
    const place = placeOf(url, namespace);
    return place.kind === 'service' ? [serviceAccess(place.service, method)] : [];
  });
}
