import { beforeAll, describe, expect, it } from '@jest/globals';
import { readLines, writeAnswer } from '../../../cluster/expr/answers.ts';
import { type Answer, askArgo } from '../../../cluster/expr/ask.ts';
import { questionsOf, readGroups } from '../../../cluster/expr/cases.ts';
import { compareRandom } from '../../../cluster/expr/differences.ts';

describe('conditions, asked of Argo Rollouts itself', () => {
  const questions = readGroups().flatMap(questionsOf);
  let answers: readonly Answer[];

  // Compiling it for the first time takes minutes on a slow machine.
  beforeAll(async () => void (answers = await askArgo(questions)), 600_000);

  it('the recorded answers are those that it gives', () => {
    const recorded = readLines();
    const lines = questions.map((question, i) => writeAnswer(question, answers[i] ?? { answer: 'error' }));
    expect(lines.filter((line, i) => line !== recorded[i])).toEqual([]);
    expect(recorded).toHaveLength(lines.length);
  });

  it('random conditions come to the same', async () => {
    const { differences, counts } = await compareRandom(10_000, 1);
    expect(differences).toEqual([]);
    // Otherwise hardly anything but errors would have been compared.
    for (const pair of ['argo true, ours true', 'argo false, ours false'])
      expect(counts.get(pair)).toBeGreaterThan(500);
  });
});
