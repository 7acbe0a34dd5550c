import { types } from 'node:util';
import { check } from './check.ts';
import { mistake } from './condition-error.ts';
import { evaluate } from './evaluate.ts';
import { optimize } from './optimize.ts';
import { parse } from './parse.ts';
import type { Node } from './syntax.ts';
import { TypeMismatch } from './type-mismatch.ts';
import { RESULT_TYPES, type ResultType, type Type, isUnknown, nameType, typeOfResult } from './types.ts';
import { describe, fromJson } from './values.ts';

export { ConditionError } from './condition-error.ts';

/** A condition of a metric: an expression over `result`, in the language of Argo Rollouts (expr-lang). */
export interface Condition {
  /** As it was written, args filled in. */
  readonly text: string;
  /**
   * Whether it holds for a measured result: plain JSON values, numbers as the provider gives them; a vector or matrix of
   * Prometheus as Float64Array, because Argo knows of those lists that they hold nothing but floats. Pure. Throws Error
   * where Argo's evaluation has an error (a type that does not fit, a result that is no boolean).
   */
  holds(result: unknown): boolean;
}

/** What an expression was compiled to for results of one type, or why it cannot be asked about them. */
type Program = Node | TypeMismatch;

/** Reads an expression. Pure. Throws ConditionError. */
export function parseCondition(text: string): Condition {
  const tree = parse(text.toWellFormed());
  const programs = new Map<ResultType, Program>(
    (Object.keys(RESULT_TYPES) as ResultType[]).map((type) => [type, compile(tree, RESULT_TYPES[type])]),
  );
  requireOne(programs);
  return {
    text,
    holds(result) {
      try {
        return ask(programs.get(typeOfResult(result)), result);
      } catch (error) {
        throw explain(error, result);
      }
    },
  };
}

/** Argo compiles a condition anew for each result, and what is known of the result is part of that. */
function compile(tree: Node, result: Type): Program {
  try {
    const { node, type } = check(tree, { result });
    if (type.kind !== 'bool' && !isUnknown(type) && isCertain(node))
      return new TypeMismatch(`a condition is true or false, and this one is ${nameType(type)}`, tree.at);
    return optimize(node);
  } catch (error) {
    if (error instanceof TypeMismatch) return error;
    throw error;
  }
}

// Argo looks at the value alone. What is known of a choice is only what is known of its first part (typeOfChoice), and
// these hand it through.
function isCertain(node: Node): boolean {
  if (node.kind === 'choice' || node.kind === 'member' || node.kind === 'chain') return false;
  if (node.kind === 'call') return node.name !== 'max' && node.name !== 'min';
  return !(node.kind === 'unary' && node.op === '+') && !(node.kind === 'binary' && node.op === '??');
}

/** An expression that no result fits would fail every measurement: better said before anything is changed. */
function requireOne(programs: ReadonlyMap<ResultType, Program>): void {
  const mismatches = [...programs.values()].filter((program) => program instanceof TypeMismatch);
  const [first] = mismatches;
  if (!first || mismatches.length < programs.size) return;
  if (mismatches.every(({ message }) => message === first.message))
    throw mistake(first.what, first.at, first.hint);
  const reasons = (['number', 'list', 'map'] as const).map(
    (type) => `of a ${type}, ${(programs.get(type) as TypeMismatch).message}`,
  );
  throw mistake('what no result fits', first.at, reasons.join('; '));
}

function ask(program: Program | undefined, measured: unknown): boolean {
  const result = fromJson(measured);
  if (!program || program instanceof TypeMismatch) throw new Error(program?.message);
  const value = evaluate(program, { result, memory: { used: 0, looked: 0 } });
  if (typeof value !== 'boolean')
    throw new Error(`a condition is true or false, and this one is ${describe(value)}`);
  return value;
}

// Whatever then went wrong, people are to know first that nothing was measured (formatEvalError in utils/evaluate).
function explain(error: unknown, result: unknown): Error {
  const { message } = error as Error;
  const nothing = result === null || result === undefined ? 'nil' : isEmpty(result) ? 'empty' : undefined;
  return nothing === undefined
    ? (error as Error)
    : new Error(`the result is ${nothing}, nothing was measured: ${message}`, { cause: error });
}

function isEmpty(result: unknown): boolean {
  return (Array.isArray(result) || types.isFloat64Array(result)) && result.length === 0;
}
