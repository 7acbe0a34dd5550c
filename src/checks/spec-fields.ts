import { isFields } from '../support/fields.ts';
import type { Complain, SpecPath } from './provider.ts';

/** The fields of an object in a check. Each reader complains of what is wrong, and gives undefined then. */
export interface SpecFields {
  /** Whether something was wrong so far, here or in an object within. */
  wrong(): boolean;
  /** A text; what is no text, or is empty, is wrong where it is `needed`: a few words on what it has to be. */
  text(key: string, needed?: string): string | undefined;
  /** true or false; false where it is left out. */
  flag(key: string): boolean;
  /** A whole number. */
  whole(key: string): number | undefined;
  /** A list of texts; empty where it is left out. */
  texts(key: string): readonly string[];
  /** An object with fields of its own; undefined where it is left out. */
  object(key: string, keys: readonly string[]): SpecFields | undefined;
  /** A list of such. */
  objects(key: string, keys: readonly string[]): readonly SpecFields[];
  /** What stands there, as it is. */
  raw(key: string): unknown;
  /** Complains of a field. */
  complain(key: string, what: string, next?: string): void;
}

/** Reads an object and complains of fields that it does not have; undefined when it is none. */
export function specFields(
  raw: unknown,
  keys: readonly string[],
  complain: Complain,
  path: SpecPath = [],
): SpecFields | undefined {
  if (!isFields(raw)) {
    complain(
      path,
      raw === undefined || raw === null ? 'has nothing in it' : 'is no object',
      `allowed: the fields ${keys.join(', ')}`,
    );
    return undefined;
  }
  let wrong = false;
  const tell: Complain = (at, what, next) => {
    wrong = true;
    complain(at, what, next);
  };
  for (const key of Object.keys(raw).filter((one) => !keys.includes(one)))
    tell([...path, key], 'is not a field that it has', `allowed: ${keys.join(', ')}`);
  // Null is what YAML makes of a key with nothing after it; the API server drops it.
  const valueOf = (key: string): unknown => (Object.hasOwn(raw, key) ? (raw[key] ?? undefined) : undefined);
  const list = (key: string): readonly unknown[] => {
    const value = valueOf(key);
    if (Array.isArray(value)) return value;
    if (value !== undefined) tell([...path, key], 'is no list');
    return [];
  };
  return {
    wrong: () => wrong,
    raw: valueOf,
    complain: (key, what, next) => tell([...path, key], what, next),
    text(key, needed) {
      const value = valueOf(key);
      if (typeof value === 'string' && (value !== '' || needed === undefined)) return value;
      if (value === undefined || value === '') {
        if (needed !== undefined) tell([...path, key], 'is missing', `it has to be ${needed}`);
      } else tell([...path, key], 'is no text', 'put it in quotes');
      return undefined;
    },
    flag(key) {
      const value = valueOf(key);
      if (typeof value !== 'boolean' && value !== undefined)
        tell([...path, key], 'is neither true nor false');
      return value === true;
    },
    whole(key) {
      const value = valueOf(key);
      if (Number.isSafeInteger(value)) return value as number;
      if (value !== undefined) tell([...path, key], 'is no whole number');
      return undefined;
    },
    texts: (key) =>
      list(key).flatMap((entry, index) => {
        if (typeof entry === 'string') return [entry];
        tell([...path, key, index], 'is no text', 'put it in quotes');
        return [];
      }),
    object(key, inner) {
      const value = valueOf(key);
      return value === undefined ? undefined : specFields(value, inner, tell, [...path, key]);
    },
    objects: (key, inner) =>
      list(key).flatMap((entry, index) => specFields(entry, inner, tell, [...path, key, index]) ?? []),
  };
}
