import { isFields } from '../support/fields.ts';
import type { SpecFields } from './spec-fields.ts';

/*
 * Fields of the providers that only a workflow has. No API server insists on their types: a number may stand where a
 * text is read, and the text of an arg that was filled in where a number is.
 */

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** A text that is not blank. Complains of anything else, and where it is missing though it is `needed`. */
export function readText(fields: SpecFields, key: string, needed?: 'needed'): string | undefined {
  const value = fields.raw(key);
  if (value === undefined) {
    if (needed !== undefined) fields.complain(key, 'is missing', 'it is required');
    return undefined;
  }
  if (isScalar(value) && String(value).trim() !== '') return String(value);
  fields.complain(key, 'is no text', 'allowed: a text that is not empty');
  return undefined;
}

/** A whole number within the bounds. */
export function readWhole(
  fields: SpecFields,
  key: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const value = fields.raw(key);
  if (value === undefined) return undefined;
  const number = isScalar(value) && /^\d+$/.test(String(value)) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  const allowed = `allowed: a whole number from ${String(least)} to ${String(most)}`;
  fields.complain(key, 'is no such number', allowed);
  return undefined;
}

/** True or false; false where it is left out. */
export function readFlag(fields: SpecFields, key: string): boolean {
  const value = fields.raw(key) ?? false;
  if (value === true || value === 'true') return true;
  if (value !== false && value !== 'false') fields.complain(key, 'is no flag', 'allowed: true, false');
  return false;
}

/** Variables of an environment with their values; none where it is left out. */
export function readVariables(fields: SpecFields, key: string): Readonly<Record<string, string>> {
  const value = fields.raw(key) ?? {};
  if (!isFields(value)) {
    fields.complain(key, 'is no map', 'allowed: NAME: value, one a line');
    return {};
  }
  const inner = fields.object(key, Object.keys(value));
  for (const [name, one] of Object.entries(value)) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      inner?.complain(name, 'is no name of a variable', 'allowed: letters, digits and _');
    } else if (!isScalar(one)) inner?.complain(name, 'is no text', 'put it in quotes');
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
}
