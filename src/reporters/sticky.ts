import type { GitHubApi, PullRequestComment } from '../github/api.ts';
import { findComment, isNewer, type Marker, readMarker } from '../github/comments.ts';
import { troubleOf } from '../github/trouble.ts';
import type { Delivery } from './paced.ts';

/** What shall stand in a comment. */
export interface StickyText {
  readonly marker: Marker;
  /** Begins with the marker. */
  readonly body: string;
  /** A comment is made where there is none. */
  readonly mayCreate: boolean;
  /** What another step wrote is replaced. */
  readonly mayReplace: boolean;
}

/** The comment with one key, as far as this run knows it. Comments have no compare-and-set: it is read before each write. */
export class Sticky {
  readonly #onLink: (url: string) => void;
  #id: number | undefined;
  #written = '';

  /** Told where the comment is to be seen. */
  constructor(onLink: (url: string) => void) {
    this.#onLink = onLink;
  }

  /** Puts the text there, if no step that began later has put its own. Rejects with what octokit throws. */
  async put(api: GitHubApi, number: number, text: StickyText, signal: AbortSignal): Promise<Delivery> {
    if (text.body === this.#written) return { kind: 'done' };
    const { marker, body, mayCreate, mayReplace } = text;
    const there = await this.#read(api, number, marker.key, signal);
    const before = there && readMarker(there.body);
    if (before !== undefined && isNewer(before, marker)) {
      return {
        kind: 'never',
        why: 'The comment on the pull request is that of a later run, and was left to it.',
        minor: true,
      };
    }
    if (there === undefined) {
      if (!mayCreate) return { kind: 'done' };
      const made = await api.createComment(number, body, signal);
      const first = await findComment(api, number, marker.key, signal);
      if (first === undefined || first.id === made.id) return this.#done(made, body);
      // Two runs found none at the same time: the older comment stays.
      await api.deleteComment(made.id, signal);
      this.#id = first.id;
      return this.put(api, number, text, signal);
    }
    if (there.body === body || (!mayReplace && before?.since !== marker.since)) {
      return this.#done(there, there.body);
    }
    return this.#done(await api.updateComment(there.id, body, signal), body);
  }

  #done({ id, url }: PullRequestComment, written: string): Delivery {
    this.#id = id;
    this.#written = written;
    this.#onLink(url);
    return { kind: 'done' };
  }

  async #read(
    api: GitHubApi,
    number: number,
    key: string,
    signal: AbortSignal,
  ): Promise<PullRequestComment | undefined> {
    if (this.#id === undefined) return findComment(api, number, key, signal);
    try {
      const known = await api.comment(this.#id, signal);
      if (readMarker(known.body)?.key === key) return known;
    } catch (error) {
      // Somebody deleted it meanwhile.
      if (signal.aborted || troubleOf(error, 0).kind !== 'missing') throw error;
    }
    this.#id = undefined;
    return findComment(api, number, key, signal);
  }
}
