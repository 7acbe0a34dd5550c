import { describe, expect, it } from '@jest/globals';
import { Channel } from '../../src/support/channel.ts';

/** The next so many values. */
async function take<Value>(channel: AsyncIterator<Value>, count: number): Promise<readonly Value[]> {
  const values: Value[] = [];
  while (values.length < count) {
    const next = await channel.next();
    if (next.done === true) break;
    values.push(next.value);
  }
  return values;
}

async function* yields<Item>(...items: readonly (Item | Error)[]): AsyncIterable<Item> {
  for (const item of items) {
    if (item instanceof Error) throw item;
    yield item;
  }
}

describe('a channel', () => {
  it('keeps the order in which values came, from before and during the reading', async () => {
    const channel = new Channel<number>();
    channel.put(1);
    channel.put(2);
    const reader = channel[Symbol.asyncIterator]();
    expect(await take(reader, 2)).toEqual([1, 2]);
    const later = take(reader, 2);
    channel.put(3);
    channel.put(4);
    expect(await later).toEqual([3, 4]);
  });

  it('ends after what was put before', async () => {
    const channel = new Channel<number>();
    channel.put(1);
    channel.end();
    expect(await take(channel[Symbol.asyncIterator](), 5)).toEqual([1]);
  });

  it('ends a reader that waits', async () => {
    const channel = new Channel<number>();
    const next = channel[Symbol.asyncIterator]().next();
    channel.end();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('throws the error of its end, after what was put before', async () => {
    const channel = new Channel<number>();
    channel.put(1);
    channel.end(new Error('reset'));
    const reader = channel[Symbol.asyncIterator]();
    expect(await reader.next()).toEqual({ done: false, value: 1 });
    await expect(reader.next()).rejects.toThrow('reset');
  });

  it('throws to a reader that waits', async () => {
    const channel = new Channel<number>();
    const next = channel[Symbol.asyncIterator]().next();
    channel.end(new Error('reset'));
    await expect(next).rejects.toThrow('reset');
  });

  it('counts the first end', async () => {
    const channel = new Channel<number>();
    channel.end(new Error('first'));
    channel.end();
    await expect(channel[Symbol.asyncIterator]().next()).rejects.toThrow('first');
  });
});

describe('a source that is pumped into a channel', () => {
  it('is turned into its values', async () => {
    const channel = new Channel<string>();
    await channel.pump(yields(1, 2), (item) => `#${String(item)}`, 'end');
    expect(await take(channel[Symbol.asyncIterator](), 5)).toEqual(['#1', '#2']);
  });

  it('ends it only if told so', async () => {
    const channel = new Channel<number>();
    await channel.pump(yields(1), (item) => item, 'go on');
    await channel.pump(yields(2), (item) => item, 'end');
    expect(await take(channel[Symbol.asyncIterator](), 5)).toEqual([1, 2]);
  });

  it('ends it with its error, whatever it was told', async () => {
    const channel = new Channel<number>();
    await channel.pump(yields<number>(1, new Error('reset')), (item) => item, 'go on');
    const reader = channel[Symbol.asyncIterator]();
    expect(await take(reader, 1)).toEqual([1]);
    await expect(reader.next()).rejects.toThrow('reset');
  });

  it('is mixed with others in the order of arrival', async () => {
    const channel = new Channel<string>();
    const gate = Promise.withResolvers<void>();
    const slow = async function* (): AsyncIterable<string> {
      await gate.promise;
      yield 'slow';
    };
    const pumps = [
      channel.pump(slow(), (item) => item, 'go on'),
      channel.pump(yields('fast'), (item) => item, 'go on'),
    ];
    const reader = channel[Symbol.asyncIterator]();
    expect(await take(reader, 1)).toEqual(['fast']);
    gate.resolve();
    expect(await take(reader, 1)).toEqual(['slow']);
    await Promise.all(pumps);
  });
});
