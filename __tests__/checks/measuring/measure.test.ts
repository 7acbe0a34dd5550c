import { describe, expect, it } from '@jest/globals';
import { metricOf, play, type Scripted, type Span } from '../scripted.ts';

const every = (ms: number, count?: number): { interval: number; count?: number } => ({
  interval: ms,
  ...(count !== undefined && { count }),
});
const begins = (spans: readonly Span[] | undefined): readonly number[] =>
  (spans ?? []).map(({ from }) => from);
const good = { gives: 1 };
const bad = { gives: -1 };
const unsure = { gives: 0 };
const broken = { gives: new Error('received non 2xx response code: 503') };

describe('a round of one check', () => {
  it('that is measured once is told as it begins, and when it is done', async () => {
    const { done, told } = play([{ metric: metricOf('rate'), script: [{ takes: 500, gives: 1 }] }]);
    const state = await done;
    expect(state).toEqual({
      verdict: 'Successful',
      message: '',
      metrics: [
        {
          name: 'rate',
          provider: 'web',
          verdict: 'Successful',
          measurements: [
            {
              value: '1',
              verdict: 'Successful',
              message: '',
              startedAt: '2026-01-01T00:00:00.000Z',
              finishedAt: '2026-01-01T00:00:00.500Z',
            },
          ],
          successCondition: 'result > 0',
          failureCondition: 'result < 0',
          limits: { failure: '0', inconclusive: '0', consecutiveError: '4' },
          counts: { count: 1, successful: 1, failed: 0, inconclusive: 0, error: 0, consecutiveError: 0 },
          schedule: {},
          message: '',
          dryRun: false,
        },
      ],
    });
    expect(told.map(({ verdict, metrics }) => [verdict, metrics[0]?.verdict])).toEqual([
      ['Running', 'Running'],
      ['Successful', 'Successful'],
    ]);
    expect(told[0]?.metrics[0]?.measurements).toEqual([
      { value: '', verdict: 'Running', message: '', startedAt: '2026-01-01T00:00:00.000Z' },
    ]);
    expect(told.at(-1)).toEqual(state);
  });

  it('is measured again an interval after the last answer, as the controller does, and never beside it', async () => {
    const metric = metricOf('slow', every(1_000, 4));
    const { done, spans } = play([{ metric, script: [{ takes: 2_500, gives: 1 }, good] }]);
    expect(await done).toMatchObject({ verdict: 'Successful', metrics: [{ counts: { count: 4 } }] });
    expect(begins(spans.get('slow'))).toEqual([0, 3_500, 4_500, 5_500]);
  });

  it('tells how often and when it is measured, so that people know how long to wait', async () => {
    const metric = metricOf('rate', { ...every(1_000, 3), initialDelay: 2_000 });
    const { told, done } = play([{ metric, script: [good] }]);
    await done;
    expect(told[0]?.metrics[0]?.schedule).toEqual({ count: 3, interval: 1_000, initialDelay: 2_000 });
  });

  it('waits for its initialDelay, and stands as Pending until then', async () => {
    const metric = metricOf('late', { initialDelay: 30_000 });
    const { done, told, spans } = play([
      { metric, script: [good] },
      { metric: metricOf('now'), script: [good] },
    ]);
    expect((await done).verdict).toBe('Successful');
    expect(begins(spans.get('late'))).toEqual([30_000]);
    expect(told[0]?.metrics[0]).toMatchObject({ name: 'late', verdict: 'Pending', measurements: [] });
  });

  it('is asked again in 10 s after an error, whatever its interval, and errors are no measurements', async () => {
    const metric = metricOf('rate', every(1_000, 2));
    const { done, spans } = play([{ metric, script: [broken, good, broken, good] }]);
    expect(await done).toMatchObject({
      verdict: 'Successful',
      metrics: [{ counts: { count: 2, successful: 2, error: 2, consecutiveError: 0 } }],
    });
    expect(begins(spans.get('rate'))).toEqual([0, 10_000, 11_000, 21_000]);
  });

  it('has an error after the fifth error in a row, with the words of the last', async () => {
    const { done, spans } = play([{ metric: metricOf('rate'), script: [broken] }]);
    expect(await done).toMatchObject({
      verdict: 'Error',
      message:
        'Metric "rate" assessed Error due to consecutiveErrors (5) > consecutiveErrorLimit (4): "Error Message: received non 2xx response code: 503"',
      metrics: [{ verdict: 'Error', message: 'received non 2xx response code: 503', counts: { error: 5 } }],
    });
    expect(begins(spans.get('rate'))).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  });

  it('has an error and no value where its condition cannot be asked', async () => {
    const metric = metricOf('rate', { consecutiveErrorLimit: 0 });
    const { done } = play([{ metric, script: [{ gives: 'much' }] }]);
    const [evidence] = (await done).metrics;
    expect(evidence?.measurements[0]).toMatchObject({
      value: '',
      verdict: 'Error',
      message:
        'could not evaluate successCondition "result > 0": invalid operation: > (mismatched types string)',
    });
  });

  it('ends as soon as it failed more often than its limit', async () => {
    const metric = metricOf('rate', { ...every(1_000, 10), failureLimit: 1 });
    const { done, spans } = play([{ metric, script: [good, bad, good, bad, good] }]);
    expect(await done).toMatchObject({
      verdict: 'Failed',
      message: 'Metric "rate" assessed Failed due to failed (2) > failureLimit (1)',
      metrics: [{ verdict: 'Failed', counts: { count: 4, successful: 2, failed: 2 } }],
    });
    expect(spans.get('rate')).toHaveLength(4);
  });

  it('tells successes in a row where they are asked for', async () => {
    const metric = metricOf('rate', { ...every(1_000), failureLimit: -1, consecutiveSuccessLimit: 2 });
    const { done } = play([{ metric, script: [bad, good, bad, good, good] }]);
    expect(await done).toMatchObject({
      verdict: 'Successful',
      metrics: [{ limits: { failure: '-1', consecutiveSuccess: '2' }, counts: { count: 5, failed: 2 } }],
    });
  });

  it('keeps as many measurements as it should, and counts them all', async () => {
    const metric = metricOf('rate', { ...every(1_000, 50), retention: 3 });
    const { done, told } = play([{ metric, script: [good] }]);
    const [evidence] = (await done).metrics;
    expect(evidence).toMatchObject({ counts: { count: 50 } });
    expect(evidence?.measurements.map(({ startedAt }) => startedAt?.slice(17, 19))).toEqual([
      '47',
      '48',
      '49',
    ]);
    expect(Math.max(...told.map(({ metrics }) => metrics[0]?.measurements.length ?? 0))).toBe(3);
  });

  it('without any check is never a success', async () => {
    expect((await play([]).done).verdict).toBe('Error');
  });
});

