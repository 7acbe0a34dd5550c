import type { Metric } from '../../src/checks/check.ts';
import { measureRound } from '../../src/checks/measuring/measure.ts';
import type { Measured, Provider, Scene, Shown } from '../../src/checks/provider.ts';
import type { RoundState } from '../../src/checks/round.ts';
import { type PatientClock, patientClock } from '../support/patient-clock.ts';

/** One answer of a script: how long it takes in milliseconds, what is shown before it comes, and what comes. */
export interface Answer {
  readonly takes?: number;
  readonly shows?: Shown;
  /** It comes although nobody wants it any more. */
  readonly deaf?: true;
  /** An Error is thrown, what has a `kind` is given as it is, and everything else is a result. */
  readonly gives: unknown;
}

/** A metric that a script answers; the last answer is given for ever. A `job` judges by itself. */
export interface Scripted {
  readonly metric: Metric;
  readonly script: readonly Answer[];
}

/** Times of what was begun and done, in milliseconds from the begin of the round. */
export interface Span {
  readonly from: number;
  /** Absent while it goes on. */
  to?: number;
  ended?: true;
}

/** A round that was measured, or was begun to be. */
export interface Play {
  readonly done: Promise<RoundState>;
  /** Everything that was told, in order. */
  readonly told: readonly RoundState[];
  /** The measurements of each metric by its name. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  readonly stop: AbortController;
  readonly clock: PatientClock;
}

/** A metric that is Successful above 0 and Failed below; 0 is Inconclusive. */
export function metricOf(name: string, more: Partial<Metric> = {}): Metric {
  const sign = (text: string, wanted: number): Metric['successCondition'] & object => ({
    text,
    holds(result) {
      if (typeof result !== 'number')
        throw new Error(`invalid operation: > (mismatched types ${typeof result})`);
      return Math.sign(result) === wanted;
    },
  });
  return {
    name,
    provider: 'web',
    spec: name,
    successCondition: sign('result > 0', 1),
    failureCondition: sign('result < 0', -1),
    failureLimit: 0,
    inconclusiveLimit: 0,
    consecutiveErrorLimit: 4,
    dryRun: false,
    retention: 10,
    ...more,
  };
}

/** Measures a round whose metrics are answered by scripts, with time that costs none. */
export function play(metrics: readonly Scripted[], redact: Scene['redact'] = (text) => text): Play {
  const [told, spans, stop] = [[] as RoundState[], new Map<string, Span[]>(), new AbortController()];
  const clock = patientClock();
  const startedAt = clock.now();
  const scripts = new Map(metrics.map(({ metric, script }) => [metric.name, script]));
  const answer = (name: string, turn: number): Answer => {
    const script = scripts.get(name) ?? [];
    return script[Math.min(turn, script.length - 1)] ?? { gives: 1 };
  };
  const provider = (conditions: boolean): Provider<string> => ({
    conditions,
    parse: () => '',
    access: () => [],
    async measure(name, { check }, signal, progress) {
      if (check !== name) throw new Error(`${name} is measured for ${String(check)}`);
      const before = spans.get(name) ?? [];
      const span: Span = { from: clock.now() - startedAt };
      spans.set(name, [...before, span]);
      const { takes = 0, shows, deaf, gives } = answer(name, before.length);
      try {
        if (shows !== undefined) progress(shows);
        await clock.sleep(takes, deaf ? undefined : signal);
        if (gives instanceof Error) throw gives;
        return isMeasured(gives) ? gives : { kind: 'result', result: gives, value: JSON.stringify(gives) };
      } finally {
        span.to = clock.now() - startedAt;
        if (signal.aborted) span.ended = true;
      }
    },
  });
  const done = measureRound(
    metrics.map(({ metric }) => metric),
    { clock, redact } as unknown as Scene,
    stop.signal,
    (state) => told.push(state),
    (name) => provider(name !== 'job'),
  );
  return { done, told, spans, stop, clock };
}

function isMeasured(gives: unknown): gives is Measured {
  return typeof gives === 'object' && gives !== null && 'kind' in gives;
}
