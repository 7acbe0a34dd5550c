import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { savedStateReporter, stateOf } from '../../src/reporters/saved-state.ts';
import { isPostStep, readSaved } from '../../src/saved-state.ts';
import { reportOf } from '../fixtures/reports.ts';
import { seen } from '../fixtures/stories.ts';

const gate = seen('release', 'gate');
const request = { kind: 'request', at: 0, request: 'deploy', reason: 'set web:2' } as const;
const cancelled = { ended: 'paused', reason: 'cancelled', message: '', succeeded: false } as const;

describe('what is saved for the post step', () => {
  it('is nothing until the target was seen', () => {
    const { observation: _, ...blind } = reportOf();
    expect(stateOf(blind)).toBeUndefined();
  });

  it('is what was written, followed and signalled', () => {
    expect(stateOf(reportOf())).toEqual({ operation: 'deploy', wrote: false });
    const run = { candidate: '66c8458db7', signal: 'SIGINT' };
    expect(stateOf(reportOf({ timeline: [request], run }))).toEqual({
      operation: 'deploy',
      wrote: true,
      ...run,
    });
  });

  it.each([
    ['settled', { observation: { ...gate, settled: 'aborted' as const } }, true],
    [
      'held by us',
      { observation: { ...gate, pauses: [{ kind: 'manual' as const, ours: true as const }] } },
      true,
    ],
    ['held by a person', { observation: { ...gate, pauses: [{ kind: 'manual' as const }] } }, false],
    ['at a gate', { observation: gate }, false],
    [
      'settled, with a request on its way',
      { observation: { ...gate, settled: 'healthy' as const }, run: { open: 'restore' as const } },
      false,
    ],
  ])('of an end: %s', (_, change, settled) => {
    expect(stateOf(reportOf({ ...change, ending: cancelled }))?.end).toEqual({
      ended: 'paused',
      reason: 'cancelled',
      settled,
    });
  });
});

describe('of an end that not everybody was told', () => {
  it('it is saved that the post step has to tell it', () => {
    expect(stateOf(reportOf({ ending: cancelled, untold: true }))?.end).toMatchObject({ untold: true });
    expect(stateOf(reportOf({ ending: cancelled }))?.end).not.toHaveProperty('untold');
  });
});

describe('the state file of the runner', () => {
  const before = process.env['GITHUB_STATE'];
  let folder = '';
  let file = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'state-'));
    file = join(folder, 'state');
    writeFileSync(file, '');
    process.env['GITHUB_STATE'] = file;
  });

  afterEach(() => {
    if (before === undefined) delete process.env['GITHUB_STATE'];
    else process.env['GITHUB_STATE'] = before;
    rmSync(folder, { recursive: true });
  });

  it('gets each new state once, before the end too', async () => {
    const reporter = savedStateReporter(file);
    for (const report of [reportOf(), reportOf({ elapsed: 70_000 }), reportOf({ timeline: [request] })])
      reporter.update(report);
    await reporter.close(reportOf({ timeline: [request] }));
    expect(readFileSync(file, 'utf8').match(/^run<</gm)).toHaveLength(2);
  });

  it('gets the end only when the others have told it: who is killed before has not ended', async () => {
    const reporter = savedStateReporter(file);
    reporter.update(reportOf({ ending: cancelled }));
    expect(readFileSync(file, 'utf8')).toBe('');
    await reporter.close(reportOf({ ending: cancelled }));
    expect(readFileSync(file, 'utf8')).toContain('"reason":"cancelled"');
  });

  it('is not written to where there is no runner', () => {
    savedStateReporter(undefined).update(reportOf());
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});

describe('the post step', () => {
  it('is told from the main step by its variable, even when nothing was saved', () => {
    expect(isPostStep({})).toBe(false);
    expect(isPostStep({ STATE_run: '' })).toBe(true);
  });

  it.each([
    ['{"operation":"deploy","wrote":true}', { operation: 'deploy', wrote: true }],
    ['', undefined],
    ['{"operat', undefined],
  ])('reads %j', (text, state) => expect(readSaved({ STATE_run: text })).toEqual(state));
});
