import { describe, expect, it } from '@jest/globals';
import { code, codeBlock, escapeMarkdown, table } from '../../src/render/markdown.ts';
import { plain, plainLines } from '../../src/render/text.ts';
import { nodes, parseMarkdown, textOf, types } from '../fixtures/markdown.ts';

/** What somebody could write into a label, a message or an image name. */
const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details><details open>',
  '<!-- hidden',
  '&lt;b&gt; &amp; &copy;',
  '[click](https://evil.example)',
  '![image](https://evil.example/x.png)',
  '[ref]: https://evil.example',
  '<https://evil.example>',
  'https://evil.example and www.evil.example',
  '**bold** _it_ ~~gone~~ `code`',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '> quote',
  '---',
  '===',
  '```',
  '~~~ fence',
  'a | b | c',
  '\\` \\\\ \\',
  '`` two ``',
  '`',
  ' leading and trailing ',
  'one\ntwo\r\nthree\u0000\u001b[31mred',
  '✔ rollout/web 🚀 ünïcödé',
  'Metric "web" assessed Failed due to failed (1) > failureLimit (0)',
];

describe('text from outside, as Markdown', () => {
  it.each(hostile)('%j is shown letter by letter', async (text) => {
    const ast = await parseMarkdown(`before ${escapeMarkdown(text)} after`);
    expect(types(ast)).toEqual(new Set(['root', 'paragraph', 'text']));
    expect(textOf(ast)).toBe(`before ${plain(text)} after`);
  });

  it.each(hostile)('%j at the start of a line makes no block', async (text) => {
    const ast = await parseMarkdown(escapeMarkdown(text));
    expect(types(ast)).toEqual(new Set(['root', 'paragraph', 'text']));
    expect(textOf(ast)).toBe(plain(text));
  });

  it.each(hostile)('%j in a cell stays in its cell', async (text) => {
    const ast = await parseMarkdown(table(['a', 'b'], [[escapeMarkdown(text), 'end']]));
    const cells = nodes('tableCell', ast).map(textOf);
    expect(cells).toEqual(['a', 'b', plain(text), 'end']);
  });

  it.each(['@octocat', 'https://evil.example', 'www.evil.example'])(
    '%s makes GitHub mention nobody and link nowhere',
    (text) => {
      expect(escapeMarkdown(text)).not.toContain(text);
    },
  );
});

describe('text from outside, as code', () => {
  it.each(hostile)('%j is code in a cell, and nothing else', async (text) => {
    const ast = await parseMarkdown(table(['a', 'b'], [[code(text), 'end']]));
    const cells = nodes('tableCell', ast);
    expect(cells).toHaveLength(4);
    expect(types(cells[2] ?? ast)).toEqual(new Set(['tableCell', 'inlineCode']));
    expect(textOf(cells[2] ?? ast)).toBe(plain(text));
  });

  it('a backslash before a pipe does not open a new cell', async () => {
    const ast = await parseMarkdown(table(['a', 'b'], [[code('a\\|b'), 'end']]));
    expect(nodes('tableCell', ast).map(textOf)).toEqual(['a', 'b', '<code>a\\|b</code>', 'end']);
  });

  it('of nothing is nothing', () => {
    expect(code('')).toBe('');
    expect(code(' \n ')).toBe('');
  });

  it.each([...hostile.map(plainLines), '````\nfour', 'text\n```\n<b>out</b>\n```'])(
    '%j cannot leave its block',
    async (text) => {
      const ast = await parseMarkdown(codeBlock(text));
      expect(ast.children?.map(({ type }) => type)).toEqual(['code']);
      expect(textOf(ast)).toBe(text);
    },
  );
});