describe('a round of several checks', () => {
  it('measures them beside each other', async () => {
    const { done, spans } = play([
      { metric: metricOf('slow', every(1_000, 2)), script: [{ takes: 9_000, gives: 1 }] },
      { metric: metricOf('quick', every(1_000, 3)), script: [good] },
    ]);
    expect((await done).verdict).toBe('Successful');
    expect(begins(spans.get('quick'))).toEqual([0, 1_000, 2_000]);
    expect(begins(spans.get('slow'))).toEqual([0, 10_000]);
  });

  it('ends the others when one fails: they are Terminated, and never passed', async () => {
    const { done, told, spans } = play([
      { metric: metricOf('steady', every(1_000)), script: [good] },
      { metric: metricOf('late', { initialDelay: 60_000 }), script: [good] },
      { metric: metricOf('failing', every(1_000, 5)), script: [good, good, bad] },
    ]);
    const state = await done;
    expect(state.verdict).toBe('Failed');
    expect(state.metrics.map(({ name, verdict, counts: { count } }) => [name, verdict, count])).toEqual([
      ['steady', 'Terminated', 3],
      ['late', 'Terminated', 0],
      ['failing', 'Failed', 3],
    ]);
    expect(spans.get('late')).toBeUndefined();
    expect(told.slice(0, -1).every(({ verdict }) => verdict === 'Running')).toBe(true);
  });

  it('counts what was asked at the same time: a failure beside an inconclusive check is a failure', async () => {
    const { done, clock } = play([
      { metric: metricOf('unsure'), script: [unsure] },
      { metric: metricOf('failing'), script: [{ takes: 8_000, gives: -1 }] },
    ]);
    const { verdict, metrics } = await done;
    expect(clock.asleep).toBe(0);
    expect([verdict, ...metrics.map((metric) => metric.verdict)]).toEqual([
      'Failed',
      'Inconclusive',
      'Failed',
    ]);
  });

  it('shows all that fail at the same time', async () => {
    const { done } = play([
      { metric: metricOf('one'), script: [bad] },
      { metric: metricOf('other'), script: [{ takes: 300, gives: -1 }] },
    ]);
    expect((await done).metrics.map(({ verdict }) => verdict)).toEqual(['Failed', 'Failed']);
  });

  it('waits a second for the others when one failed, and begins nothing new', async () => {
    const { done, spans, clock } = play([
      { metric: metricOf('failing'), script: [bad] },
      { metric: metricOf('hanging'), script: [{ takes: 60_000, gives: 1 }] },
      { metric: metricOf('steady', every(100)), script: [{ takes: 50, gives: 1 }] },
    ]);
    const before = clock.now();
    const { metrics } = await done;
    expect(clock.now() - before).toBe(1_000);
    expect(metrics.map(({ verdict }) => verdict)).toEqual(['Failed', 'Terminated', 'Terminated']);
    expect(metrics[1]?.measurements).toMatchObject([{ verdict: 'Terminated', value: '' }]);
    expect(spans.get('hanging')).toEqual([{ from: 0, to: 1_000, ended: true }]);
    expect(spans.get('steady')).toEqual([{ from: 0, to: 50 }]);
  });

  it('is not changed by an answer that comes after its verdict', async () => {
    const { done, told } = play([
      { metric: metricOf('failing'), script: [bad] },
      { metric: metricOf('deaf'), script: [{ takes: 60_000, deaf: true, gives: 1 }] },
    ]);
    const state = await done;
    expect(state.metrics.map(({ verdict }) => verdict)).toEqual(['Failed', 'Terminated']);
    expect(told.at(-1)).toEqual(state);
  });

  it('waits 10 s at most where one is inconclusive', async () => {
    const { done, spans } = play([
      { metric: metricOf('unsure'), script: [unsure] },
      { metric: metricOf('hanging'), script: [{ takes: 60_000, gives: 1 }] },
    ]);
    expect(await done).toMatchObject({ verdict: 'Inconclusive' });
    expect(spans.get('hanging')?.[0]).toMatchObject({ ended: true });
    expect(spans.get('hanging')?.[0]?.to).toBeLessThanOrEqual(11_000);
  });

  it('does not wait for what judges by itself: a Job is ended at once', async () => {
    const { done, spans } = play([
      { metric: metricOf('unsure'), script: [unsure] },
      { metric: metricOf('load', { provider: 'job' }), script: [{ takes: 5_000, gives: 1 }] },
    ]);
    expect((await done).metrics.map(({ verdict }) => verdict)).toEqual(['Inconclusive', 'Terminated']);
    expect(spans.get('load')).toEqual([{ from: 0, to: 0, ended: true }]);
  });

  it('is not decided by a dry run, which goes on beside the others', async () => {
    const { done } = play([
      { metric: metricOf('dry', { dryRun: true }), script: [bad] },
      { metric: metricOf('real', every(1_000, 3)), script: [good] },
    ]);
    expect(await done).toMatchObject({
      verdict: 'Successful',
      message: '',
      metrics: [
        {
          verdict: 'Failed',
          dryRun: true,
          message: 'Metric assessed Failed due to failed (1) > failureLimit (0)',
        },
        { verdict: 'Successful', dryRun: false },
      ],
    });
  });
});

