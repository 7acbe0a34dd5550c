import type { Readable } from 'node:stream';
import { asError } from '../errors.ts';
import { type Clock, systemClock } from '../support/clock.ts';
import type { KubeClient, Selection } from './client.ts';
import { type KnownObjects, knownObjects } from './known-objects.ts';
import { KubeError, type KubeErrorKind, type RequestName } from './kube-error.ts';
import { type Resource, resourceName } from './resources.ts';
import { jitter } from './retry.ts';
import { readSnapshot } from './snapshot.ts';
import type { WatchBounds, WatchEvent, WatchOptions, WatchSelection } from './watch.ts';
import { serverEvents } from './watch-stream.ts';

type Events = AsyncGenerator<WatchEvent, void, undefined>;

const BOUNDS: WatchBounds = { silenceMs: 90_000, pollMs: 3_000, baseMs: 500, capMs: 15_000 };

/** The server ends a watch after 4 to 5 minutes, at different times for watches that began together. */
const timeoutSeconds = (): number => 240 + Math.floor(Math.random() * 60);

/** A stream that lived this long was a success, however it ended. */
const LONG_LIVED_MS = 5_000;

/** Connections that broke soon after they were made, in a row, before the server counts as lost. */
const BREAKS_BEFORE_LOST = 3;

/**
 * Failures in a row of a kind that waiting seldom mends, after which a watch that once ran gives up. A restarted API
 * server can answer 401, 403 and 404 for some seconds, until its caches are filled.
 */
const PATIENCE = 6;

const SELDOM_MENDED: readonly KubeErrorKind[] = [
  'unauthorized',
  'forbidden',
  'no-such-resource',
  'not-found',
  'tls',
  'refused',
  'invalid',
  'bad-answer',
];

/** One watch over all its connections. */
export class Watcher {
  readonly #client: KubeClient;
  readonly #request: RequestName;
  readonly #selection: Selection;
  readonly #signal: AbortSignal;
  readonly #onNotice: (notice: string) => void;
  readonly #clock: Clock;
  readonly #bounds: WatchBounds;
  readonly #known: KnownObjects;
  /** Where the next stream begins; undefined: with everything that is there. */
  #from: string | undefined;
  /** Whether the consumer knows anything: then a gap is filled by comparing, not by ADDED for all. */
  #told: boolean;
  #everRan = false;
  #polling = false;
  /** True from the head of a stream's answer to its end. */
  #streaming = false;
  /** When the last stream was asked for. */
  #began = 0;
  /** Failures in a row, also of streams that ended soon: they make the waits longer. */
  #failures = 0;
  /** Those in a row that waiting seldom mends. */
  #refusals = 0;
  #lostSince: number | undefined;

  constructor(client: KubeClient, resource: Resource, selection: WatchSelection, options: WatchOptions) {
    const { name, resourceVersion, items, ...rest } = selection;
    const byName = name === undefined ? [] : [`metadata.name=${name}`];
    const fields = [...(rest.fieldSelector ? [rest.fieldSelector] : []), ...byName];
    this.#client = client;
    this.#request = { verb: 'watch', resource, namespace: rest.namespace, name };
    this.#selection = { ...rest, fieldSelector: fields.join(',') };
    this.#signal = options.signal;
    this.#onNotice = options.onNotice ?? (() => undefined);
    this.#clock = options.clock ?? systemClock;
    this.#bounds = { ...BOUNDS, ...options.bounds };
    this.#known = knownObjects(items ?? []);
    this.#from = resourceVersion;
    this.#told = resourceVersion !== undefined;
  }

  /** Everything that happens, until the signal's reason or a final error is thrown. */
  async *run(): Events {
    for (;;) {
      this.#signal.throwIfAborted();
      this.#streaming = false;
      try {
        yield* this.#polling ? this.#poll() : this.#stream();
      } catch (error) {
        yield* this.#failed(asError(error));
      }
    }
  }

