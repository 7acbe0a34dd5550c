import { describe, expect, it } from '@jest/globals';
import { plain, plainLines } from '../../src/render/text.ts';

describe('text from the cluster, in the log', () => {
  it.each(['::error::gone', '  ::set-output name=x::y', '\n::add-mask::a', '\u0007::stop-commands::x'])(
    '%j begins no workflow command',
    (text) => {
      expect(plain(text).trimStart()).not.toMatch(/^::/);
    },
  );

  it.each(['##[error]gone', 'before ##[group]x', '###[endgroup]', '##[##[debug]'])(
    '%j has no command of the old form, which the runner obeys anywhere in a line',
    (text) => {
      expect(plain(text)).not.toContain('##[');
    },
  );

  it('moves no cursor and begins no line', () => {
    expect(plain('a\u001b[2Jb\rc\nd\te\u0085f')).toBe('a [2Jb c d e f');
  });

  it('keeps every letter, in any language, and emoji', () => {
    const text = '✔ ünïcödé 日本語 👩‍🚀 # [x] :: y ##x';
    expect(plain(text)).toBe(text);
  });

  it('keeps the lines and the indentation of our own text, each line plain', () => {
    expect(plainLines('rules:\n  - verbs: [get]\r\n::error::x\n\n    deep')).toBe(
      'rules:\n  - verbs: [get]\n: :error::x\n\n    deep',
    );
  });
});
