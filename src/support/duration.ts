/** Units of Go's time.ParseDuration, in milliseconds. */
const UNITS = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
]);

/** What is allowed, for error messages. */
const DURATION_FORMS =
  'seconds as a bare number, or numbers with units h, m, s, ms, such as 90s, 1h30m, 1.5h';

/** Beyond this (100 days) a value is a slip of the pen; timers and dates hold it easily. */
const LONGEST_MS = 100 * 24 * 3_600_000;

/**
 * A duration in milliseconds.
 *
 * The forms are those of Argo Rollouts: a bare integer is seconds (`pause.duration: 30`, `duration: "30"`), everything
 * else is read as Go reads it. Stricter than Go: neither signs nor units below a millisecond.
 * Throws RangeError with what is wrong and what is allowed, for the caller to name the input.
 */
export function parseDuration(text: string | number): number {
  const given = String(text).trim();
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : fromUnits(given);
  if (ms === undefined) throw new RangeError(`"${given}" is no duration; allowed: ${DURATION_FORMS}`);
  if (ms > LONGEST_MS)
    throw new RangeError(`"${given}" is too long; at most ${formatDuration(LONGEST_MS)} is allowed`);
  return ms;
}

function fromUnits(given: string): number | undefined {
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|m|s))+$/.test(given)) return undefined;
  const parts = given.matchAll(/(\d+\.?\d*|\.\d+)(h|ms|m|s)/g);
  // Rounded as a whole: 0.1 h is 360 000 ms, not one less because of how binary fractions add up.
  return Math.round(
    [...parts].reduce((sum, [, value, unit]) => sum + Number(value) * (UNITS.get(unit ?? '') ?? 0), 0),
  );
}

/** The units a duration is shown in: whole ones, the largest first; milliseconds only below a second. */
function shownUnits(ms: number): string[] {
  if (!(ms >= 0)) throw new RangeError(`${String(ms)} is no duration`);
  // Never 0: a wait that is not over is not shown as one that is.
  const whole = Math.ceil(ms);
  if (whole > 0 && whole < 1000) return [`${String(whole)}ms`];
  const seconds = Math.round(ms / 1000);
  const amounts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [seconds % 60, 's'],
  ];
  const shown = amounts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${String(amount)}${unit}`);
  return shown.length === 0 ? ['0s'] : shown;
}

/** `1h30m`, `2m5s`, `0s`: whole seconds, in the form that parseDuration reads. */
export function formatDuration(ms: number): string {
  return shownUnits(ms).join('');
}

/** `1h 30m`, `2m 5s`: the same for people. */
export function describeDuration(ms: number): string {
  return shownUnits(ms).join(' ');
}
