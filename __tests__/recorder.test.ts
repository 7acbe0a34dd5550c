import { describe, expect, it } from '@jest/globals';
import { decide } from '../src/decide.ts';
import { Recorder } from '../src/recorder.ts';
import type { Report } from '../src/report.ts';
import type { Reporter } from '../src/reporters/reporter.ts';
import { atGate, begins, checksNamed, leaves } from './fixtures/rounds.ts';
import { allowed, factsAfter, planOf, second, sees } from './fixtures/runs.ts';
import { seen } from './fixtures/stories.ts';
import { fakeClock } from './support/fake-clock.ts';

interface Heard {
  readonly reporter: Reporter;
  readonly updates: Report[];
  readonly closes: Report[];
}

function listener(order: string[] = [], name = ''): Heard {
  const [updates, closes]: [Report[], Report[]] = [[], []];
  const reporter: Reporter = {
    update: (report) => void updates.push(report),
    close: async (report) => {
      order.push(name);
      closes.push(report);
    },
  };
  return { reporter, updates, closes };
}

const ending = { ended: 'paused', reason: 'gate', message: 'It waits.', succeeded: true } as const;

describe('the recorder', () => {
  it('gives every reporter every new report', () => {
    const clock = fakeClock();
    const [recorder, one, other] = [new Recorder(clock), listener(), listener()];
    recorder.tell([one.reporter, other.reporter]);
    recorder.begin('deploy', 'rollout/web');
    clock.advance(5 * second);
    recorder.locate({ server: 'https://k', context: 'prod', namespace: 'shop' });
    expect(one.updates.map(({ elapsed, where }) => [elapsed, where?.namespace])).toEqual([
      [0, undefined],
      [5 * second, 'shop'],
    ]);
    expect(other.updates).toEqual(one.updates);
    expect(recorder.operation).toBe('deploy');
  });

  it('puts what is known and decided into the timeline', () => {
    const [recorder, heard, plan] = [new Recorder(fakeClock()), listener(), planOf()];
    recorder.tell([heard.reporter]);
    const facts = factsAfter(plan, [allowed, sees(0, seen('release', 'Healthy before'))]);
    recorder.record(facts, decide(plan, facts));
    const [report] = heard.updates;
    expect(report?.observation).toBe(facts.observation);
    expect(report?.timeline.map(({ kind }) => kind)).toEqual(['state', 'request']);
  });

  it('has the rounds of checks in the order in which they began, also one that began again', () => {
    const [recorder, heard] = [new Recorder(fakeClock()), listener()];
    const plan = planOf({ checks: checksNamed('pause', 'smoke') });
    const background = { when: 'background', candidate: atGate.candidate } as const;
    recorder.tell([heard.reporter]);
    const facts = factsAfter(plan, [
      sees(0, seen('release', 'gate')),
      begins(second),
      begins(2 * second, background),
      leaves(3 * second),
      begins(4 * second),
    ]);
    recorder.record(facts, decide(plan, facts));
    expect(heard.updates.at(-1)?.rounds).toMatchObject([
      { when: 'background', startedAt: 2 * second, checks: [] },
      { when: 'pause', startedAt: 4 * second, checks: [{ name: 'smoke', dryRun: false }] },
    ]);
  });

  it('says a notice once, however often it is given', () => {
    const [recorder, heard] = [new Recorder(fakeClock()), listener()];
    recorder.tell([heard.reporter]);
    for (const text of ['a', 'b', 'a']) recorder.notice(text);
    expect(heard.updates.map(({ notices }) => notices)).toEqual([['a'], ['a', 'b']]);
  });

  it('never changes a report that it has given away', () => {
    const [recorder, heard] = [new Recorder(fakeClock()), listener()];
    recorder.tell([heard.reporter]);
    recorder.begin('follow', 'rollout/web');
    recorder.notice('a');
    expect(heard.updates[0]).toMatchObject({ operation: 'follow', notices: [] });
  });

  it('closes the reporters in their order, each with the ending', async () => {
    const order: string[] = [];
    const [recorder, first, last] = [
      new Recorder(fakeClock()),
      listener(order, 'log'),
      listener(order, 'outputs'),
    ];
    recorder.tell([first.reporter, last.reporter]);
    await recorder.close(ending, undefined);
    expect(order).toEqual(['log', 'outputs']);
    expect(last.closes).toMatchObject([{ ending }]);
    expect(last.closes[0]).not.toHaveProperty('details');
  });

  it('closes the others also when one of them fails: reporting never changes the outcome', async () => {
    const [recorder, last] = [new Recorder(fakeClock()), listener()];
    const broken: Reporter = {
      update: () => undefined,
      close: () => Promise.reject(new Error('disk full')),
    };
    recorder.tell([broken, last.reporter]);
    await recorder.close(ending, undefined);
    expect(last.closes).toHaveLength(1);
  });

  it('closes the remote reporters at the same time, and before those that tell where they report', async () => {
    const recorder = new Recorder(fakeClock());
    const local = listener();
    const other = Promise.withResolvers<void>();
    const closed: string[] = [];
    const remote = (name: string, until: Promise<void>): Reporter => ({
      update: () => undefined,
      close: async () => {
        // Each waits for the other: one after the other, they would never end.
        if (name === 'two') other.resolve();
        await until;
        recorder.link('comment', `https://github.test/${name}`);
        closed.push(name);
      },
    });
    const failing: Reporter = { update: () => undefined, close: () => Promise.reject(new Error('a bug')) };
    recorder.tell(
      [local.reporter],
      [remote('one', other.promise), remote('two', Promise.resolve()), failing],
    );
    await recorder.close(ending, undefined);
    expect(closed.toSorted()).toEqual(['one', 'two']);
    expect(local.closes[0]).toMatchObject({
      ending,
      links: { comment: `https://github.test/${closed.at(-1) ?? ''}` },
      notices: ['Not everything could be reported: a bug'],
    });
  });

  it('keeps each warning once, and that somebody was not told', () => {
    const [recorder, heard] = [new Recorder(fakeClock()), listener()];
    recorder.tell([heard.reporter]);
    recorder.warn('No.');
    recorder.warn('No.');
    recorder.lose();
    expect(heard.updates.at(-1)).toMatchObject({ warnings: ['No.'], untold: true });
    expect(heard.updates).toHaveLength(2);
  });
});
