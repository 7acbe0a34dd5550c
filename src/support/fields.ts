/** A map of YAML or JSON whose fields are not judged yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value of YAML or JSON is a map. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
