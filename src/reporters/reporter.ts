import type { Report } from '../report.ts';

/**
 * Tells a report to somebody. A reporter never throws out of `update` and never changes the outcome; what it
 * could not tell, it says once by the `notice` it was made with.
 */
export interface Reporter {
  /** Called after every event, with the newest report. */
  update(report: Report): void;
  /** Called once, with the last report; resolves when everything was told. */
  close(report: Report): Promise<void>;
}
