import { describe, expect, it } from '@jest/globals';
import { troubleOf } from '../../src/github/trouble.ts';

const now = 1_000_000;

function answered(
  status: number,
  headers: object = {},
  message = 'No - https://docs.github.com/rest',
): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

describe('what an error of GitHub means', () => {
  it.each<[number, string]>([
    [401, 'denied'],
    [403, 'denied'],
    [404, 'missing'],
    [410, 'missing'],
    [408, 'unreachable'],
    [409, 'unreachable'],
    [422, 'refused'],
    [500, 'unreachable'],
    [502, 'unreachable'],
  ])('%i is %s', (status, kind) => {
    expect(troubleOf(answered(status), now)).toMatchObject({ kind, message: `${String(status)} No` });
  });

  it.each<[string, Error, number]>([
    ['retry-after', answered(429, { 'retry-after': '30' }), now + 30_000],
    [
      'x-ratelimit-reset',
      answered(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1060' }),
      1_060_000,
    ],
    [
      'a time that has passed',
      answered(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }),
      now,
    ],
    ['no time, a minute', answered(403, {}, 'You have exceeded a secondary rate limit'), now + 60_000],
    ['no time, a minute', answered(429), now + 60_000],
  ])('a limit with %s is busy until then', (_, error, retryAt) => {
    expect(troubleOf(error, now)).toMatchObject({ kind: 'busy', retryAt });
  });

  it('a connection that fails is told by its cause', () => {
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:1');
    const thrown = Object.assign(new Error('fetch failed', { cause }), { status: 500 });
    expect(troubleOf(thrown, now)).toEqual({
      kind: 'unreachable',
      message: 'fetch failed: connect ECONNREFUSED 127.0.0.1:1',
    });
    expect(troubleOf('gone', now)).toEqual({ kind: 'unreachable', message: 'gone' });
  });
});
