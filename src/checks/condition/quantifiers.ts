import { elements } from './elements.ts';
import { type Sight, countLooks } from './sight.ts';
import type { Node, NodeOf } from './syntax.ts';
import { type Value, int, isTrue } from './values.ts';

/** The value of `all`, `any`, `none`, `one` or `count`. Throws Error. */
export function evaluateEach(
  node: NodeOf<'each'>,
  sight: Sight,
  evaluate: (node: Node, sight: Sight) => Value,
): Value {
  const { name, test } = node;
  const { length, item } = elements(evaluate(node.of, sight), name);
  const holds = (i: number): boolean => {
    countLooks(sight.memory, 1);
    return isTrue(test ? evaluate(test, { ...sight, element: () => item(i) }) : item(i), name);
  };
  if (name === 'one' || name === 'count') {
    let found = 0;
    for (let i = 0; i < length; i++) if (holds(i)) found++;
    return name === 'one' ? found === 1 : int(BigInt(found));
  }
  // all ends at the first that does not hold, any and none at the first that does.
  for (let i = 0; i < length; i++) if (holds(i) === (name !== 'all')) return name === 'any';
  return name !== 'any';
}
