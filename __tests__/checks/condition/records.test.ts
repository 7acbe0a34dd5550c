import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOurs } from '../../../cluster/expr/answer.ts';
import { keyOf, readAnswers } from '../../../cluster/expr/answers.ts';
import { questionsOf, readGroups } from '../../../cluster/expr/cases.ts';

const recorded = readAnswers();
const groups = readGroups();

/** The release of Argo Rollouts that a folder of the cluster is built from. */
function argoOf(folder: string): string | undefined {
  const file = join(import.meta.dirname, '../../../cluster', folder, 'go.mod');
  return /argoproj\/argo-rollouts (v\S+)/.exec(readFileSync(file, 'utf8'))?.[1];
}

describe('conditions, held to the recorded answers of Argo Rollouts', () => {
  it('knows at least 300 of them, of every kind', () => {
    const answers = [...recorded.values()];
    for (const answer of ['true', 'false', 'error'])
      expect(answers.filter((given) => given === answer).length).toBeGreaterThan(300);
    expect(new Set(recorded.keys())).toEqual(new Set(groups.flatMap(questionsOf).map(keyOf)));
  });

  it('asks the release whose controller the tests run', () => {
    expect(argoOf('expr')).toMatch(/^v/);
    expect(argoOf('expr')).toBe(argoOf('kubernetes'));
  });

  it.each(groups.filter(({ kind }) => kind === 'same'))('says the same: $about', (group) => {
    const differences = questionsOf(group)
      .map(({ condition, result }) => ({
        condition,
        result,
        argo: recorded.get(keyOf({ condition, result })) ?? 'never asked: npm run record:conditions',
        ours: askOurs({ condition, result }).answer,
      }))
      // What fails for every result is refused before anything is measured.
      .filter(({ argo, ours }) => argo !== (ours === 'refused' ? 'error' : ours));
    expect(differences).toEqual([]);
  });

  it.each(groups.filter(({ kind }) => kind === 'refused'))('refuses, and names who can: $about', (group) => {
    for (const question of questionsOf(group))
      expect({ question, ours: askOurs(question) }).toEqual({
        question,
        ours: {
          answer: 'refused',
          message: expect.stringMatching(/is not supported here; .*templateName: NAME/),
        },
      });
  });

  it.each(groups.filter(({ kind }) => kind === 'machine' || kind === 'error'))(
    'does not guess: $about',
    (group) => {
      const why = group.kind === 'machine' ? 'depends on the processor' : 'cannot read the string';
      for (const question of questionsOf(group))
        expect({ question, ours: askOurs(question) }).toEqual({
          question,
          ours: { answer: 'error', message: expect.stringContaining(why) },
        });
    },
  );
});
