import { type Value, isList, isMap } from './values.ts';

/** What is at hand while an expression is evaluated. */
export interface Sight {
  readonly result: Value;
  /** The element that the innermost predicate is asked about; throws Error where the collection has none (a map). */
  readonly element?: () => Value;
  readonly memory: Memory;
}

/** What an evaluation has cost so far. */
export interface Memory {
  /** How many items of lists were made: at a million expr-lang gives up (conf.DefaultMemoryBudget). */
  used: number;
  /** How many elements and characters were looked at. */
  looked: number;
}
const MEMORY_BUDGET = 1_000_000;
// Ours: all(result, all(result, …)) of a huge answer must not hold up everything else for minutes.
const MOST_LOOKED = 1_000_000;

/** A list that an expression makes, which counts into the memory that is given. Throws Error beyond the budget. */
export function makeList(items: readonly Value[], memory?: Memory): Value {
  if (memory) memory.used += items.length;
  if (memory && memory.used >= MEMORY_BUDGET) throw new Error('memory budget exceeded');
  return items;
}

/** Counts elements that are looked at. Throws Error where they become too many. */
export function countLooks(memory: Memory, elements: number): void {
  memory.looked += elements;
  if (memory.looked > MOST_LOOKED)
    throw new Error(`it looks at more than ${String(MOST_LOOKED)} elements of the result`);
}

/** Counts what an operator or a function looks at in a value; numbers are free. Throws Error. */
export function countSize(memory: Memory, value: Value): void {
  if (typeof value === 'string' || isList(value)) countLooks(memory, value.length);
  else if (isMap(value)) countLooks(memory, value.size);
}
