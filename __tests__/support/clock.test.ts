import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/support/clock.ts';

describe("the machine's clock", () => {
  it('sleeps at least as long as it is told', async () => {
    const start = performance.now();
    await systemClock.sleep(20);
    // A timer may fire up to a millisecond early by the finer clock.
    expect(performance.now() - start).toBeGreaterThanOrEqual(19);
  });

  it('does not sleep for nothing or less', async () => {
    await systemClock.sleep(0);
    await systemClock.sleep(-5);
    await expect(systemClock.sleep(NaN)).resolves.toBeUndefined();
  });

  it("wakes at once with the signal's own reason, also from a sleep longer than a timer can hold", async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(2 ** 40, controller.signal);
    const reason = new Error('cancelled');
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });

  it('does not fall asleep when the signal was aborted before', async () => {
    const reason = new Error('cancelled');
    await expect(systemClock.sleep(0, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
