import { describe, expect, it } from '@jest/globals';
import { chances } from '../fixtures/chance.ts';
import { parsed } from './read.ts';
import { valid } from './valid.ts';

const letters = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ' ',
  '\n',
  '-',
  '!',
  '&',
  '*',
  '#',
  '|',
  '>',
  '%',
  '@',
  '0',
  'a',
];
const pieces = [
  ...letters,
  '\t',
  '{{',
  '}}',
  '{{args.',
  ': ',
  '- ',
  '<<: ',
  'null',
  '~',
  '.nan',
  '---\n',
  '\u0000',
];

/** A text with a few characters taken out, put in, or written twice. */
function garble(text: string, next: () => number): string {
  const at = (): number => Math.floor(next() * text.length);
  const times = 1 + Math.floor(next() * 4);
  for (let time = 0; time < times; time += 1) {
    const [from, length] = [at(), Math.floor(next() * 8)];
    const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
    const kept = next() < 0.5 ? text.slice(from) : text.slice(from + length);
    text = `${text.slice(0, from)}${piece}${kept}`;
  }
  return text;
}

describe('checks that are garbled', () => {
  const next = chances(17);

  it.each(Object.entries(valid))(
    'are read or told with a place, never more: %s',
    (_, { checks, args = '' }) => {
      for (let turn = 0; turn < 150; turn += 1) {
        const text = garble(checks, next);
        const result = parsed(text, { args });
        const told = result.kind === 'checks' ? [] : result.mistakes.map(({ found = '' }) => found);
        const unplaced = told.filter(
          (found) => !/^(line \d+(, column \d+)?: |there is no file )/.test(found),
        );
        expect({ text, unplaced }).toEqual({ text, unplaced: [] });
        expect(told.filter((found) => /undefined|\[object|NaN/.test(found.replace(/"[^]*"/g, '')))).toEqual(
          [],
        );
      }
    },
  );
});
