// Asks Argo's own evaluation all of cases.txt and writes what it says to answers.jsonl.
import { writeFileSync } from 'node:fs';
import { ANSWERS_FILE, writeAnswer } from './answers.ts';
import { askArgo } from './ask.ts';
import { questionsOf, readGroups } from './cases.ts';

const questions = readGroups().flatMap(questionsOf);
const answers = await askArgo(questions);
// One line for each, so that a change of a release of Argo is a change of lines.
const lines = questions.map((question, i) => writeAnswer(question, answers[i] ?? { answer: 'error' }));
writeFileSync(ANSWERS_FILE, `${lines.join('\n')}\n`);
const told = (wanted: string): number => answers.filter(({ answer }) => answer === wanted).length;
console.log(
  `${String(questions.length)} answers: ${String(told('true'))} true, ${String(told('false'))} false, ${String(told('error'))} errors`,
);
