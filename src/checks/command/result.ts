/** What a command measured: for conditions, and as text for people. */
export interface CommandResult {
  readonly result: unknown;
  readonly value: string;
}

/**
 * Reads what a command printed last: the last line that is not blank, as JSON if it is that, else as text. JSON over
 * several lines, as `jq` prints it, counts as one line. Pure.
 */
export function readResult(stdout: string): CommandResult {
  const lines = stdout.trimEnd().split('\n');
  const last = (lines.at(-1) ?? '').trim();
  const whole = /^[}\]]/.test(lines.at(-1) ?? '') ? lines.slice(opening(lines)).join('\n') : last;
  const result = parse(whole);
  return result === undefined ? { result: last, value: last } : { result, value: JSON.stringify(result) };
}

/** Where the object or list begins that the last line ends: at the start of a line. */
function opening(lines: readonly string[]): number {
  return lines.findLastIndex((line) => /^[{[]/.test(line));
}

/** No JSON text means undefined. A number that is too large for one is a word, such as the hash `12e4567`. */
function parse(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
  } catch {
    return undefined;
  }
}
