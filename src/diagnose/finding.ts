/** A pod has a node, and nothing runs on it. */
export const standstills = [
  'volume',
  'sandbox',
  'invalid-image-name',
  'unknown-image',
  'image-platform',
  'image-pull-denied',
  'image-pull',
  'missing-config',
  'container-config',
  'exec-format',
  'cannot-start',
] as const;

/**
 * What can be wrong with pods, in a word, roughly in the order in which a pod comes to it. The most specific word
 * that the cluster's own words allow.
 */
export const causes = [
  // The pod is not created.
  'quota',
  'admission',
  // It is created and gets no node, or loses it.
  'unschedulable',
  'scheduling-gated',
  'evicted',
  'node-lost',
  'deadline',
  'rejected-by-node',
  ...standstills,
  // It runs and ends.
  'out-of-memory',
  'liveness-probe',
  'crash-loop',
  // It runs and is not ready.
  'startup-probe',
  'readiness-probe',
  'readiness-gate',
  // Nothing is known to be wrong; it only takes its time.
  'starting',
] as const;
/** One of the causes. */
export type Cause = (typeof causes)[number];

/** What is wrong with one pod, or with one container of it. */
export interface Finding {
  readonly cause: Cause;
  /** Name of the container; left out if it is about the whole pod. */
  readonly container?: string;
  /** What follows "2 of 3 pods" or "The only pod", such as `cannot pull web:2: manifest unknown`. */
  readonly what: string;
  /** The cluster's own words, one plain line each. */
  readonly evidence: readonly string[];
  /** What to do, one sentence. */
  readonly advice: string;
  /** Waiting will not mend it. */
  readonly final: boolean;
  /** The log that would tell more. */
  readonly log?: LogWish;
}

/** A log that is worth reading. */
export interface LogWish {
  readonly container: string;
  /** The run before the current one. */
  readonly previous: boolean;
  /** How that run ended. */
  readonly exitCode: number | undefined;
}

/** What is wrong with some pods of a revision. All text is from outside in part: whoever renders it escapes it. */
export interface Diagnosis {
  /** What is wrong with which pods, one sentence: `2 of 3 pods cannot pull registry.test/web:2: manifest unknown`. */
  readonly problem: string;
  /** The cluster's own words: at most 10 plain lines of at most 1000 bytes each. */
  readonly evidence: readonly string[];
  /** What to do, one sentence. */
  readonly advice: string;
  readonly cause: Cause;
  /**
   * Waiting will not mend these pods. It says nothing of the others: a release is lost only if `pods.ready` is 0 too.
   */
  readonly final: boolean;
  /** Of `total` pods of the revision (those wanted, if more) this is about `affected`, and `ready` are ready. */
  readonly pods: { readonly affected: number; readonly ready: number; readonly total: number };
}
