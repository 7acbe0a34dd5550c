import { describe, expect, it } from '@jest/globals';
import { describeDuration, formatDuration, parseDuration } from '../../src/support/duration.ts';

describe('a duration', () => {
  it.each<[string | number, number]>([
    [0, 0],
    [30, 30_000],
    ['0', 0],
    ['90', 90_000],
    [' 90 ', 90_000],
    ['0s', 0],
    ['90s', 90_000],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['1h30m', 5_400_000],
    ['1h30m15s', 5_415_000],
    ['30m1h', 5_400_000],
    ['1.5h', 5_400_000],
    ['.5m', 30_000],
    ['1.m', 60_000],
    ['0.1h', 360_000],
    ['250ms', 250],
    ['1m250ms', 60_250],
    ['1s500ms', 1_500],
    ['2400h', 8_640_000_000],
  ])('%p is %p ms', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each<string | number>([
    '',
    ' ',
    '-1',
    -1,
    '-5m',
    '+5m',
    '1.5',
    1.5,
    '5 m',
    '1h 30m',
    '5x',
    '5M',
    '1d',
    '5us',
    '100ns',
    'h',
    '.s',
    '.',
    'm5',
    '1e3s',
    '1,5h',
    'NaN',
    Number.NaN,
    Infinity,
    'forever',
    '٣s',
  ])('%p is none, and the error says what is allowed', (text) => {
    expect(() => parseDuration(text)).toThrow(/is no duration; allowed: seconds as a bare number/);
  });

  it.each(['2401h', '99999999999999999999'])('%p is a slip of the pen', (text) => {
    expect(() => parseDuration(text)).toThrow('at most 2400h is allowed');
  });

  it.each<[number, string, string]>([
    [0, '0s', '0s'],
    [1, '1ms', '1ms'],
    [0.4, '1ms', '1ms'],
    [999, '999ms', '999ms'],
    [999.5, '1s', '1s'],
    [1_000, '1s', '1s'],
    [59_999, '1m', '1m'],
    [125_000, '2m5s', '2m 5s'],
    [5_400_000, '1h30m', '1h 30m'],
    [3_605_000, '1h5s', '1h 5s'],
    [360_000_000, '100h', '100h'],
  ])('%p ms is shown as %s and %s', (ms, short, long) => {
    expect(formatDuration(ms)).toBe(short);
    expect(describeDuration(ms)).toBe(long);
  });

  it('of no sense is not shown', () => {
    expect(() => formatDuration(-1)).toThrow(RangeError);
    expect(() => formatDuration(Number.NaN)).toThrow(RangeError);
  });

  it('in whole seconds survives being shown and read, for every size', () => {
    for (let ms = 0; ms < 400_000_000; ms = ms * 3 + 1_000)
      expect(parseDuration(formatDuration(ms))).toBe(ms);
    for (let ms = 1; ms < 1_000; ms += 1) expect(parseDuration(formatDuration(ms))).toBe(ms);
  });
});
