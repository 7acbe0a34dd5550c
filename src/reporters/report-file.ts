import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redactor } from '../checks/redact.ts';
import { bounded, textOf } from '../document/bounded.ts';
import { withTexts } from '../document/texts.ts';
import { asError } from '../errors.ts';
import type { Report } from '../report.ts';
import { reportDocument } from '../report-document.ts';
import type { Reporter } from './reporter.ts';
import type { ReporterSetting } from './setting.ts';

/** The whole report as JSON, in a file that later steps of the job can read; written once, at the end. */
export function reportFileReporter({
  tempPath,
  secrets,
  link,
  notice,
}: Pick<ReporterSetting, 'tempPath' | 'secrets' | 'link' | 'notice'>): Reporter {
  return {
    update: () => undefined,
    close: async (report) => {
      const file = join(tempPath || tmpdir(), `rollout-conductor-${randomUUID()}.json`);
      try {
        await writeWhole(file, fileText(report, secrets()));
        link('report', file);
      } catch (error) {
        notice(`The report could not be written to a file: ${asError(error).message}`);
      }
    },
  };
}

/** The runner hides secrets in logs and summaries, and in no file. */
function fileText(report: Report, secrets: readonly string[]): string {
  return textOf(bounded(withTexts(reportDocument(report), redactor(secrets))));
}

/** Renamed into place: a step that is killed here leaves no half of a file under the name. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, text, { flag: 'wx' });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
