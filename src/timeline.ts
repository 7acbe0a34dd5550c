import { isBehind } from './decide/behind.ts';
import type { Decision } from './decide/decision.ts';
import type { Diagnosis } from './diagnose/finding.ts';
import type { Facts } from './facts.ts';
import type { Observation } from './observation.ts';
import type { Phase, Replicas, Weight } from './model.ts';
import { type RoundEntry, roundEntries } from './round-entries.ts';

/** One change that people are told of. Times are milliseconds since the run began. */
export type Entry =
  | {
      readonly kind: 'state';
      readonly at: number;
      readonly phase: Phase;
      readonly step?: { readonly index: number; readonly of: number };
      readonly weight: Weight;
      /** Pod template hashes of a blueGreen's sides. */
      readonly sides?: { readonly active: string; readonly preview: string };
      readonly replicas: Replicas;
      readonly message: string;
      /** False: the status does not speak of the spec yet. */
      readonly current: boolean;
    }
  | { readonly kind: 'request'; readonly at: number; readonly request: string; readonly reason: string }
  | { readonly kind: 'effect'; readonly at: number; readonly request: string; readonly how: string }
  | { readonly kind: 'diagnosis'; readonly at: number; readonly diagnosis: Diagnosis }
  | { readonly kind: 'behind'; readonly at: number; readonly since: number }
  | { readonly kind: 'lost' | 'found'; readonly at: number; readonly message: string }
  | RoundEntry;

type StateEntry = Extract<Entry, { kind: 'state' }>;

/** The timeline after one more decision: what changed since the facts before. Pure. */
export function extendTimeline(
  timeline: readonly Entry[],
  before: Facts | undefined,
  now: Facts,
  decision: Decision,
): readonly Entry[] {
  const at = now.now - now.startedAt;
  const entries = [
    ...connectionEntries(before, now, at),
    ...stateEntries(timeline, before, now, at),
    ...effectEntries(before, now, at),
    ...behindEntries(before, now, at),
    ...diagnosisEntries(timeline, before, now, at),
    ...roundEntries(before, now, at),
    ...(decision.do === 'request'
      ? [
          {
            kind: 'request' as const,
            at,
            request: decision.request,
            reason: decision.brief ?? decision.reason,
          },
        ]
      : []),
  ];
  return entries.length === 0 ? timeline : [...timeline, ...entries];
}

function stateEntries(
  timeline: readonly Entry[],
  before: Facts | undefined,
  { observation }: Facts,
  at: number,
): Entry[] {
  if (observation === undefined || observation === before?.observation) return [];
  const last = timeline.findLast((entry) => entry.kind === 'state');
  const next = stateEntry(observation, at);
  const same =
    last !== undefined && JSON.stringify({ ...last, at: 0 }) === JSON.stringify({ ...next, at: 0 });
  return same ? [] : [next];
}

function stateEntry(observation: Observation, at: number): StateEntry {
  const { phase, step, weight, sides, replicas, message, current } = observation;
  return {
    kind: 'state',
    at,
    phase,
    ...(step && { step }),
    weight,
    ...(sides && { sides: { active: sides.active?.hash ?? '', preview: sides.preview?.hash ?? '' } }),
    replicas,
    message,
    current,
  };
}

/** Each problem once, and again when it is another. */
function diagnosisEntries(
  timeline: readonly Entry[],
  before: Facts | undefined,
  { pods }: Facts,
  at: number,
): Entry[] {
  if (pods === undefined || pods === before?.pods) return [];
  const told = new Set(
    timeline.map((entry) => (entry.kind === 'diagnosis' ? entry.diagnosis.problem : undefined)),
  );
  return pods.diagnoses
    .filter(({ problem }) => !told.has(problem))
    .map((diagnosis): Entry => ({ kind: 'diagnosis', at, diagnosis }));
}

function effectEntries(before: Facts | undefined, { effected, fruitless }: Facts, at: number): Entry[] {
  const done = effected.slice(before?.effected.length ?? 0).map(({ name }) => ({ name, how: 'took effect' }));
  const vain = fruitless !== undefined && fruitless !== before?.fruitless ? [fruitless] : [];
  const words = {
    refused: 'was refused: the target has moved',
    ignored: 'was ignored',
    moved: 'lost its meaning: the target has moved',
    overdue: 'showed no effect in time',
  };
  return [...done, ...vain.map(({ name, how }) => ({ name, how: words[how] }))].map(({ name, how }) => ({
    kind: 'effect',
    at,
    request: name,
    how,
  }));
}

/** Once for each time that it is. */
function behindEntries(before: Facts | undefined, now: Facts, at: number): Entry[] {
  const told = before !== undefined && before.behindSince === now.behindSince && isBehind(before);
  return isBehind(now) && !told
    ? [{ kind: 'behind', at, since: now.now - (now.behindSince ?? now.now) }]
    : [];
}

function connectionEntries(before: Facts | undefined, { lost }: Facts, at: number): Entry[] {
  if (lost !== undefined && before?.lost === undefined)
    return [{ kind: 'lost', at, message: lost.failure.message.split('\n')[0] ?? '' }];
  if (lost === undefined && before?.lost !== undefined) return [{ kind: 'found', at, message: '' }];
  return [];
}

/** How long a release stood at one step. */
export interface StepTime {
  /** Index of the step, as Argo counts: from 0. */
  readonly index: number;
  /** The step in the words of its manifest. */
  readonly step: string;
  /** When it was first seen, in milliseconds since the run began; absent for a step never seen. */
  readonly from?: number;
  /** How long, in milliseconds; absent while it lasts. */
  readonly duration?: number;
}

/** An abort puts the index back to 0, and no step is taken there. */
function isBack(now: StateEntry, before: StateEntry | undefined): boolean {
  return now.phase === 'Degraded' && (before?.step?.index ?? 0) > (now.step?.index ?? 0);
}

/** The steps with the times at which this run saw them. Steps that ended between two updates have none. Pure. */
export function stepTimes(timeline: readonly Entry[], steps: readonly string[]): readonly StepTime[] {
  const states = timeline.filter((entry) => entry.kind === 'state').filter(({ current }) => current);
  return steps.map((step, index): StepTime => {
    const first = states.findLastIndex(
      (state, i) =>
        state.step?.index === index && states[i - 1]?.step?.index !== index && !isBack(state, states[i - 1]),
    );
    const from = states[first]?.at;
    if (from === undefined) return { index, step };
    const end = states.slice(first).find((state) => state.step?.index !== index)?.at;
    return { index, step, from, ...(end === undefined ? {} : { duration: end - from }) };
  });
}
