import { describe, expect, it } from '@jest/globals';
import { code, codeBlock, escapeMarkdown, link, table } from '../../src/render/markdown.ts';
import { plain, plainLines } from '../../src/render/text.ts';
import { hostile } from '../fixtures/hostile.ts';
import { chances } from '../fixtures/chance.ts';
import {
  type MarkdownNode,
  elements,
  nodes,
  parseMarkdown,
  referencesIn,
  textOf,
  types,
} from '../fixtures/markdown.ts';

/** What GitHub would make of text from outside beside itself. */
function madeOf(ast: MarkdownNode): readonly string[] {
  return [...elements(ast), ...nodes('link', ast).map(textOf), ...referencesIn(ast)];
}

const shown = new Set(['root', 'paragraph', 'text', 'html']);

describe('text from outside, as Markdown', () => {
  it.each(hostile)('%j is shown letter by letter', async (text) => {
    const ast = await parseMarkdown(`before ${escapeMarkdown(text)} after`);
    expect([...types(ast)].filter((type) => !shown.has(type))).toEqual([]);
    expect(textOf(ast)).toBe(`before ${plain(text)} after`);
    expect(madeOf(ast)).toEqual([]);
  });

  it.each(hostile)('%j at the start of a line makes no block', async (text) => {
    const ast = await parseMarkdown(escapeMarkdown(text));
    expect([...types(ast)].filter((type) => !shown.has(type))).toEqual([]);
    expect(textOf(ast)).toBe(plain(text));
    expect(madeOf(ast)).toEqual([]);
  });

  it.each(hostile)('%j in a cell stays in its cell', async (text) => {
    const ast = await parseMarkdown(table(['a', 'b'], [[escapeMarkdown(text), 'end']]));
    const cells = nodes('tableCell', ast).map(textOf);
    expect(cells).toEqual(['a', 'b', plain(text), 'end']);
    expect(madeOf(ast)).toEqual([]);
  });

  it.each([
    ['a mention', '@octocat'],
    ['an issue', '#12'],
    ['a commit', 'abcdef0'],
    ['an address', 'https://evil.example'],
    ['an emoji', ':tada:'],
    ['a formula', '$x$'],
  ])('%s is found by these tests where an entity is all that keeps it off', async (_, text) => {
    const entities = [...text].map((letter) => `&#${String(letter.codePointAt(0))};`).join('');
    expect(madeOf(await parseMarkdown(`a ${entities}`))).not.toEqual([]);
  });

  it('of many texts in any order is the same', async () => {
    const next = chances(1);
    const letters = [...' @#$:/.-_*`~<>&|\\[]()!+=^"\'0123456789abcdefghwxyzGH\n\u00a0é👩‍🚀'];
    for (let i = 0; i < 500; i += 1) {
      const draw = (): string => letters[Math.floor(next() * letters.length)] ?? '';
      const text = Array.from({ length: 1 + Math.floor(next() * 30) }, draw).join('');
      const ast = await parseMarkdown(`before ${escapeMarkdown(text)}`);
      expect([text, textOf(ast), madeOf(ast)]).toEqual([text, `before ${plain(text)}`.trimEnd(), []]);
      expect([text, [...types(ast)].filter((type) => !shown.has(type))]).toEqual([text, []]);
      const row = await parseMarkdown(table(['a', 'b'], [[escapeMarkdown(text), code(text)]]));
      expect(nodes('tableCell', row).map(textOf)).toEqual(['a', 'b', plain(text), plain(text)]);
      expect([text, madeOf(row).filter((made) => !/^<\/?code>$/.test(made))]).toEqual([text, []]);
    }
  });
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
    expect(nodes('tableCell', ast).map(textOf)).toEqual(['a', 'b', 'a\\|b', 'end']);
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
    const [found] = nodes('link', ast) as readonly [MarkdownNode & { readonly url: string }];
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
