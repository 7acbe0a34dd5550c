import { ConditionError, parseCondition } from '../../src/checks/condition/index.ts';
import type { Question } from './ask.ts';

/** What our evaluator says: `refused` is said before anything is measured, `error` of one measurement. */
export interface OurAnswer {
  readonly answer: 'true' | 'false' | 'error' | 'refused';
  readonly message?: string;
}

/** Asks our evaluator. */
export function askOurs({ condition, result }: Question): OurAnswer {
  try {
    return { answer: parseCondition(condition).holds(readResult(result)) ? 'true' : 'false' };
  } catch (error) {
    const refused = error instanceof ConditionError;
    return { answer: refused ? 'refused' : 'error', message: (error as Error).message };
  }
}

/** A result in the notation of main.go, as our providers give it. */
export function readResult(text: string): unknown {
  const [word = '', ...numbers] = text.split(' ').filter((part) => part !== '');
  if (word === 'vector') return Float64Array.from(numbers, readFloat);
  return word === 'scalar' ? readFloat(numbers[0] ?? '') : (JSON.parse(text) as unknown);
}

function readFloat(text: string): number {
  return Number(text.replace(/^([+-]?)Inf$/, '$1Infinity'));
}
