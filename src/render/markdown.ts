import { plain } from './text.ts';

/** So many hexadecimal digits are no name of a commit yet. */
const noCommit = 6;

/** What GitHub makes something of after the Markdown was read, where entities are letters again. */
const apart = [
  // Mentions of people and teams, and addresses of mail.
  '@',
  // A formula: https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
  '\\$',
  // Issues: #12, owner/repo#12, GH-12.
  '#(?=\\d)',
  '(?<=\\bgh)-(?=\\d)',
  // Links of bare addresses.
  ':(?=//)',
  '(?<=www)\\.',
  // Emoji by name: :tada:, and :100:; a time of day is none.
  ':(?!\\d\\d:)(?=[\\w+-]+:)',
].join('|');

const commit = `(?<![0-9a-z])[0-9a-f]{${String(noCommit + 1)},40}(?![0-9a-z])`;

/** What Markdown makes something of; some of it at the start of a line only. */
const marks = '[\\\\`*_[\\]|~#]|^[+=-]|(?<=^\\d+)[.)]';

const special = new RegExp(`(?<commit>${commit})|(?<apart>${apart})|(?<html>[&<>])|${marks}`, 'gi');

/**
 * Text from outside as Markdown that shows it letter by letter: no element, link, image, formula, emphasis, emoji,
 * mention or reference comes of it. Markdown is kept off by entities. GitHub's own references are made of its result, one
 * text at a time, so that only an element between the letters keeps them off (as its documentation says of `$`).
 */
export function escapeMarkdown(text: string): string {
  return plain(text).replace(special, (match: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (groups['commit'] !== undefined) return inPieces(match);
    if (groups['apart'] !== undefined) return `<span>${match}</span>`;
    return groups['html'] === undefined ? entity(match) : (named[match] ?? entity(match));
  });
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Too few digits in each piece for the name of a commit. */
function inPieces(digits: string): string {
  const pieces = digits.match(new RegExp(`.{1,${String(noCommit)}}`, 'g')) ?? [];
  return pieces.map((piece, i) => (i % 2 === 0 ? piece : `<span>${piece}</span>`)).join('');
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

/** A link, which shows where it leads if no other words are given; undefined where the address is none of the web. */
export function link(address: string, words?: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  url.username = url.password = '';
  // Code spans, elements and entities are read before links, and a bracket would be its end.
  const to = url.href.replace(/[()<>[\]\\`*_~|"'!@$]/g, percent).replaceAll('&', '&amp;');
  return `[${escapeMarkdown(words ?? url.host)}](${to})`;
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
