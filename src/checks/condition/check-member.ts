import type { Checked } from './check.ts';
import type { Node, NodeOf } from './syntax.ts';
import { TypeMismatch } from './type-mismatch.ts';
import { ANY, UNKNOWN, isInteger, isUnknown, nameType } from './types.ts';

/** Checks a field or an item against what it is of (memberNode of the checker). Pure. Throws TypeMismatch. */
export function checkMember(node: NodeOf<'member'>, of: Checked, key: Checked): Checked {
  const checked = { ...node, of: of.node, key: key.node };
  if (isUnknown(of.type)) return { node: checked, type: UNKNOWN };
  if (of.type.kind === 'map') {
    if (key.type.kind === 'string' || isUnknown(key.type)) return { node: checked, type: ANY };
    throw new TypeMismatch(`the keys of a map are strings, not ${nameType(key.type)}`, node.key.at);
  }
  if (of.type.kind === 'list') {
    if (isInteger(key.type) || isUnknown(key.type)) return { node: checked, type: of.type.of };
    throw new TypeMismatch(
      key.type.kind === 'string'
        ? `a list has no ${nameMember(node.key)}`
        : `the index of a list is an integer, not ${nameType(key.type)}`,
      node.key.at,
      'an item is result[0]',
    );
  }
  throw new TypeMismatch(`${nameType(of.type)} has no ${nameMember(node.key)}`, node.at);
}

function nameMember(key: Node): string {
  return key.kind === 'literal' && typeof key.value === 'string' ? `field "${key.value}"` : 'items';
}
