import { controllerAdvice } from '../decide/behind.ts';
import { formatPhase } from '../format.ts';
import type { Weight } from '../model.ts';
import { formatDuration } from '../support/duration.ts';
import type { Report } from '../report.ts';
import type { Entry } from '../timeline.ts';
import { renderRoundEntry } from './check-entries.ts';
import { renderDiagnosis } from './diagnosis.ts';
import { statusIcon } from './icon.ts';
import { renderMeasuring } from './measuring.ts';
import { plain } from './text.ts';

/** Lines of the same change stand below its text, not below its time. */
const below = '\n         ';

/** One change as one line of the log: time since the start, then what changed. Pure. */
export function renderEntry(entry: Entry): string {
  return `${formatClock(entry.at)}  ${renderChange(entry)}`;
}

function renderChange(entry: Entry): string {
  switch (entry.kind) {
    case 'state':
      return renderState(entry);
    case 'request':
      return `→ ${entry.request}: ${plain(entry.reason)}`;
    case 'effect':
      return `← ${entry.request} ${entry.how}`;
    case 'diagnosis':
      return renderDiagnosis(entry.diagnosis).join(below);
    case 'behind':
      return `! The controller has not observed the newest spec for ${formatDuration(entry.since)}. ${controllerAdvice}`;
    case 'lost':
      return `! API server out of reach, trying again: ${plain(entry.message)}`;
    case 'found':
      return '! API server is back';
    case 'checks':
    case 'measurement':
    case 'check':
    case 'verdict':
    case 'stopped':
      return renderRoundEntry(entry).join(below);
  }
}

function renderState({
  phase,
  step,
  weight,
  sides,
  replicas,
  message,
  current,
}: Extract<Entry, { kind: 'state' }>): string {
  const shares =
    sides === undefined
      ? renderWeight(weight)
      : `active ${orNone(sides.active)}, preview ${orNone(sides.preview)}`;
  const parts = [
    `${statusIcon(phase)} ${phase}`.padEnd(13),
    ...(step === undefined ? [] : [`step ${String(step.index)}/${String(step.of)}`]),
    shares,
    `updated ${String(replicas.updated)}/${String(replicas.desired)}, available ${String(replicas.available)}`,
    ...(message === '' ? [] : [plain(message)]),
    ...(current ? [] : ['(not yet observed by the controller)']),
  ];
  return parts.join('  ');
}

function renderWeight({ desired, actual }: Weight): string {
  const real = actual === desired ? '' : ` (actual ${orUnknown(actual)})`;
  return `weight ${orUnknown(desired)}${real}`;
}

function orNone(hash: string): string {
  return hash === '' ? 'none' : plain(hash);
}

function orUnknown(weight: number | undefined): string {
  return weight === undefined ? 'unknown' : String(weight);
}

/** Minutes and seconds, as a clock shows them: `2:05`; with hours, `1:02:05`. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours === 0
    ? `${String(minutes).padStart(3)}:${two(seconds % 60)}`
    : `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}

/** A sign of life after a silence of so many milliseconds; what is out of reach is not called unchanged. */
export function renderHeartbeat(report: Report, silent: number): string {
  const { elapsed, timeline, observation } = report;
  const measuring = renderMeasuring(report);
  const connection = timeline.findLast(({ kind }) => kind === 'lost' || kind === 'found');
  const state = observation === undefined ? '' : formatPhase(observation);
  const what =
    connection?.kind === 'lost'
      ? `API server still out of reach, for ${formatDuration(elapsed - connection.at)}`
      : `${plain(state)}, unchanged for ${formatDuration(silent)}`;
  return `${formatClock(elapsed)}  · ${[what, measuring].filter((part) => part !== '').join('; ')}`;
}
