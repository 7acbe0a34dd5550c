/** A piece of text in one line. */
export interface Span {
  readonly text: string;
  readonly code: boolean;
}

/** Spans of one line. */
export type Line = readonly Span[];

/** A block of a job summary. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'quote'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  /** What GitHub folds, or can: its title, and what is shown when it is open. */
  | {
      readonly kind: 'fold';
      readonly title: string;
      readonly isOpen: boolean;
      readonly blocks: readonly Block[];
    };

/** Reads the Markdown that the action writes: just the forms that src/render/markdown.ts makes. */
export function readMarkdown(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  while (lines.length > 0) {
    const block = readBlock(lines);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

/** Takes the lines of one block; undefined where they were blank. */
function readBlock(lines: string[]): Block | undefined {
  const [line = ''] = lines;
  const fence = /^`{3,}/.exec(line)?.[0];
  if (fence !== undefined) return { kind: 'code', lines: takeUntil(lines, (one) => one === fence) };
  const [, open, title] = /^<details( open)?><summary>(.*)<\/summary>$/.exec(line) ?? [];
  if (title !== undefined) {
    const inside = takeUntil(lines, (one) => one === '</details>');
    const blocks = readMarkdown(inside.join('\n'));
    return { kind: 'fold', title: decodeEntities(title), isOpen: open !== undefined, blocks };
  }
  const [, marks, heading] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
  if (marks !== undefined && heading !== undefined) {
    lines.shift();
    return { kind: 'heading', level: marks.length, line: readSpans(heading) };
  }
  if (line.startsWith('|')) {
    const [head = [], , ...rows] = takeWhile(lines, (one) => one.startsWith('|')).map(readCells);
    return { kind: 'table', head, rows };
  }
  if (line.startsWith('> ')) {
    const quoted = takeWhile(lines, (one) => one.startsWith('> '));
    return { kind: 'quote', lines: quoted.map((one) => readSpans(one.slice(2))) };
  }
  if (line === '') {
    lines.shift();
    return undefined;
  }
  const text = takeWhile(lines, (one) => one !== '').join(' ');
  return { kind: 'paragraph', lines: text.split('<br>').map(readSpans) };
}

function takeWhile(lines: string[], fits: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !fits(line));
  return lines.splice(0, end === -1 ? lines.length : end);
}

/** The lines between the first, which opens, and the one that closes. */
function takeUntil(lines: string[], closes: (line: string) => boolean): string[] {
  lines.shift();
  const inside = takeWhile(lines, (line) => !closes(line));
  lines.shift();
  return inside;
}

function readCells(row: string): readonly Line[] {
  const cells = row.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map((cell) => readSpans(cell.trim().replaceAll('\\|', '|')));
}

function readSpans(text: string): Line {
  const parts = text.split(/(`+)(.+?)\1(?!`)/);
  // Three parts at a time: text outside of code, the fence, what is in code.
  const spans = parts.flatMap((part, i): Span[] => {
    if (i % 3 === 1) return [];
    return [i % 3 === 2 ? { text: part, code: true } : { text: decodeEntities(part), code: false }];
  });
  return spans.filter((span) => span.text !== '');
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
