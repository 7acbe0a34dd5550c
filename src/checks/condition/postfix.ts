import { mistake, unsupported } from './condition-error.ts';
import type { ReadExpression, Reader } from './reader.ts';
import type { Node } from './syntax.ts';

/** `.name`, `[index]`, `?.name`, `?.[index]`, as many as follow. Throws ConditionError. */
export function readMembers(reader: Reader, base: Node, expression: ReadExpression): Node {
  let node = base;
  for (;;) {
    const { at } = reader.current;
    const optional = reader.take('?.');
    if (reader.is('[')) node = readIndex(reader, node, optional, expression);
    else if (optional || reader.take('.')) node = readField(reader, node, optional);
    else return node;
    if (optional && node.kind !== 'chain') node = { kind: 'chain', of: node, at };
  }
}

function readField(reader: Reader, node: Node, optional: boolean): Node {
  const { kind, text, at } = reader.current;
  // Operators that are words, such as `in`, are fields after a dot.
  if (kind !== 'name' && !(kind === 'operator' && /^[a-zA-Z]+$/.test(text)))
    throw reader.unexpected(
      'the name of a field is expected',
      'other names stand in brackets: result["my-field"]',
    );
  reader.next();
  if (reader.is('('))
    throw mistake(`the method "${text}"`, at, 'results have no methods; functions are written len(result)');
  const key: Node = { kind: 'literal', value: text, at };
  // A field belongs to the chain before it: what is behind an absent part is not read.
  if (node.kind === 'chain') return { ...node, of: { kind: 'member', of: node.of, key, optional, at } };
  return { kind: 'member', of: node, key, optional, at };
}

function readIndex(reader: Reader, node: Node, optional: boolean, expression: ReadExpression): Node {
  const { at } = reader.next();
  if (reader.is(':') || reader.is('::')) throw unsupported('a slice ("[:]")', at);
  const key = expression(0);
  if (reader.is(':')) throw unsupported('a slice ("[:]")', at);
  reader.expect(']');
  return { kind: 'member', of: node, key, optional, at };
}
