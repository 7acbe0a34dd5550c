import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  allowed,
  carriesOut,
  decisionAfter,
  minute,
  phrase,
  planOf,
  second,
  sees,
} from '../fixtures/runs.ts';
import { aborted, again, gate, look } from './looks.ts';

const plan = planOf({ operation: 'retry', images: [] });

function decides(events: readonly Timed[], change: Partial<Plan> = {}): string {
  return phrase(decisionAfter({ ...plan, ...change }, [allowed, ...events]));
}

describe('a retry', () => {
  it('begins an aborted candidate anew, whoever aborted it, without waiting for its pods to go', () => {
    const early = look('abort', 'aborted, canary pod still there');
    const byController = look('analysis-failed', 'aborted by the controller');
    expect([aborted, early, byController].map((found) => decides([sees(0, found)]))).toEqual([
      'request retry',
      'request retry',
      'request retry',
    ]);
  });

  it('is refused where nothing was aborted, and says how the target stands', () => {
    const decision = decisionAfter(plan, [allowed, sees(0, gate)]);
    expect(phrase(decision)).toBe('refused (nothing-to-do)');
    expect(decision).toMatchObject({
      message: 'There is nothing to retry: it is Paused, and was not aborted.',
    });
  });

  it('is refused where it would ship the candidate without a new analysis, with the way to get one', () => {
    const failed = look('blue-green-abort', 'aborted by the controller');
    const decision = decisionAfter(plan, [allowed, sees(0, failed)]);
    expect(phrase(decision)).toBe('refused (does-not-fit)');
    expect(decision).toMatchObject({ message: expect.stringContaining('web-66c8458db7-2-post (Failed)') });
    expect(decision).toMatchObject({ message: expect.stringContaining('operation: deploy') });
    const ended = look('blue-green-abort', 'aborted after the switch, its analysis terminated');
    expect(decides([sees(0, ended)])).toBe('refused (does-not-fit)');
  });

  it('of a blueGreen that was aborted before its switch gets a new analysis, so it may be', () => {
    expect(decides([sees(0, look('blue-green-abort', 'aborted'))])).toBe('request retry');
  });

  it('waits for an abort that is on its way, and then takes it back', () => {
    const asked = look('abort', 'abort asked, not acted on');
    expect(decides([sees(0, asked)])).toBe('wait');
    expect(decides([sees(0, asked), sees(second, aborted)])).toBe('request retry');
  });

  it('is not sent into an invalid spec, where it would act later', () => {
    const invalid = { ...aborted, invalid: true };
    expect(decides([sees(0, aborted), sees(second, invalid)])).toBe('wait');
    expect(decides([sees(0, invalid), sees(2 * minute, again(invalid))])).toBe('degraded (invalid-spec)');
  });

  it('is refused where the candidate is another than the one that is expected', () => {
    const other = { kind: 'state', state: 'c0ffee.0.-', hash: 'c0ffee' } as const;
    expect(decides([sees(0, aborted)], { expect: other })).toBe('refused (does-not-fit)');
  });

  it('follows the release under the policies, and does not retry a second time', async () => {
    const begun = look('abort', 'retry: begun again');
    const retried = [sees(0, aborted), ...(await carriesOut(0, 'retry', aborted, begun))];
    expect(decides(retried)).toBe('wait');
    expect(decides([...retried, sees(minute, look('abort', 'gate again'))])).toBe('paused (gate)');
    const again_ = look('analysis-failed', 'aborted by the controller');
    expect(decides([...retried, sees(minute, again_)])).toBe('aborted (by-controller)');
    expect(decides([...retried, sees(minute, again_)], { onFailure: 'rollback' })).toBe('request restore');
  });
});
