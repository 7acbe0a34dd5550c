import type { Int } from './values.ts';

/** An operator between two operands; `and`, `or` and `not` are read as `&&`, `||` and `!`. */
export type Operator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>='
  | 'in'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '??';

/** A function that asks a predicate about the elements of a list. */
export type Quantifier = 'all' | 'any' | 'none' | 'one' | 'count';

/** A literal of the expression. */
export type Literal = null | boolean | string | number | Int;

/** A part of an expression; `at` is where it begins, counted from 0. */
export type Node = { readonly at: number } & (
  | { readonly kind: 'literal'; readonly value: Literal }
  /** The measured result. */
  | { readonly kind: 'result' }
  /** `#`: the element that the innermost predicate is asked about. */
  | { readonly kind: 'element' }
  /** `settled`: of literals only, which costs no memory each time (see Memory in evaluate.ts). */
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly settled?: boolean }
  | { readonly kind: 'member'; readonly of: Node; readonly key: Node; readonly optional: boolean }
  /** The end of a chain with `?.`: where an absent part leads to nil. */
  | { readonly kind: 'chain'; readonly of: Node }
  | { readonly kind: 'unary'; readonly op: '!' | '-' | '+'; readonly of: Node }
  | {
      readonly kind: 'binary';
      readonly op: Operator;
      readonly left: Node;
      readonly right: Node;
      /** Compiled for operands of this type alone; whatever else comes at run time is an error (see check.ts). */
      readonly exact?: 'int' | 'string';
    }
  | { readonly kind: 'choice'; readonly test: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | {
      readonly kind: 'each';
      readonly name: Quantifier;
      readonly of: Node;
      /** Left out: the element itself (`count(list)`). */
      readonly test?: Node;
    }
);

/** A part of the given kind. */
export type NodeOf<Kind extends Node['kind']> = Extract<Node, { readonly kind: Kind }>;