  /** One connection, from opening to its end. */
  async *#stream(): Events {
    // Without a place to resume from, what was told is compared with what is there now.
    if (this.#from === undefined && this.#told) yield* this.#read();
    this.#began = this.#clock.now();
    const stream = await this.#client.openWatch(
      this.#request.resource,
      { ...this.#selection, resourceVersion: this.#from, timeoutSeconds: timeoutSeconds() },
      { signal: this.#signal },
    );
    try {
      this.#streaming = true;
      yield* this.#succeeded();
      yield* this.#follow(stream);
    } finally {
      stream.destroy();
      if (this.#livedLong()) this.#failures = this.#refusals = 0;
    }
    // A server (or a proxy before it) that hangs up soon, again and again, must not be asked in a tight loop.
    if (!this.#livedLong()) await this.#wait(0);
  }

  #livedLong(): boolean {
    return this.#clock.now() - this.#began >= LONG_LIVED_MS;
  }

  /** Tells what one stream says. */
  async *#follow(stream: Readable): Events {
    // Objects that are there come in any order, so only a bookmark tells how far a stream from the start has come.
    let resumable = this.#from !== undefined || this.#request.name !== undefined;
    for await (const event of serverEvents(stream, this.#request, this.#bounds.silenceMs)) {
      this.#told = true;
      this.#refusals = 0;
      resumable ||= event.type === 'BOOKMARK';
      if (resumable) this.#from = event.resourceVersion;
      const news = event.type === 'BOOKMARK' ? undefined : this.#known.change(event);
      if (news !== undefined) yield news;
    }
  }

  async *#poll(): Events {
    yield* this.#read();
    this.#failures = 0;
    await this.#clock.sleep(this.#bounds.pollMs, this.#signal);
  }

  /** Reads what is there and tells the difference. */
  async *#read(): Events {
    const bounds = { signal: this.#signal, retry: false } as const;
    const { items, resourceVersion } = await readSnapshot(
      this.#client,
      this.#request,
      this.#selection,
      bounds,
    );
    this.#from = resourceVersion;
    this.#told = true;
    this.#refusals = 0;
    yield* this.#succeeded();
    yield* this.#known.replace(items);
  }

  *#succeeded(): Generator<WatchEvent, void, undefined> {
    this.#everRan = true;
    if (this.#lostSince === undefined) return;
    const since = this.#lostSince;
    this.#lostSince = undefined;
    yield { type: 'BACK', since };
  }

  /** Goes on after a failure, as far as that makes sense: from the start (410), by polling, or after a wait. */
  async *#failed(error: Error): Events {
    this.#signal.throwIfAborted();
    const known = error instanceof KubeError ? error : undefined;
    const hopeless = known === undefined || SELDOM_MENDED.includes(known.kind);
    this.#refusals = hopeless ? this.#refusals + 1 : 0;
    if (hopeless && (!this.#everRan || this.#refusals > PATIENCE)) {
      this.#startPolling(error);
      return;
    }
    const gone = known?.kind === 'gone';
    // An error inside a stream would come again from the same place.
    if (gone || (this.#streaming && known?.httpStatus !== 0)) this.#from = undefined;
    const broke = this.#streaming && this.#failures < BREAKS_BEFORE_LOST;
    if (!gone && !broke) yield* this.#lost(error);
    // The first gap is made good at once; a server that has nothing but gaps is not asked in a tight loop.
    if ((gone || broke) && this.#failures === 0) this.#failures = 1;
    else await this.#wait(known?.retryAfterMs ?? 0);
  }

  *#lost(error: Error): Generator<WatchEvent, void, undefined> {
    if (this.#lostSince !== undefined) return;
    this.#lostSince = this.#clock.now();
    yield { type: 'LOST', error, since: this.#lostSince };
  }

  async #wait(atLeastMs: number): Promise<void> {
    await this.#clock.sleep(Math.max(atLeastMs, jitter(this.#failures++, this.#bounds)), this.#signal);
  }

  /** Reads again and again where only watching is forbidden; any other error is final. */
  #startPolling(error: Error): void {
    if (!(error instanceof KubeError) || error.kind !== 'forbidden' || error.verb !== 'watch') throw error;
    this.#polling = true;
    // A first read that fails for good shall end the watch too.
    this.#everRan = false;
    this.#failures = 0;
    const where = error.namespace === undefined ? '' : ` in namespace "${error.namespace}"`;
    this.#onNotice(
      `The verb watch on ${resourceName(error.resource)}${where} is not allowed, so it is read every ${String(this.#bounds.pollMs / 1000)} s; a rule for it makes this quicker and cheaper.`,
    );
  }
}
