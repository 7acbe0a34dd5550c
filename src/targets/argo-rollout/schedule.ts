import { parseDuration } from '../../support/duration.ts';
import type { MetricEvidence } from '../evidence.ts';
import type { RawMetric } from './analysis-run.ts';

/** Text with the arguments filled in. */
export type Fill = (text: string) => string;

/** How often and when a metric is measured; undefined where an argument that is not known here says it. Pure. */
export function scheduleOf(
  { count = 0, interval, initialDelay }: RawMetric,
  fill: Fill,
): MetricEvidence['schedule'] {
  const asked = Number(fill(String(count)));
  const [every, first] = [interval, initialDelay].map((duration) =>
    // The controller takes an empty one for none.
    duration ? millisecondsOf(fill(duration)) : undefined,
  );
  if (Number.isNaN(asked) || (interval && every === undefined)) return undefined;
  return {
    // As with the controller, 0 is none.
    ...(asked > 0 && { count: asked }),
    ...(every !== undefined && { interval: every }),
    ...(first !== undefined && { initialDelay: first }),
  };
}

function millisecondsOf(duration: string): number | undefined {
  try {
    return parseDuration(duration);
  } catch {
    return undefined;
  }
}
