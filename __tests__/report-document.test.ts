import { describe, expect, it } from '@jest/globals';
import type { Report } from '../src/report.ts';
import { reportDocument } from '../src/report-document.ts';
import {
  detailsOf,
  eventfulReport,
  recorded,
  routedDetails,
  unknownImage,
} from './fixtures/report-stories.ts';
import { eventsOf, reportOf } from './fixtures/reports.ts';
import { rounds } from './fixtures/rounds.ts';
import { seen, storyNames } from './fixtures/stories.ts';
import { treeNames } from './fixtures/trees.ts';
import { refusalsOf, reportSchema } from './support/report-schema.ts';

const ending = { ended: 'paused', reason: 'gate', message: 'It waits.', succeeded: true } as const;
const workflowRun = {
  url: 'https://github.com/acme/shop/actions/runs/81',
  step: '81/deploy/x',
  attempt: 2,
  commit: '9f2c1e7',
  actor: 'octocat',
};

/** The document as a reader gets it. */
function read(report: Report): unknown {
  return JSON.parse(JSON.stringify(reportDocument(report)));
}

/** A round with a metric that has to succeed three times in a row. */
const inARow = {
  ...rounds.failed,
  metrics: rounds.failed.metrics.map((one) => ({
    ...one,
    limits: { ...one.limits, consecutiveSuccess: '3' },
  })),
};

/** Everything that a report can have, in one. */
async function fullReport(): Promise<Report> {
  return {
    ...(await eventfulReport()),
    rounds: Object.values(rounds),
    details: await routedDetails(),
    notices: ['The input revision is not used by operation: deploy.'],
    links: { comment: 'https://github.com/acme/shop/pull/7#issuecomment-1' },
    ending,
  };
}

describe('the document of a report', () => {
  it('tells where, when, how it ended, and what was seen last', () => {
    const links = { comment: 'https://github.com/acme/shop/pull/7#issuecomment-1', report: '/tmp/r.json' };
    const document = read(reportOf({ ending, workflowRun, links, notices: ['Mind this.'] }));
    expect(document).toMatchObject({
      version: 1,
      operation: 'deploy',
      ended: 'paused',
      reason: 'gate',
      message: 'It waits.',
      succeeded: true,
      startedAt: '2026-11-21T11:19:00.000Z',
      endedAt: '2026-11-21T11:20:05.000Z',
      duration: 65_000,
      run: { url: workflowRun.url, attempt: 2, sha: '9f2c1e7', actor: 'octocat' },
      notices: ['Mind this.'],
    });
    expect(document).toHaveProperty('links', { run: workflowRun.url, comment: links.comment });
    expect(document).toHaveProperty('targets.length', 1);
    expect(document).toHaveProperty(
      'targets.0',
      expect.objectContaining({
        target: 'rollout/web',
        namespace: 'shop',
        context: 'prod',
        server: 'https://10.0.0.1:6443',
        phase: 'Paused',
        message: 'CanaryPauseStep',
        step: { index: 1, of: 8 },
        weight: { desired: 20, actual: 20 },
        images: [{ container: 'web', init: false, image: 'ghcr.io/acme/web:1.1.0' }],
        revision: 2,
        podHash: '66c8458db7',
        state: '66c8458db7.1.tounhb',
        pauses: [expect.objectContaining({ kind: 'gate', ours: false })],
      }),
    );
  });

  it('has nothing of a target that was never seen, and says so of wrong inputs', () => {
    const refused = { ended: 'refused', reason: 'bad-input', message: 'No.', succeeded: false } as const;
    const { observation: _, where: __, ...blind } = reportOf({ target: '', ending: refused });
    const document = read(blind);
    expect(document).toMatchObject({ ended: 'refused', reason: 'bad-input', succeeded: false, links: {} });
    expect(document).toHaveProperty('targets', [{ target: '', timeline: [], rounds: [], diagnoses: [] }]);
    expect(document).not.toHaveProperty('run');
    expect(refusalsOf(document)).toEqual([]);
  });

  it('has what happened in its order, each with its time twice', async () => {
    const { timeline } = reportDocument(await eventfulReport()).targets[0] ?? { timeline: [] };
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'state',
      'request',
      'state',
      'effect',
      'diagnosis',
      'lost',
      'found',
      'state',
      'checks',
      'measurement',
      'check',
      'stopped',
      'checks',
      'check',
      'verdict',
    ]);
    expect(timeline.at(-1)).toMatchObject({
      at: '2026-01-01T00:01:11.000Z',
      after: 71_000,
      round: { when: 'pause', podHash: '66c8458db7', step: 1 },
      verdict: 'Failed',
    });
  });

  it('has measured values as they were, with times, counts and limits as numbers', () => {
    const document = reportDocument(reportOf({ rounds: [rounds.failed, rounds.job] }));
    const [failed, job] = document.targets[0]?.rounds ?? [];
    expect(failed?.metrics[0]).toMatchObject({
      name: 'success-rate',
      limits: { failure: 1, inconclusive: 0, consecutiveError: 4 },
      counts: { count: 3, failed: 2 },
      schedule: { count: 3, interval: 30_000 },
      successCondition: 'result[0] >= 0.95',
    });
    expect(failed?.metrics[0]?.measurements[0]).toEqual({
      value: '[0.9934567]',
      verdict: 'Successful',
      message: '',
      startedAt: '2026-11-21T11:20:05.000Z',
      finishedAt: '2026-11-21T11:20:06.000Z',
    });
    expect(job?.metrics[0]).toMatchObject({
      job: { namespace: 'shop' },
      log: ['Migrating…', expect.anything(), 'exit 1'],
    });
  });

  it('has the steps with the times at which they were seen', async () => {
    const { steps } = reportDocument(await recorded(eventsOf('release'))).targets[0] ?? {};
    expect(steps?.[0]).toEqual({
      index: 0,
      step: 'setWeight 20',
      startedAt: expect.stringMatching(/^2026-01-01T00:00:/),
      duration: expect.any(Number),
    });
  });

  it('knows no pod hash where there is none yet', () => {
    const observation = seen('first-creation', 'as it was created');
    expect(reportDocument(reportOf({ observation })).targets[0]).not.toHaveProperty('podHash');
  });
});

