import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { kubeClient } from '../../src/kube/client.ts';
import { connect } from '../../src/kube/config.ts';
import { type KubeObject, rollouts } from '../../src/kube/resources.ts';
import { type WatchEvent, type WatchOptions, type WatchSelection, watch } from '../../src/kube/watch.ts';
import type { Clock } from '../../src/support/clock.ts';
import { endlessClock, fakeClock } from '../support/fake-clock.ts';
import {
  type Behaviour,
  type KubeServer,
  json,
  kubeconfigText,
  plain,
  reset,
  startKubeServer,
  status,
} from '../support/kube-server.ts';
import { rollout } from '../support/objects.ts';

/** A watch of a server that does what the test says. */
interface Story {
  readonly server: KubeServer;
  readonly events: AsyncGenerator<WatchEvent, void, undefined>;
  readonly notices: string[];
  readonly controller: AbortController;
  readonly clock: Clock & { readonly slept?: number[] };
  /** The next events, each as `TYPE name@version`. */
  readonly next: (count: number) => Promise<string[]>;
}

const stories: Story[] = [];
afterEach(async () => {
  for (const each of stories.splice(0)) {
    each.controller.abort(new Error('the test is over'));
    await each.server.close();
  }
});

async function story(
  behaviours: Behaviour[],
  selection: WatchSelection = { namespace: 'shop', name: 'web' },
  options: Partial<WatchOptions> = {},
): Promise<Story> {
  const server = await startKubeServer({}, ...behaviours);
  const connection = await connect({ kubeconfig: kubeconfigText(server.url), env: {} });
  const clock = options.clock ?? fakeClock();
  const controller = new AbortController();
  const notices: string[] = [];
  const client = kubeClient(connection, { version: '1', clock });
  const events = watch(client, rollouts, selection, {
    signal: controller.signal,
    onNotice: (notice) => notices.push(notice),
    clock,
    ...options,
  });
  const next = async (count: number): Promise<string[]> => {
    const told: string[] = [];
    while (told.length < count) {
      const { value } = await events.next();
      told.push(value === undefined ? 'END' : describeEvent(value));
    }
    return told;
  };
  const made = { server, events, notices, controller, clock, next };
  stories.push(made);
  return made;
}

function describeEvent(event: WatchEvent): string {
  if (!('object' in event)) return event.type;
  return `${event.type} ${event.object.metadata.name}@${event.object.metadata.resourceVersion}`;
}

const line = (type: string, object: unknown): string => `${JSON.stringify({ type, object })}\n`;
const bookmark = (resourceVersion: string): string =>
  line('BOOKMARK', { kind: 'Rollout', metadata: { resourceVersion } });
const list = (resourceVersion: string, ...items: KubeObject[]): Behaviour =>
  json({ kind: 'RolloutList', metadata: { resourceVersion }, items });

/** Sends lines and goes on being silent. */
const sends =
  (...lines: string[]): Behaviour =>
  (response) => {
    response.writeHead(200).flushHeaders();
    for (const each of lines) response.write(each);
  };
/** Sends lines and ends as the server does after its time. */
const endsAfter =
  (...lines: string[]): Behaviour =>
  (response) =>
    void response.writeHead(200).end(lines.join(''));
/** Sends lines and breaks the connection. */
const breaksAfter =
  (...lines: string[]): Behaviour =>
  (response) => {
    response.writeHead(200).write(lines.join(''), () => response.socket?.destroy());
  };

describe('a quiet watch of one object', () => {
  it('is one request in all, begins with the object, and asks for bookmarks and an end', async () => {
    const { server, next } = await story([
      sends(line('ADDED', rollout('web', '5')), line('MODIFIED', rollout('web', '6'))),
    ]);
    expect(await next(2)).toEqual(['ADDED web@5', 'MODIFIED web@6']);
    expect(server.heard).toHaveLength(1);
    expect(server.heard[0]?.path).toBe('/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts');
    const { timeoutSeconds, ...query } = Object.fromEntries(server.heard[0]?.query ?? []);
    expect(query).toEqual({ watch: 'true', allowWatchBookmarks: 'true', fieldSelector: 'metadata.name=web' });
    expect(Number(timeoutSeconds)).toBeGreaterThanOrEqual(240);
    expect(Number(timeoutSeconds)).toBeLessThan(300);
  });

  it('begins where it is told to, with all selectors', async () => {
    const selection = {
      namespace: 'shop',
      name: 'web',
      fieldSelector: 'a=b',
      labelSelector: 'c=d',
      resourceVersion: '41',
    };
    const { server, next } = await story([sends(line('MODIFIED', rollout('web', '42')))], selection);
    // The consumer has not said that it knows the object, so to it the object is new.
    expect(await next(1)).toEqual(['ADDED web@42']);
    expect(Object.fromEntries(server.heard[0]?.query ?? [])).toMatchObject({
      fieldSelector: 'a=b,metadata.name=web',
      labelSelector: 'c=d',
      resourceVersion: '41',
    });
  });

  it('tells a change of an object that the consumer knows as a change', async () => {
    const selection = {
      namespace: 'shop',
      name: 'web',
      resourceVersion: '41',
      items: [rollout('web', '41')],
    };
    const { next } = await story([sends(line('MODIFIED', rollout('web', '42')))], selection);
    expect(await next(1)).toEqual(['MODIFIED web@42']);
  });
});

