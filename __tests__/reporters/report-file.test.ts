import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Recorder } from '../../src/recorder.ts';
import type { Report } from '../../src/report.ts';
import { reporters } from '../../src/reporters/index.ts';
import { reportFileReporter } from '../../src/reporters/report-file.ts';
import { reportOf } from '../fixtures/reports.ts';
import { rounds } from '../fixtures/rounds.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { refusalsOf } from '../support/report-schema.ts';

const ending = { ended: 'degraded', reason: 'timed-out', message: 'Too late.', succeeded: false } as const;
let folder: Folder;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

/** Closes the reporter; gives the paths that it told, and what it could not do. */
async function close(
  report: Report,
  {
    tempPath,
    secrets = [],
  }: { readonly tempPath: string | undefined; readonly secrets?: readonly string[] } = {
    tempPath: folder.path,
  },
): Promise<{ readonly paths: readonly string[]; readonly notices: readonly string[] }> {
  const [paths, notices]: [string[], string[]] = [[], []];
  const reporter = reportFileReporter({
    tempPath,
    secrets: () => secrets,
    link: (name, path) => paths.push(`${name} ${path}`),
    notice: (text) => notices.push(text),
  });
  reporter.update(report);
  expect(paths).toEqual([]);
  await reporter.close(report);
  return { paths, notices };
}

function read(path = ''): unknown {
  return JSON.parse(readFileSync(path.replace('report ', ''), 'utf8'));
}

describe('the file of the report', () => {
  it('is written at the end, also of a step that fails, and its path is told', async () => {
    const { paths, notices } = await close(reportOf({ ending }));
    expect(notices).toEqual([]);
    expect(paths).toEqual([expect.stringMatching(/^report \/.*\/rollout-conductor-[0-9a-f-]{36}\.json$/)]);
    expect(read(paths[0])).toMatchObject({ version: 1, ended: 'degraded', succeeded: false });
    expect(refusalsOf(read(paths[0]))).toEqual([]);
    expect(readdirSync(folder.path)).toHaveLength(1);
  });

  it('has a name of its own for each step of a job', async () => {
    const [one, other] = [await close(reportOf({ ending })), await close(reportOf({ ending }))];
    expect(one.paths).not.toEqual(other.paths);
    expect(readdirSync(folder.path)).toHaveLength(2);
  });

  it.each([undefined, ''])(
    'goes to the folder of the system where the runner names none: %p',
    async (none) => {
      const { paths } = await close(reportOf({ ending }), { tempPath: none });
      const path = paths[0]?.replace('report ', '') ?? '';
      expect(dirname(path)).toBe(tmpdir());
      await rm(path);
    },
  );

  it('that cannot be written is one notice, and no path', async () => {
    const { paths, notices } = await close(reportOf({ ending }), {
      tempPath: join(folder.path, 'not', 'there'),
    });
    expect(paths).toEqual([]);
    expect(notices).toEqual([
      expect.stringMatching(/^The report could not be written to a file: ENOENT.*not\/there/),
    ]);
  });

  it('hides what the runner would hide in a log: no file is masked by it', async () => {
    const secret = 'eyJhbGciOi-secret';
    const report = reportOf({
      ending: { ...ending, message: `Refused: Bearer ${secret}` },
      notices: [`base64 ${Buffer.from(secret).toString('base64')}`],
      where: { server: 'https://admin:pass@k.test', context: 'prod', namespace: 'shop' },
      rounds: [{ ...rounds.failed, message: secret }],
    });
    const { paths } = await close(report, { tempPath: folder.path, secrets: [secret] });
    const text = JSON.stringify(read(paths[0]));
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('base64'));
    expect(text).not.toContain('admin:pass');
    expect(text).toContain('Refused: Bearer ***');
  });
});

describe('what a reporter links', () => {
  it('is in the file and in the outputs: they close after whoever links, in this order', () => {
    expect(Object.keys(reporters).slice(-3)).toEqual(['reportFile', 'outputs', 'savedState']);
  });

  it('reaches the reporters that close after it', async () => {
    const recorder = new Recorder(fakeClock());
    const closed: Report['links'][] = [];
    const listener = {
      update: () => undefined,
      close: async ({ links }: Report) => void closed.push(links),
    };
    const linking = {
      update: () => undefined,
      close: async () => recorder.link('comment', 'https://github.test/pull/7#1'),
    };
    const file = reportFileReporter({
      tempPath: folder.path,
      secrets: () => [],
      link: (...link) => recorder.link(...link),
      notice: (text) => recorder.notice(text),
    });
    recorder.tell([listener, linking, file, listener]);
    await recorder.close(ending, undefined);
    const [before, after] = closed;
    expect(before).toEqual({});
    expect(after).toEqual({ comment: 'https://github.test/pull/7#1', report: expect.any(String) });
    expect(read(after?.report)).toMatchObject({ links: { comment: 'https://github.test/pull/7#1' } });
  });
});
