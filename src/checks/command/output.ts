import { stripVTControlCharacters } from 'node:util';
import { redactor } from '../redact.ts';

/** What is kept of the output of a command; all of it bounded. */
export interface CommandOutput {
  /** Takes the next piece. */
  add(from: 'stdout' | 'stderr', piece: string): void;
  /** The last lines of both, for people, without what the command has masked (`::add-mask::`) or `hide` replaces. */
  log(hide: (text: string) => string): readonly string[];
  /** The end of stdout: what it measured. */
  stdout(): string;
  /** The text without what the command has masked. */
  redact(text: string): string;
}

/** Enough for the result of a load test with all its figures. */
const LONGEST_STDOUT = 256 * 1024;
const LOG_LINES = 20;
/** What is shown of a line. */
const LONGEST_LINE = 500;
/** More is kept than is shown: a secret that is cut in two is not found any more. */
const LONGEST_KEPT = 8 * LONGEST_LINE;
const MOST_MASKS = 100;

/** Keeps the output of one run of a command. */
export function commandOutput(): CommandOutput {
  const kept: string[] = [];
  const unended = { stdout: '', stderr: '' };
  const masks = new Set<string>();
  let stdout = '';
  const end = (line: string): void => {
    const mask = /^\s*::add-mask::(.*)$/.exec(line)?.[1]?.trim();
    const shown = mask === undefined ? forPeople(line) : '';
    if (mask !== undefined && mask !== '' && masks.size < MOST_MASKS) masks.add(unescape(mask));
    if (shown !== '') kept.push(shown);
    if (kept.length > LOG_LINES) kept.shift();
  };
  const redact = (text: string): string => redactor([...masks])(text);
  return {
    add(from, piece) {
      if (from === 'stdout') stdout = lastOf(stdout + piece);
      const lines = (unended[from] + piece).split('\n');
      unended[from] = withoutOverwritten(lines.pop() ?? '').slice(0, LONGEST_KEPT);
      for (const line of lines) end(withoutOverwritten(line.trimEnd()).slice(0, LONGEST_KEPT));
    },
    log(hide) {
      for (const from of ['stdout', 'stderr'] as const) {
        end(unended[from].trimEnd());
        unended[from] = '';
      }
      return kept.map((line) => hide(redact(line)).slice(0, LONGEST_LINE));
    },
    stdout: () => stdout.slice(-LONGEST_STDOUT),
    redact,
  };
}

/** Cut only now and then: each cut copies what is kept. */
function lastOf(text: string): string {
  return text.length > 2 * LONGEST_STDOUT ? text.slice(-LONGEST_STDOUT) : text;
}

/** What a terminal shows of a line that begins again and again, such as a progress bar. */
function withoutOverwritten(line: string): string {
  return line.replace(/^.*\r(?=.)/s, '');
}

/** A workflow command is told as text, and is none any more. */
function forPeople(line: string): string {
  const text = stripVTControlCharacters(line);
  const told = text.replace(/^\s*::(error|warning|notice|debug)(?: [^:]*)?::/, '$1: ');
  return told.replace(/^\s*::[a-z-]+(?: [^:]*)?::/, '');
}

/** As workflow commands write what would end them. */
function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
