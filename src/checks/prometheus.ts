import { type HttpRequest, ask, shownUrl } from './http/http.ts';
import { accessOf, readHeaders, readTimeout, readUrl, refuseKept } from './http/spec.ts';
import { type OAuth, askToken, readOAuth } from './http/oauth.ts';
import { readAnswer } from './prometheus/answer.ts';
import { type RangeQuery, readRange } from './prometheus/range.ts';
import type { Provider } from './provider.ts';
import { verifyReach } from './http/reach.ts';
import { specFields } from './spec-fields.ts';

/** `provider.prometheus`, found valid. */
export interface PrometheusSpec {
  /** Without a path of its own and a trailing slash. */
  readonly address: URL;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly insecure: boolean;
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly oauth?: OAuth;
  /** Absent: an instant query. */
  readonly range?: RangeQuery;
}

const fieldNames = ['address', 'query', 'authentication', 'timeout', 'insecure', 'headers', 'rangeQuery'];
const EXAMPLE = 'http://prometheus.monitoring.svc:9090';
const DEFAULT_TIMEOUT_S = 30;

/** A query to Prometheus: `provider.prometheus` of an AnalysisTemplate, as metricproviders/prometheus of Argo Rollouts. */
export const prometheus: Provider<PrometheusSpec> = {
  conditions: true,
  parse(raw, complain) {
    const fields = specFields(raw, fieldNames, complain);
    if (fields === undefined) return undefined;
    // The controller has an address of its own for templates without one (ARGO_ROLLOUTS_PROMETHEUS_ADDRESS).
    const address = readUrl(
      fields,
      'address',
      `${EXAMPLE} (what the controller is started with is not known here)`,
    );
    const query = fields.text('query', 'a query in PromQL');
    const headers = readHeaders(fields);
    const timeoutS = readTimeout(fields, 'timeout', 1) ?? DEFAULT_TIMEOUT_S;
    const insecure = fields.flag('insecure');
    const oauth = readOAuth(fields);
    const range = readRange(fields);
    refuseKept(fields, 'address', address, { headers, oauth: oauth !== undefined });
    if (fields.wrong() || address === undefined || query === undefined) return undefined;
    return {
      address,
      query,
      headers,
      insecure,
      timeoutMs: timeoutS * 1000,
      ...(oauth === undefined ? {} : { oauth }),
      ...(range === undefined ? {} : { range }),
    };
  },
  access: ({ address, oauth }, namespace) =>
    accessOf(
      [
        ...(oauth === undefined ? [] : [{ url: oauth.tokenUrl, method: 'POST' as const }]),
        { url: address, method: 'GET' },
      ],
      namespace,
    ),
  verify: (spec, scene, signal) =>
    verifyReach(requestOf(spec, scene.clock.now()), spec.oauth !== undefined, scene, signal),
  async measure(spec, scene, signal, progress) {
    const query = scene.redact(spec.query);
    progress({ query });
    const token = spec.oauth === undefined ? undefined : await askToken(spec.oauth, spec, scene, signal);
    const request = requestOf(spec, scene.clock.now());
    const headers = {
      ...request.headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const answer = await ask({ ...request, headers }, scene, signal);
    const { result, value, warnings } = readAnswer(answer, scene.redact);
    return {
      kind: 'result',
      result,
      value,
      query,
      // Behind the API server nobody can look at it with a browser.
      ...(answer.inside ? {} : { link: scene.redact(graphOf(spec)) }),
      ...(warnings.length === 0
        ? {}
        : { log: warnings.map((warning) => scene.redact(`warning: ${warning}`)) }),
    };
  },
};

function requestOf(
  { address, query, headers, insecure, timeoutMs, range }: PrometheusSpec,
  now: number,
): HttpRequest {
  const times =
    range === undefined
      ? {} // Now, by the clock of Prometheus: the one of a runner may be wrong.
      : { start: seconds(range.start(now)), end: seconds(range.end(now)), step: seconds(range.stepMs) };
  const url = below(address, range === undefined ? 'api/v1/query' : 'api/v1/query_range', {
    query,
    ...times,
  });
  return { method: 'GET', url, headers, insecure, timeoutMs };
}

/** As the API wants times: seconds, with a fraction. */
function seconds(ms: number): string {
  return String(ms / 1000);
}

function below(address: URL, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  // Not by searchParams: `+` for a space is not what `redact` looks for.
  url.search = Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  url.hash = '';
  return url;
}

function graphOf({ address, query, range }: PrometheusSpec): string {
  return shownUrl(below(address, 'graph', { 'g0.expr': query, 'g0.tab': range === undefined ? '1' : '0' }));
}
