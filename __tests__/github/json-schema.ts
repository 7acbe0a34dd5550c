/** A part of the description. */
export interface Tree {
  readonly [key: string]: unknown;
}

/** A schema as ajv takes it. */
export type JsonSchema = Tree;

/**
 * Whether an object with named fields may have others. GitHub leaves that `open` and ignores what it does not know, so
 * that a misspelt field is sent for years; `closed` lets the tests see it.
 */
export type Fields = 'open' | 'closed';

/**
 * A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes a type, and references lead to the schema that is named
 * `open` or `closed`. Pure.
 */
export function toJsonSchema(schema: Tree, fields: Fields = 'closed'): JsonSchema {
  return convert(schema, { fields, branch: false }) as JsonSchema;
}

/** The schema of a request's body. The branches of `oneOf` only narrow the fields beside it, and allow all others. */
export function bodySchema(schema: Tree): JsonSchema {
  const { additionalProperties: _, ...converted } = toJsonSchema(schema);
  return { ...converted, unevaluatedProperties: false };
}

const combinations = new Set(['oneOf', 'anyOf', 'allOf']);

interface Place {
  readonly fields: Fields;
  /** It is one of several schemas for the same object. */
  readonly branch: boolean;
}

function convert(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, place));
  if (!isTree(value)) return value;
  const { nullable, ...schema } = value;
  const converted: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(schema)) converted[key] = convertChild(key, child, place.fields);
  const limited = place.fields === 'closed' ? closed(converted, place.branch) : converted;
  return nullable === true ? orNull(limited) : limited;
}

function convertChild(key: string, child: unknown, fields: Fields): unknown {
  if (key === '$ref') return `${fields}${String(child)}`;
  const named = (each: unknown): unknown => convert(each, { fields, branch: false });
  if (key === 'properties' && isTree(child))
    return Object.fromEntries(Object.entries(child).map(([name, each]) => [name, named(each)]));
  return convert(child, { fields, branch: combinations.has(key) });
}

function closed(schema: Tree, branch: boolean): Tree {
  if (!isTree(schema['properties'])) return schema;
  const { additionalProperties, ...rest } = schema;
  // Otherwise `additionalProperties: true` of a branch would count every field of the whole body as known.
  if (branch) return rest;
  return { ...rest, additionalProperties: additionalProperties ?? false };
}

function orNull(schema: Tree): Tree {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
  };
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
