import { askOurs } from './answer.ts';
import { type Question, askArgo } from './ask.ts';
import { Chance } from './chance.ts';
import { randomQuestion } from './random.ts';

/** Random conditions and what became of them. */
export interface Comparison {
  /** Where ours says something else, for people. */
  readonly differences: readonly string[];
  /** How often each pair of answers was given. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What ours leaves to the controller, or says of no result at all. */
const EXPLAINED = /depends on the processor|is not supported here|which is not called/;

/** Asks both, Argo's evaluation and ours, the same random questions; the same seed asks the same. */
export async function compareRandom(count: number, seed: number): Promise<Comparison> {
  const chance = new Chance(seed);
  const questions: readonly Question[] = Array.from({ length: count }, () => randomQuestion(chance));
  const answers = await askArgo(questions);
  const counts = new Map<string, number>();
  const differences = questions.flatMap((question, i) => {
    const argo = answers[i];
    const ours = askOurs(question);
    const pair = `argo ${argo?.answer ?? ''}, ours ${ours.answer}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
    const same = argo?.answer === (ours.answer === 'refused' ? 'error' : ours.answer);
    if (same || EXPLAINED.test(ours.message ?? '')) return [];
    return [
      `${question.condition}\n  of ${question.result}\n  ${pair}: ${ours.message ?? argo?.message ?? ''}`,
    ];
  });
  return { differences, counts };
}
