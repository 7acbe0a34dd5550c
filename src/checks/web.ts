import { isFields } from '../support/fields.ts';
import { messageOf } from '../kube/node-error.ts';
import { type HttpRequest, ask, shownUrl } from './http/http.ts';
import { accessOf, readHeaders, readTimeout, readUrl, refuseKept } from './http/spec.ts';
import { type JsonPath, JsonPathError, readJsonPath } from './json-path/index.ts';
import { type OAuth, askToken, readOAuth } from './http/oauth.ts';
import type { Measured, Provider } from './provider.ts';
import { type SpecFields, specFields } from './spec-fields.ts';
import { stableJson } from './http/stable-json.ts';
import { verifyReach } from './http/reach.ts';

/** `provider.web`, found valid. */
export interface WebSpec {
  readonly request: HttpRequest;
  readonly oauth?: OAuth;
  readonly jsonPath: JsonPath;
}

const fieldNames = [
  'url',
  'method',
  'headers',
  'body',
  'jsonBody',
  'timeoutSeconds',
  'jsonPath',
  'insecure',
  'authentication',
];
const methods = ['GET', 'POST', 'PUT'] as const;
/** Also for 0, as the controller does it. */
const DEFAULT_TIMEOUT_S = 10;

/**
 * An HTTP request whose answer is the result: `provider.web` of an AnalysisTemplate, as metricproviders/webmetric of
 * Argo Rollouts measures it.
 */
export const web: Provider<WebSpec> = {
  conditions: true,
  parse(raw, complain) {
    const fields = specFields(raw, fieldNames, complain);
    if (fields === undefined) return undefined;
    const url = readUrl(fields, 'url', 'https://example.com/health');
    const method = readMethod(fields);
    const headers = readHeaders(fields);
    const body = readBody(fields, method);
    const timeoutS = readTimeout(fields, 'timeoutSeconds', 0) || DEFAULT_TIMEOUT_S;
    const jsonPath = readPath(fields);
    const insecure = fields.flag('insecure');
    const oauth = readOAuth(fields);
    refuseKept(fields, 'url', url, { headers, oauth: oauth !== undefined });
    if (fields.wrong() || url === undefined || jsonPath === undefined) return undefined;
    const request = {
      method,
      url,
      headers: { ...headers, ...body?.headers },
      body: body?.text,
      insecure,
      timeoutMs: timeoutS * 1000,
    };
    return { request, jsonPath, ...(oauth === undefined ? {} : { oauth }) };
  },
  access: ({ request, oauth }, namespace) =>
    accessOf(
      [...(oauth === undefined ? [] : [{ url: oauth.tokenUrl, method: 'POST' as const }]), request],
      namespace,
    ),
  verify: ({ request, oauth }, scene, signal) => verifyReach(request, oauth !== undefined, scene, signal),
  async measure({ request, oauth, jsonPath }, scene, signal, progress) {
    const query = scene.redact(
      `${request.method === 'GET' ? '' : `${request.method} `}${shownUrl(request.url)}`,
    );
    progress({ query });
    const token = oauth === undefined ? undefined : await askToken(oauth, request, scene, signal);
    const headers = {
      ...request.headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const { status, body } = await ask({ ...request, headers }, scene, signal);
    if (status < 200 || status >= 300) throw new Error(`received non 2xx response code: ${String(status)}`);
    return { ...judged(body, jsonPath), query };
  },
};

function readMethod(fields: SpecFields): HttpRequest['method'] {
  const given = fields.text('method') || 'GET';
  const method = methods.find((one) => one === given);
  if (method === undefined)
    fields.complain('method', 'is not a method that is allowed', `allowed: ${methods.join(', ')}`);
  return method ?? 'GET';
}

interface Body {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

function readBody(fields: SpecFields, method: HttpRequest['method']): Body | undefined {
  const text = fields.text('body') || undefined;
  const json = fields.raw('jsonBody');
  const given = [...(text === undefined ? [] : ['body']), ...(json === undefined ? [] : ['jsonBody'])];
  if (json !== undefined && !isFields(json))
    fields.complain('jsonBody', 'is no object', 'write any other body as text in body');
  if (given.length === 2) fields.complain('jsonBody', 'stands beside body', 'use one of them');
  if (method === 'GET')
    for (const key of given) fields.complain(key, 'cannot be sent by GET', 'set method to POST or PUT');
  if (json !== undefined)
    return { text: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  return text === undefined ? undefined : { text, headers: {} };
}

function readPath(fields: SpecFields): JsonPath | undefined {
  try {
    return readJsonPath(fields.text('jsonPath') || '{$}');
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    fields.complain('jsonPath', error.message, 'allowed: one path in braces, such as {$.data.ok}');
    return undefined;
  }
}

/** As the controller does it: what is no JSON is taken as it is, and no condition is asked. */
function judged(body: string, jsonPath: JsonPath): Measured {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    const message = 'the answer is no JSON: it is taken as it is, without asking the conditions';
    return { kind: 'verdict', verdict: 'Successful', value: body, message };
  }
  const [result, ...others] = found(jsonPath, answer);
  if (result === undefined && others.length === 0) throw new Error('result of web metric produced no value');
  return { kind: 'result', result, value: stableJson(result) };
}

function found(jsonPath: JsonPath, answer: unknown): readonly unknown[] {
  try {
    return jsonPath.find(answer);
  } catch (error) {
    throw new Error(`Could not find JSONPath in body: ${messageOf(error)}`, { cause: error });
  }
}
