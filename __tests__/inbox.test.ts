import { describe, expect, it } from '@jest/globals';
import { Inbox } from '../src/inbox.ts';
import { endlessClock, fakeClock } from './support/fake-clock.ts';

describe('the inbox', () => {
  it('gives the events in the order in which they came', async () => {
    const [inbox, clock] = [new Inbox(), endlessClock()];
    inbox.put({ type: 'stop', signal: 'SIGINT' });
    inbox.put({ type: 'allowed' });
    expect([await inbox.next(0, clock), await inbox.next(0, clock)]).toEqual([
      { type: 'stop', signal: 'SIGINT' },
      { type: 'allowed' },
    ]);
  });

  it('wakes the reader who waits, and ends its sleep', async () => {
    let ended: AbortSignal | undefined;
    const asleep = endlessClock();
    const clock = {
      ...asleep,
      sleep: (ms: number, signal?: AbortSignal) => {
        ended = signal;
        return asleep.sleep(ms, signal);
      },
    };
    const inbox = new Inbox();
    const next = inbox.next(asleep.now() + 60_000, clock);
    await asleep.asleep;
    expect(ended?.aborted).toBe(false);
    inbox.put({ type: 'allowed' });
    expect(await next).toEqual({ type: 'allowed' });
    expect(ended?.aborted).toBe(true);
  });

  it('gives a tick when nothing comes in time, and loses nothing that comes later', async () => {
    const [inbox, clock] = [new Inbox(), fakeClock()];
    expect(await inbox.next(clock.now() + 30_000, clock)).toEqual({ type: 'tick' });
    expect(clock.slept).toEqual([30_000]);
    inbox.put({ type: 'allowed' });
    expect(await inbox.next(clock.now() + 30_000, clock)).toEqual({ type: 'allowed' });
    expect(clock.slept).toEqual([30_000]);
  });

  it('keeps several events that come at once', async () => {
    const [inbox, clock] = [new Inbox(), endlessClock()];
    const next = inbox.next(clock.now() + 60_000, clock);
    await clock.asleep;
    inbox.put({ type: 'allowed' });
    inbox.put({ type: 'stop', signal: 'SIGTERM' });
    expect([await next, await inbox.next(0, clock)]).toEqual([
      { type: 'allowed' },
      { type: 'stop', signal: 'SIGTERM' },
    ]);
  });
});
