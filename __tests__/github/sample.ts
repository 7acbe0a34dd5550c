import { description, resolve } from './description.ts';
import type { Tree } from './json-schema.ts';

/** An object of GitHub's: a schema's name, and the values that matter. */
export type Sample = (schema: string, values: Tree) => Tree;

/** Where made up links lead to. */
const nowhere = 'https://github.test/nowhere';

/**
 * The values, and beside them everything that the schema requires: GitHub's objects have dozens of fields that no test
 * looks at. What is made up is null where it may be, else empty. Pure.
 */
export const sample: Sample = (name, values) => {
  const schema = description.components.schemas[name];
  if (schema === undefined) throw new Error(`The contract has no schema "${name}".`);
  return fill(schema, values) as Tree;
};

function fill(given: Tree, value: unknown): unknown {
  const schema = resolve(given);
  if (value === undefined) return madeUp(schema);
  if (Array.isArray(value)) return value.map((item) => fill((schema['items'] ?? {}) as Tree, item));
  if (value === null || typeof value !== 'object') return value;
  return filled(schema, value as Tree);
}

function filled(schema: Tree, values: Tree): Tree {
  const { properties = {}, required = [] } = schema as {
    properties?: Readonly<Record<string, Tree>>;
    required?: readonly string[];
  };
  const missing = required
    .filter((name) => values[name] === undefined)
    .map((name) => [name, undefined] as const);
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    [...missing, ...given].map(([name, value]) => [name, fill(properties[name] ?? {}, value)]),
  );
}

function madeUp(schema: Tree): unknown {
  const { nullable, type, format, enum: values, oneOf } = schema;
  if (nullable === true) return null;
  if (Array.isArray(values)) return values[0];
  if (Array.isArray(oneOf)) return madeUp(resolve(oneOf[0] as Tree));
  if (type === 'object') return filled(schema, {});
  if (type === 'array') return [];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 0;
  return format === 'uri' ? nowhere : format === 'date-time' ? '2026-01-01T00:00:00Z' : '';
}
