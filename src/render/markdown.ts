import { plain } from './text.ts';

/** Text from outside as Markdown that shows it letter by letter: no element, link, image, formula or emphasis comes of it. */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~@$]/g, entity)
    .replace(/:(?=\/\/)|(?<=www)\.|^[#+=-]|(?<=^\d+)[.)]/gi, entity);
}

function entity(character: string): string {
  return `&#${String(character.codePointAt(0))};`;
}

/** Text from outside as inline code, inside a table too; in code GitHub makes no mentions and no links. */
export function code(text: string): string {
  const line = plain(text);
  if (line === '') return '';
  // A pipe in a table is escaped also inside code, but after a backslash no escape of it is read the same twice.
  if (line.includes('\\|')) return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** A link that shows where it leads; undefined where the address is none of the web. */
export function link(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  url.username = url.password = '';
  // Code spans, elements and entities are read before links, and a bracket would be its end.
  const to = url.href.replace(/[()<>[\]\\`*_~|"'!@]/g, percent).replaceAll('&', '&amp;');
  return `[${escapeMarkdown(url.host)}](${to})`;
}

function percent(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Text of several lines as a block that it cannot leave. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A table; its cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
