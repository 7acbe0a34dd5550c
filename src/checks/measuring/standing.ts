import type { Measurement, Verdict } from '../../targets/evidence.ts';
import type { Metric } from '../check.ts';
import { assess, emptyTally, type Outcome, type Tally, tallied } from './counting.ts';
import { type Redact, shownWithoutSecrets } from './without-secrets.ts';
import { judge } from './judge.ts';
import type { Measured, Shown } from '../provider.ts';
import { isOutcome } from './round-verdict.ts';

/** What is known of one check of a round; texts are already without secrets. Times are milliseconds since the epoch. */
export interface Standing {
  readonly verdict: Verdict;
  /** As `Assessed.why`. */
  readonly why: string;
  readonly tally: Tally;
  /** The last ones, as many as the metric keeps; oldest first. */
  readonly measurements: readonly Measurement[];
  /** Begin of the measurement that is under way; absent between measurements. */
  readonly since?: number;
  /** What the provider showed last. */
  readonly shown: Shown;
}

/** One measurement that is done. */
export interface Taken {
  readonly outcome: Outcome;
  readonly value: string;
  /** Why it could not be measured; empty for most. */
  readonly message: string;
  /** What the provider found beside it. */
  readonly shown: Shown;
}

/** Characters of a value or a message that are kept: a report holds no whole documents, and many measurements. */
const longest = 10_000;

/** Of a check that was not measured yet. */
export const notBegun: Standing = {
  verdict: 'Pending',
  why: '',
  tally: emptyTally,
  measurements: [],
  shown: {},
};

/** When a measurement begins: the Job, the log and the metrics of the one before do not belong to it. Pure. */
export function begun(standing: Standing, since: number): Standing {
  const { job: _job, log: _log, metrics: _metrics, ...shown } = standing.shown;
  return { ...standing, verdict: 'Running', since, shown };
}

/** When the provider shows what it is at, or what it found. Pure. */
export function showing(standing: Standing, shown: Shown, redact: Redact): Standing {
  return { ...standing, shown: { ...standing.shown, ...shownWithoutSecrets(shown, redact) } };
}

/** What a measurement came to, whether the provider judges or the conditions of the metric. Pure. */
export function takenOf(metric: Metric, found: Measured): Taken {
  const { value } = found;
  const isAsked = metric.successCondition !== undefined || metric.failureCondition !== undefined;
  // A check run has a verdict of its own, which a condition replaces; a verdict without a result stands.
  if (found.kind === 'result' || (isAsked && found.result !== undefined)) {
    const { outcome, message } = judge(metric, found.result);
    // As the controller: what could not be judged has no value.
    return { outcome, message, value: outcome === 'Error' ? '' : value, shown: found };
  }
  const { verdict, message } = found;
  if (verdict === 'Running')
    return { outcome: 'Error', value, message: 'it ended without a verdict', shown: found };
  return { outcome: verdict, value, message, shown: found };
}

/** When a measurement is done: it is counted, kept, and the metric assessed. Pure. */
export function measured(
  { since, ...standing }: Standing,
  metric: Metric,
  taken: Taken,
  now: number,
  redact: Redact,
): Standing {
  const tally = tallied(standing.tally, taken.outcome);
  const { verdict, why } = assess(metric, tally);
  const measurement = measurementOf(since ?? now, now, {
    value: shortened(redact(taken.value)),
    verdict: taken.outcome,
    message: shortened(redact(taken.message)),
  });
  return { ...standing, verdict, why, tally, measurements: kept(standing, measurement, metric.retention) };
}

/**
 * When the round is over before the check is: never passed, though the controller calls it Successful. The measurement
 * that was under way is counted, as there. Pure.
 */
export function terminated({ since, ...standing }: Standing, retention: number, now: number): Standing {
  if (isOutcome(standing.verdict)) return standing;
  const verdict = 'Terminated';
  if (since === undefined) return { ...standing, verdict };
  const measurement = measurementOf(since, now, { value: '', verdict, message: '' });
  const tally = { ...standing.tally, count: standing.tally.count + 1 };
  return { ...standing, verdict, tally, measurements: kept(standing, measurement, retention) };
}

function measurementOf(
  startedAt: number,
  finishedAt: number,
  what: Pick<Measurement, 'value' | 'verdict' | 'message'>,
): Measurement {
  return {
    ...what,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
  };
}

/** Not before secrets are out: half of one would stay. */
function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function kept(
  { measurements }: Pick<Standing, 'measurements'>,
  one: Measurement,
  retention: number,
): readonly Measurement[] {
  return [...measurements, one].slice(-Math.max(1, retention));
}
