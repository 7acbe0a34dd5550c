import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderSummary } from '../../src/render/summary.ts';
import { jobSummaryReporter } from '../../src/reporters/job-summary.ts';
import { reportOf } from '../fixtures/reports.ts';

const ending = { ended: 'paused', reason: 'gate', message: 'It waits.', succeeded: true } as const;
const before = process.env['GITHUB_STEP_SUMMARY'];
const folder = await mkdtemp(join(tmpdir(), 'summary-'));
const file = join(folder, 'summary');

beforeAll(() => {
  process.env['GITHUB_STEP_SUMMARY'] = file;
});
afterAll(async () => {
  if (before === undefined) delete process.env['GITHUB_STEP_SUMMARY'];
  else process.env['GITHUB_STEP_SUMMARY'] = before;
  await rm(folder, { recursive: true, force: true });
});

/** Closes a reporter that writes to a path; gives what it noticed. */
async function close(path: string | undefined): Promise<readonly string[]> {
  const notices: string[] = [];
  const reporter = jobSummaryReporter(path, (text) => notices.push(text));
  reporter.update(reportOf());
  await reporter.close(reportOf({ ending }));
  return notices;
}

describe('the job summary', () => {
  it('is nothing where the runner gives no file', async () => {
    await writeFile(file, '');
    expect([await close(undefined), await close('')]).toEqual([[], []]);
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('is appended once, at the end', async () => {
    await writeFile(file, 'of an earlier action\n');
    expect(await close(file)).toEqual([]);
    const text = await readFile(file, 'utf8');
    expect(text.trimEnd()).toBe(`of an earlier action\n${renderSummary(reportOf({ ending }))}`.trimEnd());
  });

  it('that cannot be written is said, and changes nothing else', async () => {
    await rm(folder, { recursive: true });
    const [notice, ...more] = await close(file);
    expect(notice).toContain('The job summary could not be written: ');
    expect(more).toEqual([]);
  });
});
