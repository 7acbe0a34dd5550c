import { compare } from './compare.ts';
import type { Step } from './parse.ts';

/** How JSON values are looked at. */
export interface WalkOptions {
  /**
   * The controller reads every number of a web answer as a fraction, and its filters refuse to compare that with a
   * number without a dot: `@.code==200` is an error, `@.code==200.0` is none. `any`: numbers are numbers.
   */
  readonly numbers?: 'any';
  /** `empty`: a field that is nowhere is no error, as with kubectl's AllowMissingKeys. */
  readonly missing?: 'empty';
}

/** A value, and whether it stands in a path as a number without a dot. */
export interface Found {
  readonly value: unknown;
  readonly whole?: true;
}

/** Everything that the steps find. Throws Error as the walk of k8s.io/client-go/util/jsonpath does. */
export function walk(steps: readonly Step[], value: unknown, options: WalkOptions): readonly unknown[] {
  return follow(steps, [{ value }], options).map((found) => found.value);
}

function follow(steps: readonly Step[], start: readonly Found[], options: WalkOptions): readonly Found[] {
  return steps.reduce((found, step) => take(step, found, options), start);
}

function take(step: Step, found: readonly Found[], options: WalkOptions): readonly Found[] {
  switch (step.kind) {
    case 'field':
      return fields(step.name, found, options);
    case 'index':
      return lists(found).flatMap((list) => [entryAt(list, step.index)]);
    case 'slice':
      return lists(found).flatMap((list) => slice(list, step));
    case 'wildcard':
      return found.flatMap(({ value }) => children(value));
    case 'recursive':
      return found.flatMap((one) => descend(one));
    case 'union':
      return step.paths.flatMap((path) => follow(path, found, options));
    case 'literal':
      return found.map(() => ({ value: step.value, ...(step.whole && { whole: true as const }) }));
    case 'exists':
      return filterable(found).filter((one) => exists(step.left, one, options));
    case 'filter':
      return filterable(found).filter((one) => holds(step, one, options));
  }
}

function fields(name: string, found: readonly Found[], { missing }: WalkOptions): readonly Found[] {
  const values = found.flatMap(({ value }) =>
    isObject(value) && Object.hasOwn(value, name) ? [{ value: value[name] }] : [],
  );
  if (values.length === 0 && found.length > 0 && missing !== 'empty') throw new Error(`${name} is not found`);
  return values;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lists(found: readonly Found[]): readonly (readonly unknown[])[] {
  return found.flatMap(({ value }) => {
    if (value === null) return [];
    if (!Array.isArray(value)) throw new Error(`${typeName(value)} is not array or slice`);
    return [value as unknown[]];
  });
}

function typeName(value: unknown): string {
  return isObject(value) ? 'an object' : `a ${typeof value}`;
}

function entryAt(list: readonly unknown[], index: number): Found {
  const at = index < 0 ? index + list.length : index;
  if (at < 0 || at >= list.length) throw outOfBounds(at, list.length);
  return { value: list[at] };
}

function slice(
  list: readonly unknown[],
  { start = 0, end, by = 1 }: Extract<Step, { kind: 'slice' }>,
): readonly Found[] {
  const { length } = list;
  const from = start < 0 ? start + length : start;
  const until = end === undefined ? length : end < 0 ? end + length : end;
  if (from === until) return [];
  if (from < 0 || from >= length) throw outOfBounds(from, length);
  if (until < 0 || until > length) throw outOfBounds(until - 1, length);
  if (from > until)
    throw new Error(`starting index ${String(from)} is greater than ending index ${String(until)}`);
  return list
    .slice(from, until)
    .filter((_, index) => index % by === 0)
    .map((value) => ({ value }));
}

function outOfBounds(index: number, length: number): Error {
  return new Error(`array index out of bounds: index ${String(index)}, length ${String(length)}`);
}

function children(value: unknown): readonly Found[] {
  // Go walks a text by its bytes.
  if (typeof value === 'string') return [...Buffer.from(value, 'utf8')].map((byte) => ({ value: byte }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).map((inner: unknown) => ({ value: inner }));
}

/** The value, if there is anything in it, and everything below that has anything in it. */
function descend(one: Found): readonly Found[] {
  if (typeof one.value === 'string') return one.value === '' ? [] : [one];
  const inner = children(one.value);
  return inner.length === 0 ? [] : [one, ...inner.flatMap(descend)];
}

function filterable(found: readonly Found[]): readonly Found[] {
  return found.flatMap(({ value }) => {
    if (!Array.isArray(value))
      throw new Error(
        `${value === null ? 'null' : typeName(value)} is not array or slice and cannot be filtered`,
      );
    return value.map((entry: unknown) => ({ value: entry }));
  });
}

function exists(left: readonly Step[], one: Found, options: WalkOptions): boolean {
  try {
    return follow(left, [one], options).length > 0;
  } catch {
    return false;
  }
}

function holds(step: Extract<Step, { kind: 'filter' }>, one: Found, options: WalkOptions): boolean {
  const [left, ...moreLeft] = follow(step.left, [one], options);
  if (moreLeft.length > 0) throw new Error('can only compare one element at a time');
  if (left === undefined) return false;
  const [right, ...moreRight] = follow(step.right, [one], options);
  if (moreRight.length > 0) throw new Error('can only compare one element at a time');
  return right !== undefined && compare(left, step.operator, right, options);
}
