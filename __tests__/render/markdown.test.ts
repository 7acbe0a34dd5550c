import { describe, expect, it } from '@jest/globals';
import { code, codeBlock, escapeMarkdown, link, table } from '../../src/render/markdown.ts';
import { plain, plainLines } from '../../src/render/text.ts';
import { hostile } from '../fixtures/hostile.ts';
import { type MarkdownNode, nodes, parseMarkdown, textOf, types } from '../fixtures/markdown.ts';

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

describe('an address from outside, as a link', () => {
  it('leads where it says, with the name of the host', async () => {
    const to = 'http://prometheus.monitoring:9090/graph?g0.expr=rate(a_b{c="d|e"}[1m])&copy;=1&g0.tab=0#x';
    const ast = await parseMarkdown(link(to) ?? '');
    const [found] = nodes('link', ast) as unknown as readonly [MarkdownNode & { readonly url: string }];
    expect(textOf(found)).toBe('prometheus.monitoring:9090');
    expect(decodeURIComponent(found.url)).toBe(to);
  });

  it('has no credentials', () => {
    expect(link('https://user:secret@web.example/x')).toBe('[web.example](https://web.example/x)');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'web.example', '', '::error::'])(
    'is none where it is no address of the web: %s',
    (text) => {
      expect(link(text)).toBeUndefined();
    },
  );

  it.each(hostile)('is one link and nothing else, whatever it ends with: %j', async (text) => {
    const ast = await parseMarkdown(`See ${link(`https://web.example/${text}`) ?? ''}.`);
    expect(types(ast)).toEqual(new Set(['root', 'paragraph', 'text', 'link']));
    expect(nodes('link', ast).map(textOf)).toEqual(['web.example']);
    expect(textOf(ast)).toBe('See web.example.');
  });
});
