import { describe, expect, it } from '@jest/globals';
import { sampleArgs } from '../../src/checks/args.ts';
import { readMetric } from '../../src/checks/reading/metric.ts';
import { chances } from '../fixtures/chance.ts';
import { parsed, read } from './read.ts';
import { valid } from './valid.ts';

describe('checks that are right are read', () => {
  it.each(Object.entries(valid))('%s', (_, { checks, args = '' }) => {
    expect(parsed(checks, { args })).toMatchObject({ kind: 'checks' });
  });
});

interface Drawn {
  readonly metric: Readonly<Record<string, unknown>>;
  readonly when: 'pause' | 'background' | 'healthy';
}

/** A metric that the rules allow, with any of the optional fields, numbers as numbers or as text. */
function draw(next: () => number): Drawn {
  const coin = (): boolean => next() < 0.5;
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const asWritten = (value: number): number | string => (coin() ? value : String(value));
  const maybe = (field: string, value: unknown): object => (coin() ? { [field]: value } : {});
  const when = (['pause', 'background', 'healthy'] as const)[upTo(2)] ?? 'pause';
  const successes = upTo(3);
  const failures = successes > 0 && coin() ? -1 : upTo(3);
  const inconclusive = upTo(3);
  const least = Math.max(1, Math.max(failures, 0) + successes, inconclusive);
  const endless = when === 'background' && coin();
  return {
    when,
    metric: {
      name: 'a',
      provider: { web: { url: 'http://web' } },
      ...(endless ? {} : { count: asWritten(least + upTo(5)) }),
      interval: `${String(1 + upTo(90))}${coin() ? 's' : 'm'}`,
      ...maybe('initialDelay', '0s'),
      ...maybe('successCondition', 'result < 5'),
      ...maybe('failureCondition', 'result > 9'),
      failureLimit: asWritten(failures),
      inconclusiveLimit: asWritten(inconclusive),
      ...maybe('consecutiveErrorLimit', asWritten(upTo(9))),
      ...(successes > 0 ? { consecutiveSuccessLimit: asWritten(successes) } : {}),
    },
  };
}

describe('any metric that the rules allow', () => {
  const next = chances(5);

  it.each(Array.from({ length: 300 }, (_, index) => index))('survives as it was written (%i)', () => {
    const { metric, when } = draw(next);
    const { checks, args } = read(JSON.stringify([{ ...metric, when }]));
    expect(checks[0]?.raw).toEqual(metric);
    const found =
      checks[0] &&
      readMetric(checks[0], sampleArgs(args, {}), (path, what) => {
        throw new Error(`${path.join('.')} ${what}`);
      });
    const number = (field: string): number | undefined =>
      metric[field] === undefined ? undefined : Number(metric[field]);
    expect(found?.count).toBe(number('count'));
    expect(found?.failureLimit).toBe(number('failureLimit'));
    expect(found?.inconclusiveLimit).toBe(number('inconclusiveLimit'));
    expect(found?.consecutiveErrorLimit).toBe(number('consecutiveErrorLimit') ?? 4);
    expect(found?.consecutiveSuccessLimit).toBe(number('consecutiveSuccessLimit'));
    expect(found?.successCondition?.text).toBe(metric['successCondition']);
    expect(found?.failureCondition?.text).toBe(metric['failureCondition']);
    expect(found?.initialDelay).toBe(metric['initialDelay'] === undefined ? undefined : 0);
    const [, amount = '', unit] = /^(\d+)(.)$/.exec(String(metric['interval'])) ?? [];
    expect(found?.interval).toBe(Number(amount) * (unit === 's' ? 1_000 : 60_000));
  });
});
