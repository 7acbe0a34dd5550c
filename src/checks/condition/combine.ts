import { unsupported } from './condition-error.ts';
import type { Literal, Node, NodeOf } from './syntax.ts';
import { isInt } from './values.ts';

/** Which operator joins two predicates where this one joins their quantifiers. */
const JOINED = { all: ['&&', '&&'], any: ['||', '||'], none: ['&&', '||'] } as const;

/**
 * `all(list, p) && all(list, q)` asks both of each element in turn, which matters where p or q is an error for one of
 * them; so it is with any and ||, and with none. Pure. Throws ConditionError.
 */
export function combine(node: Node): Node {
  if (node.kind !== 'binary') return node;
  const { left, right, at } = node;
  if (left.kind !== 'each' || right.kind !== 'each' || left.name !== right.name) return node;
  if (left.name === 'one' || left.name === 'count' || !left.test || !right.test) return node;
  const [outer, inner] = JOINED[left.name];
  if (node.op !== outer || write(left.of) !== write(right.of)) return node;
  // It compares how the lists are printed, where not all that differs looks different: such pairs are refused.
  if (!isSame(left.of, right.of)) throw unsupported(`"${left.name}" twice over lists that look alike`, at);
  const both: NodeOf<'binary'> = { kind: 'binary', op: inner, left: left.test, right: right.test, at };
  return { ...left, test: combine(both) };
}

function isSame(a: Node, b: Node): boolean {
  const shape = (node: Node): string =>
    JSON.stringify(node, (key, value: unknown) =>
      key === 'at' ? undefined : typeof value === 'bigint' ? `${String(value)}n` : value,
    );
  return shape(a) === shape(b);
}

/** As expr-lang prints it (ast/print.go), without parentheses and spaces. */
function write(node: Node): string {
  switch (node.kind) {
    case 'literal':
      return writeLiteral(node.value);
    case 'result':
      return 'result';
    case 'element':
      return '#';
    case 'list':
      return `[${node.items.map(write).join(',')}]`;
    case 'member':
      return `${write(node.of)}${node.optional ? '?' : ''}.${write(node.key)}`;
    case 'chain':
      return write(node.of);
    case 'unary':
      return `${node.op}${write(node.of)}`;
    case 'binary':
      return `${write(node.left)}${node.op}${write(node.right)}`;
    case 'choice':
      return `${write(node.test)}?${write(node.yes)}:${write(node.no)}`;
    case 'call':
      return `${node.name}${node.args.map(write).join(',')}`;
    case 'each':
      return `${node.name}${write(node.of)},${node.test ? write(node.test) : ''}`;
  }
}

function writeLiteral(value: Literal): string {
  return isInt(value)
    ? String(value.value)
    : typeof value === 'number'
      ? String(value)
      : JSON.stringify(value);
}
