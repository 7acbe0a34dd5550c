import { parseDuration } from '../../support/duration.ts';
import type { SpecFields } from '../spec-fields.ts';

/** `rangeQuery`: from when to when, and how far apart. */
export interface RangeQuery {
  /** Milliseconds since the epoch. */
  readonly start: (now: number) => number;
  readonly end: (now: number) => number;
  /** Milliseconds. */
  readonly stepMs: number;
}

/** Reads `rangeQuery`; undefined where there is none. */
export function readRange(fields: SpecFields): RangeQuery | undefined {
  const range = fields.object('rangeQuery', ['start', 'end', 'step']);
  if (range === undefined) return undefined;
  const start = readTime(range, 'start');
  const end = readTime(range, 'end');
  const stepMs = readStep(range);
  if (start === undefined || end === undefined || stepMs === undefined) return undefined;
  if (start(0) > end(0)) range.complain('start', 'is after the end', 'write the earlier time as start');
  return { start, end, stepMs };
}

/**
 * The expressions that Argo's documentation has: `now()`, and durations taken from it or added. Any other expression
 * is refused, never guessed.
 */
function readTime(range: SpecFields, key: 'start' | 'end'): ((now: number) => number) | undefined {
  const text = range.text(key, 'a time such as now() - duration("1h")');
  if (text === undefined) return undefined;
  const terms = /^\s*now\(\s*\)((?:\s*[-+]\s*duration\(\s*(?:"[^"]*"|'[^']*')\s*\))*)\s*$/.exec(text)?.[1];
  const allowed = 'allowed: now(), and now() - duration("1h")';
  if (terms === undefined) {
    range.complain(key, 'is not a time that is supported here', allowed);
    return undefined;
  }
  try {
    const shift = [...terms.matchAll(/([-+])\s*duration\(\s*["']([^"']*)["']/g)]
      .map(([, sign, duration = '']) => (sign === '-' ? -1 : 1) * goDuration(duration))
      .reduce((sum, ms) => sum + ms, 0);
    return (now) => now + shift;
  } catch {
    range.complain(key, 'has a duration that is none', `${allowed}; a duration has units: 90s, 5m, 1h30m`);
    return undefined;
  }
}

function readStep(range: SpecFields): number | undefined {
  const text = range.text('step', 'a duration such as 1m');
  if (text === undefined) return undefined;
  try {
    const ms = goDuration(text);
    if (ms > 0) return ms;
  } catch {
    // Said below.
  }
  range.complain('step', 'is no duration above 0', 'allowed: 30s, 5m, 1h');
  return undefined;
}

/** Go wants a unit where the rest of a Rollout does not. Throws RangeError. */
function goDuration(text: string): number {
  if (/^\d+$/.test(text) && text !== '0') throw new RangeError('no unit');
  return parseDuration(text);
}