describe('a round that is stopped', () => {
  const stories: readonly { readonly where: string; readonly metrics: readonly Scripted[] }[] = [
    {
      where: 'in a measurement',
      metrics: [{ metric: metricOf('a'), script: [{ takes: 60_000, gives: 1 }] }],
    },
    {
      where: 'between two measurements',
      metrics: [{ metric: metricOf('a', every(60_000, 2)), script: [good] }],
    },
    {
      where: 'in an initialDelay',
      metrics: [{ metric: metricOf('a', { initialDelay: 60_000 }), script: [] }],
    },
    {
      where: 'while a decided one waits for the last answers',
      metrics: [
        { metric: metricOf('a'), script: [unsure] },
        { metric: metricOf('b'), script: [{ takes: 60_000, gives: 1 }] },
      ],
    },
  ];

  it.each(stories)('$where leaves nothing, and tells nothing any more', async ({ metrics }) => {
    const beat = { metric: metricOf('beat', { ...every(200), dryRun: true }), script: [good] };
    const { done, told, stop, clock, spans } = play([...metrics, beat]);
    const reason = new Error('the release is over');
    let toldUntilThen = 0;
    void clock.sleep(5_000).then(() => {
      toldUntilThen = told.length;
      stop.abort(reason);
    });
    await expect(done).rejects.toBe(reason);
    expect(clock.asleep).toBe(0);
    expect(told).toHaveLength(toldUntilThen);
    expect([...spans.values()].flat().filter(({ to }) => to === undefined)).toEqual([]);
  });

  it('before it began asks nobody', async () => {
    const { done, spans, stop } = play([{ metric: metricOf('a', { initialDelay: 1 }), script: [good] }]);
    stop.abort(new Error('no'));
    await expect(done).rejects.toThrow('no');
    expect(spans.size).toBe(0);
  });
});

