import { describe, expect, it } from '@jest/globals';
import type { Check } from '../src/checks/check.ts';
import type { RoundName } from '../src/checks/round.ts';
import type { Observation } from '../src/observation.ts';
import type { Entry } from '../src/timeline.ts';
import type { Measurement, MetricEvidence } from '../src/targets/evidence.ts';
import { timelineOf } from './fixtures/reports.ts';
import {
  atGate,
  begins,
  checksNamed,
  leaves,
  measurement,
  measures,
  metricOf,
  rounds,
} from './fixtures/rounds.ts';
import { type Timed, asks, minute, planOf, second, sees, sighting, stops, ticks } from './fixtures/runs.ts';
import { seen } from './fixtures/stories.ts';

const gate = seen('release', 'gate');

/** What is told of the checks, of a run that stands at the gate. */
function told(events: readonly Timed[], when: Check['when'] = 'pause'): readonly Entry[] {
  const plan = planOf({ operation: 'follow', images: [], checks: checksNamed(when, 'success-rate', 'dry') });
  return timelineOf([sees(0, gate), ...events], plan).filter(({ kind }) => !isOther(kind));
}

function isOther(kind: Entry['kind']): boolean {
  return ['state', 'request', 'effect', 'diagnosis', 'behind', 'lost', 'found'].includes(kind);
}

function kinds(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ kind }) => kind);
}

/** A metric that goes on, after these measurements. */
function going(...measurements: readonly Measurement[]): MetricEvidence {
  return metricOf({ verdict: 'Running' }, ...measurements);
}

const fine = metricOf({});
const good = measurement(0, '[1]');
const bad = measurement(30, '[0.8]', 'Failed');
const error = measurement(40, '', 'Error', 'reset');

describe('the timeline of the checks', () => {
  it('tells a verdict once, though it counts no more after an abort, and what is begun anew', () => {
    const aborted: Observation = { ...gate, aborting: true };
    const once = [begins(second), measures(2 * second, { verdict: 'Successful', metrics: [fine] })];
    expect(kinds(told([...once, sees(3 * second, aborted)]))).toEqual(['checks', 'check', 'verdict']);
    const anew = [...once, sees(3 * second, aborted), sees(4 * second, gate), begins(5 * second)];
    expect(kinds(told(anew))).toEqual(['checks', 'check', 'verdict', 'checks']);
  });

  it('names what is begun at once, before anything was measured', () => {
    expect(told([begins(second)])).toMatchObject([
      {
        kind: 'checks',
        at: second,
        round: {
          step: 1,
          checks: [
            { name: 'success-rate', dryRun: false },
            { name: 'dry', dryRun: true },
          ],
        },
      },
    ]);
  });

  it('tells no measurement that succeeds, however many there are', () => {
    const all = Array.from({ length: 1000 }, (_, i) => measurement(i, '[1]'));
    const states = all.map((_, i) =>
      measures(i * second, { metrics: [going(...all.slice(Math.max(0, i - 9), i + 1))] }),
    );
    expect(kinds(told([begins(0), ...states]))).toEqual(['checks']);
  });

  it('tells a failure that is tolerated when it happens, and the verdict later', () => {
    const entries = told([
      begins(0),
      measures(second, { metrics: [going(good)] }),
      measures(2 * second, { metrics: [going(good, bad)] }),
      ticks(3 * second),
      measures(4 * second, { metrics: [going(good, bad, error)] }),
      measures(5 * second, {
        verdict: 'Successful',
        metrics: [{ ...going(good, bad, error, good), verdict: 'Successful' }],
      }),
    ]);
    expect(entries.map(({ kind, at }) => [kind, at])).toEqual([
      ['checks', 0],
      ['measurement', 2 * second],
      ['measurement', 4 * second],
      ['check', 5 * second],
      ['verdict', 5 * second],
    ]);
    expect(entries[1]).toMatchObject({ measurement: bad, nth: 1 });
    expect(entries[2]).toMatchObject({ measurement: error, nth: 1 });
  });

  it('tells a failure that decides once: with the verdict', () => {
    const metrics = [metricOf({ verdict: 'Failed' }, bad), { ...going(good), name: 'other' }];
    const entries = told([begins(0), measures(second, { verdict: 'Failed', metrics })]);
    expect(kinds(entries)).toEqual(['checks', 'check', 'check', 'verdict']);
    expect(entries.slice(1, 3)).toMatchObject([
      { metric: { name: 'success-rate', verdict: 'Failed' } },
      { metric: { name: 'other', verdict: 'Terminated' } },
    ]);
  });

  it('of a thousand failures tells the first five, and each that doubles their number', () => {
    const all = Array.from({ length: 1000 }, (_, i) => measurement(i, String(i), 'Failed'));
    const states = all.map((_, i) => {
      const metric = going(...all.slice(Math.max(0, i - 9), i + 1));
      const counts = { ...metric.counts, failed: i + 1, count: i + 1 };
      return measures(i * second, { metrics: [{ ...metric, counts }] });
    });
    const failures = told([begins(0), ...states]).filter((entry) => entry.kind === 'measurement');
    expect(failures.map(({ nth }) => nth)).toEqual([1, 2, 3, 4, 5, 8, 16, 32, 64, 128, 256, 512]);
    expect(failures.map(({ measurement: one }) => Number(one.value) + 1)).toEqual(
      failures.map(({ nth }) => nth),
    );
  });

  it('leaves out what is not kept any more, when several come at once', () => {
    const metric = going(bad, bad);
    const counts = { ...metric.counts, failed: 4 };
    const entries = told([begins(0), measures(second, { metrics: [{ ...metric, counts }] })]);
    expect(entries.slice(1)).toMatchObject([{ nth: 3 }, { nth: 4 }]);
  });

  it('tells the metrics of a template as they come to a verdict', () => {
    const [latency = fine, errors = fine] = rounds.template.metrics;
    const entries = told([
      begins(0),
      measures(second, { metrics: [latency, { ...errors, verdict: 'Pending' }] }),
      measures(2 * second, { verdict: 'Failed', metrics: [latency, errors] }),
    ]);
    const names = entries.flatMap((entry) => (entry.kind === 'check' ? entry.metric.name : []));
    expect(names).toEqual(['web-quality/latency', 'web-quality/errors']);
  });

  it('begins anew with a gate that is measured again', () => {
    const failed = metricOf({ verdict: 'Running' }, bad);
    const entries = told([
      begins(0),
      measures(second, { metrics: [failed] }),
      leaves(2 * second),
      begins(minute),
      measures(minute + second, { metrics: [failed] }),
    ]);
    expect(kinds(entries)).toEqual(['checks', 'measurement', 'check', 'stopped', 'checks', 'measurement']);
  });
});

