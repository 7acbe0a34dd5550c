/** How text is drawn. */
export interface Type {
  readonly size: number;
  readonly color: string;
  readonly bold?: boolean;
}

/** Share of the size that a character of the monospaced fonts is wide. */
const charWidth = 0.6;
const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace';
const sans = 'system-ui, Segoe UI, Noto Sans, Helvetica, Arial, DejaVu Sans, sans-serif';

/** The width of monospaced text. */
export function monoWidth(text: string, size: number): number {
  return text.length * size * charWidth;
}

/** About the width of proportional text; enough for columns and frames. */
export function sansWidth(text: string, size: number): number {
  return text.length * size * 0.62;
}

/** Icons that few fonts have, as lines in a square of one unit that stands on the baseline. */
const drawnIcons: Readonly<Record<string, string>> = {
  '॥': 'M0.25 -0.75V0M0.55 -0.75V0',
  '⧉': 'M0.05 -0.55H0.5V-0.1H0.05ZM0.2 -0.55V-0.72H0.67V-0.25H0.5',
};

/**
 * One line of monospaced text. Every run of characters is pinned to its column, because icons and box lines come
 * from other fonts, which have other widths.
 */
export function monoText(text: string, x: number, y: number, type: Type): string {
  const width = type.size * charWidth;
  const runs = [...text.matchAll(/[\x21-\x7e]+(?: [\x21-\x7e]+)*|[^\x20-\x7e]/gu)];
  return runs
    .map(({ 0: run, index }) => {
      const icon = drawnIcons[run];
      if (icon !== undefined) return drawIcon(icon, x + index * width, y, type);
      const pinned = run.length > 1 ? ` textLength="${number(run.length * width)}"` : '';
      return `<text x="${number(x + index * width)}" y="${number(y)}"${pinned} ${attributes(type, mono)}>${escape(run)}</text>`;
    })
    .join('\n');
}

function drawIcon(icon: string, x: number, y: number, { size, color }: Type): string {
  const place = `translate(${number(x)} ${number(y)}) scale(${String(size)})`;
  return `<path d="${icon}" transform="${place}" fill="none" stroke="${color}" stroke-width="0.09"/>`;
}

/** One line of proportional text. */
export function sansText(text: string, x: number, y: number, type: Type): string {
  return `<text x="${number(x)}" y="${number(y)}" xml:space="preserve" ${attributes(type, sans)}>${escape(text)}</text>`;
}

/** A rectangle. */
export function box(
  [x, y, width, height]: readonly [number, number, number, number],
  fill: string,
  { radius = 0, stroke }: { readonly radius?: number; readonly stroke?: string } = {},
): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}"`;
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="${String(radius)}" fill="${fill}"${line}/>`;
}

/** The whole picture. */
export function svg(title: string, width: number, height: number, parts: readonly string[]): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)].map(String);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w ?? ''}" height="${h ?? ''}" viewBox="0 0 ${w ?? ''} ${h ?? ''}" role="img">`,
    `<title>${escape(title)}</title>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function attributes({ size, color, bold }: Type, family: string): string {
  const weight = bold === true ? ' font-weight="600"' : '';
  return `font-family="${family}" font-size="${String(size)}" fill="${color}"${weight}`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
