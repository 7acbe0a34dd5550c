import { box, monoText, monoWidth, svg, type Type } from './svg.ts';

const text: Type = { size: 12.5, color: '#e6edf3' };
const lineHeight = 19;
const margin = 18;
const columns = 150;

/** A log as GitHub shows it: light on dark, a line each. */
export function drawLog(title: string, log: readonly string[]): string {
  const lines = log.flatMap((line) => line.split('\n')).flatMap(wrap);
  const width = Math.max(...lines.map((line) => monoWidth(line, text.size))) + 2 * margin;
  const height = lines.length * lineHeight + 2 * margin;
  const drawn = lines.map((line, i) => monoText(line, margin, margin + (i + 0.75) * lineHeight, text));
  return svg(title, width, height, [box([0, 0, width, height], '#0d1117', { radius: 8 }), ...drawn]);
}

/** GitHub breaks a long line where the window ends. */
function wrap(line: string): readonly string[] {
  const parts = line.match(new RegExp(`.{1,${String(columns)}}(?: |$)`, 'gu'));
  return parts ?? [line];
}
