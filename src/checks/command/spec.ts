import { type Shell, SHELL_FORMS, parseShell } from './shell.ts';
import type { Complain } from '../provider.ts';
import { readText, readVariables, readWhole } from '../scalar-fields.ts';
import { specFields } from '../spec-fields.ts';

/** What stands under `command`. */
export interface CommandSpec {
  /** The script. */
  readonly run: string;
  /** Absent: as `run:` without a shell. */
  readonly shell?: Shell;
  /** Variables beside those of the step and the args. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeoutMs: number;
  /** As it was written; from the workspace. */
  readonly workingDirectory: string;
}

const fieldNames = ['run', 'shell', 'env', 'timeoutSeconds', 'workingDirectory'];
/** As long as a request may take is too short for a test, and an hour would hide that it hangs. */
const DEFAULT_SECONDS = 60;
const DAY_SECONDS = 24 * 3_600;

/** Reads a command; see `Provider.parse`. */
export function parseCommand(raw: unknown, complain: Complain): CommandSpec | undefined {
  const fields = specFields(raw, fieldNames, complain);
  if (fields === undefined) return undefined;
  const run = readText(fields, 'run', 'needed');
  const named = readText(fields, 'shell');
  const shell = named === undefined ? undefined : parseShell(named);
  if (named !== undefined && shell === undefined) {
    fields.complain('shell', 'is no shell', `allowed: ${SHELL_FORMS}`);
  }
  const env = readVariables(fields, 'env');
  const seconds = readWhole(fields, 'timeoutSeconds', { least: 1, most: DAY_SECONDS }) ?? DEFAULT_SECONDS;
  const workingDirectory = readText(fields, 'workingDirectory') ?? '.';
  if (run === undefined || fields.wrong()) return undefined;
  return { run, ...(shell && { shell }), env, timeoutMs: seconds * 1_000, workingDirectory };
}
