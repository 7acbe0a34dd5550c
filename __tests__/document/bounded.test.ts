import { describe, expect, it } from '@jest/globals';
import { bounded, mostBytes, textOf } from '../../src/document/bounded.ts';
import type { LeftOut, ReportDocument } from '../../src/document/report.ts';
import type { MetricDocument } from '../../src/document/rounds.ts';
import type { TargetDocument } from '../../src/document/target.ts';
import { reportDocument } from '../../src/report-document.ts';
import { detailsOf, eventfulReport, unknownImage } from '../fixtures/report-stories.ts';
import { rounds } from '../fixtures/rounds.ts';
import { refusalsOf } from '../support/report-schema.ts';

const mebibyte = 1024 * 1024;
const whole = reportDocument({
  ...(await eventfulReport()),
  rounds: Object.values(rounds),
  details: await detailsOf('analysis-failed'),
  diagnoses: [unknownImage],
});
const [target = {} as TargetDocument] = whole.targets;

/** The document with its target changed. */
function withTarget(change: Partial<TargetDocument>): ReportDocument {
  return { ...whole, targets: [{ ...target, ...change }] };
}

/** The document with this in place of each metric of its rounds. */
function withMetrics(...change: readonly Partial<MetricDocument>[]): ReportDocument {
  const list = target.rounds.map((round) => ({
    ...round,
    metrics: round.metrics.flatMap((metric) => change.map((one) => ({ ...metric, ...one }))),
  }));
  return withTarget({ rounds: list });
}

function times<Item>(count: number, item: Item): readonly Item[] {
  return Array.from({ length: count }, () => item);
}

const measurement = { value: '[0.5]', verdict: 'Failed', message: 'no' } as const;
const row = { name: 'web', kind: 'Pod', status: 'Running', info: [], children: [] } as const;
const long = '\u0001é😀'.repeat(mebibyte / 2);

describe('a document that is too large', () => {
  it('is none as long as it is small: nothing is cut', () => {
    expect(bounded(whole)).toBe(whole);
    expect(whole).not.toHaveProperty('leftOut');
  });

  it.each<[string, ReportDocument, readonly LeftOut[]]>([
    ['a message of some MiB', { ...whole, message: long }, ['texts']],
    [
      'a tree of 40,000 pods',
      withTarget({ tree: { ...row, kind: 'Rollout', children: times(40_000, row) } }),
      ['tree'],
    ],
    [
      'a timeline without end',
      withTarget({ timeline: times(1_000, target.timeline).flat() }),
      ['tree', 'timeline'],
    ],
    [
      'a retention of 3,000 measurements',
      withMetrics({ measurements: times(3_000, measurement) }),
      ['tree', 'measurements'],
    ],
    [
      'a hundred metrics of each round, with messages',
      withMetrics(...times(100, { message: long.slice(0, 9_000) })),
      ['texts', 'tree', 'measurements', 'lists'],
    ],
    [
      'too much of everything',
      {
        ...withTarget({
          timeline: times(1_000, target.timeline).flat(),
          diagnoses: target.diagnoses.flatMap((one) =>
            times(100, { ...one, evidence: times(150, 'é'.repeat(250)) }),
          ),
          rounds: times(100, target.rounds).flat(),
        }),
        notices: times(1_000, long.slice(0, 5_000)),
      },
      ['texts', 'tree', 'timeline', 'measurements', 'lists'],
    ],
  ])(
    '%s: goes without the least useful, says so, and is still a report',
    (_, document, leftOut) => {
      expect(Buffer.byteLength(textOf(document))).toBeGreaterThan(mostBytes);
      const result = bounded(document);
      expect(Buffer.byteLength(textOf(result))).toBeLessThan(5_000_000);
      expect(result.leftOut).toEqual(leftOut);
      expect(refusalsOf(JSON.parse(textOf(result)))).toEqual([]);
      expect(result).toMatchObject({ ended: whole.ended, duration: whole.duration });
    },
    30_000,
  );

  it('keeps the end of the timeline and the last measurements, and marks a text that is cut', () => {
    const last = { kind: 'found', at: '2026-01-01T00:00:00Z', after: 1 } as const;
    const { targets } = bounded(withTarget({ timeline: [...times(1_000, target.timeline).flat(), last] }));
    expect(targets[0]?.timeline).toHaveLength(500);
    expect(targets[0]?.timeline.at(-1)).toEqual(last);

    const many = [...times(3_000, measurement), { ...measurement, value: '[1]' }];
    const [round] = bounded(withMetrics({ measurements: many })).targets[0]?.rounds ?? [];
    expect(round?.metrics[0]?.measurements.map(({ value }) => value)).toEqual(['[0.5]', '[0.5]', '[1]']);

    const { message } = bounded({ ...whole, message: `😀${long}` });
    expect([message.length, message.at(-1), message.isWellFormed()]).toEqual([4_000, '…', true]);
  });
});
