import type { Phase } from '../model.ts';
import type { Verdict } from '../targets/evidence.ts';
import type { DiagnosisDocument } from './diagnoses.ts';
import type { CheckDocument, MeasurementDocument, RoundNameDocument } from './rounds.ts';
import type { ReplicasDocument, SidesDocument, StepPlaceDocument, WeightDocument } from './target.ts';
import type { Count, Milliseconds, Time } from './words.ts';

/** One change that people are told of; `kind` tells which. */
export type TimelineDocument =
  | StateEntry
  | RequestEntry
  | EffectEntry
  | DiagnosisEntry
  | BehindEntry
  | LostEntry
  | FoundEntry
  | ChecksEntry
  | MeasurementEntry
  | CheckEntry
  | VerdictEntry
  | StoppedEntry;

/** When something happened. */
export interface Moment {
  /** When it happened, by the clock of the runner. */
  readonly at: Time;
  /** The same as milliseconds since the step began. */
  readonly after: Milliseconds;
}

/** The target is seen in another state. */
export interface StateEntry extends Moment {
  /** Always `state`. */
  readonly kind: 'state';
  /** Phase, as Argo Rollouts computes it. */
  readonly phase: Phase;
  /** The controller's words for the phase; may be empty. */
  readonly message: string;
  /** False: the status does not speak of the spec yet. */
  readonly current: boolean;
  /** Where in its steps the release is; absent without steps. */
  readonly step?: StepPlaceDocument;
  /** Share of traffic on the candidate. */
  readonly weight: WeightDocument;
  /** The sides of a blueGreen. */
  readonly sides?: SidesDocument;
  /** Pods, from the status. */
  readonly replicas: ReplicasDocument;
}

/** A request is sent to the target. */
export interface RequestEntry extends Moment {
  /** Always `request`. */
  readonly kind: 'request';
  /** What is asked for: `deploy`, `promote`, `abort`, `restore`, … */
  readonly request: string;
  /** Why, for people. */
  readonly reason: string;
}

/** It is seen what became of a request. */
export interface EffectEntry extends Moment {
  /** Always `effect`. */
  readonly kind: 'effect';
  /** What was asked for. */
  readonly request: string;
  /** What became of it, for people: `took effect`. */
  readonly how: string;
}

/** Pods of the release are not ready. */
export interface DiagnosisEntry extends Moment {
  /** Always `diagnosis`. */
  readonly kind: 'diagnosis';
  /** Why. */
  readonly diagnosis: DiagnosisDocument;
}

/** The controller does not observe a change. */
export interface BehindEntry extends Moment {
  /** Always `behind`. */
  readonly kind: 'behind';
  /** For how long. */
  readonly duration: Milliseconds;
}

/** The API server is out of reach. */
export interface LostEntry extends Moment {
  /** Always `lost`. */
  readonly kind: 'lost';
  /** How. */
  readonly message: string;
}

/** The API server answers again. */
export interface FoundEntry extends Moment {
  /** Always `found`. */
  readonly kind: 'found';
}

/** A round of checks begins. */
export interface ChecksEntry extends Moment {
  /** Always `checks`. */
  readonly kind: 'checks';
  /** Which round. */
  readonly round: RoundNameDocument;
  /** What is measured in it. */
  readonly checks: readonly CheckDocument[];
}

/** A measurement came out badly, and its metric is not decided yet. */
export interface MeasurementEntry extends Moment {
  /** Always `measurement`. */
  readonly kind: 'measurement';
  /** Name of the metric. */
  readonly metric: string;
  /** What was measured. */
  readonly measurement: MeasurementDocument;
  /** Which of its kind, from 1; after the first five only those that double their number are told. */
  readonly nth: Count;
}

/** A metric has its verdict, or is not measured any more. */
export interface CheckEntry extends Moment {
  /** Always `check`. */
  readonly kind: 'check';
  /** Name of the metric. */
  readonly metric: string;
  /** What it came to. */
  readonly verdict: Verdict;
  /** Why; empty for most. */
  readonly message: string;
}

/** A round of checks has its verdict. */
export interface VerdictEntry extends Moment {
  /** Always `verdict`. */
  readonly kind: 'verdict';
  /** Which round. */
  readonly round: RoundNameDocument;
  /** The worst of its checks. */
  readonly verdict: Verdict;
  /** Why it is not Successful; empty otherwise. */
  readonly message: string;
}

/** A round of checks was stopped before it had a verdict. */
export interface StoppedEntry extends Moment {
  /** Always `stopped`. */
  readonly kind: 'stopped';
  /** Which round. */
  readonly round: RoundNameDocument;
  /** What happened to its gate, to the release or to the run meanwhile. */
  readonly why: StopCause;
}

/** Why a round of checks was stopped before it had a verdict. */
export type StopCause =
  | 'passed'
  | 'held'
  | 'complete'
  | 'aborted'
  | 'going-back'
  | 'superseded'
  | 'deleted'
  | 'cancelled'
  | 'ended';
