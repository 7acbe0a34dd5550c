import { keyOf } from './compare.ts';
import type { Node, NodeOf } from './syntax.ts';
import { type Value, describe, isList, isMap, toInt } from './values.ts';

type Evaluate = (node: Node) => Value;

/** Behind an absent part that was asked for with `?.`: the rest of the chain is not looked at. */
const ABSENT = Symbol('absent');

/** The value of a field or item, or of a chain of them. Throws Error. */
export function evaluateMember(node: NodeOf<'member' | 'chain'>, evaluate: Evaluate): Value {
  const value = follow(node, evaluate);
  return value === ABSENT ? null : value;
}

function follow(node: Node, evaluate: Evaluate): Value | typeof ABSENT {
  // A chain ends here: what was absent within it is nil to whatever comes behind.
  if (node.kind === 'chain') {
    const value = follow(node.of, evaluate);
    return value === ABSENT ? null : value;
  }
  if (node.kind !== 'member') return evaluate(node);
  const of = follow(node.of, evaluate);
  if (of === ABSENT || (node.optional && of === null)) return ABSENT;
  return fetch(of, evaluate(node.key));
}

/** runtime.Fetch: an absent key of a map is nil, an index beyond a list is an error, a negative one counts from its end. */
function fetch(of: Value, key: Value): Value {
  if (isMap(of)) return of.get(keyOf(key)) ?? null;
  const text = typeof of === 'string';
  if (!text && !isList(of)) throw new Error(`${describe(of)} has no ${name(key)}`);
  const items = text ? Buffer.from(of) : of;
  const given = Number(toInt(key));
  const index = given < 0 ? items.length + given : given;
  const item = items[index];
  if (item === undefined)
    throw new Error(`index ${String(given)} is out of range: the length is ${String(items.length)}`);
  return text ? { go: 'uint8', value: BigInt(Number(item)) } : item;
}

function name(key: Value): string {
  return typeof key === 'string' ? `field "${key}"` : 'items';
}
