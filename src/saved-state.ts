import type { Ended, Reason } from './ends.ts';
import type { Operation } from './model.ts';

/** The name under which the runner keeps it: `STATE_run` in the environment of the post step. */
export const stateName = 'run';

/** What the main step leaves for its post step, saved before each write; one JSON value. */
export interface SavedState {
  /** What the main step was asked to do. */
  readonly operation: Operation;
  /** Something was written to the cluster, or was about to be. */
  readonly wrote: boolean;
  /** Pod template hash of the candidate that it followed; absent until that was seen. */
  readonly candidate?: string;
  /** The signal that cancelled it. */
  readonly signal?: string;
  /** How it ended; absent when it was killed before it could tell. */
  readonly end?: {
    readonly ended: Ended;
    readonly reason: Reason;
    /** The target had come to rest (settled, or held by us), and no request was on its way. */
    readonly settled: boolean;
    /** Somebody was not told of it in time: the post step tells it. */
    readonly untold?: true;
  };
}

/**
 * Whether this is the post step. Its entry, dist/post.js, sets the variable where the runner has nothing to give: a main
 * step that was killed before it saved anything must not be run a second time.
 */
export function isPostStep(env: Readonly<Record<string, string | undefined>>): boolean {
  return env[`STATE_${stateName}`] !== undefined;
}

/** What the main step saved; undefined where it saved nothing, or nothing that can be read. */
export function readSaved(env: Readonly<Record<string, string | undefined>>): SavedState | undefined {
  try {
    return JSON.parse(env[`STATE_${stateName}`] ?? '') as SavedState;
  } catch {
    return undefined;
  }
}
