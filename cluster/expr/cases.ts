import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from './ask.ts';

/** Conditions of the table, each asked about each of the results. */
export interface Group {
  readonly about: string;
  readonly results: readonly string[];
  readonly conditions: readonly string[];
  /**
   * `refused`: Argo reads them and this action does not, which it says before anything is changed.
   * `machine`: what Argo answers depends on the processor of the controller, and here it is an error.
   * `error`: Argo answers, and here it is an error, which is no verdict.
   */
  readonly kind: 'same' | 'refused' | 'machine' | 'error';
}

/** The table in cases.txt. */
export function readGroups(): readonly Group[] {
  const text = readFileSync(join(import.meta.dirname, 'cases.txt'), 'utf8');
  return text.split(/^== /m).slice(1).map(readGroup);
}

function readGroup(text: string): Group {
  const [title = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const [, kind = 'same', about = ''] = /^(?:(refused|machine|error): )?(.*)$/.exec(title) ?? [];
  return {
    about,
    kind: kind as Group['kind'],
    results: lines.filter((line) => line.startsWith('of ')).map((line) => line.slice(3)),
    conditions: lines.filter((line) => !line.startsWith('of ')).map(readCondition),
  };
}

function readCondition(line: string): string {
  return line.startsWith('json ') ? (JSON.parse(line.slice(5)) as string) : line;
}

/** The questions of a group. */
export function questionsOf({ conditions, results }: Group): readonly Question[] {
  return conditions.flatMap((condition) => results.map((result) => ({ condition, result })));
}
