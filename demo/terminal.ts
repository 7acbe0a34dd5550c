import { styleText } from 'node:util';
import { type Block, type Line, readMarkdown } from './markdown.ts';

type Style = Parameters<typeof styleText>[0];

// styleText leaves colours out by itself where nobody sees them: no terminal, or NO_COLOR.
const style = (how: Style, text: string): string => styleText(how, text);

/** A line that introduces a part of the demo. */
export function renderPart(text: string): string {
  return `\n${style(['bold', 'cyan'], `▶ ${text}`)}`;
}

/** A line of what is being shown, apart from what the demo itself says. */
export function renderShown(line: string): string {
  return line
    .split('\n')
    .map((one) => `  ${style('gray', '│')} ${one}`.trimEnd())
    .join('\n');
}

/** A job summary for a terminal; what GitHub folds stays folded. */
export function renderMarkdown(markdown: string): string {
  return renderBlocks(readMarkdown(markdown));
}

function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => renderBlock(block).join('\n')).join('\n\n');
}

function renderBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [style(['bold', 'underline'], renderLine(block.line))];
    case 'paragraph':
      return block.lines.map(renderLine);
    case 'quote':
      return block.lines.map((line) => `> ${renderLine(line)}`);
    case 'code':
      return block.lines.map((line) => `    ${line}`.trimEnd());
    case 'table':
      return renderTable([block.head, ...block.rows]);
    case 'fold':
      return block.isOpen
        ? [style('bold', `▼ ${block.title}`), '', renderBlocks(block.blocks)]
        : [style('bold', `▶ ${block.title}`)];
  }
}

/** Rows in columns; a head without words is left out. */
function renderTable(rows: readonly (readonly Line[])[]): readonly string[] {
  const known = rows.filter((row) => row.some((cell) => cell.length > 0));
  const columns = Math.max(...known.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...known.map((row) => textOf(row[i] ?? []).length)),
  );
  return known.map((row) =>
    row
      .map((cell, i) => renderLine(cell) + ' '.repeat((widths[i] ?? 0) - textOf(cell).length))
      .join('   ')
      .trimEnd(),
  );
}

function renderLine(line: Line): string {
  return line.map(({ text, code }) => (code ? style('cyan', text) : text)).join('');
}

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}
