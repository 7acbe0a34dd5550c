import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** JSON Schema, as far as the tests read it. */
export interface ObjectSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, { readonly description?: string; readonly const?: unknown }>>;
  readonly additionalProperties?: boolean;
}

/** docs/report.schema.json. */
export const reportSchema = JSON.parse(
  readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
) as ObjectSchema & { readonly $defs: Readonly<Record<string, ObjectSchema>> };

const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(reportSchema);

/** What docs/report.schema.json refuses of a document, as `/targets/0/phase must be equal to …`; empty for nothing. */
export function refusalsOf(document: unknown): readonly string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '', params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}
