import { types } from 'node:util';

/**
 * What expr-lang knows of a part before it evaluates it (checker/nature): `unknown` is a value of which nothing is known,
 * `any` one that Go holds in an interface, such as what a map of JSON gives. `vector` is a list with the type []float64.
 */
export type Type =
  | { readonly kind: 'unknown' | 'any' | 'nil' | 'bool' | 'int' | 'int64' | 'float' | 'string' | 'map' }
  | { readonly kind: 'list'; readonly of: Type; readonly vector: boolean };

export const UNKNOWN: Type = { kind: 'unknown' };
export const ANY: Type = { kind: 'any' };
export const NIL: Type = { kind: 'nil' };
export const BOOL: Type = { kind: 'bool' };
export const INT: Type = { kind: 'int' };
export const INT64: Type = { kind: 'int64' };
export const FLOAT: Type = { kind: 'float' };
export const STRING: Type = { kind: 'string' };
const MAP: Type = { kind: 'map' };

/** A list made by the expression or read from JSON. */
export function listOf(of: Type): Type {
  return { kind: 'list', of, vector: false };
}

/** The types that a result can have: for each of them Argo compiles a condition anew. */
export const RESULT_TYPES = {
  number: FLOAT,
  vector: { kind: 'list', of: FLOAT, vector: true },
  list: listOf(ANY),
  map: MAP,
  string: STRING,
  bool: BOOL,
  nil: NIL,
} as const satisfies Record<string, Type>;

/** The name of a result's type. */
export type ResultType = keyof typeof RESULT_TYPES;

/** Which type a measured result has. */
export function typeOfResult(result: unknown): ResultType {
  if (result === null || result === undefined) return 'nil';
  if (typeof result === 'number') return 'number';
  if (typeof result === 'string') return 'string';
  if (typeof result === 'boolean') return 'bool';
  if (types.isFloat64Array(result)) return 'vector';
  return Array.isArray(result) ? 'list' : 'map';
}

export function isUnknown({ kind }: Type): boolean {
  return kind === 'unknown' || kind === 'any';
}

export function isInteger({ kind }: Type): boolean {
  return kind === 'int' || kind === 'int64';
}

export function isNumber(type: Type): boolean {
  return type.kind === 'float' || isInteger(type);
}

/** Whether Go could assign it (Nature.AssignableTo). Lists of the expression are all []any. */
export function isAssignable(type: Type, to: Type): boolean {
  if (type.kind === 'nil') return to.kind === 'any' || to.kind === 'map' || to.kind === 'list';
  if (type.kind === 'unknown' || to.kind === 'unknown' || to.kind === 'nil') return false;
  if (to.kind === 'any') return true;
  if (type.kind === 'list' && to.kind === 'list') return type.vector === to.vector;
  return type.kind === to.kind;
}

/** Whether `==` may be asked of them (Nature.ComparableTo). */
export function isComparable(a: Type, b: Type): boolean {
  return (
    isUnknown(a) ||
    isUnknown(b) ||
    a.kind === 'nil' ||
    b.kind === 'nil' ||
    (isNumber(a) && isNumber(b)) ||
    (a.kind === 'list' && b.kind === 'list') ||
    isAssignable(a, b)
  );
}

/** Whether both are the same to arrayNode, which looks at reflect.Kind: nil and what is unknown have none. */
export function isSameKind(a: Type, b: Type): boolean {
  const kind = (type: Type): string => (type.kind === 'nil' ? 'unknown' : type.kind);
  return kind(a) === kind(b);
}

const WORDS: Readonly<Record<Type['kind'], string>> = {
  unknown: 'a value',
  any: 'a value',
  nil: 'nil',
  bool: 'a boolean',
  int: 'an integer',
  int64: 'an integer',
  float: 'a number',
  string: 'a string',
  map: 'a map',
  list: 'a list',
};

/** In words. */
export function nameType({ kind }: Type): string {
  return WORDS[kind];
}
