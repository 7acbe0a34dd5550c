import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { go, requireGo } from '../go.ts';

/** A condition, and a result in the notation of main.go: JSON, `vector 0.5 NaN` or `scalar NaN`. */
export interface Question {
  readonly condition: string;
  readonly result: string;
}

/** What Argo Rollouts says to it. */
export interface Answer {
  readonly answer: 'true' | 'false' | 'error';
  /** Why there is an error. */
  readonly message?: string;
}

/** Asks Argo's own function, in the order of the questions. Builds it first, which takes seconds. */
export async function askArgo(questions: readonly Question[]): Promise<readonly Answer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollout-conductor-expr-'));
  try {
    await requireGo(import.meta.dirname);
    const program = join(folder, 'expr');
    await go(['build', '-o', program, '.'], import.meta.dirname);
    const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
    const lines = (await text(child.stdout)).trimEnd().split('\n');
    if (lines.length !== questions.length)
      throw new Error(
        `${String(questions.length)} questions were asked and ${String(lines.length)} answered`,
      );
    return lines.map((line) => JSON.parse(line) as Answer);
  } finally {
    await rm(folder, { recursive: true });
  }
}
