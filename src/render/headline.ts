import type { Ended } from '../ends.ts';
import type { Report } from '../report.ts';

/** The icon of an end: what people see first. */
export const endIcons: Readonly<Record<Ended, string>> = {
  healthy: '✔',
  paused: '॥',
  progressing: '◌',
  degraded: '✖',
  aborted: '↩',
  'rolled-back': '↩',
  unchanged: '✔',
  planned: '•',
  superseded: '✖',
  refused: '✖',
  unknown: '?',
};

/** How it ended in one line: `✔ rollout/web: healthy (completed)`. Pure. */
export function headline({ target, ending, operation }: Report): string {
  if (ending === undefined) return `◌ ${target}: ${operation} is under way`;
  const name = target === '' ? operation : target;
  return `${endIcons[ending.ended]} ${name}: ${ending.ended} (${ending.reason})`;
}
