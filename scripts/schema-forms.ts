/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** A text that is not empty. */
export const text: Schema = { type: 'string', minLength: 1 };
/** true or false. */
export const flag: Schema = { type: 'boolean' };

/** A whole number from `least`, or the text of one, with args in it. */
export function number(least: number): Schema {
  return {
    oneOf: [
      { type: 'integer', minimum: least },
      { type: 'string', pattern: '^([+-]?\\d+|.*\\{\\{.*)$' },
    ],
  };
}

/** A list of these. */
export function list(items: Schema): Schema {
  return { type: 'array', items };
}

/** A map with these fields and no others. */
export function fields(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length > 0 && { required: [...required] }),
  };
}
