/** How the target was left. */
export type Ended =
  | 'healthy'
  | 'paused'
  | 'progressing'
  | 'degraded'
  | 'aborted'
  | 'rolled-back'
  | 'unchanged'
  | 'planned'
  | 'superseded'
  | 'refused'
  | 'unknown';

/** Why the run ended there; a word of its own, because the same end can have several causes. */
export type Reason =
  | 'completed'
  | 'requested'
  | 'read'
  | 'gate'
  | 'held-by-person'
  | 'checks-failed'
  | 'checks-not-run'
  | 'inconclusive'
  | 'cannot-start'
  | 'busy'
  | 'timed-out'
  | 'cancelled'
  | 'by-controller'
  | 'by-somebody'
  | 'deleted'
  | 'invalid-spec'
  | 'ignored'
  | 'does-not-fit'
  | 'nothing-to-do'
  | 'bad-input'
  | 'forbidden'
  | 'unauthorized'
  | 'not-found'
  | 'unreachable'
  | 'failed';

/** A place in a file of the repository. */
export interface FilePlace {
  /** Path from the workspace. */
  readonly file: string;
  /** Counted from 1, as the column. */
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a file, which GitHub shows beside its line. */
export interface Annotation extends FilePlace {
  readonly title: string;
  readonly message: string;
}

/** How a run ended: set as outputs, told in log and summary. */
export interface Ending {
  readonly ended: Ended;
  readonly reason: Reason;
  /** One or more sentences for people: what happened, and what to do where something is to be done. */
  readonly message: string;
  /** Whether the step is green. */
  readonly succeeded: boolean;
  /** What is wrong in files of the repository; `message` tells it too. */
  readonly annotations?: readonly Annotation[];
}
