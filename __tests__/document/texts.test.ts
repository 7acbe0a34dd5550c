import { describe, expect, it } from '@jest/globals';
import { shortened, withTexts } from '../../src/document/texts.ts';

describe('a text that is too long', () => {
  it('ends with a mark, and is no longer than asked', () => {
    expect(['abc', 'abcd'].map((text) => shortened(text, 3))).toEqual(['abc', 'ab…']);
  });

  it('is never cut within a character', () => {
    expect(shortened('a😀bc', 3)).toBe('a\ufffd…');
  });
});

describe('a value of JSON with its texts changed', () => {
  it('has the same fields, numbers and lists', () => {
    const value = { text: 'a', list: ['a', 1, { a: 'a', yes: true }], none: null };
    expect(withTexts(value, () => 'b')).toEqual({
      text: 'b',
      list: ['b', 1, { a: 'b', yes: true }],
      none: null,
    });
  });
});
