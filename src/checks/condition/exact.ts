import { type Value, describe, isInt } from './values.ts';

/** Throws Error unless both are of the type that `==` was compiled for. */
export function isAlike(exact: 'int' | 'string' | undefined, a: Value, b: Value): true {
  const wrong = exact && [a, b].find((value) => !isExactly(exact, value));
  if (wrong !== undefined)
    throw new Error(
      `"==" was compiled for ${exact === 'int' ? 'integers' : 'strings'} and got ${describe(wrong)}`,
    );
  return true;
}

/** What is looked up in a set; nil looks for 0 or the empty string, as reflect.Zero is both. Throws Error. */
export function requireKey(exact: 'int' | 'string', value: Value): Value {
  if (value === null) return exact === 'int' ? { go: 'int', value: 0n } : '';
  if (!isExactly(exact, value))
    throw new Error(`a set of ${exact === 'int' ? 'integers' : 'strings'} cannot hold ${describe(value)}`);
  return value;
}

function isExactly(exact: 'int' | 'string', value: Value): boolean {
  return exact === 'string' ? typeof value === 'string' : isInt(value) && value.go === 'int';
}
