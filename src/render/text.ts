/**
 * Text from the cluster as one plain line: a line break could begin a workflow command (`::error::`), and the
 * runner obeys the older `##[command]` anywhere in a line. Control characters would move the terminal's cursor, and
 * those of writing directions would turn around the text that follows: CVE-2021-42574.
 */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replaceAll('##[', '# #[')
    .replace(/^(\s*)::/, '$1: :')
    .trim();
}

/** Several lines, each one plain. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `${/^ */.exec(line)?.[0] ?? ''}${plain(line)}`)
    .join('\n');
}
