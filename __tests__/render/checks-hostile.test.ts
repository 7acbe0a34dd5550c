import { describe, expect, it } from '@jest/globals';
import type { Round } from '../../src/checks/round.ts';
import { renderRounds } from '../../src/render/check-entries.ts';
import { renderChecks } from '../../src/render/checks.ts';
import { explainRound } from '../../src/render/round.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderEntry, renderHeartbeat } from '../../src/render/timeline.ts';
import type { MetricEvidence, Verdict } from '../../src/targets/evidence.ts';
import { Draw } from '../fixtures/chance.ts';
import { hostile } from '../fixtures/hostile.ts';
import { elements, nodes, parseMarkdown, referencesIn, textOf, types } from '../fixtures/markdown.ts';
import { reportOf } from '../fixtures/reports.ts';
import { measurement, metricOf, rounds } from '../fixtures/rounds.ts';
import { minute } from '../fixtures/runs.ts';

const texts = hostile as readonly [string, ...string[]];
const verdicts = ['Failed', 'Error', 'Inconclusive', 'Successful', 'Running', 'Terminated'] as const;

/** A round of which every text comes from somebody who means no good; of two of these texts each. */
function nastyRound(draw: Draw): Round {
  const text = (): string => draw.one([draw.one(texts), `${draw.one(texts)}${draw.one(texts)}`]);
  const some = (verdict: Verdict) => measurement(0, text(), verdict, text());
  const metric = (): MetricEvidence => {
    const verdict = draw.one(verdicts);
    return metricOf(
      {
        name: text(),
        provider: text(),
        verdict,
        successCondition: text(),
        failureCondition: text(),
        limits: {
          failure: text(),
          inconclusive: text(),
          consecutiveError: text(),
          consecutiveSuccess: text(),
        },
        message: text(),
        query: draw.one([text(), `${text()}\n${text()}`]),
        link: draw.one([text(), `https://prometheus.example/${text()}`]),
        log: [text(), text()],
        job: { name: text(), namespace: text() },
        dryRun: draw.coin(),
      },
      some(verdict),
      some('Successful'),
    );
  };
  return {
    ...rounds.failed,
    verdict: draw.one(['Failed', 'Error', 'Inconclusive', 'Successful']),
    candidate: text(),
    message: text(),
    metrics: [metric(), metric()],
    checks: [{ name: text(), dryRun: draw.coin() }],
  };
}

const many = Array.from({ length: 100 }, (_, seed) => nastyRound(new Draw(seed)));

/** The section of each, as GitHub reads it. */
const sections = await Promise.all(
  many.map(async (round) => {
    const text = renderChecks(reportOf({ rounds: [round] }));
    return { ast: await parseMarkdown(text) };
  }),
);

describe('text from outside in the checks of the job summary', () => {
  it('makes no other document of it than text that means well', () => {
    const allowed = new Set([
      ...['root', 'heading', 'paragraph', 'text'],
      ...['table', 'tableRow', 'tableCell', 'inlineCode', 'html', 'code', 'link'],
    ]);
    for (const { ast } of sections) {
      expect([...types(ast)].filter((type) => !allowed.has(type))).toEqual([]);
      expect(nodes('heading', ast)).toHaveLength(2);
      for (const table of nodes('table', ast)) {
        const cells = nodes('tableRow', table).map((row) => nodes('tableCell', row).length);
        expect(new Set(cells).size).toBe(1);
      }
      // Where a check looked, and nothing else.
      const links = nodes('link', ast).map(({ url }) => url ?? '');
      expect(links.filter((url) => !/^https:\/\/(prometheus\.example|github\.com)\//.test(url))).toEqual([]);
    }
  });

  it('opens and closes no element but ours', () => {
    const ours = /^(<br>|<\/?code>|<\/details>|<details( open)?><summary>[^<>]*<\/summary>)$/;
    for (const { ast } of sections) {
      const html = elements(ast);
      expect(html.filter((value) => !ours.test(value))).toEqual([]);
      const count = (start: string): number => html.filter((value) => value.startsWith(start)).length;
      expect(count('<details')).toBe(count('</details'));
      expect(count('<code')).toBe(count('</code'));
    }
  });

  it('mentions nobody, refers to nothing, and links to nothing by itself', () => {
    for (const { ast } of sections) expect(referencesIn(ast)).toEqual([]);
  });

  it('is the same in the message of the end', async () => {
    const headings = async (message: string): Promise<readonly string[]> => {
      const ending = { ended: 'aborted', reason: 'checks-failed', message, succeeded: false } as const;
      const ast = await parseMarkdown(renderSummary(reportOf({ ending })));
      return [...nodes('heading', ast).map(textOf), ...nodes('link', ast).map(textOf)];
    };
    const usual = await headings('No.');
    for (const round of many.slice(0, 50)) expect(await headings(explainRound(round))).toEqual(usual);
  });
});

describe('text from outside in the checks of the log', () => {
  it('begins no line and is no command', () => {
    for (const [i, round] of many.entries()) {
      const [metric = metricOf({})] = round.metrics;
      const [first = measurement(0, '')] = metric.measurements;
      const entries = [
        { kind: 'checks', at: 0, round },
        { kind: 'measurement', at: 0, metric, measurement: first, nth: 1 },
        { kind: 'check', at: 0, metric },
        { kind: 'verdict', at: 0, round },
        { kind: 'stopped', at: 0, round, why: 'passed' },
      ] as const;
      const { endedAt: _, ...open } = round;
      const lines = [
        ...entries.flatMap((entry) => renderEntry(entry).split('\n')),
        ...renderRounds(reportOf({ rounds: [round] })).split('\n'),
        renderHeartbeat(reportOf({ rounds: [{ ...open, verdict: 'Running' }] }), minute),
      ];
      expect([i, lines.filter((line) => /^\s*::|##\[|\r|[\u202a-\u202e\u2066-\u2069]/.test(line))]).toEqual([
        i,
        [],
      ]);
      expect([i, lines.filter((line) => !/^( +\d+:\d\d {2}\S| {4}|\s{0,2}[✔✖⚠?◌•] )/.test(line))]).toEqual([
        i,
        [],
      ]);
    }
  });
});
