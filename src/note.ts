import { formatState } from './format.ts';
import type { Observation, RunNote } from './observation.ts';
import type { Plan } from './plan.ts';

/** The step of a workflow run, as far as it is left on the target. */
export interface RunIdentity {
  /** URL of the workflow run. */
  readonly url: string;
  /** Run, job and action: the same in every attempt of the run. */
  readonly step: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Commit that the run is of. */
  readonly commit: string;
  /** Who began the run. */
  readonly actor: string;
}

/** Who runs this, from the runner's own variables; undefined outside of a workflow. */
export function runIdentity(env: Readonly<Record<string, string | undefined>>): RunIdentity | undefined {
  const given = (name: string): string => env[`GITHUB_${name}`] ?? '';
  const [server, repository, run] = [given('SERVER_URL'), given('REPOSITORY'), given('RUN_ID')];
  if (server === '' || repository === '' || run === '') return undefined;
  return {
    url: `${server}/${repository}/actions/runs/${run}`,
    step: [run, given('JOB'), given('ACTION')].join('/'),
    attempt: Number(given('RUN_ATTEMPT')) || 1,
    commit: given('SHA'),
    actor: given('ACTOR'),
  };
}

/** What a request leaves on the target. */
export function noteOf(
  { operation }: Pick<Plan, 'operation'>,
  { url, step, attempt, commit, actor }: RunIdentity,
  { guard }: Observation,
  revision: string | undefined,
): RunNote {
  return { run: url, step, attempt, commit, actor, operation, subject: revision ?? formatState(guard) };
}
