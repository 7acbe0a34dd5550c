import { type Value, describe, isList, isMap } from './values.ts';

/** What a predicate or a sum goes over. */
export interface Elements {
  readonly length: number;
  /** Throws Error where there are elements that cannot be taken. */
  readonly item: (i: number) => Value;
}

/**
 * The elements of a value. reflect.Value.Len knows maps and strings too; the elements of a map cannot be taken by their
 * index, which throws Error, those of a string are its bytes. Throws Error for all else. Pure.
 */
export function elements(of: Value, name: string): Elements {
  if (isList(of)) return { length: of.length, item: (i) => of[i] ?? null };
  if (isMap(of))
    return {
      length: of.size,
      item: () => {
        throw new Error(`${name} takes a list, not a map`);
      },
    };
  if (typeof of !== 'string') throw new Error(`${name} takes a list, not ${describe(of)}`);
  const bytes = Buffer.from(of);
  return { length: bytes.length, item: (i) => ({ go: 'uint8', value: BigInt(bytes[i] ?? 0) }) };
}
