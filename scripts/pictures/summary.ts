import { type Block, type Line, readMarkdown } from '../../demo/markdown.ts';
import { box, monoText, monoWidth, sansText, sansWidth, svg } from './svg.ts';

/** Something drawn from a height on, and how high it is. */
interface Drawn {
  readonly parts: readonly string[];
  readonly height: number;
}

const [ink, line, shade] = ['#1f2328', '#d1d9e0', '#f0f2f4'];
const width = 940;
const margin = 28;
const size = 14;
const gap = 16;
const cell = { height: 33, padding: 12 };

/** A job summary as GitHub shows it on the page of the run. */
export function drawSummary(title: string, markdown: string): string {
  const { parts, height: drawn } = drawBlocks(readMarkdown(markdown), margin);
  const height = drawn + 2 * margin;
  const frame = box([0.5, 0.5, width - 1, height - 1], '#ffffff', { radius: 8, stroke: line });
  return svg(title, width, height, [frame, ...parts]);
}

/** Blocks below each other, from a height on. */
function drawBlocks(blocks: readonly Block[], start: number): Drawn {
  let y = start;
  const parts = blocks.flatMap((block) => {
    const drawn = draw(block, y);
    y += drawn.height + gap;
    return drawn.parts;
  });
  return { parts, height: Math.max(0, y - gap - start) };
}

function draw(block: Block, y: number): Drawn {
  switch (block.kind) {
    case 'heading':
      return drawHeading(block.level, block.line, y);
    case 'paragraph':
      return drawLines(block.lines, margin, y);
    case 'quote': {
      const { parts, height } = drawLines(block.lines, margin + 16, y);
      return { parts: [box([margin, y, 4, height], line), ...parts], height };
    }
    case 'table':
      return drawTable(block.head, block.rows, y);
    case 'code':
      return drawCode(block.lines, y);
    case 'fold':
      return drawFold(block, y);
  }
}

function drawFold({ title, isOpen, blocks }: Extract<Block, { kind: 'fold' }>, y: number): Drawn {
  const head = sansText(`${isOpen ? '▼' : '▶'} ${title}`, margin, y + 15, { size, color: ink });
  const inside: Drawn = isOpen ? drawBlocks(blocks, y + 20 + gap) : { parts: [], height: -gap };
  return { parts: [head, ...inside.parts], height: 20 + gap + inside.height };
}

function drawHeading(level: number, heading: Line, y: number): Drawn {
  const big = level <= 2 ? 22 : level === 3 ? 18 : 16;
  if (level > 2) {
    const text = sansText(textOf(heading), margin, y + big + 8, { size: big, color: ink, bold: true });
    return { parts: [text], height: big + 12 };
  }
  const text = sansText(textOf(heading), margin, y + big, { size: big, color: ink, bold: true });
  return { parts: [text, box([margin, y + big + 12, width - 2 * margin, 1], line)], height: big + 13 };
}

function drawLines(lines: readonly Line[], x: number, y: number): Drawn {
  const height = 22;
  const wrapped = lines.flatMap(wrap);
  return {
    parts: wrapped.map((one, i) => drawLine(one, x, y + i * height + 16)),
    height: wrapped.length * height,
  };
}

/** Text without code in lines that fit; a line with code is short, as the action writes it. */
function wrap(one: Line): readonly Line[] {
  const [span] = one;
  if (one.length !== 1 || span === undefined || span.code) return [one];
  const lines = [''];
  for (const word of span.text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (inlineWidth(longer) > width - 2 * margin) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((text) => [{ text, code: false }]);
}

/** Closer than what a column needs, so that no gap is left before the code that follows. */
function inlineWidth(text: string): number {
  return sansWidth(text, size) * 0.85;
}

/** A line at its baseline; code stands in a shade. */
function drawLine(spans: Line, start: number, y: number, bold = false): string {
  let x = start;
  return spans
    .map(({ text, code }) => {
      const at = x;
      x += code ? widthOf([{ text, code }]) : inlineWidth(text);
      if (!code) return sansText(text, at, y, { size, color: ink, bold });
      const shaded = box([at, y - 15, widthOf([{ text, code }]), 21], shade, { radius: 5 });
      return `${shaded}\n${monoText(text, at + 6, y, { size: size - 2, color: ink })}`;
    })
    .join('\n');
}

function widthOf(spans: Line): number {
  const widths = spans.map(({ text, code }) =>
    code ? monoWidth(text, size - 2) + 12 : sansWidth(text, size),
  );
  return widths.reduce((sum, one) => sum + one, 0);
}

/** A head without words is as low as GitHub makes it. */
function drawTable(head: readonly Line[], rows: readonly (readonly Line[])[], y: number): Drawn {
  const columns = head.map(
    (title, i) => Math.max(...[title, ...rows.map((row) => row[i] ?? [])].map(widthOf)) + 2 * cell.padding,
  );
  const empty = head.every((title) => title.length === 0);
  const headHeight = empty ? 13 : cell.height;
  const parts = [
    ...drawRow(head, columns, y, headHeight, true),
    ...rows.flatMap((row, i) => drawRow(row, columns, y + headHeight + i * cell.height, cell.height, false)),
  ];
  return { parts, height: headHeight + rows.length * cell.height };
}

function drawRow(
  cells: readonly Line[],
  columns: readonly number[],
  y: number,
  height: number,
  bold: boolean,
): string[] {
  let x = margin;
  return columns.flatMap((column, i) => {
    const at = x;
    x += column;
    const frame = box([at + 0.5, y + 0.5, column, height], '#ffffff', { stroke: line });
    return [frame, drawLine(cells[i] ?? [], at + cell.padding, y + height / 2 + 5, bold)];
  });
}

function drawCode(lines: readonly string[], y: number): Drawn {
  const [lineHeight, padding] = [18, 14];
  const height = lines.length * lineHeight + 2 * padding;
  const drawn = lines.map((one, i) =>
    monoText(one, margin + padding, y + padding + (i + 0.72) * lineHeight, { size: size - 2, color: ink }),
  );
  return {
    parts: [box([margin, y, width - 2 * margin, height], '#f6f8fa', { radius: 6 }), ...drawn],
    height,
  };
}

function textOf(spans: Line): string {
  return spans.map(({ text }) => text).join('');
}
