/** One line of the table. */
export interface Row {
  readonly measure: string;
  readonly ours: string;
  /** What the other does it with: the plugin, or an empty script. */
  readonly other: string;
  /** Left out: told for orientation only. */
  readonly target?: string;
  readonly met?: boolean;
}

/** What one measure found. */
export interface Measured {
  readonly rows: readonly Row[];
  /** Every raw number, for bench-results.json. */
  readonly raw: object;
}

/** The rows as aligned columns. */
export function renderTable(rows: readonly Row[]): string {
  const head = ['measure', 'ours', 'the other', 'target', 'met?'];
  const cells = rows.map(({ measure, ours, other, target, met }) => {
    const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
    return [measure, ours, other, target ?? '', verdict];
  });
  const all = [head, ...cells];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const render = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [render(head), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(render)].join('\n');
}

/** Milliseconds, with a decimal where it says something. */
export function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

/** Bytes, in the unit that people read easily (kB = 1000). */
export function bytes(value: number): string {
  return value < 1e6 ? `${(value / 1e3).toFixed(1)} kB` : `${(value / 1e6).toFixed(2)} MB`;
}

/** A share in percent. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.replace('.0 ', ' ');
}
