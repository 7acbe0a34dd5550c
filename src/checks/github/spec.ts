import type { Complain } from '../provider.ts';
import { readText, readWhole } from '../scalar-fields.ts';
import { specFields } from '../spec-fields.ts';

/** What stands under `github`. */
export interface GithubSpec {
  /** A check run (of a workflow's job, or of an app), or a commit status; GitHub keeps the two apart. */
  readonly kind: 'check run' | 'commit status';
  /** Name of the check run, or context of the status. */
  readonly name: string;
  /** Commit, branch or tag. Absent: the commit that the workflow run is for. */
  readonly ref?: string;
  /** `owner/name`. Absent: that of the workflow. */
  readonly repository?: string;
  /** Slug of the app that made the check run, such as `github-actions`. Absent: any. */
  readonly app?: string;
  /** How long a check that is not done is waited for, milliseconds; 0: not at all. */
  readonly timeoutMs: number;
}

const fieldNames = ['checkRun', 'status', 'ref', 'repository', 'app', 'timeoutSeconds'];
/** Long enough for most test suites, and short for a name that nobody reports. */
const DEFAULT_SECONDS = 600;
const DAY_SECONDS = 24 * 3_600;

/** Reads which check is asked for; see `Provider.parse`. */
export function parseGithub(raw: unknown, complain: Complain): GithubSpec | undefined {
  const fields = specFields(raw, fieldNames, complain);
  if (fields === undefined) return undefined;
  const [checkRun, status] = [readText(fields, 'checkRun'), readText(fields, 'status')];
  const name = checkRun ?? status;
  if (name === undefined && !fields.wrong()) {
    fields.complain('checkRun', 'is missing', 'say the name of a check run, or `status: CONTEXT`');
  }
  if (checkRun !== undefined && status !== undefined) {
    fields.complain('status', 'stands beside checkRun', 'say one of the two');
  }
  const [ref, app] = [readText(fields, 'ref'), readText(fields, 'app')];
  const repository = readText(fields, 'repository');
  if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    fields.complain('repository', 'is no repository', 'allowed: OWNER/NAME');
  }
  if (app !== undefined && status !== undefined) {
    fields.complain('app', 'belongs to checkRun alone', 'leave it out: a commit status has no app');
  }
  const seconds = readWhole(fields, 'timeoutSeconds', { least: 0, most: DAY_SECONDS }) ?? DEFAULT_SECONDS;
  if (name === undefined || fields.wrong()) return undefined;
  return {
    kind: checkRun === undefined ? 'commit status' : 'check run',
    name,
    ...(ref !== undefined && { ref }),
    ...(repository !== undefined && { repository }),
    ...(app !== undefined && { app }),
    timeoutMs: seconds * 1_000,
  };
}