const verdictOf = (verdict: string, value: string): object => ({
  kind: 'verdict',
  verdict,
  value,
  message: '',
});

describe('what people see of a check', () => {
  it('has no secrets: neither in values, messages and conditions nor in what the provider shows', async () => {
    const secret = 'hunter2';
    const row = { ...(await play([{ metric: metricOf('x'), script: [good] }]).done).metrics[0]! };
    const shows = {
      query: `token=${secret}`,
      link: `https://x/?t=${secret}`,
      log: ['one', secret],
      metrics: [
        {
          ...row,
          message: secret,
          query: secret,
          measurements: [{ value: secret, verdict: 'Failed', message: secret }],
        },
      ],
    } as const;
    const condition = { text: `result != "${secret}"`, holds: () => false };
    const { done, told } = play(
      [
        { metric: metricOf('value', { successCondition: condition }), script: [{ shows, gives: secret }] },
        { metric: metricOf('error', { consecutiveErrorLimit: 0 }), script: [{ gives: new Error(secret) }] },
        {
          metric: metricOf('own', { provider: 'job' }),
          script: [
            {
              shows: { query: shows.query, log: shows.log },
              gives: { kind: 'verdict', verdict: 'Failed', value: secret, message: secret },
            },
          ],
        },
      ],
      (text) => text.replaceAll(secret, '***'),
    );
    await done;
    expect(JSON.stringify(told)).not.toContain(secret);
    expect(told.at(-1)?.metrics[1]).toMatchObject({ message: '***' });
  });

  it('is no whole document: a long value is cut', async () => {
    const { done } = play([
      {
        metric: metricOf('page', { consecutiveErrorLimit: 0 }),
        script: [{ gives: verdictOf('Failed', 'x'.repeat(1_000_000)) }],
      },
    ]);
    const [measurement] = (await done).metrics[0]?.measurements ?? [];
    expect(measurement?.value).toMatch(/^x{10000}…$/);
  });

  it('is what the provider judges, unless a condition is asked about its result', async () => {
    const found = { ...verdictOf('Failed', 'failure'), result: 1 };
    const { successCondition: _, failureCondition: __, ...bare } = metricOf('bare');
    const { done } = play([
      { metric: bare, script: [{ gives: found }] },
      { metric: metricOf('asked'), script: [{ gives: found }] },
    ]);
    expect((await done).metrics.map(({ verdict }) => verdict)).toEqual(['Failed', 'Successful']);
  });

  it('is what the provider shows while it measures', async () => {
    const job = { name: 'load-1', namespace: 'shop' };
    const verdict = { kind: 'verdict', verdict: 'Failed', value: '', message: '', log: ['exit 1'] };
    const { done, told } = play([
      {
        metric: metricOf('load', { provider: 'job' }),
        script: [{ takes: 3_000, shows: { job }, gives: verdict }],
      },
    ]);
    expect((await done).metrics[0]).toMatchObject({ verdict: 'Failed', job, log: ['exit 1'] });
    expect(told.map(({ metrics: [row] }) => [row?.verdict, row?.job])).toEqual([
      ['Running', undefined],
      ['Running', job],
      ['Failed', job],
    ]);
  });

  it('is told when it changes, and not each time a provider shows the same', async () => {
    const metric = metricOf('rate', every(1_000, 3));
    const { done, told } = play([{ metric, script: [{ takes: 100, shows: { query: 'up' }, gives: 1 }] }]);
    await done;
    const seen = told.map(({ metrics: [row] }) => [row?.query, row?.measurements.length]);
    expect(seen).toEqual([
      [undefined, 1],
      ['up', 1],
      ['up', 1],
      ['up', 2],
      ['up', 3],
    ]);
  });

  it('does not show the Job and the log of the measurement before', async () => {
    const job = (name: string): object => ({
      kind: 'verdict',
      verdict: 'Successful',
      value: '',
      message: '',
      job: { name, namespace: 'shop' },
      log: [name],
    });
    const { done, told } = play([
      {
        metric: metricOf('load', { provider: 'job', ...every(1_000, 2) }),
        script: [{ gives: job('one') }, { shows: { query: 'again' }, takes: 5, gives: job('two') }],
      },
    ]);
    await done;
    const again = told.find(({ metrics: [row] }) => row?.query === 'again' && row.verdict === 'Running');
    expect(again?.metrics[0]).not.toHaveProperty('job');
    expect(again?.metrics[0]).not.toHaveProperty('log');
  });

  it('are the metrics of an AnalysisRun in place of the check that follows it', async () => {
    const rows = (
      await play([
        { metric: metricOf('a'), script: [good] },
        { metric: metricOf('b'), script: [bad] },
      ]).done
    ).metrics;
    const within = (verdict: 'Failed' | 'Error', metrics = rows): object => ({
      kind: 'verdict',
      verdict,
      value: '',
      message: 'why',
      metrics,
    });
    const measured = await play([
      { metric: metricOf('web', { provider: 'job' }), script: [{ gives: within('Failed') }] },
    ]).done;
    expect(measured.metrics.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['web/a', 'Successful'],
      ['web/b', 'Failed'],
    ]);
    const unexplained = await play([
      {
        metric: metricOf('web', { provider: 'job', consecutiveErrorLimit: 0 }),
        script: [{ gives: within('Error', rows.slice(0, 1)) }],
      },
    ]).done;
    expect(unexplained.metrics.map(({ name, verdict, message }) => [name, verdict, message])).toEqual([
      ['web', 'Error', 'why'],
      ['web/a', 'Successful', ''],
    ]);
  });

  it('are the metrics of an AnalysisRun as Terminated when it was ended', async () => {
    const [row] = (await play([{ metric: metricOf('a'), script: [good] }]).done).metrics;
    const shows = {
      metrics: [
        { ...row!, verdict: 'Running' as const },
        { ...row!, name: 'b' },
      ],
    };
    const { done } = play([
      { metric: metricOf('failing'), script: [{ takes: 10, gives: -1 }] },
      { metric: metricOf('web', { provider: 'job' }), script: [{ takes: 9_000, shows, gives: 1 }] },
    ]);
    expect((await done).metrics.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['failing', 'Failed'],
      ['web/a', 'Terminated'],
      ['web/b', 'Successful'],
    ]);
  });
});
