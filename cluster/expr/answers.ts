import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Question } from './ask.ts';

/** Where the answers of Argo Rollouts are kept, a line each. */
export const ANSWERS_FILE = join(import.meta.dirname, 'answers.jsonl');

/** A line: JSON of the condition, the result, the answer and, of an error, its message. */
export function writeAnswer({ condition, result }: Question, { answer, message }: Answer): string {
  return JSON.stringify([condition, result, answer, ...(message === undefined ? [] : [message])]);
}

/** The recorded lines. */
export function readLines(): readonly string[] {
  return readFileSync(ANSWERS_FILE, 'utf8').trimEnd().split('\n');
}

/** The recorded answers by question (see keyOf). */
export function readAnswers(): ReadonlyMap<string, Answer['answer']> {
  return new Map(
    readLines()
      .map((line) => JSON.parse(line) as readonly [string, string, Answer['answer']])
      .map(([condition, result, answer]) => [keyOf({ condition, result }), answer]),
  );
}

/** A question as a key. */
export function keyOf({ condition, result }: Question): string {
  return JSON.stringify([condition, result]);
}
