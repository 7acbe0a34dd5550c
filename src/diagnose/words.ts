import type { RawContainerStatus, RawEvent, RawPod, RawState } from './raw.ts';

/** Longest line of evidence, in bytes: an event's message has at most 1024, a container's 4096. */
const LINE_BYTES = 1000;
/** Longest message within a sentence, in bytes. */
const SENTENCE_BYTES = 300;
/** Lines of a log that are told. */
const LOG_LINES = 5;

/** Text from the cluster as one line without control characters (and what they did to colours), cut to size. */
export function oneLine(text: string, bytes = LINE_BYTES): string {
  const line = text
    // What colours a terminal; without its first character the rest would be left to read.
    .replace(/\u001b\[[\d;]*[A-Za-z]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const whole = Buffer.from(line);
  if (whole.length <= bytes) return line;
  // A character that was cut in two is decoded to the replacement character.
  return `${whole
    .subarray(0, bytes - 3)
    .toString()
    .replace(/\uFFFD+$/, '')}…`;
}

/** The same for a place within a sentence: shorter, and without the full stop. */
export function inSentence(text: string): string {
  return oneLine(text, SENTENCE_BYTES).replace(/[.\s]+$/, '');
}

/**
 * A container's state as evidence, and how its run before ended:
 * `pod web-1, container web: waiting, CrashLoopBackOff (2 restarts), before: terminated, Error, exit code 1`.
 */
export function stateLine(pod: RawPod, status: RawContainerStatus): string {
  const { name, state, lastState, restartCount = 0 } = status;
  const restarts = restartCount === 0 ? '' : ` (${plural(restartCount, 'restart')})`;
  const before = lastState?.terminated === undefined ? '' : `, before: ${describeState(lastState)}`;
  return oneLine(`pod ${pod.metadata.name}, container ${name}: ${describeState(state)}${restarts}${before}`);
}

function describeState(state: RawState | undefined): string {
  if (state?.running !== undefined) return `running since ${state.running.startedAt ?? 'just now'}`;
  if (state?.terminated !== undefined) {
    const { reason, exitCode, message } = state.terminated;
    return join('terminated', reason, exitCode === undefined ? undefined : `exit code ${exitCode}`, message);
  }
  return join('waiting', state?.waiting?.reason, undefined, state?.waiting?.message);
}

function join(word: string, reason?: string, code?: string, message?: string): string {
  const head = [word, reason, code].filter((part) => part).join(', ');
  return message ? `${head}: ${message}` : head;
}

/** Events as evidence, the newest first, at most three: `event Failed (4 times): Failed to pull image …`. */
export function eventLines(events: readonly RawEvent[]): readonly string[] {
  return newestFirst(events)
    .slice(0, 3)
    .map((event) => {
      const count = event.series?.count ?? event.count ?? 1;
      const times = count > 1 ? ` (${String(count)} times)` : '';
      return oneLine(`event ${event.reason ?? ''}${times}: ${event.message ?? ''}`);
    });
}

/** The last lines of a log as evidence, the empty ones left out. */
export function logLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => oneLine(line))
    .filter((line) => line !== '')
    .slice(-LOG_LINES)
    .map((line) => oneLine(`log: ${line}`));
}

/** Events by when they were last seen. */
export function newestFirst(events: readonly RawEvent[]): readonly RawEvent[] {
  const time = ({ series, lastTimestamp, eventTime, metadata }: RawEvent): number =>
    Date.parse(series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '') ||
    0;
  return events.toSorted((one, other) => time(other) - time(one));
}

/** `1 restart`, `2 restarts`. */
export function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
