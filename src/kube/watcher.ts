import type { Readable } from 'node:stream';
import { asError } from '../errors.ts';
import { type Clock, systemClock } from '../support/clock.ts';
import type { KubeClient, Selection } from './client.ts';
import { type KnownObjects, knownObjects } from './known-objects.ts';
import { KubeError, type RequestName } from './kube-error.ts';
import { Recovery } from './recovery.ts';
import { type Resource, resourceName } from './resources.ts';
import { readSnapshot } from './snapshot.ts';
import type { WatchBounds, WatchEvent, WatchOptions, WatchSelection } from './watch.ts';
import { serverEvents } from './watch-stream.ts';

type Events = AsyncGenerator<WatchEvent, void, undefined>;

const BOUNDS: WatchBounds = { silenceMs: 90_000, pollMs: 3_000, baseMs: 500, capMs: 8_000 };

/** The server ends a watch after 4 to 5 minutes, at different times for watches that began together. */
const timeoutSeconds = (): number => 240 + Math.floor(Math.random() * 60);

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
  readonly #recovery: Recovery;
  /** Where the next stream begins; undefined: with everything that is there. */
  #from: string | undefined;
  /** Whether the consumer knows anything: then a gap is filled by comparing, not by ADDED for all. */
  #told: boolean;
  #polling = false;
  /** True from the head of a stream's answer to its end. */
  #streaming = false;
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
    this.#recovery = new Recovery(this.#clock, this.#bounds);
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
    const began = this.#clock.now();
    const stream = await this.#client.openWatch(
      this.#request.resource,
      { ...this.#selection, resourceVersion: this.#from, timeoutSeconds: timeoutSeconds() },
      { signal: this.#signal },
    );
    try {
      this.#streaming = true;
      yield* this.#answered();
      yield* this.#follow(stream);
    } finally {
      stream.destroy();
      this.#recovery.closed(began);
    }
    await this.#clock.sleep(this.#recovery.ended(began), this.#signal);
  }

  /** Tells what one stream says. */
  async *#follow(stream: Readable): Events {
    // Objects that are there come in any order, so only a bookmark tells how far a stream from the start has come.
    let resumable = this.#from !== undefined || this.#request.name !== undefined;
    for await (const event of serverEvents(stream, this.#request, this.#bounds.silenceMs)) {
      this.#recovery.heard();
      this.#told = true;
      resumable ||= event.type === 'BOOKMARK';
      if (resumable) this.#from = event.resourceVersion;
      const news = event.type === 'BOOKMARK' ? undefined : this.#known.change(event);
      if (news !== undefined) yield news;
    }
  }

  async *#poll(): Events {
    yield* this.#read();
    this.#recovery.complete();
    await this.#clock.sleep(this.#bounds.pollMs, this.#signal);
  }

  /** Reads what is there and tells the difference. */
  async *#read(): Events {
    const bounds = { signal: this.#signal, retry: false } as const;
    const first = this.#polling ? 'get' : 'list';
    const now = await readSnapshot(this.#client, this.#request, this.#selection, bounds, first);
    this.#from = now.resourceVersion;
    this.#told = true;
    this.#recovery.heard();
    yield* this.#answered();
    yield* this.#known.replace(now.items);
  }

  *#answered(): Generator<WatchEvent, void, undefined> {
    this.#recovery.answered();
    if (this.#lostSince === undefined) return;
    const since = this.#lostSince;
    this.#lostSince = undefined;
    yield { type: 'BACK', since };
  }

  async *#failed(error: Error): Events {
    this.#signal.throwIfAborted();
    const remedy = this.#recovery.after(error, this.#streaming);
    if (remedy.do === 'give-up') {
      this.#startPolling(error);
      return;
    }
    if (remedy.startOver) this.#from = undefined;
    if (remedy.lost && this.#lostSince === undefined) {
      this.#lostSince = this.#clock.now();
      yield { type: 'LOST', error, since: this.#lostSince };
    }
    if (remedy.waitMs > 0) await this.#clock.sleep(remedy.waitMs, this.#signal);
  }

  /** Reads again and again where only watching is forbidden; any other error is final. */
  #startPolling(error: Error): void {
    if (!(error instanceof KubeError) || error.kind !== 'forbidden' || error.verb !== 'watch') throw error;
    this.#polling = true;
    this.#recovery.begin();
    const where = error.namespace === undefined ? '' : ` in namespace "${error.namespace}"`;
    this.#onNotice(
      `The verb watch on ${resourceName(error.resource)}${where} is not allowed, so it is read every ${String(this.#bounds.pollMs / 1000)} s; a rule for it makes this quicker and cheaper.`,
    );
  }
}