describe('a stream', () => {
  it('may be cut anywhere: in lines, and in the middle of a character', async () => {
    const bytes = Buffer.from(
      line('ADDED', rollout('web', '1', { spec: { text: 'é€🚀' } })) + line('MODIFIED', rollout('web', '2')),
    );
    const byByte: Behaviour = (response) => {
      response.writeHead(200).flushHeaders();
      const write = (index: number): void => {
        if (index < bytes.length)
          response.write(bytes.subarray(index, index + 1), () => setImmediate(write, index + 1));
      };
      write(0);
    };
    const { events } = await story([byByte]);
    const first = await events.next();
    expect(first.value).toEqual({ type: 'ADDED', object: rollout('web', '1', { spec: { text: 'é€🚀' } }) });
    expect((await events.next()).value).toMatchObject({ type: 'MODIFIED' });
  });

  it('that ends is resumed where it ended, without telling anything twice', async () => {
    const { server, next } = await story([
      endsAfter(line('ADDED', rollout('web', '5')), bookmark('9')),
      sends(line('MODIFIED', rollout('web', '5')), line('MODIFIED', rollout('web', '12'))),
    ]);
    expect(await next(2)).toEqual(['ADDED web@5', 'MODIFIED web@12']);
    expect(server.heard.map(({ query }) => query.get('resourceVersion'))).toEqual([null, '9']);
  });

  it('that breaks in the middle of a line is resumed after the last whole one, and not told as lost', async () => {
    const { server, next } = await story([
      breaksAfter(line('ADDED', rollout('web', '5')), line('MODIFIED', rollout('web', '6')).slice(0, 40)),
      sends(line('MODIFIED', rollout('web', '6'))),
    ]);
    expect(await next(2)).toEqual(['ADDED web@5', 'MODIFIED web@6']);
    expect(server.heard[1]?.query.get('resourceVersion')).toBe('5');
  });

  it('that says nothing for too long is made anew, where it was', async () => {
    const { server, next } = await story(
      [sends(line('ADDED', rollout('web', '5'))), sends(line('MODIFIED', rollout('web', '6')))],
      undefined,
      {
        bounds: { silenceMs: 100 },
      },
    );
    expect(await next(2)).toEqual(['ADDED web@5', 'MODIFIED web@6']);
    expect(server.heard[1]?.query.get('resourceVersion')).toBe('5');
    expect(server.connections.open.size).toBe(1);
  });

  it('lets the consumer take longer than the bound of silence', async () => {
    const { server, next } = await story([sends(line('ADDED', rollout('web', '5')))], undefined, {
      bounds: { silenceMs: 60 },
    });
    await next(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(server.connections.open.size).toBe(1);
    expect(server.heard).toHaveLength(1);
  });

  it('of many objects that breaks before a bookmark is compared with a list: nobody knows how far it had come', async () => {
    const { server, next } = await story(
      [
        breaksAfter(line('ADDED', rollout('b', '9'))),
        list('20', rollout('a', '3'), rollout('b', '9')),
        sends(line('MODIFIED', rollout('a', '21'))),
      ],
      { namespace: 'shop' },
    );
    expect(await next(3)).toEqual(['ADDED b@9', 'ADDED a@3', 'MODIFIED a@21']);
    expect(server.heard[2]?.query.get('resourceVersion')).toBe('20');
  });

  it('that ends at once, again and again, is asked with growing waits', async () => {
    const { server, next, clock } = await story([
      endsAfter(),
      endsAfter(),
      endsAfter(),
      sends(line('ADDED', rollout('web', '1'))),
    ]);
    expect(await next(1)).toEqual(['ADDED web@1']);
    expect(server.heard).toHaveLength(4);
    expect(clock.slept?.map((ms) => ms > 0)).toEqual([true, true, true]);
  });

  it('with lines that are no events ends the watch', async () => {
    const { events, server } = await story(Array.from({ length: 20 }, () => endsAfter('<html>\n')));
    const toTheEnd = async (): Promise<void> => {
      for await (const event of events) expect(['LOST', 'BACK']).toContain(event.type);
    };
    await expect(toTheEnd()).rejects.toMatchObject({ kind: 'bad-answer' });
    expect(server.heard).toHaveLength(7);
  });
});

describe('a resourceVersion that is too old', () => {
  const known = {
    namespace: 'shop',
    resourceVersion: '1',
    items: [rollout('gone', '1'), rollout('same', '1'), rollout('changed', '1')],
  };
  const now = list('50', rollout('same', '1'), rollout('changed', '40'), rollout('new', '45'));
  const told = ['DELETED gone@1', 'MODIFIED changed@40', 'ADDED new@45', 'MODIFIED new@51'];

  it.each([
    ['as HTTP status', status(410, 'Expired')],
    [
      'inside the stream',
      sends(line('ERROR', { kind: 'Status', code: 410, reason: 'Expired', message: 'too old' })),
    ],
  ])(
    'said %s makes it tell the difference, also what is gone, and goes on from there',
    async (_name, behaviour) => {
      const { server, next } = await story(
        [behaviour, now, sends(line('MODIFIED', rollout('new', '51')))],
        known,
      );
      expect(await next(4)).toEqual(told);
      expect(server.heard.map(({ query }) => query.get('resourceVersion'))).toEqual(['1', null, '50']);
    },
  );

  it('works by reading the one object where listing is forbidden', async () => {
    const selection = { namespace: 'shop', name: 'web', resourceVersion: '1', items: [rollout('web', '1')] };
    const notFound = status(404, 'NotFound', 'x', { details: { name: 'web', kind: 'rollouts' } });
    const { server, next } = await story(
      [status(410, 'Expired'), status(403, 'Forbidden'), notFound, sends(line('ADDED', rollout('web', '9')))],
      selection,
    );
    expect(await next(2)).toEqual(['DELETED web@1', 'ADDED web@9']);
    expect(server.heard[2]?.path).toBe('/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web');
  });

  it('after an outage, when it is told often, does not make the consumer wait once more', async () => {
    const expired = line('ERROR', { kind: 'Status', code: 410, reason: 'Expired', message: 'too old' });
    const { next, clock } = await story([
      endsAfter(line('ADDED', rollout('web', '5'))),
      ...Array.from({ length: 6 }, () => plain('x', 503)),
      sends(expired),
      list('9', rollout('web', '9')),
    ]);
    expect(await next(4)).toEqual(['ADDED web@5', 'LOST', 'BACK', 'MODIFIED web@9']);
    expect(clock.slept).toHaveLength(7);
  });

  it('again and again is not asked in a tight loop', async () => {
    const { next, clock } = await story(
      [
        ...Array.from({ length: 5 }, () => [status(410, 'Expired'), list('1')]).flat(),
        sends(line('ADDED', rollout('web', '9'))),
      ],
      { namespace: 'shop', resourceVersion: '1' },
    );
    expect(await next(1)).toEqual(['ADDED web@9']);
    expect(clock.slept).toHaveLength(4);
  });

  it('tells an object that was deleted and made again as two', async () => {
    const again = { ...rollout('web', '40'), metadata: { ...rollout('web', '40').metadata, uid: 'another' } };
    const { next } = await story([status(410, 'Expired'), list('50', again)], {
      namespace: 'shop',
      resourceVersion: '1',
      items: [rollout('web', '1')],
    });
    expect(await next(2)).toEqual(['DELETED web@1', 'ADDED web@40']);
  });
});

describe('a server out of reach', () => {
  it('is told once when it begins and once when it is over; in between the watch goes on trying', async () => {
    const { server, next, clock } = await story([
      endsAfter(line('ADDED', rollout('web', '5'))),
      plain('x', 503),
      reset,
      plain('x', 500),
      sends(line('MODIFIED', rollout('web', '6'))),
    ]);
    expect(await next(4)).toEqual(['ADDED web@5', 'LOST', 'BACK', 'MODIFIED web@6']);
    expect(server.heard).toHaveLength(5);
    expect(clock.slept).toHaveLength(4);
  });

  it('that asks for patience gets it', async () => {
    const { next, clock } = await story([
      status(429, 'TooManyRequests', 'x', { headers: { 'Retry-After': '33' } }),
      sends(line('ADDED', rollout('web', '5'))),
    ]);
    expect(await next(3)).toEqual(['LOST', 'BACK', 'ADDED web@5']);
    expect(clock.slept).toEqual([33_000]);
  });

  it('may refuse credentials for a while when it comes back', async () => {
    const { next } = await story([
      endsAfter(line('ADDED', rollout('web', '5'))),
      status(401, 'Unauthorized'),
      status(403, 'Forbidden'),
      status(401, 'Unauthorized'),
      sends(line('MODIFIED', rollout('web', '6'))),
    ]);
    expect(await next(4)).toEqual(['ADDED web@5', 'LOST', 'BACK', 'MODIFIED web@6']);
  });

  it('that never ran and refuses the credentials ends the watch', async () => {
    const { events } = await story([status(401, 'Unauthorized')]);
    await expect(events.next()).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  it('that goes on refusing them ends it too', async () => {
    const { next, events } = await story([
      endsAfter(line('ADDED', rollout('web', '5'))),
      ...Array.from({ length: 7 }, () => status(401, 'Unauthorized')),
    ]);
    expect(await next(2)).toEqual(['ADDED web@5', 'LOST']);
    await expect(events.next()).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  it('that has no such kind ends it', async () => {
    const { events } = await story([plain('404 page not found\n', 404)]);
    await expect(events.next()).rejects.toMatchObject({ kind: 'no-such-resource' });
  });
});

describe('where watching is forbidden', () => {
  it('it reads the object every few seconds, tells changes only, and says once which permission is missing', async () => {
    const { next, notices, clock, server } = await story([
      status(403, 'Forbidden'),
      json(rollout('web', '5')),
      json(rollout('web', '5')),
      json(rollout('web', '7')),
      status(404, 'NotFound', 'x', { details: { name: 'web', kind: 'rollouts' } }),
    ]);
    expect(await next(3)).toEqual(['ADDED web@5', 'MODIFIED web@7', 'DELETED web@7']);
    expect(notices).toEqual([
      expect.stringContaining('The verb watch on rollouts.argoproj.io in namespace "shop" is not allowed'),
    ]);
    expect(clock.slept).toEqual([3000, 3000, 3000]);
    expect(server.heard[1]?.path).toBe('/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web');
  });

  it('it reads the list of many, or of one that may only be listed', async () => {
    const many = await story([status(403, 'Forbidden'), list('5', rollout('a', '5'))], { namespace: 'shop' });
    expect(await many.next(1)).toEqual(['ADDED a@5']);
    const one = await story([
      status(403, 'Forbidden'),
      status(403, 'Forbidden'),
      list('5', rollout('web', '5')),
    ]);
    expect(await one.next(1)).toEqual(['ADDED web@5']);
    expect(one.server.heard[2]?.query.get('fieldSelector')).toBe('metadata.name=web');
  });

  it('it ends if reading is forbidden too', async () => {
    const { events } = await story([status(403, 'Forbidden'), status(403, 'Forbidden')], {
      namespace: 'shop',
    });
    await expect(events.next()).rejects.toMatchObject({ kind: 'forbidden', verb: 'list' });
  });
});

describe('the end', () => {
  it('comes at once with the signal, without an error, and closes the connection', async () => {
    const { events, next, controller, server } = await story([sends(line('ADDED', rollout('web', '5')))]);
    await next(1);
    const [socket] = server.connections.open;
    const waiting = events.next();
    controller.abort(new Error('cancelled'));
    await expect(waiting).resolves.toEqual({ done: true, value: undefined });
    if (socket?.destroyed === false) await once(socket, 'close');
    expect(server.connections.open.size).toBe(0);
  });

  it('comes at once in the middle of a wait', async () => {
    const clock = endlessClock();
    const { events, controller } = await story([plain('x', 500)], undefined, { clock });
    expect((await events.next()).value).toMatchObject({ type: 'LOST' });
    const waiting = events.next();
    await clock.asleep;
    controller.abort(new Error('cancelled'));
    await expect(waiting).resolves.toEqual({ done: true, value: undefined });
  });

  it('comes before the first request if the signal was aborted already', async () => {
    const { server, events, controller } = await story([]);
    controller.abort(new Error('cancelled'));
    await expect(events.next()).resolves.toEqual({ done: true, value: undefined });
    expect(server.heard).toEqual([]);
  });

  it('comes with an exception of the consumer, which is not swallowed, and closes the connection', async () => {
    const { events, server } = await story([sends(line('ADDED', rollout('web', '5')))]);
    const consume = async (): Promise<void> => {
      for await (const event of events) throw new Error(`consumer failed on ${describeEvent(event)}`);
    };
    await expect(consume()).rejects.toThrow('consumer failed on ADDED web@5');
    for (const socket of server.connections.open) await once(socket, 'close');
    expect(server.connections.open.size).toBe(0);
  });
});