describe('docs/report.schema.json', () => {
  it.each(storyNames)('accepts what a run makes of the story %s', async (name) => {
    expect(refusalsOf(read(await recorded(eventsOf(name))))).toEqual([]);
  });

  it.each(treeNames)('accepts what is read of a real release: %s', async (name) => {
    expect(refusalsOf(read(reportOf({ details: await detailsOf(name) })))).toEqual([]);
  });

  it.each(Object.entries(rounds))('accepts a round of checks: %s', (_, round) => {
    expect(refusalsOf(read(reportOf({ rounds: [round] })))).toEqual([]);
  });

  it('accepts a report with everything, and has nothing that no report has', async () => {
    const everything = [
      read(await fullReport()),
      read(reportOf({ details: await detailsOf('analysis-failed'), diagnoses: [unknownImage] })),
      read(reportOf({ details: await detailsOf('experiment') })),
      read(reportOf({ observation: seen('release', 'timed pause'), rounds: [inARow] })),
      read(reportOf({ timeline: [{ kind: 'behind', at: 1, since: 5_000 }] })),
      ...(await Promise.all(storyNames.map(async (name) => read(await recorded(eventsOf(name)))))),
    ];
    expect(everything.flatMap(refusalsOf)).toEqual([]);
    const made = new Set(everything.flatMap((document) => [...fieldsOf(document)]));
    const described = [reportSchema, ...Object.values(reportSchema.$defs)].flatMap(({ properties = {} }) =>
      Object.keys(properties),
    );
    // Only a document that is too large has it.
    expect(described.filter((name) => !made.has(name) && name !== 'leftOut')).toEqual([]);
  });

  it('describes every object and every field, and allows no other', () => {
    const objects = Object.entries({ report: reportSchema, ...reportSchema.$defs });
    const silent = objects.flatMap(([name, { description, properties = {} }]) => [
      ...(description ? [] : [name]),
      ...Object.entries(properties).flatMap(([field, its]) => (its.description ? [] : [`${name}.${field}`])),
    ]);
    expect(silent).toEqual([]);
    const open = objects.filter(
      ([, { properties, additionalProperties }]) => properties && additionalProperties !== false,
    );
    expect(open).toEqual([]);
  });

  it.each<[string, (document: Wrong) => void, string]>([
    ['a field that it does not know', (document) => (document['color'] = 'red'), 'color'],
    ['an unknown field of a target', ({ targets }) => (targets[0]['node'] = 'n1'), 'node'],
    ['a word that is no end', (document) => (document['ended'] = 'great'), '/ended'],
    ['a word that is no phase', ({ targets }) => (targets[0]['phase'] = 'Fine'), '/targets/0/phase'],
    ['a time in words', (document) => (document['startedAt'] = 'yesterday'), 'date-time'],
    ['another version', (document) => (document['version'] = 2), '/version'],
    ['a report without targets', (document) => delete (document as Partial<Wrong>).targets, 'targets'],
    [
      'an entry of the timeline of no known kind',
      ({ targets }) => (targets[0]['timeline'] = [{ kind: 'party', at: '2026-01-01T00:00:00Z', after: 0 }]),
      '/targets/0/timeline/0/kind',
    ],
    ['a half step', ({ targets }) => (targets[0]['step'] = { index: 0.5, of: 8 }), '/targets/0/step/index'],
  ])('refuses %s', (_, spoil, said) => {
    const document = read(reportOf({ ending })) as Wrong;
    expect(refusalsOf(document)).toEqual([]);
    spoil(document);
    expect(refusalsOf(document).join('\n')).toContain(said);
  });
});

type Wrong = Record<string, unknown> & { targets: [Record<string, unknown>] };

/** The names of all fields in a document. */
function fieldsOf(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) fieldsOf(item, found);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) {
      found.add(name);
      fieldsOf(item, found);
    }
  return found;
}
