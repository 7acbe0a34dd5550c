import { describe, expect, it } from '@jest/globals';
import type { Diagnosis } from '../../src/diagnose/finding.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Report } from '../../src/report.ts';
import { logReporter } from '../../src/reporters/log.ts';
import { readDetails } from '../../src/targets/argo-rollout/details.ts';
import { captureLog } from '../fixtures/captured-log.ts';
import { Draw } from '../fixtures/chance.ts';
import { hostile } from '../fixtures/hostile.ts';
import { elements, nodes, parseMarkdown, referencesIn, textOf, types } from '../fixtures/markdown.ts';
import { eventsOf, reportOf, timelineOf } from '../fixtures/reports.ts';
import { rounds } from '../fixtures/rounds.ts';
import { planOf } from '../fixtures/runs.ts';
import { tree, treeClient, treeNames } from '../fixtures/trees.ts';

const texts = hostile as readonly [string, ...string[]];

/** Words of our own, which no text from outside can be, and times and numbers. */
const ours = new Set(
  'kind verdict when ended reason phase strategy request how cause role succeeded operation why'.split(' '),
);
const isTime = /^(\d{4}-\d\d-\d\dT[\d:.]+Z|-?\d*)$/;

/** The same with every text in it replaced by what somebody means no good with; what is empty stays empty. */
function poisoned<Value>(value: Value, draw: Draw): Value {
  const replace = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return ours.has(key) || isTime.test(one) ? one : draw.one(texts);
    if (Array.isArray(one)) return one.map((each) => replace(each, key));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inside]) => [name, replace(inside, name)]));
  };
  return replace(value, '') as Value;
}

const diagnosis: Diagnosis = {
  problem: 'x',
  evidence: ['x', 'y'],
  advice: 'x',
  cause: 'unknown-image',
  final: true,
  pods: { affected: 2, ready: 1, total: 3 },
};

const { signal } = new AbortController();
const reports = await Promise.all(
  treeNames.map(async (name): Promise<Report> => {
    const details = await readDetails(
      treeClient(tree(name)),
      { namespace: 'shop', name: 'web' },
      undefined,
      signal,
    );
    const ending = { ended: 'aborted', reason: 'by-controller', message: 'x\ny', succeeded: false } as const;
    const follow = planOf({ operation: 'follow', images: [] });
    const timeline = [eventsOf('release'), eventsOf('blue-green')].flatMap((events) =>
      timelineOf(events, follow),
    );
    return reportOf({
      details,
      ending,
      notices: ['x', 'y'],
      diagnoses: [diagnosis],
      rounds: [rounds.failed, rounds.job, rounds.template, rounds.secret],
      timeline: [...timeline, { kind: 'diagnosis', at: 0, diagnosis }, { kind: 'lost', at: 1, message: 'x' }],
    });
  }),
);

/** Each report several times, with other texts. */
const many = reports.flatMap((report, i) =>
  [0, 1, 2, 3].map((seed) => ({ report, bad: poisoned(report, new Draw(i * 10 + seed)) })),
);

describe('a report of which every text means no good', () => {
  it('is the same document in the job summary, with other texts', async () => {
    const shape = async (report: Report): Promise<readonly unknown[]> => {
      const ast = await parseMarkdown(renderSummary(report));
      const count = (type: string): number => nodes(type, ast).length;
      return [
        ['heading', 'table', 'blockquote', 'strong', 'emphasis', 'list'].map((type) => [type, count(type)]),
        nodes('heading', ast).map(({ depth }) => depth),
      ];
    };
    for (const { report, bad } of many) {
      // Checks and metrics that are named otherwise no longer belong together: a table may have more rows.
      expect(await shape(bad)).toEqual(await shape(report));
      const ast = await parseMarkdown(renderSummary(bad));
      expect(referencesIn(ast)).toEqual([]);
      const templates = /^(<br>|<\/?code>|<\/details>|<details( open)?><summary>[^<>]*<\/summary>)$/;
      expect(elements(ast).filter((element) => !templates.test(element))).toEqual([]);
      const never = [
        'image',
        'imageReference',
        'footnoteReference',
        'definition',
        'linkReference',
        'delete',
        'break',
      ];
      expect(never.filter((type) => types(ast).has(type))).toEqual([]);
      for (const table of nodes('table', ast)) {
        const widths = nodes('tableRow', table).map((row) => nodes('tableCell', row).length);
        expect(new Set(widths).size).toBe(1);
      }
      expect(textOf(ast)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b]/);
    }
  });

  it('makes no command and no control character in the log', async () => {
    for (const { bad } of many) {
      const { log } = await captureLog(async () => {
        const reporter = logReporter();
        reporter.update(bad);
        await reporter.close(bad);
      });
      const lines = log.split('\n');
      const commands = lines.filter((line) => /^\s*::|##\[/.test(line));
      const allowed = /^::(group|endgroup|notice|error)::/;
      expect(commands.filter((line) => !allowed.test(line) || line.includes('##['))).toEqual([]);
      expect(commands.map((line) => /^::(\w+)/.exec(line)?.[1]).toSorted()).toEqual(
        ['endgroup', 'error', 'group', 'notice', 'notice'].toSorted(),
      );
      expect(log.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});