describe('a round that was stopped', () => {
  /** Why, and what is told of its checks, when it was stopped after these events. */
  function why(events: readonly Timed[], round: RoundName = atGate): readonly unknown[] {
    const measured = metricOf({ verdict: 'Running' }, good);
    const pending = metricOf({ verdict: 'Pending', name: 'late' });
    const state = measures(second, { metrics: [measured, pending] }, round);
    const when = round.when;
    return told([begins(0, round), state, ...events, leaves(minute, round)], when)
      .slice(1)
      .map((entry) =>
        entry.kind === 'stopped' ? entry.why : entry.kind === 'check' && entry.metric.verdict,
      );
  }

  const passed: Observation = { ...gate, pauses: [] };
  const background: RoundName = { when: 'background', candidate: atGate.candidate };

  it.each<[string, readonly Timed[]]>([
    ['passed', [sees(2 * second, passed)]],
    ['held', [sees(2 * second, { ...gate, pauses: [...gate.pauses, { kind: 'manual' }] })]],
    ['aborted', [sees(2 * second, { ...passed, aborted: { by: 'person', cause: 'abort' } })]],
    ['aborted', [sees(2 * second, { ...passed, aborting: true })]],
    ['superseded', [sees(2 * second, { ...gate, guard: { ...gate.guard, hash: 'another' } })]],
    ['going-back', [asks(2 * second, 'abort')]],
    ['cancelled', [stops(2 * second)]],
    ['deleted', [sighting(2 * second, 'gone')]],
  ])('because it was %s: its measured checks have ended early', (cause, events) => {
    expect(why(events)).toEqual(['Terminated', cause]);
  });

  it.each<[string, Partial<Observation>]>([
    ['is Healthy', { settled: 'healthy' }],
    ['is stable, and its phase not there yet', { stable: { hash: atGate.candidate } }],
  ])('in the background has not ended early when the release %s', (_, change) => {
    expect(why([sees(2 * second, { ...passed, ...change })], background)).toEqual(['Running', 'complete']);
  });

  it('is told once', () => {
    expect(kinds(told([begins(0), leaves(second), leaves(minute), ticks(minute)]))).toEqual([
      'checks',
      'stopped',
    ]);
  });
});
