import { describe, expect, it } from '@jest/globals';
import { type Delivery, Paced } from '../../src/reporters/paced.ts';
import { systemClock } from '../../src/support/clock.ts';

const done: Delivery = { kind: 'done' };

/** Deliveries that answer in turn with what is given, then with done. */
function paced(answers: readonly (Delivery | Promise<Delivery>)[] = [], interval = 0) {
  const delivered: string[] = [];
  const left = [...answers];
  const subject = new Paced<string>({
    clock: systemClock,
    interval: () => interval,
    deliver: async (state) => {
      delivered.push(state);
      return (await left.shift()) ?? done;
    },
  });
  return { subject, delivered };
}

describe('a paced delivery', () => {
  it('delivers the first state at once, and of those that come meanwhile the last', async () => {
    const first = Promise.withResolvers<Delivery>();
    const { subject, delivered } = paced([first.promise]);
    for (const state of ['one', 'two', 'three']) subject.offer(state);
    await new Promise(setImmediate);
    subject.offer('four');
    first.resolve(done);
    expect(await subject.close(5_000)).toBeUndefined();
    expect(delivered).toEqual(['three', 'four']);
  });

  it('lets the interval pass between two, and not before the last one', async () => {
    const { subject, delivered } = paced([], 60_000);
    subject.offer('one');
    await new Promise(setImmediate);
    subject.offer('two');
    await new Promise(setImmediate);
    expect(delivered).toEqual(['one']);
    subject.offer('three');
    expect(await subject.close(5_000)).toBeUndefined();
    expect(delivered).toEqual(['one', 'three']);
  });

  it('tries again what was not delivered, without the interval once the run is over', async () => {
    const again: Delivery = { kind: 'later', at: 0, why: 'busy' };
    const { subject, delivered } = paced([again, again], 60_000);
    subject.offer('one');
    expect(await subject.close(5_000)).toBeUndefined();
    expect(delivered).toEqual(['one', 'one', 'one']);
  });

  it('gives up at once what is barred beyond its patience, and says why it is lost', async () => {
    const { subject, delivered } = paced([{ kind: 'later', at: Date.now() + 60_000, why: 'busy' }]);
    subject.offer('one');
    const before = performance.now();
    expect(await subject.close(30_000)).toBe('busy');
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(delivered).toEqual(['one']);
  });

  it('is left alone until the time that was asked for', async () => {
    const at = Date.now() + 200;
    const { subject, delivered } = paced([{ kind: 'later', at, why: 'busy' }]);
    subject.offer('one');
    expect(await subject.close(5_000)).toBeUndefined();
    expect(Date.now()).toBeGreaterThanOrEqual(at);
    expect(delivered).toEqual(['one', 'one']);
  });

  it('takes no state after one that can never be delivered', async () => {
    const { subject, delivered } = paced([{ kind: 'never', why: 'denied' }]);
    subject.offer('one');
    await new Promise(setImmediate);
    subject.offer('two');
    expect(await subject.close(5_000)).toBe('denied');
    expect(delivered).toEqual(['one']);
  });

  it('ends in time with a delivery that never ends', async () => {
    const { subject } = paced([new Promise<Delivery>(() => undefined)]);
    subject.offer('one');
    expect(await subject.close(50)).toBe('There was no time left to tell it.');
  });

  it('survives a delivery that throws', async () => {
    const subject = new Paced<string>({
      clock: systemClock,
      interval: () => 0,
      deliver: () => Promise.reject(new Error('a bug')),
    });
    subject.offer('one');
    expect(await subject.close(5_000)).toBe('a bug');
  });

  it('of nothing is over at once', async () => {
    expect(await paced().subject.close(5_000)).toBeUndefined();
  });
});
