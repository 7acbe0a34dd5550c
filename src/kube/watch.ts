import type { Clock } from '../support/clock.ts';
import type { KubeClient, Selection } from './client.ts';
import type { ObjectEvent } from './known-objects.ts';
import type { KubeObject, Resource } from './resources.ts';
import { Watcher } from './watcher.ts';

/** What a watch tells. */
export type WatchEvent =
  | ObjectEvent
  /** The server is out of reach, told once when it begins; the watch goes on trying. `since`: ms since the epoch. */
  | { readonly type: 'LOST'; readonly error: Error; readonly since: number }
  /** It is back: what follows is current again. `since` is that of LOST. */
  | { readonly type: 'BACK'; readonly since: number };

/** What to watch. */
export interface WatchSelection extends Selection {
  /** One object; sent as a field selector, so that a rule with `resourceNames` allows it. */
  readonly name?: string | undefined;
  /** Changes after this (of a list or an object); left out: first everything that is there, as ADDED. */
  readonly resourceVersion?: string | undefined;
  /** What the consumer knows as of `resourceVersion`, so that one that is gone after a gap can be told as DELETED. */
  readonly items?: readonly KubeObject[] | undefined;
}

/** How a watch runs. */
export interface WatchOptions {
  /** Ends the iteration at once, without an error, and closes the connection. */
  readonly signal: AbortSignal;
  /** Told once if the watch has to read again and again instead: one sentence that names the missing permission. */
  readonly onNotice?: (notice: string) => void;
  readonly clock?: Clock;
  readonly bounds?: Partial<WatchBounds>;
}

/** Times of a watch, in milliseconds. */
export interface WatchBounds {
  /** Silence after which the connection is made anew; bookmarks come about each minute. */
  readonly silenceMs: number;
  /** Between two reads where watching is forbidden. */
  readonly pollMs: number;
  /** First and longest wait after failures; with full jitter. */
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * Follows objects until the signal is aborted: closed, silent and broken connections are made again where they ended,
 * and after a gap that the server cannot fill (410) the difference is told. Only then, and where watching is
 * forbidden, is the list read. Ends without an error when the signal is aborted; throws what waiting cannot mend.
 */
export async function* watch(
  client: KubeClient,
  resource: Resource,
  selection: WatchSelection,
  options: WatchOptions,
): AsyncGenerator<WatchEvent, void, undefined> {
  const watcher = new Watcher(client, resource, selection, options);
  try {
    yield* watcher.run();
  } catch (error) {
    if (!options.signal.aborted) throw error;
  }
}
