import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { Operation } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  allowed,
  asks,
  carriesOut,
  decisionAfter,
  images,
  minute,
  phrase,
  planOf,
  second,
  sees,
  ticks,
} from '../fixtures/runs.ts';
import { aborted, begun, gate, healthyAfter, healthyBefore, held, look } from './looks.ts';

const { hash } = gate.guard;
const expected = { kind: 'state', state: `${hash}.-.-`, hash } as const;

/** A post step for a main step that had seen its candidate. */
const post = planOf({
  operation: 'abort',
  images: [],
  expect: expected,
  revision: 'stable',
  onFailure: 'stop',
  onTimeout: 'stop',
  timeout: 4 * minute,
  cancelled: true,
});

function decides(events: readonly Timed[], change: Partial<Plan> = {}): string {
  return phrase(decisionAfter({ ...post, ...change }, [allowed, ...events]));
}

/** Back on the stable revision, with pods still to come. */
const { settled: _, ...rest } = healthyBefore;
const goingBack: Observation = { ...rest, phase: 'Progressing' };
const third = look('superseding', 'gate of the third');

/** What a post step finds when it comes, and what it does by abort, rollback and pause. */
const found: Readonly<
  Record<string, readonly [Observation, abort: string, rollback: string, pause: string]>
> = {
  'its release under way': [begun, 'request abort', 'request restore', 'request pause'],
  'its release at a gate': [gate, 'request abort', 'request restore', 'request pause'],
  'its release held by somebody': [held, 'request abort', 'request restore', 'paused (requested)'],
  'its release complete': [
    healthyAfter,
    'healthy (nothing-to-do)',
    'healthy (nothing-to-do)',
    'healthy (nothing-to-do)',
  ],
  'its release aborted': [
    aborted,
    'aborted (requested)',
    'aborted (nothing-to-do)',
    'aborted (nothing-to-do)',
  ],
  'its release aborted, and pods still going': [
    look('abort', 'aborted, canary pod still there'),
    'wait',
    'request restore',
    'wait',
  ],
  'the stable revision back, and Healthy': [
    healthyBefore,
    'healthy (nothing-to-do)',
    'healthy (nothing-to-do)',
    'healthy (nothing-to-do)',
  ],
  'the stable revision on its way back': [goingBack, 'wait', 'wait', 'wait'],
  'a candidate of somebody else': [
    third,
    'paused (nothing-to-do)',
    'paused (nothing-to-do)',
    'paused (nothing-to-do)',
  ],
};

describe.each(Object.keys(found))('a post step that finds %s', (name) => {
  const [observation, ...decided] = found[name] ?? [];
  if (observation === undefined) throw new Error(`There is no "${name}".`);

  it.each(
    ['abort', 'rollback', 'pause'].map((operation, i) => [operation as Operation, decided[i]] as const),
  )('as %s: %s', (operation, what) => expect(decides([sees(0, observation)], { operation })).toBe(what));
});

describe('a post step', () => {
  it('says what it found, and that it sent nothing', () => {
    const message = (observation: Observation, operation: Operation): unknown => {
      const decision = decisionAfter({ ...post, operation }, [allowed, sees(0, observation)]);
      return decision.do === 'finish' ? decision.message : undefined;
    };
    expect(message(healthyAfter, 'abort')).toBe(
      'The release was complete before anything could be done. Nothing was sent.',
    );
    expect(message(aborted, 'rollback')).toBe('The release was aborted before. Nothing was sent.');
    expect(message(third, 'abort')).toMatch(
      /^Another candidate is there: .*:1\.2\.0 .* It was left alone\.$/,
    );
    expect(message(healthyBefore, 'rollback')).toContain('The release is not there any more');
  });

  it('waits until what goes back is there, as the main step may have asked', () => {
    const back: Observation = { ...healthyBefore, version: 1e6 };
    expect(decides([sees(0, goingBack), sees(second, back)])).toBe('healthy (nothing-to-do)');
  });

  it('that is to hold it lets an abort of somebody else end first: under a hold its pods would stay', () => {
    const pause = { operation: 'pause' } as const;
    const asked = look('abort', 'abort asked, not acted on');
    expect(decides([sees(0, asked)], pause)).toBe('wait');
    expect(decides([sees(0, asked), sees(second, aborted)], pause)).toBe('aborted (nothing-to-do)');
    // Taken back meanwhile, the release is there to be held.
    expect(decides([sees(0, asked), sees(second, look('abort', 'gate again'))], pause)).toBe('request pause');
  });

  it('has no other revision to go back to in a first creation, and holds it all the same', () => {
    const first = look('first-creation', 'one of five pods ready');
    const { hash: only } = first.guard;
    const plan = { expect: { kind: 'state', state: `${only}.-.-`, hash: only } } as const;
    expect(decides([sees(0, first)], plan)).toBe('progressing (nothing-to-do)');
    expect(decides([sees(0, first)], { ...plan, operation: 'pause' })).toBe('request pause');
  });

  it('whose main step had not seen a candidate knows its release by the image', () => {
    const byImage: Partial<Plan> = { images: [{ image: images.second }] };
    const { expect: __, ...plan } = post;
    const decided = (now: Observation): string =>
      phrase(decisionAfter({ ...plan, ...byImage }, [allowed, sees(0, now)]));
    expect([gate, third, healthyBefore].map(decided)).toEqual([
      'request abort',
      'paused (nothing-to-do)',
      'healthy (nothing-to-do)',
    ]);
  });

  it('is not done with what it asked for before that has come', async () => {
    const early = look('abort', 'aborted, canary pod still there');
    const sent = [sees(0, gate), ...(await carriesOut(0, 'abort', gate, early))];
    expect(decides(sent)).toBe('wait');
    expect(decides([...sent, sees(minute, aborted)])).toBe('aborted (requested)');
    // On its way back the candidate is not there any more, and that is what was asked for.
    const asked = [sees(0, gate), asks(0, 'restore'), sees(second, { ...goingBack, version: 1e6 })];
    expect(decides(asked, { operation: 'rollback' })).toBe('wait');
    const revision = gate.guard.stable ?? '';
    const back = await carriesOut(0, 'restore', gate, { ...healthyBefore, version: 1e6 }, { revision });
    expect(decides([sees(0, gate), ...back], { operation: 'rollback' })).toBe('rolled-back (requested)');
  });

  it('ends in time, whatever it still waits for', () => {
    const late = [sees(0, look('abort', 'aborted, canary pod still there')), ticks(4 * minute)];
    expect(decides(late)).toBe('aborted (timed-out)');
    expect(decisionAfter(post, [allowed, ...late])).toMatchObject({
      message: expect.stringContaining('a post step may not wait longer'),
    });
    expect(decides([sees(0, gate), asks(0, 'abort'), ticks(4 * minute)])).toBe('paused (timed-out)');
  });

  it('that only tells what was left does so, whatever is there', () => {
    for (const now of [gate, healthyAfter, third]) {
      expect(decides([sees(0, now)], { operation: 'status', expect: { kind: 'any' } })).toMatch(/\(read\)$/);
    }
  });

  it('is all that this is for: the same operation in a step of its own acts on what is there', () => {
    expect(decides([sees(0, healthyAfter)], { cancelled: false })).toBe('refused (nothing-to-do)');
  });
});
