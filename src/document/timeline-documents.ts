import type { Diagnosis } from '../diagnose/finding.ts';
import type { Entry } from '../timeline.ts';
import type { DiagnosisDocument } from './diagnoses.ts';
import { known } from './known.ts';
import { checkDocuments, measurementDocument, roundNameDocument } from './round-documents.ts';
import type { StateEntry, TimelineDocument } from './timeline.ts';

/** One change of the timeline of a run that began then, in milliseconds since the epoch. Pure. */
export function timelineDocument(startedAt: number, entry: Entry): TimelineDocument {
  const when = { at: new Date(startedAt + entry.at).toISOString(), after: entry.at };
  switch (entry.kind) {
    case 'state':
      return { ...when, ...stateOf(entry) };
    case 'request':
      return { ...when, kind: entry.kind, request: entry.request, reason: entry.reason };
    case 'effect':
      return { ...when, kind: entry.kind, request: entry.request, how: entry.how };
    case 'diagnosis':
      return { ...when, kind: entry.kind, diagnosis: diagnosisDocument(entry.diagnosis) };
    case 'behind':
      return { ...when, kind: entry.kind, duration: entry.since };
    case 'lost':
      return { ...when, kind: entry.kind, message: entry.message };
    case 'found':
      return { ...when, kind: entry.kind };
    case 'checks':
      return {
        ...when,
        kind: entry.kind,
        round: roundNameDocument(entry.round),
        checks: checkDocuments(entry.round),
      };
    case 'measurement': {
      const { kind, metric, measurement, nth } = entry;
      return { ...when, kind, metric: metric.name, measurement: measurementDocument(measurement), nth };
    }
    case 'check': {
      const { kind, metric } = entry;
      return { ...when, kind, metric: metric.name, verdict: metric.verdict, message: metric.message };
    }
    case 'verdict': {
      const { kind, round } = entry;
      return {
        ...when,
        kind,
        round: roundNameDocument(round),
        verdict: round.verdict,
        message: round.message,
      };
    }
    case 'stopped':
      return { ...when, kind: entry.kind, round: roundNameDocument(entry.round), why: entry.why };
  }
}

function stateOf(entry: Extract<Entry, { kind: 'state' }>): Omit<StateEntry, 'at' | 'after'> {
  const { kind, phase, message, current, step, weight, sides, replicas } = entry;
  return known<Omit<StateEntry, 'at' | 'after'>>({
    kind,
    phase,
    message,
    current,
    step,
    weight,
    sides,
    replicas,
  });
}

/** What is wrong with some pods. Pure. */
export function diagnosisDocument(diagnosis: Diagnosis): DiagnosisDocument {
  const { problem, cause, advice, final, pods, evidence } = diagnosis;
  const { affected, ready, total } = pods;
  return { problem, cause, advice, final, pods: { affected, ready, total }, evidence };
}
