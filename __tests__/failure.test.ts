import { describe, expect, it } from '@jest/globals';
import { ActionableError } from '../src/errors.ts';
import { failureOf } from '../src/failure.ts';

describe('what was thrown, as an end of the run', () => {
  it('an error for people is a refusal, with its own reason', () => {
    const error = new ActionableError({ what: 'No.', next: 'ask.', reason: 'not-found' });
    expect(failureOf(error, undefined)).toEqual({
      ended: 'refused',
      reason: 'not-found',
      message: 'No.\nWhat to do: ask.',
    });
    expect(failureOf(new ActionableError({ what: 'No.', next: 'ask.' }), undefined).reason).toBe('failed');
  });

  it.each([new TypeError('x is undefined'), 'a string', undefined])(
    '%p is a mistake of ours, and says so',
    (thrown) => {
      const { ended, reason, message } = failureOf(thrown, undefined);
      expect([ended, reason]).toEqual(['unknown', 'failed']);
      expect(message).toContain('This is a mistake in the action');
    },
  );
});
