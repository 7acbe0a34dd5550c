import { describe, expect, it } from '@jest/globals';
import { formatMarker, isNewer, readMarker } from '../../src/github/comments.ts';
import { hostile } from '../fixtures/hostile.ts';

describe('the marker of a comment', () => {
  it.each([...hostile, 'rollout/web shop prod', '-->', '\ud800'])('of the key %j is read again', (key) => {
    const text = formatMarker({ key, since: 5 });
    expect(text.indexOf('-->')).toBe(text.length - 3);
    expect(readMarker(`${text}\n\n### Title`)).toEqual({ key: key.toWellFormed(), since: 5 });
  });

  it.each(['', 'text', '> <!-- rollout-conductor:x 1 -->', '<!-- rollout-conductor:%E0%A4%A 1 -->'])(
    'is not in %j',
    (body) => expect(readMarker(body)).toBeUndefined(),
  );

  it('tells which step began later', () => {
    const [old, young] = [1, 2].map((since) => ({ key: 'x', since }));
    if (old === undefined || young === undefined) throw new Error('There are two.');
    expect([isNewer(young, old), isNewer(old, young), isNewer(old, old)]).toEqual([true, false, false]);
  });
});
