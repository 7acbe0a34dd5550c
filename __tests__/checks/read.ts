import { InputError } from '../../src/errors.ts';
import type { Environment } from '../../src/inputs.ts';
import { type ParsedChecks, parseChecks } from '../../src/checks/reading/parse.ts';
import type { Checks } from '../../src/checks/check.ts';

/** What the inputs of a step come to; the folder is one without files unless a test names another. */
export interface Given {
  readonly args?: string;
  readonly env?: Environment;
  readonly folder?: string;
}

const nowhere = new URL('../fixtures', import.meta.url).pathname;

/** Reads checks as a step does. */
export function parsed(checks: string, { args = '', env = {}, folder = nowhere }: Given = {}): ParsedChecks {
  return parseChecks({ checks, args }, env, folder);
}

/** Checks that are right. */
export function read(checks: string, given: Given = {}): Checks {
  const result = parsed(checks, given);
  if (result.kind === 'checks') return result.checks;
  throw new InputError(result.mistakes);
}

/** The lines that people see of checks that are wrong, without the first and the last one. */
export function told(checks: string, given: Given = {}): readonly string[] {
  const result = parsed(checks, given);
  if (result.kind === 'checks') return [];
  return new InputError(result.mistakes).message.split('\n').slice(1, -1);
}

/** A metric that is right, with other fields. */
export function metric(...fields: readonly string[]): string {
  const all = ['name: error-rate', 'provider: { web: { url: "http://web/rate" } }', ...fields];
  return all.map((field, index) => `${index === 0 ? '- ' : '  '}${field}\n`).join('');
}
