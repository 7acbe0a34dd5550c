import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { description } from './description.ts';
import { type Fields, type JsonSchema, toJsonSchema } from './json-schema.ts';

/** What does not fit in a value; empty for nothing. */
export type Validator = (value: unknown) => readonly string[];

const strict = ajv({});
// Everything in a path or a query is text.
const coercing = ajv({ coerceTypes: true });

function ajv(options: object): Ajv2019 {
  const made = new Ajv2019({ allErrors: true, strict: false, ...options });
  formats.default(made);
  // Of OpenAPI, not of JSON Schema: a hint at the size of numbers.
  made.addFormat('int64', true);
  for (const fields of ['open', 'closed'] satisfies readonly Fields[])
    made.addSchema({ $id: fields, components: toJsonSchema(description.components, fields) });
  return made;
}

/** A validator that is compiled when it is first used, for a test uses few; `what` begins its complaints. */
export function validator(
  what: string,
  schema: () => JsonSchema,
  values: 'json' | 'text' = 'json',
): Validator {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= (values === 'text' ? coercing : strict).compile(schema());
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
      const field = (params['additionalProperty'] ?? params['unevaluatedProperty']) as string | undefined;
      return `${what}${instancePath} ${message}${field === undefined ? '' : `: ${field}`}`;
    });
  };
}
