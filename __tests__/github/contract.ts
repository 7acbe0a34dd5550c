import { type Content, type Described, description, type Parameter, resolve } from './description.ts';
import { bodySchema, type JsonSchema, toJsonSchema, type Tree } from './json-schema.ts';
import { type Validator, validator } from './validator.ts';

/** A request as the server understood it. */
export interface Asked {
  readonly method: string;
  /** Below the base path, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Media type of the body, empty where none is named. */
  readonly contentType: string;
  /** The parsed body; undefined for none. */
  readonly body: unknown;
}

/** One operation of GitHub's description. */
export interface Operation {
  /** As octokit names it: `issues/create-comment`. */
  readonly id: string;
  readonly method: string;
  /** The page that describes it, which GitHub's errors name. */
  readonly docs: string;
  /** Whether a GitHub App may call it, and so a job's GITHUB_TOKEN. */
  readonly forApps: boolean;
  /** The parameters in the path, decoded; undefined when the path is of another operation. */
  match(path: string): Readonly<Record<string, string>> | undefined;
  /** What does not fit in the request; empty for nothing. */
  mistakes(asked: Asked): readonly string[];
  /** What does not fit in an answer of ours; empty for nothing. */
  mistakesInAnswer(status: number, body: unknown): readonly string[];
}

const basicError = validator('error', () => ({
  allOf: [{ $ref: 'open#/components/schemas/basic-error' }],
  required: ['message', 'documentation_url', 'status'],
}));

/** Every operation of the slice. */
export const contract: readonly Operation[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => operationOf(path, method.toUpperCase(), described)),
);

function operationOf(path: string, method: string, described: Described): Operation {
  const parameters = (described.parameters ?? []).map((each) => resolve(each) as unknown as Parameter);
  const match = matcher(path, parameters);
  const inPath = validator('path', () => objectOf('path', parameters), 'text');
  const inQuery = validator('query', () => objectOf('query', parameters), 'text');
  const inBody = bodyValidator(described);
  return {
    id: described.operationId,
    method,
    docs: described.externalDocs.url,
    forApps: described['x-github'].enabledForGitHubApps,
    match,
    mistakes: (asked) => [
      ...inPath({ ...match(asked.path) }),
      ...inQuery(Object.fromEntries(asked.query)),
      ...inBody(asked),
    ],
    mistakesInAnswer: answerValidator(described),
  };
}

function matcher(path: string, parameters: readonly Parameter[]): Operation['match'] {
  const names: string[] = [];
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return parameters.find((each) => each.name === name)?.['x-multi-segment'] ? '(.+)' : '([^/]+)';
  });
  const whole = new RegExp(`^${pattern}$`);
  return (asked) => {
    const values = whole.exec(asked)?.slice(1);
    if (values === undefined) return undefined;
    return Object.fromEntries(values.map((value, at) => [names[at] ?? '', decodeURIComponent(value)]));
  };
}

function objectOf(place: Parameter['in'], parameters: readonly Parameter[]): JsonSchema {
  const ours = parameters.filter((parameter) => parameter.in === place);
  return {
    type: 'object',
    properties: Object.fromEntries(ours.map(({ name, schema }) => [name, toJsonSchema(schema)])),
    required: ours.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  };
}

function bodyValidator({ requestBody }: Described): (asked: Asked) => readonly string[] {
  const schema = jsonOf(requestBody);
  if (schema === undefined) return ({ body }) => (body === undefined ? [] : ['a body is not expected']);
  const fits = validator('body', () => bodySchema(schema));
  return ({ body, contentType }) => {
    if (body === undefined) return ['the body is missing'];
    const type = contentType === 'application/json' ? [] : [`content type is "${contentType}"`];
    return [...type, ...fits(body)];
  };
}

function answerValidator({ responses }: Described): Operation['mistakesInAnswer'] {
  const known = Object.entries(responses).map(([status, response]) => {
    const what = `answer ${status}`;
    const schema = jsonOf(resolve(response));
    // GitHub's errors say more than its description: `status` for one.
    const fields = Number(status) >= 400 ? 'open' : 'closed';
    const fits = schema && validator(what, () => toJsonSchema(schema, fields));
    return [Number(status), fits ?? (Number(status) >= 400 ? basicError : noBody(what))] as const;
  });
  const validators: ReadonlyMap<number, Validator> = new Map(known);
  return (status, body) => {
    const fits = validators.get(status) ?? (status >= 400 ? basicError : undefined);
    return fits === undefined ? [`answer ${String(status)} is not in the description`] : fits(body);
  };
}

function noBody(what: string): Validator {
  return (body) => (body === undefined ? [] : [`${what} has no body in the description`]);
}

function jsonOf(content: Content | undefined): Tree | undefined {
  return content?.content?.['application/json']?.schema;
}
