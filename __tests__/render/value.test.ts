import { describe, expect, it } from '@jest/globals';
import { shorten, showValue } from '../../src/render/value.ts';
import { chances } from '../fixtures/chance.ts';

describe('a measured value, as people see it', () => {
  it.each<[string, string]>([
    ['0.9934567', '0.9935'],
    ['0.993', '0.993'],
    ['12.345678', '12.35'],
    ['123.456', '123.5'],
    ['1234.567', '1235'],
    ['12345.67', '12,346'],
    ['1234567.2', '1,234,567'],
    ['-1234567.2', '-1,234,567'],
    ['1e+06', '1,000,000'],
    ['0.000012345678', '0.00001235'],
    ['1.2345678e-12', '1.235e-12'],
    ['1.2345678e+30', '1.2345678e+30'],
    ['0.30000000000000004', '0.3'],
    ['-0.9934567', '-0.9935'],
    ['.5', '0.5'],
  ])('is rounded to four digits, and all whole ones: %s as %s', (value, text) => {
    expect(showValue(value)).toBe(text);
  });

  it.each<[string, string]>([
    ['0', '0'],
    ['7', '7'],
    ['-3', '-3'],
    ['2026', '2026'],
    ['1234567', '1,234,567'],
    ['12345678901234567890123', '12,345,678,901,234,567,890,123'],
  ])('keeps every digit of a whole number: %s', (value, text) => {
    expect(showValue(value)).toBe(text);
  });

  it.each<[string, string]>([
    ['NaN', 'NaN'],
    ['+Inf', '+Inf'],
    ['-Inf', '-Inf'],
    ['true', 'true'],
    ['"0.9934567"', '"0.9934567"'],
    ['"fail"', '"fail"'],
    ['exit code 3', 'exit code 3'],
    ['{"p99":0.123456789}', '{"p99":0.123456789}'],
    ['[{"a":1}]', '[{"a":1}]'],
    ['[[1,2],[3]]', '[[1,2],[3]]'],
    ['', ''],
    [' 7 ', '7'],
  ])('is what the provider gave, where it is no number: %s', (value, text) => {
    expect(showValue(value)).toBe(text);
  });

  it.each<[string, string]>([
    ['[0.9934567]', '[0.9935]'],
    ['[0.9934567,NaN,1]', '[0.9935, NaN, 1]'],
    ['[1234567.2,8]', '[1234567, 8]'],
    ['[]', '[] (empty)'],
    ['[ ]', '[] (empty)'],
    ['[1,2,3,4,5]', '[1, 2, 3, 4, 5]'],
    ['[3,0.123456,2,9.98765,5,NaN,4]', '[3, 0.1235, 2, … 4 more; 0.1235 to 9.988]'],
    ['[NaN,NaN,NaN,NaN,NaN,NaN]', '[NaN, NaN, NaN, … 3 more]'],
  ])('of a vector has every value, or the first and the range: %s', (value, text) => {
    expect(showValue(value)).toBe(text);
  });

  it.each<[string, string, string]>([
    ['0.9499999', 'result >= 0.95', '0.9499999'],
    ['0.94996', 'result >= 0.95', '0.94996'],
    ['[0.94996]', 'result[0] >= 0.95', '[0.94996]'],
    ['0.9494', 'result >= 0.95', '0.9494'],
    ['1000.4', 'result <= 1000', '1000.4'],
    ['-0.50001', 'result > -0.5', '-0.50001'],
    ['0.95', 'result >= 0.95', '0.95'],
    ['0.00000000001', 'result <= 0', '1e-11'],
  ])('is never rounded to what was asked for: %s for %s is %s', (value, condition, text) => {
    expect(showValue(value, [undefined, condition])).toBe(text);
  });

  it('stands on the same side of its limit as what was measured, whatever both are', () => {
    const next = chances(5);
    for (let i = 0; i < 2_000; i += 1) {
      const limit = Number((next() * 10 ** Math.floor(next() * 8 - 3)).toPrecision(3));
      const value = limit + (next() - 0.5) * 10 ** -Math.floor(next() * 14);
      const shown = Number(showValue(String(value), [`result < ${String(limit)}`]).replaceAll(',', ''));
      expect(Math.sign(shown - limit)).toBe(Math.sign(value - limit));
    }
  });

  it('of a long document is its beginning', () => {
    expect(showValue(`"${'x'.repeat(100)}"`)).toBe(`"${'x'.repeat(59)}…`);
  });
});

describe('a text that is too long', () => {
  it('ends after whole letters, and says so', () => {
    expect(shorten('ab🚀de', 3)).toBe('ab🚀…');
    expect(shorten('ab🚀', 3)).toBe('ab🚀');
    expect(shorten('', 3)).toBe('');
  });
});
