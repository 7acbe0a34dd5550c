import { type Document, type Scalar, type YAMLError, isAlias, isCollection, isPair, visit } from 'yaml';
import type { FilePlace } from '../../ends.ts';

/** What keeps a YAML text from being read. */
export interface YamlMistake {
  /** `deploy/checks.yaml:12:5`, or `line 12, column 5`. */
  readonly place: string;
  /** The same for GitHub, in a file of the workspace. */
  readonly at?: FilePlace;
  readonly what: string;
  /** What to do. */
  readonly next: string;
}

interface Found extends Omit<YamlMistake, 'place' | 'at'> {
  readonly offset: number;
}

/** More than so many lines that cannot be read have one cause. */
const most = 5;

/** Everything that keeps a text from being read, once a line; `at` says where an offset is. Pure. */
export function mistakesIn(
  yaml: Document,
  text: string,
  at: (offset: number) => Pick<YamlMistake, 'place' | 'at'>,
): readonly YamlMistake[] {
  const found = [
    ...yaml.warnings.map((warning) => tagMistake(warning, text)),
    ...yaml.errors.map((error) => syntaxMistake(error, text)),
  ];
  const all = found.length > 0 ? found : valueMistakes(yaml, text);
  const byLine = Map.groupBy(all, ({ offset }) => text.lastIndexOf('\n', offset - 1));
  return [...byLine]
    .toSorted(([one], [other]) => one - other)
    .slice(0, most)
    .flatMap(([, [first]]) =>
      first === undefined ? [] : { ...at(first.offset), what: first.what, next: first.next },
    );
}

/** `!isNaN(result)` without quotes is a tag to YAML, and its value nothing. */
function tagMistake({ pos: [offset] }: YAMLError, text: string): Found {
  const tag = /^\S+/.exec(text.slice(offset))?.[0] ?? '!';
  const asked = conditionAt(text, offset);
  return {
    offset,
    what: `${tag} without quotes is a YAML tag, no text`,
    next: asked === undefined ? 'quote the value' : `quote the condition: ${asked}`,
  };
}

function syntaxMistake({ code, message: whole, pos: [offset] }: YAMLError, text: string): Found {
  // It may have the rest of the text in it.
  const message = whole.length > 100 ? `${whole.slice(0, 99)}…` : whole;
  const asked = conditionAt(text, offset);
  const word = /^[^\s:]*/.exec(text.slice(offset))?.[0] ?? '';
  if (code === 'DUPLICATE_KEY') return { offset, what: `${word} is there twice`, next: 'keep one of them' };
  if (code === 'MULTIPLE_DOCS')
    return { offset, what: 'a second YAML document begins here', next: 'put all checks into one document' };
  if (/^ *\t/.test(lineAt(text, offset)))
    return { offset, what: 'the line is indented with a tab', next: 'YAML takes only spaces there' };
  if (asked !== undefined)
    return { offset, what: `no YAML (${message})`, next: `quote the condition: ${asked}` };
  const next =
    code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY'
      ? 'indent the fields of one entry alike, and quote a value that has ": " in it'
      : 'correct the YAML, or quote the value';
  return { offset, what: `no YAML (${message})`, next };
}

/** What YAML allows, and what is no plain value. */
function valueMistakes(yaml: Document, text: string): readonly Found[] {
  const found: Found[] = [];
  visit(yaml, {
    Pair: (_, { key }) => {
      if (isCollection(key)) found.push(keyMistake(key.range?.[0] ?? 0, text));
    },
    Alias: (_, alias) => {
      if (isAlias(alias) && alias.resolve(yaml) === undefined)
        found.push({
          offset: alias.range?.[0] ?? 0,
          what: `there is no anchor &${alias.source}`,
          next: 'quote the value if it is meant as text',
        });
    },
    Scalar: (key, scalar, parents) => {
      const [parent] = parents.slice(-1);
      if (isPair(parent) && key === 'key') return;
      if (isPlain(scalar)) return;
      const offset = scalar.range?.[0] ?? 0;
      found.push({ offset, what: `${String(scalar.source)} is no value that JSON has`, next: 'quote it' });
    },
  });
  return found.length > 0 ? found : tooManyAliases(yaml);
}

/** The reader stops where a few aliases would grow to millions of values. */
function tooManyAliases(yaml: Document): readonly Found[] {
  try {
    yaml.toJS();
    return [];
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return [{ offset: 0, what: `no plain YAML (${what})`, next: 'use fewer aliases' }];
  }
}

function keyMistake(offset: number, text: string): Found {
  const arg = /^\{?\{\s*args\.[^}]*\}\}/.exec(
    text.slice(text[offset - 1] === '{' ? offset - 1 : offset),
  )?.[0];
  return arg === undefined
    ? { offset, what: 'a key has to be text', next: 'quote it' }
    : { offset, what: `${arg} without quotes is a YAML map, no text`, next: `quote it: "${arg}"` };
}

function isPlain({ value }: Scalar): boolean {
  return ['string', 'boolean'].includes(typeof value) || value === null || Number.isFinite(value);
}

/** The line as it should be written, where it holds a condition. */
function conditionAt(text: string, offset: number): string | undefined {
  const line = /^[\s-]*(\w+Condition):\s+(\S.*)$/.exec(lineAt(text, offset).trimEnd());
  const [, field, condition] = line ?? [];
  return field === undefined || condition === undefined ? undefined : `${field}: ${quoted(condition)}`;
}

function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

function lineAt(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const to = text.indexOf('\n', offset);
  return text.slice(from, to < 0 ? undefined : to);
}
